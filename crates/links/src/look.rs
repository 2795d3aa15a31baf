//! What a link looks at, in the picture and in the network: whether it is there.

use backprop::{Basis, Error, Experiment, Reason, Value};

use crate::error::at;
use crate::group::numbers;
use crate::link::Link;
use crate::table::MODES;

/// Whether `experiment` has what `link` looks at.
pub(crate) fn check(link: &Link, experiment: &Experiment) -> Result<(), Error> {
    check_picture(link, experiment.view().len())?;
    let problem = experiment.problem();
    let network = problem.network();
    let number = |part| match link.get(part) {
        Some(&Value::Number(number)) => Some(number),
        _ => None,
    };
    if let Some(sample) = number("sample") {
        range("sample", sample, 1, problem.samples().count())?;
    }
    if let Some(stage) = number("stage") {
        range("stage", stage, 1, 2 * network.sizes().len() + 1)?;
    }
    if let Some(weight) = number("weight") {
        range("weight", weight, 0, network.weight_count() - 1)?;
    }
    let Some(Value::List(units)) = link.get("unit") else {
        return Ok(());
    };
    let numbers: Vec<f64> = units.iter().flat_map(numbers).collect();
    let [layer, unit] = numbers[..] else {
        let reason = Reason::Count {
            least: 2,
            greatest: 2,
            basis: Basis::Unit,
            found: numbers.len(),
        };
        return Err(at("unit", reason));
    };
    range("unit", layer, 0, network.sizes().len() - 1)?;
    range("unit", unit, 0, network.sizes()[layer as usize] - 1)
}

/// What the picture of so many axes shows, and of which rates.
fn check_picture(link: &Link, axes: usize) -> Result<(), Error> {
    if let Some(Value::Text(mode)) = link.get("mode") {
        let is_shown =
            |known: &&&str| **known == "surface" || known.starts_with("rates") == (axes == 1);
        let allowed: Vec<&str> = MODES.iter().filter(is_shown).copied().collect();
        if !allowed.contains(&mode.as_str()) {
            return Err(at("mode", Reason::not_one_of(mode, allowed)));
        }
    }
    let Some(Value::List(rates)) = link.get("rates") else {
        return Ok(());
    };
    let found = rates.iter().flat_map(numbers).count();
    if found == 2 {
        return Ok(());
    }
    let reason = Reason::Count {
        least: 2,
        greatest: 2,
        basis: Basis::Range,
        found,
    };
    Err(at("rates", reason))
}

fn range(part: &str, found: f64, least: usize, greatest: usize) -> Result<(), Error> {
    if found.fract() != 0.0 {
        return Err(at(part, Reason::NotWhole { found }));
    }
    let (least, greatest) = (least as f64, greatest as f64);
    if (least..=greatest).contains(&found) {
        return Ok(());
    }
    let reason = Reason::OutOfRange {
        found,
        least,
        greatest,
    };
    Err(at(part, reason))
}

//! What the starts of a map lie on: as the arguments say, else as a link does.

use backprop::{Axis, Experiment, Value};
use landscape::Plane;
use links::Link;

use crate::address::Address;
use crate::arguments::{MapArguments, On};
use crate::failure::Failure;
use crate::input;

/// A random plane reaches so far where nothing else is said.
const REACH: f64 = 8.0;

/// A plane for a map, and what it is called.
pub(crate) struct Laid {
    pub(crate) plane: Plane,
    pub(crate) words: String,
}

impl Laid {
    /// What `arguments` ask for: by themselves, or by the link that stands in place of a file.
    pub(crate) fn of(arguments: &MapArguments, experiment: &Experiment) -> Result<Laid, Failure> {
        let asked = match (arguments.plane, Address::of(&arguments.document)) {
            (None, Some(address)) => Asked::by_link(&address.link()?, experiment),
            (on, _) => Ok(Asked::by_arguments(arguments, on.unwrap_or(On::View))),
        };
        asked
            .and_then(|asked| asked.laid(experiment))
            .map_err(|message| Failure::Input {
                file: input::shown(&arguments.document).to_owned(),
                message,
            })
    }
}

struct Asked {
    on: On,
    seed: u64,
    reach: f64,
    /// The initial values that a random plane goes through; the experiment's where none.
    through: Option<Vec<f64>>,
    /// How far the plane is seen; as far as it was laid where none.
    ranges: Option<Vec<[f64; 2]>>,
}

impl Asked {
    fn by_arguments(arguments: &MapArguments, on: On) -> Asked {
        Asked {
            on,
            seed: arguments.seed.unwrap_or(1),
            reach: arguments.reach.unwrap_or(REACH),
            through: None,
            ranges: None,
        }
    }

    /// What the page shows.
    fn by_link(link: &Link, experiment: &Experiment) -> Result<Asked, String> {
        let on = match link.get("plane") {
            Some(Value::Text(name)) if name == "random" => On::Random,
            Some(Value::Text(name)) if name == "path" => On::Path,
            _ => On::View,
        };
        let seed = match link.get("seed") {
            Some(&Value::Number(seed)) => seed as u64,
            _ => 1,
        };
        let through = groups(link, "through").map(|groups| groups.concat());
        let ranges = groups(link, "ranges").map(|groups| {
            let pairs = groups.iter().map(|group| <[f64; 2]>::try_from(&group[..]));
            pairs.collect::<Result<_, _>>()
        });
        let ranges = ranges
            .transpose()
            .map_err(|_| "ranges: a beginning and an end needed for each axis".to_owned())?;
        Ok(Asked {
            on,
            seed,
            reach: Plane::of_view(experiment).reach(),
            through,
            ranges,
        })
    }

    fn laid(self, experiment: &Experiment) -> Result<Laid, String> {
        let (plane, needs, words) = match self.on {
            On::View => {
                let plane = Plane::of_view(experiment);
                let words = "the view".to_owned();
                return Ok(Laid { plane, words });
            }
            On::Random => (
                self.random(experiment)?,
                "a random plane needs two free weights and a reach from 1e-150 to 1e300",
                format!("two random directions, seed {}", self.seed),
            ),
            On::Path => (
                Plane::principal(experiment, &experiment.run().record, Plane::MARGIN),
                "the plane of a path needs two free weights and a run that moves and does not run away",
                "the two principal directions of the path".to_owned(),
            ),
        };
        let plane = plane.ok_or_else(|| needs.to_owned())?;
        let plane = match self.ranges {
            Some(ranges) => seen(experiment, plane, &ranges)?,
            None => plane,
        };
        Ok(Laid { plane, words })
    }

    fn random(&self, experiment: &Experiment) -> Result<Option<Plane>, String> {
        let Some(weights) = &self.through else {
            return Ok(Plane::random(experiment, self.seed, self.reach));
        };
        let through = experiment.with_start(weights.clone());
        let through = through.map_err(|error| format!("through: {}", error.reason))?;
        Ok(Plane::random(&through, self.seed, self.reach))
    }
}

/// `plane` as far as `ranges` say, where an axis could reach so far.
fn seen(experiment: &Experiment, plane: Plane, ranges: &[[f64; 2]]) -> Result<Plane, String> {
    let sides = plane.sides().len();
    if ranges.len() != sides {
        let found = ranges.len();
        return Err(format!(
            "ranges: {sides} needed for the sides of the plane, {found} found"
        ));
    }
    // The same numbers are checked, whatever they run along.
    let weights = experiment.free().iter().zip(ranges);
    let view = weights.map(|(&weight, &[from, to])| Axis { weight, from, to });
    experiment
        .with_view(view.collect())
        .map_err(|error| format!("ranges: {}", error.reason))?;
    Ok(plane.with_ranges(ranges))
}

/// The groups of numbers that a link says for a part.
fn groups(link: &Link, part: &str) -> Option<Vec<Vec<f64>>> {
    let Some(Value::List(groups)) = link.get(part) else {
        return None;
    };
    let numbers = |group: &Value| match group {
        Value::List(items) => items.iter().filter_map(number).collect(),
        _ => Vec::new(),
    };
    Some(groups.iter().map(numbers).collect())
}

fn number(item: &Value) -> Option<f64> {
    match item {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

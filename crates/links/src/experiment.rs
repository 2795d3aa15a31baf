//! The parts that change an experiment: applied, and found.

use backprop::{Axis, Basis, Error, Experiment, Parts, Reason, Value};

use crate::error::{at, named};
use crate::group::{group, numbers};
use crate::link::Link;
use crate::look;
use crate::method;

/// Weights beside the axes whose initial values a readable link says; where more differ, the document
/// is as readable.
const MOST_BESIDE: usize = 4;

/// The experiment that a link makes of `base`: its beat's, or the one that it carries.
///
/// ```
/// use backprop::Experiment;
/// use lessons::Fact;
/// use links::{Link, Native, changes, linked};
///
/// let base = Experiment::parse(Fact::FourMinima.document())?;
/// let link = Link::read("local-minima/1?start=3,-1&rate=0.25", &Native)?;
/// let now = linked(&link, &base)?;
/// assert_eq!((now.start(), now.rule().rate()), (&[3.0, -1.0][..], 0.25));
/// let found = changes(&base, &now).expect("few numbers differ");
/// assert_eq!(found.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["start", "rate"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Where a part makes no experiment of `base`, with its name.
pub fn linked(link: &Link, base: &Experiment) -> Result<Experiment, Error> {
    let mut experiment = base.clone();
    if let Some(Value::List(axes)) = link.get("axes") {
        experiment = with_axes(&experiment, axes).map_err(|error| named("axes", error))?;
    }
    if let Some(Value::List(start)) = link.get("start") {
        let weights = start_of(&experiment, start)?;
        let moved = experiment.with_start(weights);
        experiment = moved.map_err(|error| named("start", error))?;
    }
    experiment = method::with_rule(&experiment, link)?;
    if let Some(&Value::Number(rate)) = link.get("rate") {
        let changed = experiment.with_rate(rate);
        experiment = changed.map_err(|error| named("rate", error))?;
    }
    experiment = method::with_loss(&experiment, link)?;
    experiment = method::with_batch(&experiment, link)?;
    if let Some(&Value::Number(steps)) = link.get("steps") {
        let changed = experiment.with_steps(steps as usize);
        experiment = changed.map_err(|error| named("steps", error))?;
    }
    look::check(link, &experiment)?;
    Ok(experiment)
}

/// The parts by which `now` differs from `base`, in the order of the table, each with its value; none
/// where that is more than a few numbers. [`linked`] makes `now` of `base` with them, to the last bit.
pub fn changes(base: &Experiment, now: &Experiment) -> Option<Vec<(&'static str, Value)>> {
    let candidate = candidate(base, now)?;
    let mut link = Link::default();
    for (name, value) in &candidate {
        link.set(name, value.clone()).ok()?;
    }
    let again = linked(&link, base).ok()?;
    same(&again.to_document(), &now.to_document()).then_some(candidate)
}

/// What would make `now` of `base` if nothing else differed.
fn candidate(base: &Experiment, now: &Experiment) -> Option<Vec<(&'static str, Value)>> {
    let (from, to) = (base.start(), now.start());
    if from.len() != to.len() {
        return None;
    }
    let mut parts = Vec::new();
    if let Some(axes) = changed_axes(base, now) {
        parts.push(("axes", axes));
    }
    let has_moved = |weight: usize| from[weight].to_bits() != to[weight].to_bits();
    let axes: Vec<usize> = now.view().iter().map(|axis| axis.weight).collect();
    let beside = (0..to.len()).filter(|weight| has_moved(*weight) && !axes.contains(weight));
    let beside: Vec<usize> = beside.take(MOST_BESIDE + 1).collect();
    if beside.len() > MOST_BESIDE {
        return None;
    }
    let mut start: Vec<Value> = Vec::new();
    if axes.iter().any(|&weight| has_moved(weight)) {
        start.extend(axes.iter().map(|&weight| group([to[weight]])));
    }
    start.extend(
        beside
            .iter()
            .map(|&weight| group([weight as f64, to[weight]])),
    );
    if !start.is_empty() {
        parts.push(("start", Value::List(start)));
    }
    parts.extend(method::changed_rule(base.rule(), now.rule()));
    if base.rule().rate().to_bits() != now.rule().rate().to_bits() {
        parts.push(("rate", now.rule().rate().into()));
    }
    parts.extend(method::changed_loss_and_batch(base, now));
    if base.steps() != now.steps() {
        parts.push(("steps", now.steps().into()));
    }
    Some(parts)
}

/// The axes of `now`, where they are not those of `base`: without their ranges where these are the
/// ones that such an axis has by itself.
fn changed_axes(base: &Experiment, now: &Experiment) -> Option<Value> {
    let is_same = base.view().len() == now.view().len();
    if is_same
        && base
            .view()
            .iter()
            .zip(now.view())
            .all(|(one, other)| is_axis(one, other))
    {
        return None;
    }
    let weights: Vec<usize> = now.view().iter().map(|axis| axis.weight).collect();
    let chosen = base.with_axes(&weights);
    let chosen = chosen.as_ref().map_or(&[][..], Experiment::view);
    let axes = now.view().iter().enumerate().map(|(i, axis)| {
        let weight = axis.weight as f64;
        match chosen.get(i) {
            Some(one) if is_axis(one, axis) => group([weight]),
            _ => group([weight, axis.from, axis.to]),
        }
    });
    Some(Value::List(axes.collect()))
}

fn is_axis(one: &Axis, other: &Axis) -> bool {
    let ends = |axis: &Axis| (axis.weight, axis.from.to_bits(), axis.to.to_bits());
    ends(one) == ends(other)
}

/// `experiment` along other axes: each group is a weight, or a weight with its range.
fn with_axes(experiment: &Experiment, groups: &[Value]) -> Result<Experiment, Error> {
    let count = experiment.start().len();
    let mut ranges = Vec::new();
    let mut weights = Vec::new();
    for (i, group) in groups.iter().enumerate() {
        let place = format!("axes[{i}]");
        let (weight, range) = match numbers(group)[..] {
            [weight] => (weight, None),
            [weight, from, to] => (weight, Some((from, to))),
            ref other => {
                return Err(length(&place, other.len(), Basis::Axis));
            }
        };
        weights.push(weight_of(&place, weight, count)?);
        ranges.push(range);
    }
    let chosen = experiment.with_axes(&weights)?;
    let view = chosen
        .view()
        .iter()
        .zip(ranges)
        .map(|(axis, range)| match range {
            Some((from, to)) => Axis { from, to, ..*axis },
            None => *axis,
        });
    let view = Some(view.collect());
    Experiment::new(Parts {
        view,
        ..chosen.parts().clone()
    })
}

/// The initial values of `experiment` with others in `groups`: a value for each axis, or none, and
/// then weights with their values.
fn start_of(experiment: &Experiment, groups: &[Value]) -> Result<Vec<f64>, Error> {
    let mut weights = experiment.start().to_vec();
    let count = weights.len();
    let view = experiment.view();
    let mut along = view.iter();
    let mut beside: Vec<usize> = Vec::new();
    let mut values = 0;
    for (i, group) in groups.iter().enumerate() {
        let place = format!("start[{i}]");
        match numbers(group)[..] {
            [value] if beside.is_empty() => {
                values += 1;
                if let Some(axis) = along.next() {
                    weights[axis.weight] = value;
                }
            }
            [weight, value] => {
                let found = weight_of(&place, weight, count)?;
                if beside.contains(&found) {
                    return Err(at(&place, Reason::Repeated { found }));
                }
                beside.push(found);
                weights[found] = value;
            }
            ref other => return Err(length(&place, other.len(), Basis::Value)),
        }
    }
    if values != 0 && values != view.len() {
        let basis = Basis::Axes;
        let (least, found) = (view.len(), values);
        let reason = Reason::Count {
            least,
            greatest: least,
            basis,
            found,
        };
        return Err(at("start", reason));
    }
    Ok(weights)
}

fn length(place: &str, found: usize, basis: Basis) -> Error {
    let (least, greatest) = if basis == Basis::Axis { (1, 3) } else { (2, 2) };
    at(
        place,
        Reason::Count {
            least,
            greatest,
            basis,
            found,
        },
    )
}

fn weight_of(place: &str, found: f64, count: usize) -> Result<usize, Error> {
    if found.fract() != 0.0 {
        return Err(at(place, Reason::NotWhole { found }));
    }
    let greatest = count.saturating_sub(1) as f64;
    if !(0.0..=greatest).contains(&found) {
        return Err(at(
            place,
            Reason::OutOfRange {
                found,
                least: 0.0,
                greatest,
            },
        ));
    }
    Ok(found as usize)
}

/// Whether two documents are the same to the last bit: 0 is not −0.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.to_bits() == other.to_bits(),
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let is_same = |(one, other): (&(String, Value), &(String, Value))| {
                one.0 == other.0 && same(&one.1, &other.1)
            };
            one.len() == other.len() && one.iter().zip(other).all(is_same)
        }
        (one, other) => one == other,
    }
}

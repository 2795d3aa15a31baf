//! The parts that say how a run descends: its rule, its loss and the samples of a step.

use backprop::{Basis, Batch, Error, Experiment, Order, Reason, Rule, Value};

use crate::error::{at, named};
use crate::group::{group, numbers};
use crate::link::Link;

/// The name of the rule, where it is another one, and its numbers but the rate, those that it would not
/// have by itself.
pub(crate) fn changed_rule(base: Rule, now: Rule) -> Vec<(&'static str, Value)> {
    let is_same = base.name() == now.name();
    let name = (!is_same).then(|| ("rule", now.name().into()));
    let before = if is_same { base } else { plain(now.name()) };
    let settings = now.own_settings().zip(before.own_settings());
    let changed = settings.filter(|(now, before)| now.value.to_bits() != before.value.to_bits());
    let changed = changed.map(|(now, _)| (now.key, now.value.into()));
    name.into_iter().chain(changed).collect()
}

/// The rule of this name with the numbers that it has by itself.
fn plain(name: &str) -> Rule {
    let found = Rule::ALL.iter().find(|rule| rule.name() == name);
    found.copied().unwrap_or(Rule::ALL[0])
}

/// `experiment` by another rule, at its present rate, or by the same with other numbers.
pub(crate) fn with_rule(experiment: &Experiment, link: &Link) -> Result<Experiment, Error> {
    let present = experiment.rule();
    let mut rule = match link.get("rule") {
        Some(Value::Text(name)) if name != present.name() => plain(name).with_rate(present.rate()),
        _ => present,
    };
    for key in RULE_KEYS {
        let own: Vec<_> = rule.settings().iter().map(|setting| setting.key).collect();
        if link.get(key).is_some() && !own.contains(&key) {
            return Err(at(key, Reason::not_one_of(key, own)));
        }
    }
    for setting in rule.own_settings() {
        if let Some(&Value::Number(value)) = link.get(setting.key) {
            rule = rule.with(setting.key, value);
            experiment
                .with_rule(rule)
                .map_err(|error| named(setting.key, error))?;
        }
    }
    experiment.with_rule(rule)
}

/// The numbers of rules but the rate, each a part of its own.
const RULE_KEYS: [&str; 4] = ["momentum", "decay", "beta1", "beta2"];

/// A size, or a size and a seed; 0 for all samples.
fn batch_group(batch: Option<Batch>) -> Value {
    match batch {
        None => group([0.0]),
        Some(Batch {
            size,
            order: Order::Given,
        }) => group([size as f64]),
        Some(Batch {
            size,
            order: Order::Shuffled { seed },
        }) => group([size as f64, seed as f64]),
    }
}

fn batch_of(groups: &[Value]) -> Result<Option<Batch>, Error> {
    let found: Vec<Vec<f64>> = groups.iter().map(numbers).collect();
    let whole = |found: f64| {
        let is_whole = found.fract() == 0.0 && (0.0..=MOST_WHOLE).contains(&found);
        is_whole
            .then_some(found as u64)
            .ok_or_else(|| at("batch", Reason::NotWhole { found }))
    };
    let (size, order) = match found.iter().map(Vec::as_slice).collect::<Vec<_>>()[..] {
        [[size]] => (whole(*size)?, Order::Given),
        [[size, seed]] => (
            whole(*size)?,
            Order::Shuffled {
                seed: whole(*seed)?,
            },
        ),
        _ => {
            let reason = Reason::Count {
                least: 1,
                greatest: 2,
                basis: Basis::Batch,
                found: found.concat().len(),
            };
            return Err(at("batch", reason));
        }
    };
    Ok((size > 0).then_some(Batch {
        size: size as usize,
        order,
    }))
}

/// The greatest number up to which all whole ones are there.
const MOST_WHOLE: f64 = 9_007_199_254_740_991.0;

/// `experiment` with another loss.
pub(crate) fn with_loss(experiment: &Experiment, link: &Link) -> Result<Experiment, Error> {
    let Some(Value::Text(loss)) = link.get("loss") else {
        return Ok(experiment.clone());
    };
    let changed = experiment.with_entry("loss", Some(loss.as_str().into()));
    changed.map_err(|error| named("loss", error))
}

/// `experiment` with other samples in a step.
pub(crate) fn with_batch(experiment: &Experiment, link: &Link) -> Result<Experiment, Error> {
    let Some(Value::List(batch)) = link.get("batch") else {
        return Ok(experiment.clone());
    };
    let changed = batch_of(batch).and_then(|batch| experiment.with_batch(batch));
    changed.map_err(|error| named("batch", error))
}

/// The loss and the batch of `now`, where `base` has others.
pub(crate) fn changed_loss_and_batch(
    base: &Experiment,
    now: &Experiment,
) -> impl Iterator<Item = (&'static str, Value)> {
    let (before, loss) = (base.problem().loss(), now.problem().loss());
    let loss = (before != loss).then(|| ("loss", loss.name().into()));
    let batch = (base.batch() != now.batch())
        .then(|| ("batch", Value::List(vec![batch_group(now.batch())])));
    loss.into_iter().chain(batch)
}

//! A run as one JSON object.

use std::io::{self, Write};

use backprop::{Evidence, Experiment, Named, Run};
use serde::{Serialize, Serializer};

/// Numbers that are not finite become null, as JSON has no word for them.
#[derive(Serialize)]
struct Report<'a> {
    /// E at the start and after each step.
    error: &'a [f64],
    /// ‖∂E/∂w‖ over the free weights, beside `error`.
    gradient_norm: &'a [f64],
    weights: Ends<'a>,
    /// ∂E/∂w over the free weights, at the start.
    gradient: Vec<f64>,
    best_error: f64,
    goal: f64,
    verdict: Entries<'a>,
}

/// All weights.
#[derive(Serialize)]
struct Ends<'a> {
    start: &'a [f64],
    end: &'a [f64],
}

/// What there is no evidence of is null.
struct Entries<'a>(&'a [Named<'a>]);

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, Value(value))))
    }
}

struct Value<'a>(&'a Evidence<'a>);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Evidence::None => serializer.serialize_none(),
            Evidence::Flag(flag) => flag.serialize(serializer),
            Evidence::Name(name) => name.serialize(serializer),
            Evidence::Whole(number) => number.serialize(serializer),
            Evidence::Number(number) => number.serialize(serializer),
            Evidence::Numbers(numbers) => numbers.serialize(serializer),
            Evidence::Group(group) => Entries(group).serialize(serializer),
        }
    }
}

/// Writes the object on one line.
pub(crate) fn write(out: &mut dyn Write, experiment: &Experiment, run: &Run) -> io::Result<()> {
    let (_, gradient) = experiment.problem().gradient(experiment.start());
    let evidence = run.verdict.evidence(run.record.steps());
    let report = Report {
        error: run.record.errors(),
        gradient_norm: run.record.gradient_norms(),
        weights: Ends {
            start: run.record.weights(0),
            end: run.record.last_weights(),
        },
        gradient: experiment.free().iter().map(|&i| gradient[i]).collect(),
        best_error: run.verdict.goal.best_error,
        goal: run.verdict.goal.error,
        verdict: Entries(&evidence),
    };
    serde_json::to_writer(&mut *out, &report)?;
    writeln!(out)
}

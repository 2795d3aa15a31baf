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
    weights: Ends<&'a [f64]>,
    /// o = g(o^N; w), a row for each sample.
    outputs: Ends<Vec<Vec<f64>>>,
    /// ∂E/∂w over the free weights, at the start.
    gradient: Vec<f64>,
    best_error: f64,
    goal: f64,
    verdict: Entries<'a>,
}

/// At the start of the run and at its end.
#[derive(Serialize)]
struct Ends<T> {
    start: T,
    end: T,
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
    let (start, end) = (run.record.weights(0), run.record.last_weights());
    let report = Report {
        error: run.record.errors(),
        gradient_norm: run.record.gradient_norms(),
        weights: Ends { start, end },
        outputs: Ends {
            start: outputs(experiment, start),
            end: outputs(experiment, end),
        },
        gradient: experiment.free().iter().map(|&i| gradient[i]).collect(),
        best_error: run.verdict.goal.best_error,
        goal: run.verdict.goal.error,
        verdict: Entries(&evidence),
    };
    serde_json::to_writer(&mut *out, &report)?;
    writeln!(out)
}

fn outputs(experiment: &Experiment, weights: &[f64]) -> Vec<Vec<f64>> {
    let outputs = experiment.problem().outputs(weights);
    let rows = outputs.iter().flat_map(|outputs| outputs.values.rows());
    rows.map(|row| row.to_vec()).collect()
}

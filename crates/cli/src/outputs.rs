//! What the network gives for each sample, before and after.

use backprop::{Experiment, Record};
use ndarray::ArrayView1;

use crate::number::short;

/// More samples than these are not listed.
const MOST_SAMPLES: usize = 12;

/// A row for each sample, from 1: its outputs at the start and at the end, and its targets.
pub(crate) fn list(experiment: &Experiment, record: &Record) -> String {
    let problem = experiment.problem();
    let outputs = |weights| problem.outputs(weights);
    let ends = (outputs(record.weights(0)), outputs(record.last_weights()));
    let (Some(start), Some(end)) = ends else {
        return String::new();
    };
    let targets = problem.samples().targets();
    let rows = start.values.rows().into_iter().zip(end.values.rows());
    let rows = rows.zip(targets.rows()).take(MOST_SAMPLES).enumerate();
    let rows = rows.map(|(sample, ((start, end), target))| {
        let [start, end, target] = [start, end, target].map(numbers);
        format!("{}: {start} → {end} (wanted {target})", sample + 1)
    });
    let mut lines: Vec<String> = rows.collect();
    let more = targets.nrows().saturating_sub(MOST_SAMPLES);
    if more > 0 {
        lines.push(format!("… and {more} more (--json has them all)"));
    }
    lines.join("\n")
}

fn numbers(values: ArrayView1<'_, f64>) -> String {
    let numbers: Vec<String> = values.iter().map(|&value| short(value)).collect();
    numbers.join(", ")
}

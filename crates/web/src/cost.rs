//! What the points of a slice cost.

use backprop::Experiment;

/// Weights × samples × points of all that is computed of a slice, at its finest: some tens of milliseconds.
pub(crate) const MOST_WORK: u64 = 8_000_000;
/// The same for what is computed in one call: some milliseconds.
pub(crate) const CALL_WORK: u64 = 2_000_000;

/// Weights × samples: the cost of one point. Products with it do not wrap where a number of the
/// browser's machine has 32 bits.
pub(crate) fn point_cost(experiment: &Experiment) -> u64 {
    let problem = experiment.problem();
    problem.network().weight_count() as u64 * problem.samples().count() as u64
}

/// Points that one call computes: at least one.
pub(crate) fn evaluations(experiment: &Experiment) -> usize {
    (CALL_WORK / point_cost(experiment).max(1)).max(1) as usize
}

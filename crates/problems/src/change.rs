//! Small changes of an experiment.

use backprop::{Error, Experiment, Initial};

/// The same experiment, seen along the same axes, from other initial values of all weights.
///
/// # Errors
/// As [`Experiment::new`].
pub fn with_start(experiment: &Experiment, start: Vec<f64>) -> Result<Experiment, Error> {
    let mut parts = experiment.parts().clone();
    let before = experiment.start().iter().zip(&start);
    let moved = before.enumerate().filter(|(_, (old, new))| old != new);
    let is_kept = |weight: &usize| !experiment.free().contains(weight);
    // The smallest error does not depend on where the free weights start.
    if moved
        .map(|(weight, _)| weight)
        .any(|weight| is_kept(&weight))
    {
        parts.best_error = None;
    }
    parts.initial = Initial::Given(start);
    parts.view = Some(experiment.view().to_vec());
    Experiment::new(parts)
}

/// The same experiment with other weights that descent moves: their numbers, at least one.
///
/// # Errors
/// As [`Experiment::new`].
pub fn with_free(experiment: &Experiment, free: Vec<usize>) -> Result<Experiment, Error> {
    let mut parts = experiment.parts().clone();
    let is_all = free.len() == experiment.start().len();
    parts.free = (!is_all).then_some(free);
    parts.best_error = None;
    parts.view = Some(experiment.view().to_vec());
    Experiment::new(parts)
}

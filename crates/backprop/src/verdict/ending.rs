//! Where a run has come to: all that a verdict depends on.

use crate::descent::{Record, Stop};
use crate::experiment::Experiment;

/// Steps that a verdict looks back.
pub(crate) const WINDOW: usize = 100;

/// The end of one run. A run that keeps its whole record and one of many side by side that keeps
/// next to nothing both come down to this, so that the same end gets the same verdict.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ending {
    /// Why no further step was taken.
    pub(crate) stop: Stop,
    /// All weights.
    pub(crate) weights: Vec<f64>,
    /// E
    pub(crate) error: f64,
    /// ‖∂E/∂w‖ over the free weights.
    pub(crate) gradient_norm: f64,
    pub(crate) tail: Tail,
    pub(crate) quarter: Quarter,
}

/// The last steps: at most [`WINDOW`], all where fewer were done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tail {
    /// Steps in the tail.
    pub(crate) steps: usize,
    /// E where the tail begins.
    pub(crate) first_error: f64,
    /// The free weights where the tail begins and after each step: steps + 1 points.
    pub(crate) path: Vec<f64>,
}

/// What E did over the last quarter of an experiment's steps. All 0 where a run ended before it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Quarter {
    /// The sum of its rises.
    pub(crate) rises: f64,
    /// The sum of its falls.
    pub(crate) falls: f64,
    /// The highest E.
    pub(crate) highest: f64,
}

impl Quarter {
    /// The step of a run of `steps` steps at which its last quarter begins.
    pub(crate) fn first_step(steps: usize) -> usize {
        steps - steps / 4
    }

    fn of(record: &Record, steps: usize) -> Quarter {
        let errors = record.errors().get(Quarter::first_step(steps)..);
        let errors = errors.unwrap_or_default();
        let mut quarter = Quarter::default();
        for (before, after) in errors.iter().zip(errors.iter().skip(1)) {
            let rise = after - before;
            if rise > 0.0 {
                quarter.rises += rise;
            } else {
                quarter.falls -= rise;
            }
        }
        quarter.highest = errors.iter().copied().fold(0.0, f64::max);
        quarter
    }
}

impl Ending {
    /// The end of `record`, a run of `experiment`.
    pub(crate) fn of(record: &Record, experiment: &Experiment, stop: Stop) -> Ending {
        let free = experiment.free();
        let last = record.steps();
        let first = last.saturating_sub(WINDOW);
        let points = (first..=last).map(|step| record.weights(step));
        Ending {
            stop,
            weights: record.last_weights().to_vec(),
            error: record.errors()[last],
            gradient_norm: record.gradient_norms()[last],
            tail: Tail {
                steps: last - first,
                first_error: record.errors()[first],
                path: points.flat_map(|w| free.iter().map(|&i| w[i])).collect(),
            },
            quarter: Quarter::of(record, experiment.steps()),
        }
    }
}

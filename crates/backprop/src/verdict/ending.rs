//! Where a run has come to: all that a verdict depends on.

use crate::descent::End;
use crate::descent::Record;

/// Steps that a verdict looks back.
pub(crate) const WINDOW: usize = 100;

/// The end of one run. A run that keeps its whole record and one of many side by side that keeps
/// next to nothing both come down to this, so that the same end gets the same verdict.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ending {
    /// Why no further step was taken.
    pub(crate) end: End,
    /// All weights.
    pub(crate) weights: Vec<f64>,
    /// E
    pub(crate) error: f64,
    /// ‖∂E/∂w‖ over the free weights.
    pub(crate) gradient_norm: f64,
    pub(crate) tail: Tail,
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

impl Ending {
    /// The end of `record`, over the weights numbered in `free`.
    pub(crate) fn of(record: &Record, free: &[usize], end: End) -> Ending {
        let last = record.steps();
        let first = last.saturating_sub(WINDOW);
        let points = (first..=last).map(|step| record.weights(step));
        Ending {
            end,
            weights: record.last_weights().to_vec(),
            error: record.errors()[last],
            gradient_norm: record.gradient_norms()[last],
            tail: Tail {
                steps: last - first,
                first_error: record.errors()[first],
                path: points.flat_map(|w| free.iter().map(|&i| w[i])).collect(),
            },
        }
    }
}

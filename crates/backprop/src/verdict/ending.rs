//! Where a run has come to: all that a verdict depends on.

use crate::descent::{Record, Stop};
use crate::experiment::Experiment;

/// Steps that a verdict looks back.
pub(crate) const WINDOW: usize = 100;

/// The end of one run: all of it that a verdict depends on, so that it can be judged elsewhere than it
/// was trained ([`Training::ending`](crate::Training::ending), [`Experiment::judge`]).
///
/// A run that keeps its whole record and one of many side by side that keeps next to nothing both come
/// down to this, so that the same end gets the same verdict.
///
/// ```
/// use backprop::{Ending, Experiment, Training};
///
/// let experiment = Experiment::parse(
///     r#"{"layers": [1, 1], "activations": ["logistic"], "bias": false,
///         "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [1],
///         "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#,
/// )?;
/// let mut training = Training::new(&experiment);
/// assert_eq!(training.ending(), None);
/// training.advance(usize::MAX);
/// let ending = training.ending().expect("the run is over");
///
/// // To another place and back.
/// let numbers = ending.numbers();
/// assert_eq!(Ending::from_numbers(&experiment, &numbers).as_ref(), Some(&ending));
/// assert_eq!(Ending::from_numbers(&experiment, &numbers[1..]), None);
///
/// let passes = std::cell::Cell::new(0);
/// let verdict = experiment.judge(&ending, 0.0990357, &|| passes.set(passes.get() + 1));
/// assert_eq!(training.verdict(0.0990357), Some(verdict));
/// # Ok::<(), backprop::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
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
    /// E where the last tenth of the experiment's steps begins; [`Ending::error`] where a run ended before
    /// all of them.
    pub(crate) before_last_tenth: f64,
}

/// Steps in the last tenth of `steps` steps, at least 1.
pub(crate) fn last_tenth(steps: usize) -> usize {
    (steps / 10).max(1)
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

/// Numbers of an ending before its lists.
const HEAD: usize = 9;

impl Ending {
    /// All weights.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The ending as one list of numbers.
    pub fn numbers(&self) -> Vec<f64> {
        let Quarter {
            rises,
            falls,
            highest,
        } = self.quarter;
        let stop = Stop::ALL.iter().position(|&stop| stop == self.stop);
        let head: [f64; HEAD] = [
            stop.unwrap_or_default() as f64,
            self.error,
            self.gradient_norm,
            rises,
            falls,
            highest,
            self.tail.steps as f64,
            self.tail.first_error,
            self.before_last_tenth,
        ];
        [&head[..], &self.weights, &self.tail.path].concat()
    }

    /// The ending of a run of `experiment` that these numbers are; none where they are too few or
    /// too many.
    pub fn from_numbers(experiment: &Experiment, numbers: &[f64]) -> Option<Ending> {
        let (head, lists) = numbers.split_first_chunk::<HEAD>()?;
        let [
            stop,
            error,
            gradient_norm,
            rises,
            falls,
            highest,
            steps,
            first_error,
            before_last_tenth,
        ] = *head;
        let (weights, path) = lists.split_at_checked(experiment.start().len())?;
        let steps = steps as usize;
        let is_whole = path.len() == (steps + 1) * experiment.free().len();
        is_whole.then_some(Ending {
            stop: *Stop::ALL.get(stop as usize)?,
            weights: weights.to_vec(),
            error,
            gradient_norm,
            tail: Tail {
                steps,
                first_error,
                path: path.to_vec(),
            },
            quarter: Quarter {
                rises,
                falls,
                highest,
            },
            before_last_tenth,
        })
    }

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
            before_last_tenth: match stop {
                Stop::Steps => record.errors()[last - last_tenth(last)],
                _ => record.errors()[last],
            },
        }
    }
}

//! The error that counts as solved.

use crate::experiment::Experiment;
use crate::verdict::thresholds::{EXPLAINS_LITTLE, GOAL, GOAL_AT_LEAST};

/// Rounding of E*, relative to itself: a constant output that is the best there is may come out
/// this much below it.
const ROUNDING: f64 = 1e-9;

/// Of the baseline: an error below this is one of rounding. Outputs then differ from their targets by
/// less than 10⁻¹³ of what the targets differ by.
const NOTHING: f64 = 1e-26;

/// The error that counts as solved, and what it is measured by.
///
/// ```
/// use backprop::{Experiment, Goal};
/// let experiment = Experiment::parse(r#"{"layers": [1, 1], "activations": ["logistic"],
///     "bias": false, "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [1],
///     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#)?;
/// let goal = Goal::new(&experiment, experiment.best_known_error());
/// assert!((goal.best_error - 0.0990357).abs() < 1e-6);
/// // The best constant output is ½: ½ (0.4² + 0.4²).
/// assert!((goal.baseline - 0.16).abs() < 1e-12);
/// assert!(goal.explains_little());
/// // Nobody wants to read of an error of 10⁻³¹.
/// assert_eq!((goal.said(1e-31), goal.said(1e-9)), (0.0, 1e-9));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// E*, the smallest error known.
    pub best_error: f64,
    /// The least error that any outputs would have: 0 with the squared error.
    pub floor: f64,
    /// What is reached without learning: the error of the best constant output, where that is
    /// above E* and the floor; else (one sample, say) the error with all free weights at 0.
    pub baseline: f64,
    /// E* + max(0.01 (baseline − E*), 10⁻⁶ (1 + E*))
    pub error: f64,
}

impl Goal {
    /// The goal of `experiment`, given the smallest error known
    /// ([`Experiment::best_known_error`]).
    pub fn new(experiment: &Experiment, best_error: f64) -> Goal {
        let problem = experiment.problem();
        let (floor, constant) = (problem.floor(), problem.constant_error());
        let is_perfect = constant <= floor * (1.0 + ROUNDING);
        let baseline = if !is_perfect && constant >= best_error * (1.0 - ROUNDING) {
            constant
        } else {
            error_at_zero(experiment)
        };
        let learnable = GOAL * (baseline - best_error);
        Goal {
            best_error,
            floor,
            baseline,
            error: best_error + learnable.max(GOAL_AT_LEAST * (1.0 + best_error)),
        }
    }

    /// An error as it is said: 0 where it is one of rounding.
    pub fn said(&self, error: f64) -> f64 {
        if error < NOTHING * self.baseline {
            0.0
        } else {
            error
        }
    }

    /// Whether even the best error known is no better than half the baseline, both as far as they are
    /// above the floor: to have converged is then not to have solved.
    pub fn explains_little(&self) -> bool {
        self.best_error - self.floor > EXPLAINS_LITTLE * (self.baseline - self.floor)
    }
}

fn error_at_zero(experiment: &Experiment) -> f64 {
    let mut weights = experiment.start().to_vec();
    for &i in experiment.free() {
        weights[i] = 0.0;
    }
    experiment.problem().gradient(&weights).0
}

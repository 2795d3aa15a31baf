//! How a run ended, with evidence.
//!
//! "The gradient is small" does not tell a minimum from a plateau, and neither do the signs of the
//! Hessian: on the plateaus of XOR all eigenvalues are positive, yet 2-2-1 XOR has no local minimum
//! there (Hamey, 1998). What tells them apart is how far away a second-order model puts the bottom,
//! the Newton step: almost 0 at a minimum, about 1 on the tail of a sigmoid, however flat, since
//! there E behaves like e⁻ʷ.

mod best;
pub(crate) mod case;
mod curvature;
pub(crate) mod ending;
mod evidence;
mod hessian;
mod nudge;
mod oscillation;
mod run;
mod saturation;

pub use case::{DESCENDING, SADDLE};
pub use curvature::{Curvature, NEWTON};
pub use evidence::{Evidence, Named};
pub use hessian::{Eigen, hessian};
pub use oscillation::Swing;
pub use run::Run;
pub use saturation::SmallestSlope;

use crate::descent::End;
use crate::experiment::Experiment;

/// How a run ended. The order is the order in which the kinds are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Something is not finite or has run away.
    Diverged,
    /// E is at the goal.
    Converged,
    /// The updates swing back and forth and E does not fall.
    Oscillating,
    /// The steps ran out while E was falling.
    StillDescending,
    /// A standstill from which a nudge would lead down.
    Saddle,
    /// A minimum, but not the best one known.
    LocalMinimum,
    /// A standstill where nothing is: the gradient has vanished.
    VanishingGradient,
}

impl Kind {
    /// Every kind, in their order.
    pub const ALL: [Kind; 7] = [
        Kind::Diverged,
        Kind::Converged,
        Kind::Oscillating,
        Kind::StillDescending,
        Kind::Saddle,
        Kind::LocalMinimum,
        Kind::VanishingGradient,
    ];

    /// Its name: `local-minimum`, …
    pub fn name(self) -> &'static str {
        match self {
            Kind::Diverged => "diverged",
            Kind::Converged => "converged",
            Kind::Oscillating => "oscillating",
            Kind::StillDescending => "still-descending",
            Kind::Saddle => "saddle",
            Kind::LocalMinimum => "local-minimum",
            Kind::VanishingGradient => "vanishing-gradient",
        }
    }
}

/// The error that counts as solved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// E*, the smallest error known.
    pub best_error: f64,
    /// E with all free weights at 0: what is reached without learning.
    pub error_at_zero: f64,
    /// E* + max(0.01 (E_zero − E*), 10⁻⁶ (1 + E*))
    pub error: f64,
}

impl Goal {
    /// The goal of `experiment`, given the smallest error known.
    pub fn new(experiment: &Experiment, best_error: f64) -> Goal {
        let mut weights = experiment.start().to_vec();
        for &i in experiment.free() {
            weights[i] = 0.0;
        }
        let (error_at_zero, _) = experiment.problem().gradient(&weights);
        let share = 0.01 * (error_at_zero - best_error);
        Goal {
            best_error,
            error_at_zero,
            error: best_error + share.max(1e-6 * (1.0 + best_error)),
        }
    }
}

/// How a run ended, with evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The verdict.
    pub kind: Kind,
    /// Why no further step was taken.
    pub end: End,
    /// E at the end.
    pub error: f64,
    /// ‖∂E/∂w‖ over the free weights at the end.
    pub gradient_norm: f64,
    /// The error that counts as solved.
    pub goal: Goal,
    /// N ε ‖g‖² / (E − E*): the share of the excess error that as many steps again would remove
    /// at this speed. None where the end is not above E*.
    pub descent_left: Option<f64>,
    /// The swinging of the last steps; none where fewer than two steps were done.
    pub swing: Option<Swing>,
    /// The curvature; none where it is not finite, or on a ReLU's kink, where there is none.
    pub curvature: Option<Curvature>,
    /// The smallest factor f′(x) between the error and the weights; none where it is not finite.
    pub smallest_slope: Option<SmallestSlope>,
}

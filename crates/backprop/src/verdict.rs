//! How a run ended, with evidence.
//!
//! "The gradient is small" does not tell a minimum from a plateau, and neither do the signs of the
//! Hessian: on the plateaus of XOR all eigenvalues are positive, yet 2-2-1 XOR has no local minimum
//! there (Hamey, 1998). What tells them apart is how far away a second-order model puts the bottom,
//! the Newton step: almost 0 at a minimum, about 1 on the tail of a sigmoid, however flat, since
//! there E behaves like e⁻ʷ.

use crate::experiment::Experiment;
use crate::hessian::{Eigen, hessian};
use crate::nudge::leads_down;
use crate::oscillation::Swing;
use crate::record::Record;
use crate::run::End;
use crate::saturation::{Saturation, SmallestSlope};

/// Excess error that as many steps again would have to remove for a run to be still descending.
pub const DESCENDING: f64 = 0.01;
/// Exponent by which a nudge has to grow within as many steps again for a saddle.
pub const SADDLE: f64 = 20.0;
/// An eigenvalue this far from 0 has a sign.
const SIGN: f64 = 1e-9;
/// Newton components of a minimum stay below this.
pub const NEWTON: f64 = 0.1;
/// Rounding level of eigenvalues and slopes, relative to the largest eigenvalue or 1.
const ROUNDING: f64 = 1e-13;
/// An eigenvalue below this share of the largest marks a direction in which E does not change.
const FLAT: f64 = 1e-6;
/// Weights that make up at least this share of an eigenvector belong to its direction.
const PART: f64 = 0.1;

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

/// What the curvature at the end says.
#[derive(Clone, Debug, PartialEq)]
pub struct Curvature {
    /// λ over the free weights, ascending.
    pub eigenvalues: Vec<f64>,
    /// The largest |c_i / λ_i|, how far away a second-order model puts the bottom; flat
    /// directions count as 0. Infinite where the model has no bottom.
    pub newton: f64,
    /// ε λ_max: steepest descent needs it below 2.
    pub rate_curvature: f64,
    /// N ε max(0, −λ_min): a nudge grows by e to this power within as many steps again.
    pub nudge_growth: f64,
    /// How many directions leave E unchanged: eigenvalues that are 0 beside the largest.
    pub flat_directions: usize,
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

/// Judges the end of a run.
pub(crate) fn judge(
    experiment: &Experiment,
    record: &Record,
    end: End,
    best_error: f64,
) -> Verdict {
    let last = record.steps();
    let weights = record.weights(last);
    let error = record.errors()[last];
    let gradient_norm = record.gradient_norms()[last];
    let goal = Goal::new(experiment, best_error);
    let horizon = experiment.steps() as f64 * experiment.rule().rate();
    let excess = error - best_error;
    let mut verdict = Verdict {
        kind: Kind::Diverged,
        end,
        error,
        gradient_norm,
        goal,
        descent_left: (excess > 0.0).then(|| horizon * gradient_norm * gradient_norm / excess),
        swing: Swing::of(record, experiment.free()),
        curvature: None,
        smallest_slope: None,
    };
    if end == End::Diverged {
        return verdict;
    }

    let saturation = Saturation::of(experiment, weights);
    verdict.smallest_slope = saturation.smallest;
    let mut is_minimum = false;
    if !saturation.on_kink {
        let matrix = hessian(experiment.problem(), weights, experiment.free());
        if let Some(eigen) = Eigen::of(&matrix) {
            let (_, gradient) = experiment.problem().gradient(weights);
            let directions = directions(experiment, &eigen, &gradient);
            is_minimum = looks_like_minimum(experiment, weights, &directions, &eigen, &saturation);
            verdict.curvature = Some(summary(experiment, &directions));
        }
    }

    verdict.kind = if error <= goal.error {
        Kind::Converged
    } else if verdict
        .swing
        .is_some_and(|swing| swing.is_oscillation() && !(is_minimum && swing.dies_out()))
    {
        Kind::Oscillating
    } else if verdict.descent_left.is_some_and(|left| left > DESCENDING) {
        Kind::StillDescending
    } else if verdict
        .curvature
        .as_ref()
        .is_some_and(|curvature| curvature.nudge_growth > SADDLE)
    {
        Kind::Saddle
    } else if is_minimum {
        Kind::LocalMinimum
    } else {
        Kind::VanishingGradient
    };
    verdict
}

/// One eigenvector of the Hessian with what the error does along it.
struct Direction {
    /// λ
    curvature: f64,
    /// c = v·g
    slope: f64,
    /// Both at rounding level: E does not change along it.
    flat: bool,
}

impl Direction {
    /// |c / λ|, how far away the bottom of the parabola is.
    fn newton(&self) -> f64 {
        if self.flat {
            0.0
        } else {
            (self.slope / self.curvature).abs()
        }
    }
}

fn directions(experiment: &Experiment, eigen: &Eigen, gradient: &[f64]) -> Vec<Direction> {
    let scale = eigen.values.iter().fold(1.0_f64, |s, l| s.max(l.abs()));
    let level = ROUNDING * scale;
    eigen
        .values
        .iter()
        .zip(eigen.vectors.rows())
        .map(|(&curvature, v)| {
            let slope: f64 = experiment
                .free()
                .iter()
                .zip(v)
                .map(|(&i, v)| v * gradient[i])
                .sum();
            Direction {
                curvature,
                slope,
                flat: curvature.abs() <= level && slope.abs() <= level,
            }
        })
        .collect()
}

fn summary(experiment: &Experiment, directions: &[Direction]) -> Curvature {
    let rate = experiment.rule().rate();
    let least = directions.first().map_or(0.0, |d| d.curvature);
    let greatest = directions.last().map_or(0.0, |d| d.curvature);
    let size = greatest.max(-least);
    Curvature {
        eigenvalues: directions.iter().map(|d| d.curvature).collect(),
        newton: directions.iter().map(Direction::newton).fold(0.0, f64::max),
        rate_curvature: rate * greatest,
        nudge_growth: experiment.steps() as f64 * rate * (-least).max(0.0),
        flat_directions: directions
            .iter()
            .filter(|d| d.curvature.abs() <= FLAT * size)
            .count(),
    }
}

fn looks_like_minimum(
    experiment: &Experiment,
    weights: &[f64],
    directions: &[Direction],
    eigen: &Eigen,
    saturation: &Saturation,
) -> bool {
    let downward = directions.iter().any(|d| d.curvature < -SIGN);
    let upward = directions.iter().any(|d| d.curvature > SIGN);
    let near = directions.iter().all(|d| d.newton() < NEWTON);
    // A direction may be flat because nothing depends on it, or because a saturated unit hides
    // what depends on it.
    let hidden = directions
        .iter()
        .zip(eigen.vectors.rows())
        .filter(|(d, _)| d.flat)
        .any(|(_, v)| {
            let part = PART * v.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
            experiment
                .free()
                .iter()
                .zip(v)
                .any(|(&i, v)| v.abs() >= part && saturation.blocks(experiment, i))
        });
    let flat_or_nearly: Vec<_> = directions
        .iter()
        .zip(eigen.vectors.rows())
        .filter(|(d, _)| d.curvature <= SIGN)
        .map(|(_, v)| v)
        .collect();
    !downward
        && upward
        && near
        && !hidden
        && !leads_down(
            experiment.problem(),
            weights,
            experiment.free(),
            &flat_or_nearly,
        )
}

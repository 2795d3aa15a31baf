//! What E looks like near the end of a run, to second order.

use crate::experiment::Experiment;
use crate::verdict::hessian::{Eigen, hessian};
use crate::verdict::nudge::leads_down;
use crate::verdict::saturation::Saturation;

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

/// E near `weights`, to second order.
pub(crate) struct Shape<'a> {
    experiment: &'a Experiment,
    weights: &'a [f64],
    eigen: Eigen,
    /// One for each eigenpair.
    directions: Vec<Direction>,
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

impl<'a> Shape<'a> {
    /// E near `weights`; none where its Hessian is not finite.
    pub(crate) fn of(experiment: &'a Experiment, weights: &'a [f64]) -> Option<Shape<'a>> {
        let matrix = hessian(experiment.problem(), weights, experiment.free());
        let eigen = Eigen::of(&matrix)?;
        let (_, gradient) = experiment.problem().gradient(weights);
        let scale = eigen.values.iter().fold(1.0_f64, |s, l| s.max(l.abs()));
        let level = ROUNDING * scale;
        let directions = eigen
            .values
            .iter()
            .zip(eigen.vectors.rows())
            .map(|(&curvature, v)| {
                let free = experiment.free().iter();
                let slope: f64 = free.zip(v).map(|(&i, v)| v * gradient[i]).sum();
                Direction {
                    curvature,
                    slope,
                    flat: curvature.abs() <= level && slope.abs() <= level,
                }
            })
            .collect();
        Some(Shape {
            experiment,
            weights,
            eigen,
            directions,
        })
    }

    /// N ε max(0, −λ_min)
    pub(crate) fn nudge_growth(&self) -> f64 {
        let least = self.directions.first().map_or(0.0, |d| d.curvature);
        let experiment = self.experiment;
        experiment.steps() as f64 * experiment.rule().rate() * (-least).max(0.0)
    }

    pub(crate) fn curvature(&self) -> Curvature {
        let directions = &self.directions;
        let least = directions.first().map_or(0.0, |d| d.curvature);
        let greatest = directions.last().map_or(0.0, |d| d.curvature);
        let size = greatest.max(-least);
        Curvature {
            eigenvalues: directions.iter().map(|d| d.curvature).collect(),
            newton: directions.iter().map(Direction::newton).fold(0.0, f64::max),
            rate_curvature: self.experiment.rule().rate() * greatest,
            nudge_growth: self.nudge_growth(),
            flat_directions: directions
                .iter()
                .filter(|d| d.curvature.abs() <= FLAT * size)
                .count(),
        }
    }

    /// Whether this is a minimum: E rises, the bottom is near, nothing leads down, and no
    /// saturated unit hides what would.
    pub(crate) fn is_minimum(&self, saturation: &Saturation) -> bool {
        let all = || self.directions.iter().zip(self.eigen.vectors.rows());
        let downward = self.directions.iter().any(|d| d.curvature < -SIGN);
        let upward = self.directions.iter().any(|d| d.curvature > SIGN);
        let near = self.directions.iter().all(|d| d.newton() < NEWTON);
        if downward || !upward || !near {
            return false;
        }
        // A direction may be flat because nothing depends on it, or because a saturated unit
        // hides what depends on it.
        let free = self.experiment.free();
        let hidden = all().filter(|(d, _)| d.flat).any(|(_, v)| {
            let part = PART * v.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
            free.iter()
                .zip(v)
                .any(|(&i, v)| v.abs() >= part && saturation.blocks(self.experiment, i))
        });
        if hidden {
            return false;
        }
        let flat_or_nearly: Vec<_> = all()
            .filter(|(d, _)| d.curvature <= SIGN)
            .map(|(_, v)| v)
            .collect();
        !leads_down(
            self.experiment.problem(),
            self.weights,
            free,
            &flat_or_nearly,
        )
    }
}

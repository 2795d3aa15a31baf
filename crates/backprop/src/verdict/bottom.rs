//! Whether there is a bottom here: Newton's iteration from the end of a run.
//!
//! At a bottom it settles in a few turns. On the tail of a sigmoid the bottom that it is after moves
//! on as fast as it goes: E behaves like e⁻ʷ there, and each turn divides the slope by e.

use ndarray::{Array2, ArrayView1};

use crate::experiment::Experiment;
use crate::number::norm;
use crate::verdict::hessian::{Eigen, hessian};
use crate::verdict::spectrum::is_flat;
use crate::verdict::typical::slope;

const MOST_TURNS: usize = 12;
/// The slope, as a share of that at the end, at which the iteration has settled. Twelve turns on a
/// tail come to e⁻¹² = 6 · 10⁻⁶.
const SETTLED: f64 = 1e-6;
/// Rounding level of a slope: what the last digits of the weights do to it through λ_max.
const ROUNDING: f64 = 1e-13;

/// A place at which Newton's iteration has settled. Directions are in natural units.
pub(crate) struct Bottom {
    /// All weights.
    pub(crate) weights: Vec<f64>,
    /// E
    pub(crate) error: f64,
    /// Turns that it took, at most 12.
    pub(crate) turns: usize,
    eigen: Eigen,
}

impl Bottom {
    /// The bottom that Newton's iteration finds from `weights`; none where it does not settle
    /// within 12 turns, or E curves downwards on the way.
    pub(crate) fn near(experiment: &Experiment, weights: &[f64]) -> Option<Bottom> {
        let problem = experiment.problem();
        let (free, units) = (experiment.free(), problem.natural_units());
        let mut weights = weights.to_vec();
        let mut slope_at_end = None;
        for turns in 0..=MOST_TURNS {
            let (error, gradient) = problem.gradient(&weights);
            let eigen = Eigen::of(&in_natural_units(experiment, &weights))?;
            let size = largest(&eigen);
            let is_down = |&l: &f64| l < 0.0 && !is_flat(l, size);
            if size == 0.0 || eigen.values.iter().any(is_down) {
                return None;
            }
            let slope = slope(experiment, &gradient);
            let slope_at_end = *slope_at_end.get_or_insert(slope);
            let place = norm(free.iter().map(|&i| weights[i] / units[i]));
            if slope <= SETTLED * slope_at_end && turns > 0
                || slope <= ROUNDING * size * (1.0 + place)
            {
                return Some(Bottom {
                    weights,
                    error,
                    turns,
                    eigen,
                });
            }
            let g: Vec<f64> = free.iter().map(|&i| units[i] * gradient[i]).collect();
            for (l, v) in eigen.values.iter().zip(eigen.vectors.rows()) {
                if is_flat(*l, size) {
                    continue;
                }
                let step = -v.iter().zip(&g).map(|(v, g)| v * g).sum::<f64>() / l;
                for (&i, v) in free.iter().zip(v) {
                    weights[i] += units[i] * step * v;
                }
            }
        }
        None
    }

    /// The directions in which E is flat to rounding: vectors of length 1 over the free weights, in
    /// natural units.
    pub(crate) fn flat_directions(&self) -> Vec<ArrayView1<'_, f64>> {
        let size = largest(&self.eigen);
        let pairs = self.eigen.values.iter().zip(self.eigen.vectors.rows());
        pairs
            .filter(|(l, _)| is_flat(**l, size))
            .map(|(_, v)| v)
            .collect()
    }
}

/// The largest |λ|.
fn largest(eigen: &Eigen) -> f64 {
    eigen.values.iter().fold(0.0, |most, l| most.max(l.abs()))
}

/// u_i u_j ∂²E/∂w_i∂w_j over the free weights.
fn in_natural_units(experiment: &Experiment, weights: &[f64]) -> Array2<f64> {
    let units = experiment.problem().natural_units();
    let free = experiment.free();
    let mut matrix = hessian(experiment.problem(), weights, free);
    for ((row, column), entry) in matrix.indexed_iter_mut() {
        *entry *= units[free[row]] * units[free[column]];
    }
    matrix
}

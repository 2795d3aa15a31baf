//! How hard the samples pull, each by itself, and which of them pull against each other.

use crate::experiment::Experiment;
use crate::verdict::direction::{dot, length};

/// Each sample's own slope in natural units, (u_i ∂E_s/∂w_i) over the free weights.
fn slopes(experiment: &Experiment, weights: &[f64]) -> Vec<Vec<f64>> {
    let problem = experiment.problem();
    let units = problem.natural_units();
    let samples = 0..problem.samples().count();
    let passes = samples.filter_map(|sample| problem.pass(weights, sample));
    passes
        .map(|pass| {
            let free = experiment.free().iter();
            free.map(|&i| units[i] * pass.gradient[i]).collect()
        })
        .collect()
}

/// Σ_s ‖(u_i ∂E_s/∂w_i)‖
pub(crate) fn pull(experiment: &Experiment, weights: &[f64]) -> f64 {
    let slopes = slopes(experiment, weights);
    slopes.iter().map(|slope| length(slope)).sum()
}

/// The pulls of all samples at one place.
pub(crate) struct Pulls {
    /// Each sample's own slope in natural units.
    slopes: Vec<Vec<f64>>,
}

impl Pulls {
    pub(crate) fn of(experiment: &Experiment, weights: &[f64]) -> Pulls {
        let slopes = slopes(experiment, weights);
        Pulls { slopes }
    }

    /// Σ_s ‖(u_i ∂E_s/∂w_i)‖
    pub(crate) fn sum(&self) -> f64 {
        self.slopes.iter().map(|slope| length(slope)).sum()
    }

    /// (u_i g_i): the slope that all of them leave together.
    pub(crate) fn whole(&self) -> Vec<f64> {
        let mut whole = vec![0.0; self.slopes.first().map_or(0, Vec::len)];
        for slope in &self.slopes {
            for (sum, part) in whole.iter_mut().zip(slope) {
                *sum += part;
            }
        }
        whole
    }

    /// Σ_s |ĝ · (u_i ∂E_s/∂w_i)|: what is left of the pulls along `direction`. Nothing cancels
    /// there.
    pub(crate) fn along(&self, direction: &[f64]) -> f64 {
        let parts = self.slopes.iter().map(|slope| dot(slope, direction).abs());
        parts.sum()
    }

    /// The sample that pulls hardest, and the one that pulls hardest against it; none where nothing
    /// pulls against it.
    pub(crate) fn opponents(&self) -> Option<[usize; 2]> {
        let lengths: Vec<f64> = self.slopes.iter().map(|slope| length(slope)).collect();
        let hardest = (0..lengths.len()).max_by(|&a, &b| {
            // Of equals the first.
            lengths[a].total_cmp(&lengths[b]).then(b.cmp(&a))
        })?;
        let against = |&other: &usize| -dot(&self.slopes[hardest], &self.slopes[other]);
        let opponent = (0..lengths.len())
            .max_by(|a, b| against(a).total_cmp(&against(b)).then(b.cmp(a)))
            .filter(|other| against(other) > 0.0)?;
        Some([hardest.min(opponent), hardest.max(opponent)])
    }
}

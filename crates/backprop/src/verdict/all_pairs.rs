//! The surroundings of a place by all eigenpairs of the Hessian.

use ndarray::Array2;

use crate::experiment::Experiment;
use crate::hessian::{Eigen, hessian};
use crate::verdict::spectrum::is_flat;
use crate::verdict::surroundings::Surroundings;

/// The surroundings of a place by all eigenpairs of the Hessian, where the free weights are few.
pub(super) struct AllPairs<'a> {
    experiment: &'a Experiment,
    eigen: Option<Eigen>,
}

impl AllPairs<'_> {
    pub(super) fn new(experiment: &Experiment) -> AllPairs<'_> {
        let eigen = None;
        AllPairs { experiment, eigen }
    }
}

impl Surroundings for AllPairs<'_> {
    fn look(&mut self, weights: &[f64]) -> Option<f64> {
        let eigen = Eigen::of(&in_natural_units(self.experiment, weights))?;
        let size = largest(&eigen);
        let is_down = |&l: &f64| l < 0.0 && !is_flat(l, size);
        let may_be_bottom = size != 0.0 && !eigen.values.iter().any(is_down);
        self.eigen = Some(eigen);
        may_be_bottom.then_some(size)
    }

    fn step(&mut self, _weights: &[f64], slope: &[f64]) -> Option<Vec<f64>> {
        let eigen = self.eigen.as_ref()?;
        let size = largest(eigen);
        let mut step = vec![0.0; slope.len()];
        for (l, v) in eigen.values.iter().zip(eigen.vectors.rows()) {
            if is_flat(*l, size) {
                continue;
            }
            let along = -v.iter().zip(slope).map(|(v, g)| v * g).sum::<f64>() / l;
            for (sum, v) in step.iter_mut().zip(v) {
                *sum += along * v;
            }
        }
        Some(step)
    }

    fn flat_directions(&mut self, _weights: &[f64]) -> Option<Vec<Vec<f64>>> {
        let eigen = self.eigen.as_ref()?;
        let size = largest(eigen);
        let pairs = eigen.values.iter().zip(eigen.vectors.rows());
        let flat = pairs.filter(|(l, _)| is_flat(**l, size));
        Some(flat.map(|(_, v)| v.to_vec()).collect())
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

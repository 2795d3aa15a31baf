//! How long a change of the end is beside the change of the start.

use crate::experiment::Experiment;
use crate::number::norm;

/// Lengths in natural units over the free weights.
pub(super) struct Lengths {
    /// The free weights, with 1 over the natural unit of each.
    scale: Vec<(usize, f64)>,
    /// The length of each direction in natural units.
    directions: Vec<f64>,
}

impl Lengths {
    pub(super) fn new(experiment: &Experiment, directions: &[&[f64]]) -> Lengths {
        let units = experiment.problem().natural_units();
        let length = |direction: &&[f64]| {
            let parts = direction.iter().zip(units);
            norm(parts.map(|(part, unit)| part / unit))
        };
        let free = experiment.free().iter();
        Lengths {
            scale: free.map(|&i| (i, 1.0 / units[i])).collect(),
            directions: directions.iter().map(length).collect(),
        }
    }

    /// The greatest length of the end's change for a change of the start by 1 along one direction, or
    /// along anything between two, from the derivatives of each weight along each of them.
    pub(super) fn of<const K: usize>(&self, derivatives: &[[f64; K]]) -> f64 {
        let product = |a: usize, b: usize| -> f64 {
            let of_weight = |&(i, scale): &(usize, f64)| {
                (derivatives[i][a] * scale) * (derivatives[i][b] * scale)
            };
            self.scale.iter().map(of_weight).sum()
        };
        match *self.directions {
            [along] => product(0, 0).sqrt() / along,
            [along, other] => {
                // σ² is the greater eigenvalue of JᵀJ, a symmetric matrix of two rows.
                let a = product(0, 0) / (along * along);
                let b = product(1, 1) / (other * other);
                let c = product(0, 1) / (along * other);
                let both = a + b;
                if !(both > 0.0 && both.is_finite()) {
                    return both;
                }
                // Nothing leaves the range.
                let most = a.max(b);
                let [a, b, c] = [a, b, c].map(|part| part / most);
                let root = ((a - b) * (a - b) + 4.0 * (c * c)).sqrt();
                most.sqrt() * (0.5 * (a + b + root)).sqrt()
            }
            _ => f64::NAN,
        }
    }
}

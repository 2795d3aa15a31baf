//! What the network gives for each sample.

use ndarray::Array2;

use crate::equations::{Signals, error, forward};
use crate::problem::Problem;

/// The outputs for a data set, and what each sample adds to E.
#[derive(Clone, Debug, PartialEq)]
pub struct Outputs {
    /// o of the output units, samples × units of the output layer.
    pub values: Array2<f64>,
    /// E of each sample.
    pub errors: Vec<f64>,
}

impl Outputs {
    /// The sample that adds most to E, from 0; the first of several, and any that is not a number
    /// before all others.
    pub fn worst(&self) -> usize {
        let rank = |error: f64| if error.is_nan() { f64::INFINITY } else { error };
        let errors = self.errors.iter().copied().map(rank).enumerate();
        let worst = errors.reduce(|worst, next| if next.1 > worst.1 { next } else { worst });
        worst.map_or(0, |(sample, _)| sample)
    }
}

impl Problem {
    /// o = g(o^N; w) for every sample at `weights`; none where `weights` is not as long as the
    /// network's list.
    ///
    /// ```
    /// use backprop::{Activation, Loss, Network, Problem, Samples};
    /// use ndarray::array;
    /// let network = Network::new(vec![1, 1], vec![Activation::Identity], false)?;
    /// let samples = Samples::new(array![[1.0], [2.0]], array![[1.0], [5.0]])?;
    /// let problem = Problem::new(network, Loss::SquaredError, samples)?;
    /// let Some(outputs) = problem.outputs(&[3.0]) else { unreachable!() };
    /// assert_eq!(outputs.values, array![[3.0], [6.0]]);
    /// // ½ (3 − 1)² and ½ (6 − 5)²
    /// assert_eq!((&outputs.errors[..], outputs.worst()), (&[2.0, 0.5][..], 0));
    /// # Ok::<(), backprop::Error>(())
    /// ```
    pub fn outputs(&self, weights: &[f64]) -> Option<Outputs> {
        let network = self.network();
        if weights.len() != network.weight_count() {
            return None;
        }
        let samples = self.samples();
        let mut values = Array2::zeros(samples.targets().dim());
        let mut errors = Vec::with_capacity(samples.count());
        let mut signals = Signals::new(network);
        for ((input, target), mut row) in samples.iter().zip(values.rows_mut()) {
            forward(network, weights, input, &mut signals);
            let output = &signals.output[network.output_units()];
            row.iter_mut().zip(output).for_each(|(to, &o)| *to = o);
            errors.push(error(network, self.loss(), target, &signals));
        }
        Some(Outputs { values, errors })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_number_is_worst() {
        let worst = |errors: &[f64]| {
            let values = Array2::zeros((errors.len(), 1));
            let errors = errors.to_vec();
            Outputs { values, errors }.worst()
        };
        assert_eq!(worst(&[0.1, 0.3, 0.3]), 1);
        assert_eq!(worst(&[0.1, f64::NAN, 0.3]), 1);
        assert_eq!(worst(&[f64::INFINITY, f64::NAN]), 0);
    }
}

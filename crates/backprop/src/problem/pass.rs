//! One sample forward and back.

use crate::equations::{Signals, backward, error, forward};
use crate::problem::Problem;

/// What flows for one sample, and what it adds to error and gradient.
#[derive(Clone, Debug)]
pub struct SamplePass {
    /// x, o, f′ and δ of every unit.
    pub signals: Signals<f64>,
    /// E of this sample.
    pub error: f64,
    /// ∂E/∂w of this sample's error, one for each weight.
    pub gradient: Vec<f64>,
}

impl Problem {
    /// One forward and one backward pass with the sample numbered `sample` (from 0) at `weights`;
    /// none beyond the last sample or where `weights` is not as long as the network's list.
    ///
    /// ```
    /// use backprop::{Activation, Loss, Network, Problem, Samples};
    /// use ndarray::array;
    /// // One logistic unit; at w = 0, x = 0 and o = ½.
    /// let network = Network::new(vec![1, 1], vec![Activation::Logistic], false)?;
    /// let samples = Samples::new(array![[1.0]], array![[0.8]])?;
    /// let problem = Problem::new(network, Loss::SquaredError, samples)?;
    /// let Some(pass) = problem.pass(&[0.0], 0) else { unreachable!() };
    /// assert_eq!((pass.signals.output[1], pass.signals.derivative[1]), (0.5, 0.25));
    /// // δ = (o − d) f′(x)
    /// assert_eq!(pass.signals.delta[1], (0.5 - 0.8) * 0.25);
    /// assert_eq!(problem.sum(&[0.0]).map(|sum| sum.error), Some(pass.error));
    /// let Some(check) = problem.check_gradient(&[0.0], 0) else { unreachable!() };
    /// assert!(check.relative_difference < 1e-9);
    /// # Ok::<(), backprop::Error>(())
    /// ```
    pub fn pass(&self, weights: &[f64], sample: usize) -> Option<SamplePass> {
        let network = self.network();
        let (input, target) = self.samples().iter().nth(sample)?;
        if weights.len() != network.weight_count() {
            return None;
        }
        let loss = self.loss();
        let mut signals = Signals::new(network);
        let mut gradient = vec![0.0; weights.len()];
        forward(network, weights, input, &mut signals);
        backward(network, loss, weights, target, &mut signals, &mut gradient);
        Some(SamplePass {
            error: error(network, loss, target, &signals),
            signals,
            gradient,
        })
    }
}

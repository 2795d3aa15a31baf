//! A look inside one update: the numbers on every unit and weight, for one sample and for the sum.

use crate::backward::{backward, sample_error};
use crate::forward::forward;
use crate::network::Network;
use crate::problem::Problem;
use crate::signals::Signals;

/// What flows for one sample, and what it adds to error and gradient.
#[derive(Clone, Debug)]
pub struct SamplePass {
    /// x, o, f′ and δ of every unit.
    pub signals: Signals<f64>,
    /// ½ Σ (o − d)² of this sample.
    pub error: f64,
    /// ∂E/∂w of this sample's error, one for each weight.
    pub gradient: Vec<f64>,
}

/// ∂E/∂w along one weight, found in two ways.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GradientCheck {
    /// By back-propagation.
    pub backpropagation: f64,
    /// (E(w + h) − E(w − h)) / 2h
    pub central_difference: f64,
    /// h
    pub h: f64,
    /// |difference| / max(|both|); 0 where both are 0.
    pub relative_difference: f64,
}

impl Problem {
    /// One forward and one backward pass with the sample numbered `sample` (from 0) at `weights`;
    /// none beyond the last sample or where `weights` is not as long as the network's list.
    pub fn pass(&self, weights: &[f64], sample: usize) -> Option<SamplePass> {
        let network = self.network();
        let (input, target) = self.samples().iter().nth(sample)?;
        if weights.len() != network.weight_count() {
            return None;
        }
        let mut signals = Signals::new(network);
        let mut gradient = vec![0.0; weights.len()];
        forward(network, weights, input, &mut signals);
        let error = sample_error(network, target, &signals);
        backward(network, weights, target, &mut signals, &mut gradient);
        Some(SamplePass {
            signals,
            error,
            gradient,
        })
    }

    /// Back-propagation against a central difference along the weight numbered `weight`; none
    /// beyond the last weight.
    ///
    /// h = ∛(machine epsilon) · max(1, |w|) balances the rounding of E, ε/h, against the cubic
    /// term, h²: both are about 10⁻¹¹, relative to E and to its third derivative.
    pub fn check_gradient(&self, weights: &[f64], weight: usize) -> Option<GradientCheck> {
        let w = *weights.get(weight)?;
        let h = f64::EPSILON.cbrt() * w.abs().max(1.0);
        let mut signals = Signals::new(self.network());
        let mut moved = weights.to_vec();
        let mut error_at = |value: f64| {
            moved[weight] = value;
            self.error(&moved, &mut signals)
        };
        let (above, below) = (w + h, w - h);
        let central_difference = (error_at(above) - error_at(below)) / (above - below);
        let backpropagation = *self.gradient(weights).1.get(weight)?;
        let size = backpropagation.abs().max(central_difference.abs());
        let difference = (backpropagation - central_difference).abs();
        Some(GradientCheck {
            backpropagation,
            central_difference,
            h,
            relative_difference: if size == 0.0 { 0.0 } else { difference / size },
        })
    }
}

/// ‖∂E/∂w‖ layer by layer, the first after the input first.
pub fn layer_norms(network: &Network, gradient: &[f64]) -> Vec<f64> {
    network
        .layers()
        .iter()
        .map(|layer| {
            let components = gradient.get(layer.weights.clone()).unwrap_or(&[]);
            crate::run::norm(components.iter().copied())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;

    fn xor() -> Experiment {
        Experiment::parse(
            r#"{"layers":[2,2,1],"activations":["logistic","tanh"],"bias":true,
            "inputs":[[0,0],[0,1],[1,0],[1,1]],"targets":[[0],[1],[1],[0]],
            "weights":[0.1,-0.2,0.3,0.4,-0.5,0.6,0.7,-0.8,0.9],
            "rule":{"name":"steepest-descent","rate":0.5},"steps":10}"#,
        )
        .unwrap()
    }

    #[test]
    fn the_samples_add_up_to_the_whole() {
        let experiment = xor();
        let problem = experiment.problem();
        let (error, gradient) = problem.gradient(experiment.start());
        let passes: Vec<SamplePass> = (0..4)
            .map(|sample| problem.pass(experiment.start(), sample).unwrap())
            .collect();
        assert_eq!(passes.iter().map(|pass| pass.error).sum::<f64>(), error);
        for (i, g) in gradient.iter().enumerate() {
            let sum: f64 = passes.iter().map(|pass| pass.gradient[i]).sum();
            assert!((sum - g).abs() < 1e-16);
        }
        assert!(problem.pass(experiment.start(), 4).is_none());
    }

    #[test]
    fn central_differences_agree() {
        let experiment = xor();
        for weight in 0..9 {
            let check = experiment
                .problem()
                .check_gradient(experiment.start(), weight)
                .unwrap();
            assert!(check.relative_difference < 1e-8, "{weight}: {check:?}");
        }
    }
}

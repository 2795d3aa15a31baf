//! A look inside one update: what flows back for all samples together, layer by layer, and whether it
//! is right.

use crate::network::{Layer, Network};
use crate::number::norm;
use crate::problem::Problem;

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

/// What flows back for all samples together.
#[derive(Clone, Debug)]
pub struct Sum {
    /// E
    pub error: f64,
    /// Σ δ over the samples, for every unit, the input's (0) first: the slope along a bias.
    pub delta: Vec<f64>,
    /// ∂E/∂w, one for each weight.
    pub gradient: Vec<f64>,
}

impl Problem {
    /// Error, deltas and gradient, summed over the samples; none where `weights` is not as long as
    /// the network's list.
    ///
    /// ```
    /// use backprop::Experiment;
    ///
    /// # let xor = r#"{"layers": [2, 2, 1], "activations": ["logistic", "logistic"], "bias": true,
    /// #     "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [[0], [1], [1], [0]],
    /// #     "weights": [0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.9],
    /// #     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#;
    /// let experiment = Experiment::parse(xor)?;
    /// let sum = experiment.problem().sum(experiment.start()).expect("nine weights");
    /// // Weight 8 is the bias of unit 4, the output: its source is always 1, so δ is its slope.
    /// assert!((sum.gradient[8] - sum.delta[4]).abs() < 1e-15);
    /// assert_eq!((sum.error, sum.gradient), experiment.problem().gradient(experiment.start()));
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn sum(&self, weights: &[f64]) -> Option<Sum> {
        if weights.len() != self.network().weight_count() {
            return None;
        }
        let (error, gradient) = self.gradient(weights);
        let mut delta = vec![0.0; self.network().unit_count()];
        for sample in 0..self.samples().count() {
            let pass = self.pass(weights, sample)?;
            for (sum, delta) in delta.iter_mut().zip(pass.signals.delta) {
                *sum += delta;
            }
        }
        Some(Sum {
            error,
            delta,
            gradient,
        })
    }

    /// What δ is multiplied by on its way back through each layer but the last, for the sample
    /// numbered `sample`: f′(x)·w where a layer and the next have one unit each, otherwise
    /// ‖δ‖ of the layer over ‖δ‖ of the next. NaN where nothing arrives there.
    ///
    /// ```
    /// use backprop::{Activation, Loss, Network, Problem, Samples, layer_norms};
    /// use ndarray::array;
    /// // A chain 1-1-1 of logistic units: δ of the hidden unit is f′(x) w times that of the output.
    /// let network = Network::new(vec![1, 1, 1], vec![Activation::Logistic; 2], false)?;
    /// let samples = Samples::new(array![[0.0]], array![[0.2]])?;
    /// let problem = Problem::new(network, Loss::SquaredError, samples)?;
    /// let weights = [1.0, 2.0];
    /// assert_eq!(problem.layer_factors(&weights, 0), Some(vec![0.25 * 2.0]));
    /// let (_, gradient) = problem.gradient(&weights);
    /// // Its input is 0: nothing tells the first weight where to go.
    /// assert_eq!(layer_norms(problem.network(), &gradient)[0], 0.0);
    /// # Ok::<(), backprop::Error>(())
    /// ```
    pub fn layer_factors(&self, weights: &[f64], sample: usize) -> Option<Vec<f64>> {
        let signals = self.pass(weights, sample)?.signals;
        let layers = self.network().layers();
        let factors = layers
            .iter()
            .zip(layers.iter().skip(1))
            .map(|(layer, next)| {
                if layer.units.len() == 1 && next.units.len() == 1 {
                    return signals.derivative[layer.units.start] * weights[next.weights.start];
                }
                let size = |layer: &Layer| norm(signals.delta[layer.units.clone()].iter().copied());
                size(layer) / size(next)
            });
        Some(factors.collect())
    }

    /// Back-propagation against a central difference along the weight numbered `weight`; none
    /// beyond the last weight.
    ///
    /// h = ∛(machine epsilon) · max(1, |w|) balances the rounding of E, ε/h, against the cubic
    /// term, h²: both are about 10⁻¹¹, relative to E and to its third derivative.
    ///
    /// ```
    /// use backprop::Experiment;
    ///
    /// # let xor = r#"{"layers": [2, 2, 1], "activations": ["logistic", "logistic"], "bias": true,
    /// #     "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [[0], [1], [1], [0]],
    /// #     "weights": [0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.9],
    /// #     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#;
    /// let experiment = Experiment::parse(xor)?;
    /// for weight in 0..9 {
    ///     let check = experiment.problem().check_gradient(experiment.start(), weight);
    ///     assert!(check.is_some_and(|check| check.relative_difference < 1e-8));
    /// }
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn check_gradient(&self, weights: &[f64], weight: usize) -> Option<GradientCheck> {
        let w = *weights.get(weight)?;
        const CUBE_ROOT_OF_EPSILON: f64 = 6.055_454_452_393_34e-6;
        let h = CUBE_ROOT_OF_EPSILON * w.abs().max(1.0);
        let mut moved = weights.to_vec();
        let mut error_at = |value: f64| {
            moved[weight] = value;
            self.gradient(&moved).0
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
///
/// ```
/// use backprop::{Activation, Loss, Network, Problem, Samples, layer_norms};
/// use ndarray::array;
///
/// // A chain 1-1-1 of logistic units, all weights 1: the gradient of the first layer is 0.2689 of
/// // that of the last. Each layer more takes it down again.
/// let network = Network::new(vec![1, 1, 1], vec![Activation::Logistic; 2], false)?;
/// let samples = Samples::new(array![[1.0]], array![[0.2]])?;
/// let problem = Problem::new(network, Loss::SquaredError, samples)?;
/// let (_, gradient) = problem.gradient(&[1.0, 1.0]);
/// let norms = layer_norms(problem.network(), &gradient);
/// assert!((norms[0] / norms[1] - 0.2689).abs() < 1e-4);
///
/// // On its way back δ is multiplied by f′(x) w; f′(1) is 0.1966.
/// let factors = problem.layer_factors(&[1.0, 1.0], 0).expect("there is one sample");
/// assert!((factors[0] - 0.1966).abs() < 1e-4);
/// # Ok::<(), backprop::Error>(())
/// ```
pub fn layer_norms(network: &Network, gradient: &[f64]) -> Vec<f64> {
    network
        .layers()
        .iter()
        .map(|layer| {
            let components = gradient.get(layer.weights.clone()).unwrap_or(&[]);
            norm(components.iter().copied())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::experiment::Experiment;
    use crate::problem::SamplePass;

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
    fn sums_are_those_of_the_samples() {
        let experiment = xor();
        let (problem, start) = (experiment.problem(), experiment.start());
        let sum = problem.sum(start).unwrap();
        assert_eq!((sum.error, sum.gradient.clone()), problem.gradient(start));
        // A bias is fed by 1, so its slope is its unit's summed delta.
        for (unit, bias) in [(2, 2), (3, 5), (4, 8)] {
            assert!((sum.delta[unit] - sum.gradient[bias]).abs() < 1e-16);
        }
        assert!(problem.sum(&start[1..]).is_none());
    }

    #[test]
    fn a_factor_is_what_delta_is_multiplied_by() {
        let experiment = Experiment::parse(
            r#"{"layers":[1,1,1,1],"activations":["logistic","tanh","logistic"],"bias":false,
            "inputs":[[1]],"targets":[[0.2]],"weights":[0.5,-2,1.5],
            "rule":{"name":"steepest-descent","rate":0.5},"steps":10}"#,
        )
        .unwrap();
        let (problem, start) = (experiment.problem(), experiment.start());
        let delta = problem.pass(start, 0).unwrap().signals.delta;
        let factors = problem.layer_factors(start, 0).unwrap();
        assert_eq!(factors.len(), 2);
        for (i, factor) in factors.iter().enumerate() {
            assert!((delta[i + 1] - factor * delta[i + 2]).abs() < 1e-15);
        }
        assert_eq!(
            xor()
                .problem()
                .layer_factors(xor().start(), 0)
                .unwrap()
                .len(),
            1
        );
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

//! What is to be learned: a network and the data set that it should fit.

use crate::backward::{backward, sample_error};
use crate::error::Error;
use crate::forward::forward;
use crate::network::Network;
use crate::real::Real;
use crate::samples::Samples;
use crate::signals::Signals;

/// A network with the data set that it should fit. It defines the error as a function of the
/// weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    network: Network,
    samples: Samples,
}

impl Problem {
    /// # Errors
    /// Where the rows of the data set are not as long as the layers that they belong to.
    pub fn new(network: Network, samples: Samples) -> Result<Problem, Error> {
        let (first, last) = match network.sizes() {
            [first, .., last] => (*first, *last),
            _ => (0, 0),
        };
        let sides = [
            ("inputs", samples.inputs().ncols(), first, "input"),
            ("targets", samples.targets().ncols(), last, "output"),
        ];
        for (name, found, expected, layer) in sides {
            let basis = format!("for the units of the {layer} layer");
            Error::check_count(format!("{name}[0]"), found, expected..=expected, basis)?;
        }
        Ok(Problem { network, samples })
    }

    /// The network.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The data set.
    pub fn samples(&self) -> &Samples {
        &self.samples
    }

    /// E, summed over the samples, at `weights` (one for each weight of the network).
    pub fn error<R: Real>(&self, weights: &[R], signals: &mut Signals<R>) -> R {
        let mut error = R::from_f64(0.0);
        for (input, target) in self.samples.iter() {
            forward(&self.network, weights, input, signals);
            error += sample_error(&self.network, target, signals);
        }
        error
    }

    /// E at `weights`; ∂E/∂w goes to `gradient`. Both lists have one number for each weight of the
    /// network.
    #[inline]
    pub fn error_and_gradient<R: Real>(
        &self,
        weights: &[R],
        gradient: &mut [R],
        signals: &mut Signals<R>,
    ) -> R {
        let mut error = R::from_f64(0.0);
        gradient.fill(R::from_f64(0.0));
        for (input, target) in self.samples.iter() {
            forward(&self.network, weights, input, signals);
            error += sample_error(&self.network, target, signals);
            backward(&self.network, weights, target, signals, gradient);
        }
        error
    }

    /// E and ∂E/∂w at `weights`, for callers that ask only once.
    pub fn gradient(&self, weights: &[f64]) -> (f64, Vec<f64>) {
        let mut gradient = vec![0.0; weights.len()];
        let mut signals = Signals::new(&self.network);
        let error = self.error_and_gradient(weights, &mut gradient, &mut signals);
        (error, gradient)
    }
}

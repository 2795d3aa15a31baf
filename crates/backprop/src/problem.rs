//! What is to be learned: a network and the data set that it should fit.

use crate::backward::{backward_rows, error_of_rows};
use crate::error::Error;
use crate::forward::forward_rows;
use crate::network::Network;
use crate::real::Real;
use crate::row::Row;
use crate::samples::Samples;
use crate::signals::{Rows, Signals};

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
        let network = &self.network;
        let Rows { output, slope, .. } = &mut signals.rows;
        let mut error = R::from_f64(0.0);
        for (inputs, targets) in self.samples.groups(R::Row::SAMPLES) {
            inputs.fill(output);
            forward_rows(network, weights, output, slope, |_, _| {});
            let target = |sample, i| targets.value(sample, i);
            error =
                error_of_rows(network, target, output, |_, _| {}).add_onto(error, targets.samples);
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
        let network = &self.network;
        let Rows {
            output,
            slope,
            delta,
        } = &mut signals.rows;
        let mut error = R::from_f64(0.0);
        gradient.fill(R::from_f64(0.0));
        for (inputs, targets) in self.samples.groups(R::Row::SAMPLES) {
            let samples = targets.samples;
            inputs.fill(output);
            forward_rows(network, weights, output, slope, |_, _| {});
            let target = |sample, i| targets.value(sample, i);
            error = error_of_rows(network, target, output, |unit, residual| {
                delta[unit] = residual * slope[unit];
            })
            .add_onto(error, samples);
            backward_rows(network, weights, output, slope, delta, samples, gradient);
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

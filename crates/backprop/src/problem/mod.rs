//! What is to be learned: a network and the data set that it should fit.

mod samples;

pub use samples::{MOST_SAMPLES, Samples};

use crate::batch::Row;
use crate::batch::Signals;
use crate::batch::forward_sheet;
use crate::batch::{backward_sheet, error_of_sheet};
use crate::error::Error;
use crate::network::Network;
use crate::number::Real;

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
        let mut gradient = weights.to_vec();
        self.error_and_gradient(weights, &mut gradient, signals)
    }

    /// E at `weights`; ∂E/∂w goes to `gradient`. Both lists have one number for each weight of the
    /// network.
    pub fn error_and_gradient<R: Real>(
        &self,
        weights: &[R],
        gradient: &mut [R],
        signals: &mut Signals<R>,
    ) -> R {
        R::error_and_gradient(self, weights, gradient, signals)
    }

    /// [`Problem::error_and_gradient`] for any number.
    #[inline(always)]
    pub(crate) fn sum_over_samples<R: Real>(
        &self,
        weights: &[R],
        gradient: &mut [R],
        signals: &mut Signals<R>,
    ) -> R {
        let width = R::Row::SAMPLES;
        let count = self.samples.count();
        let room = count.div_ceil(width).min(signals.room.rows());
        let mut error = R::from_f64(0.0);
        let mut first = 0;
        while first < count {
            let samples = (room * width).min(count - first);
            let rows = samples.div_ceil(width);
            let samples_of_last = samples - (rows - 1) * width;
            // The last row is filled up with its last sample.
            let place = |row: usize, sample: usize| first + (row * width + sample).min(samples - 1);

            let mut sheet = signals.room.sheet(room, rows);
            for unit in 0..self.samples.inputs().ncols() {
                let inputs = self.samples.input(unit);
                let places = sheet.unit(unit);
                for (o, row) in sheet.output[places].iter_mut().zip(0..) {
                    *o = R::Row::of_samples(|sample| inputs[place(row, sample)]);
                }
            }
            forward_sheet(&self.network, weights, &mut sheet);
            let target = |row, sample, i: usize| self.samples.target(i)[place(row, sample)];
            error_of_sheet(&self.network, &mut sheet, target, |row, errors| {
                let is_last = row + 1 == rows;
                let samples = if is_last { samples_of_last } else { width };
                error = errors.add_first_onto(samples, error);
            });
            backward_sheet(
                &self.network,
                weights,
                &mut sheet,
                samples_of_last,
                first == 0,
                gradient,
            );
            first += samples;
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

#[cfg(test)]
mod tests {
    use ndarray::Array2;
    use wide::f64x8;

    use super::*;
    use crate::batch::forward;
    use crate::batch::{backward, sample_error};
    use crate::network::Activation;

    /// More samples than stand in a sheet, and not a multiple of anything.
    #[test]
    fn a_data_set_at_once_is_its_samples_one_by_one() {
        for (sizes, bias) in [(vec![3, 16, 9, 2], true), (vec![1, 1], false)] {
            for count in [1, 2, 3, 4, 7, 16, 67, 203] {
                let shape = |units| (count, units);
                let value = |(s, i): (usize, usize)| (1.3 * s as f64 + 0.7 * i as f64).sin();
                let inputs = Array2::from_shape_fn(shape(sizes[0]), value);
                let targets = Array2::from_shape_fn(shape(sizes[sizes.len() - 1]), value);
                let activations = [Activation::Tanh, Activation::Logistic, Activation::Relu];
                let activations = activations[4 - sizes.len()..].to_vec();
                let network = Network::new(sizes.clone(), activations, bias).unwrap();
                let samples = Samples::new(inputs, targets).unwrap();
                let problem = Problem::new(network, samples).unwrap();
                let weights: Vec<f64> = (0..problem.network.weight_count())
                    .map(|i| (0.9 * i as f64).cos())
                    .collect();

                let mut signals = Signals::new(&problem.network);
                let mut expected = (0.0, vec![0.0; weights.len()]);
                for (input, target) in problem.samples.iter() {
                    forward(&problem.network, &weights, input, &mut signals);
                    expected.0 += sample_error(&problem.network, target, &signals);
                    let gradient = &mut expected.1;
                    backward(&problem.network, &weights, target, &mut signals, gradient);
                }
                assert_eq!(problem.gradient(&weights), expected);
                assert_eq!(problem.error(&weights, &mut signals), expected.0);

                let lanes: Vec<f64x8> = weights.iter().map(|&w| f64x8::from_f64(w)).collect();
                let mut gradient = lanes.clone();
                let mut signals = Signals::new(&problem.network);
                let error = problem.error_and_gradient(&lanes, &mut gradient, &mut signals);
                assert_eq!(error.to_array(), [expected.0; 8]);
                for (g, &expected) in gradient.iter().zip(&expected.1) {
                    assert_eq!(g.to_array(), [expected; 8]);
                }
            }
        }
    }
}

//! What is to be learned: a network and the data set that it should fit.

use crate::backward::{backward_sheet, error_of_sheet};
use crate::error::Error;
use crate::forward::forward_sheet;
use crate::network::Network;
use crate::real::Real;
use crate::row::Row;
use crate::samples::Samples;
use crate::sheet::Sheet;
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
        self.all_samples(weights, signals, |_, _| {})
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
        gradient.fill(R::from_f64(0.0));
        self.all_samples(weights, signals, |sheet, samples| {
            backward_sheet(&self.network, weights, sheet, samples, gradient);
        })
    }

    /// E at `weights`; `and_back` gets sheet after sheet with its forward pass and the deltas of
    /// its output units, and how many samples its last row has.
    #[inline(always)]
    fn all_samples<R: Real>(
        &self,
        weights: &[R],
        signals: &mut Signals<R>,
        mut and_back: impl FnMut(&mut Sheet<'_, R::Row>, usize),
    ) -> R {
        let width = R::Row::SAMPLES;
        let mut error = R::from_f64(0.0);
        for (inputs, targets) in self.samples.groups(width * signals.room.rows()) {
            let rows = targets.samples.div_ceil(width);
            let samples_of_last = targets.samples - (rows - 1) * width;
            let mut sheet = signals.room.sheet(rows);
            inputs.fill(rows, sheet.output);
            forward_sheet(&self.network, weights, &mut sheet, |_, _| {});
            let target = |row, sample, i| targets.value(row * width + sample, i);
            error_of_sheet(&self.network, &mut sheet, target, |row, errors| {
                let is_last = row + 1 == rows;
                let samples = if is_last { samples_of_last } else { width };
                error = errors.add_first_onto(samples, error);
            });
            and_back(&mut sheet, samples_of_last);
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

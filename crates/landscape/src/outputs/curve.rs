//! An output over the only input.

use backprop::Problem;
use backprop::equations::{Signals, forward};

use crate::outputs::range::input_range;
use crate::probe::node;

/// An output of a network with one input, at evenly spaced inputs.
///
/// ```
/// use backprop::Experiment;
/// use landscape::OutputCurve;
/// use lessons::Fact;
///
/// // One logistic unit: o = f(w o^1), ½ where the input is 0, whatever the weight.
/// let experiment = Experiment::parse(Fact::OneSample.document())?;
/// let Some(curve) = OutputCurve::of(experiment.problem(), &[4.0], 0, 3) else { unreachable!() };
/// assert_eq!(curve.places().next(), Some([0.0, 0.5]));
/// # Ok::<(), backprop::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct OutputCurve {
    range: [f64; 2],
    outputs: Vec<f64>,
}

impl OutputCurve {
    /// The output numbered `output` (from 0) at `weights`, at `points` inputs (at least 2) from one end
    /// of the [`input_range`] to the other. None where the network has more inputs than one, or no such
    /// output, or other weights.
    pub fn of(
        problem: &Problem,
        weights: &[f64],
        output: usize,
        points: usize,
    ) -> Option<OutputCurve> {
        let network = problem.network();
        let unit = network.output_units().nth(output)?;
        if network.sizes().first() != Some(&1) || network.weight_count() != weights.len() {
            return None;
        }
        let range = input_range(problem, 0)?;
        let mut signals = Signals::new(network);
        let outputs = inputs(range, points).map(|input| {
            forward(network, weights, &[input], &mut signals);
            signals.output[unit]
        });
        let outputs = outputs.collect();
        Some(OutputCurve { range, outputs })
    }

    /// First and last input.
    pub fn range(&self) -> [f64; 2] {
        self.range
    }

    /// Input and output, in order.
    pub fn places(&self) -> impl Iterator<Item = [f64; 2]> {
        let inputs = inputs(self.range, self.outputs.len());
        inputs.zip(&self.outputs).map(|(input, &o)| [input, o])
    }
}

fn inputs([from, to]: [f64; 2], points: usize) -> impl Iterator<Item = f64> {
    (0..points).map(move |index| node(from, to, index, points))
}

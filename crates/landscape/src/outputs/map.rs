//! An output over two inputs.

use backprop::Problem;
use backprop::equations::{Signals, forward};
use ndarray::Array2;

use crate::field::Field;
use crate::outputs::range::input_range;
use crate::probe::node;

/// Multiplications of a map: about a millisecond of them.
const WORK: f64 = 3e5;
/// Nodes along a side, at least and at most.
const SIDE: [f64; 2] = [17.0, 97.0];

/// An output of a network with two inputs, on an even grid over them.
///
/// ```
/// use backprop::Experiment;
/// use landscape::OutputMap;
/// use lessons::Fact;
///
/// // With all weights 0, XOR's output unit gives ½ everywhere.
/// let xor = Experiment::parse(Fact::Xor.document())?;
/// let Some(map) = OutputMap::of(xor.problem(), &[0.0; 9], 0) else { unreachable!() };
/// assert!(map.field().values.iter().all(|&o| o == 0.5));
/// assert_eq!(map.field().x, [-0.15, 1.15]);
/// # Ok::<(), backprop::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct OutputMap {
    x: [f64; 2],
    y: [f64; 2],
    values: Array2<f64>,
}

impl OutputMap {
    /// The output numbered `output` (from 0) at `weights` over the [`input_range`]s, the first input to
    /// the right and the second upwards. The larger the network, the coarser, so that a frame has time
    /// for it. None where the network has not two inputs, or no such output, or other weights.
    pub fn of(problem: &Problem, weights: &[f64], output: usize) -> Option<OutputMap> {
        let network = problem.network();
        let unit = network.output_units().nth(output)?;
        if network.sizes().first() != Some(&2) || network.weight_count() != weights.len() {
            return None;
        }
        let (x, y) = (input_range(problem, 0)?, input_range(problem, 1)?);
        let side = (WORK / weights.len().max(1) as f64).sqrt();
        let side = side.clamp(SIDE[0], SIDE[1]) as usize;
        let mut signals = Signals::new(network);
        let values = Array2::from_shape_fn((side, side), |(row, column)| {
            let input = [node(x[0], x[1], column, side), node(y[0], y[1], row, side)];
            forward(network, weights, &input, &mut signals);
            signals.output[unit]
        });
        Some(OutputMap { x, y, values })
    }

    /// o at the nodes.
    pub fn field(&self) -> Field<'_> {
        let values = self.values.view();
        let (x, y) = (self.x, self.y);
        Field { values, x, y }
    }
}

#[cfg(test)]
mod tests {
    use backprop::Experiment;
    use lessons::Fact;

    use super::*;

    /// Nodes are the outputs that the core gives for these inputs as samples.
    #[test]
    fn a_node_is_the_output_for_its_inputs() {
        let xor = Experiment::parse(Fact::Xor.document()).unwrap();
        let problem = xor.problem();
        let map = OutputMap::of(problem, xor.start(), 0).unwrap();
        let last = map.values.ncols() - 1;
        assert_eq!(last, 96);
        let mut signals = Signals::new(problem.network());
        for (place, input) in [
            ((0, 0), [-0.15, -0.15]),
            ((0, last), [1.15, -0.15]),
            ((last / 2, last), [1.15, 0.5]),
        ] {
            forward(problem.network(), xor.start(), &input, &mut signals);
            let expected = signals.output.last().unwrap();
            assert!((map.values[place] - expected).abs() < 1e-15, "{place:?}");
        }
    }

    #[test]
    fn what_has_no_such_picture_has_none() {
        let xor = Experiment::parse(Fact::Xor.document()).unwrap();
        assert!(OutputMap::of(xor.problem(), xor.start(), 1).is_none());
        assert!(OutputMap::of(xor.problem(), &[0.0], 0).is_none());
        let one = Experiment::parse(Fact::OneSample.document()).unwrap();
        assert!(OutputMap::of(one.problem(), one.start(), 0).is_none());
        assert!(super::super::OutputCurve::of(xor.problem(), xor.start(), 0, 9).is_none());
    }
}

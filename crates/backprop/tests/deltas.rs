//! The numbers of one update against dual numbers: a unit's δ is the slope along its bias.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

mod textbook;

use backprop::{Connection, Source};
use proptest::prelude::*;
use textbook::cases;

proptest! {
    #[test]
    fn a_delta_is_the_slope_along_the_units_bias(case in cases(3, 4, 2.0), sample in 0_usize..5) {
        prop_assume!(case.bias && sample < case.inputs.len());
        let problem = case.problem();
        let network = problem.network();
        let pass = problem.pass(&case.weights, sample).unwrap();
        let slopes = case.only_sample(sample).gradient();
        for (k, layer) in network.layers().iter().enumerate() {
            for (unit, i) in layer.units.clone().enumerate() {
                let source = Source::Bias;
                let place = Connection { layer: k + 1, unit, source };
                let slope = slopes[network.index(place).unwrap()];
                let delta = pass.signals.delta[i];
                // Slopes of this size are exact to about 1e-13 after four layers.
                prop_assert!((delta - slope).abs() <= 1e-10 * slope.abs().max(1e-3), "{delta} for {slope}");
            }
        }
    }
}

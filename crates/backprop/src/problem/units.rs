//! The natural unit of each weight.

use ndarray::ArrayView1;

use crate::network::{Network, Source};
use crate::number::norm;
use crate::problem::Samples;

/// The natural unit of each weight, in which nothing depends on the units of the inputs: 1 over the
/// root mean square of the input that the weight multiplies (1 where that is 0); 1 for biases and
/// for weights between units. Finite and above 0.
pub(super) fn natural_units(network: &Network, samples: &Samples) -> Vec<f64> {
    let of_inputs: Vec<f64> = samples.inputs().columns().into_iter().map(unit).collect();
    let of_weight = |index| match network.connection(index) {
        Some(place) if place.layer == 1 => match place.source {
            Source::Unit(j) => of_inputs[j],
            Source::Bias => 1.0,
        },
        _ => 1.0,
    };
    (0..network.weight_count()).map(of_weight).collect()
}

fn unit(inputs: ArrayView1<'_, f64>) -> f64 {
    let root_mean_square = norm(inputs.iter().copied()) / (inputs.len() as f64).sqrt();
    if root_mean_square == 0.0 {
        1.0
    } else {
        root_mean_square.recip().clamp(f64::MIN_POSITIVE, f64::MAX)
    }
}

//! The forward pass: net inputs and outputs.

use crate::batch::Row;
use crate::batch::Sheet;
use crate::batch::Signals;
use crate::network::Activation::{Identity, Logistic, Relu, Tanh};
use crate::network::{Layer, Network};
use crate::number::Real;

/// Sends one input through the network:
///
/// - x_i = Σ_j o_j w_ji, and the bias where there is one
/// - o_i = f(x_i)
///
/// `weights` has the network's length and `input` that of its input layer; `signals` was made for
/// the same network. Its deltas are left as they are.
#[inline]
pub fn forward<R: Real>(network: &Network, weights: &[R], input: &[f64], signals: &mut Signals<R>) {
    let (mut sheet, net_input) = signals.sheet();
    for (output, &value) in sheet.output.iter_mut().zip(input) {
        *output = R::from_f64(value);
    }
    for layer in network.layers() {
        let weights = &weights[layer.weights.clone()];
        let see = &mut |unit, x| net_input[unit] = x;
        let output_and_slope = |x| layer.activation.output_and_slope(x);
        forward_layer(layer, weights, &mut sheet, see, output_and_slope);
    }
}

/// The same with several samples at once, and fast. The input's units hold their outputs already.
#[inline(always)]
pub(crate) fn forward_sheet<R: Real, V: Row<R>>(
    network: &Network,
    weights: &[R],
    sheet: &mut Sheet<'_, V>,
) {
    for layer in network.layers() {
        let weights = &weights[layer.weights.clone()];
        let see = &mut |_, _| {};
        // The choice stands outside of the loops over samples and units.
        match layer.activation {
            Logistic => forward_layer(layer, weights, sheet, see, |x| Logistic.output_and_slope(x)),
            Tanh => forward_layer(layer, weights, sheet, see, |x| Tanh.output_and_slope(x)),
            Identity => forward_layer(layer, weights, sheet, see, |x| Identity.output_and_slope(x)),
            Relu => forward_layer(layer, weights, sheet, see, |x| Relu.output_and_slope(x)),
        }
    }
}

/// One layer, with its own `weights`; `net_input` is told the number and x of each unit.
#[inline(always)]
fn forward_layer<R: Real, V: Row<R>>(
    layer: &Layer,
    weights: &[R],
    sheet: &mut Sheet<'_, V>,
    net_input: &mut impl FnMut(usize, V),
    output_and_slope: impl Fn(V) -> (V, V),
) {
    let mut weights = weights;
    for unit in layer.units.clone() {
        let (w, w_j, bias);
        (w, weights) = weights.split_at(layer.fan_in);
        (w_j, bias) = w.split_at(layer.sources.len());
        // A bias is the weight of a source that is always 1.
        let bias = match bias {
            [bias, ..] => V::splat(*bias),
            [] => V::from_f64(0.0),
        };
        let places = sheet.unit(unit);
        let (before, here) = sheet.output.split_at_mut(places.start);
        let sources = &before[sheet.room * layer.sources.start..];
        let outputs = here[..sheet.rows].iter_mut();
        let slopes = &mut sheet.slope[places];
        for ((o, slope), row) in outputs.zip(slopes).zip(0..) {
            let mut x = bias;
            let mut place: usize = row;
            for &w_ji in w_j {
                x += sources[place] * V::splat(w_ji);
                place += sheet.room;
            }
            net_input(unit, x);
            (*o, *slope) = output_and_slope(x);
        }
    }
}

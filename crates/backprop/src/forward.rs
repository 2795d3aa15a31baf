//! The forward pass: net inputs and outputs.

use crate::activation::Activation::{Identity, Logistic, Relu, Tanh};
use crate::network::{Layer, Network};
use crate::real::Real;
use crate::row::Row;
use crate::sheet::Sheet;
use crate::signals::Signals;

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
    forward_sheet(network, weights, &mut sheet, |unit, x| net_input[unit] = x);
}

/// The same with several samples at once. The input's units hold their outputs already;
/// `net_input` is told the number and x of each unit.
#[inline(always)]
pub(crate) fn forward_sheet<R: Real, V: Row<R>>(
    network: &Network,
    weights: &[R],
    sheet: &mut Sheet<'_, V>,
    mut net_input: impl FnMut(usize, V),
) {
    for layer in network.layers() {
        let weights = &weights[layer.weights.clone()];
        let see = &mut net_input;
        // The choice stands outside of the loops over samples and units.
        match layer.activation {
            Logistic => forward_layer(layer, weights, sheet, see, |x| Logistic.output_and_slope(x)),
            Tanh => forward_layer(layer, weights, sheet, see, |x| Tanh.output_and_slope(x)),
            Identity => forward_layer(layer, weights, sheet, see, |x| Identity.output_and_slope(x)),
            Relu => forward_layer(layer, weights, sheet, see, |x| Relu.output_and_slope(x)),
        }
    }
}

/// One layer, with its own `weights`.
#[inline(always)]
fn forward_layer<R: Real, V: Row<R>>(
    layer: &Layer,
    weights: &[R],
    sheet: &mut Sheet<'_, V>,
    net_input: &mut impl FnMut(usize, V),
    output_and_slope: impl Fn(V) -> (V, V),
) {
    let (fed_by, feeds) = (sheet.layer(&layer.sources), sheet.layer(&layer.units));
    let (before, here) = sheet.output.split_at_mut(feeds.start);
    let mut sources = &before[fed_by];
    let mut outputs = here;
    let mut slopes = &mut sheet.slope[feeds];

    for _ in 0..sheet.rows {
        // Cut off piece by piece, and not in chunks: those cost a division.
        let (o, s, o_j);
        (o_j, sources) = sources.split_at(layer.sources.len());
        (o, outputs) = outputs.split_at_mut(layer.units.len());
        (s, slopes) = slopes.split_at_mut(layer.units.len());
        let mut weights = weights;
        for ((o_i, slope_i), unit) in o.iter_mut().zip(s).zip(layer.units.start..) {
            let w;
            (w, weights) = weights.split_at(layer.fan_in);
            // A bias is the weight of a source that is always 1.
            let mut x = match w.get(o_j.len()) {
                Some(&bias) => V::splat(bias),
                None => V::from_f64(0.0),
            };
            for (&o_j, &w_ji) in o_j.iter().zip(w) {
                x += o_j * V::splat(w_ji);
            }
            net_input(unit, x);
            (*o_i, *slope_i) = output_and_slope(x);
        }
    }
}

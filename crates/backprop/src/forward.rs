//! The forward pass: net inputs and outputs.

use crate::network::Network;
use crate::real::Real;
use crate::row::Row;
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
    let Signals {
        net_input,
        output,
        slope,
        ..
    } = signals;
    for (output, &value) in output.iter_mut().zip(input) {
        *output = R::from_f64(value);
    }
    forward_rows(network, weights, output, slope, |unit, x| {
        net_input[unit] = x;
    });
}

/// The same with the samples of a row at once. The input's units hold their outputs already;
/// `net_input` is told the number and x of each unit.
#[inline(always)]
pub(crate) fn forward_rows<R: Real, V: Row<R>>(
    network: &Network,
    weights: &[R],
    output: &mut [V],
    slope: &mut [V],
    mut net_input: impl FnMut(usize, V),
) {
    for layer in network.layers() {
        let (before, here) = output.split_at_mut(layer.units.start);
        let sources = &before[layer.sources.clone()];
        let slopes = &mut slope[layer.units.clone()];
        let incoming = weights[layer.weights.clone()].chunks_exact(layer.fan_in);

        for (((w, o), slope), unit) in incoming.zip(here).zip(slopes).zip(layer.units.clone()) {
            // A bias is the weight of a source that is always 1.
            let mut x = match w.get(sources.len()) {
                Some(&bias) => V::splat(bias),
                None => V::from_f64(0.0),
            };
            for (&o_j, &w_ji) in sources.iter().zip(w) {
                x += o_j * V::splat(w_ji);
            }
            net_input(unit, x);
            (*o, *slope) = layer.activation.output_and_slope(x);
        }
    }
}

//! The forward pass: net inputs and outputs.

use crate::network::Network;
use crate::real::Real;
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
    for (output, &value) in signals.output.iter_mut().zip(input) {
        *output = R::from_f64(value);
    }
    for layer in network.layers() {
        let (before, here) = signals.output.split_at_mut(layer.units.start);
        let sources = &before[layer.sources.clone()];
        let net_inputs = &mut signals.net_input[layer.units.clone()];
        let slopes = &mut signals.slope[layer.units.clone()];
        let incoming = weights[layer.weights.clone()].chunks_exact(layer.fan_in);

        for (((w, x), o), slope) in incoming.zip(net_inputs).zip(here).zip(slopes) {
            // A bias is the weight of a source that is always 1.
            *x = match w.get(sources.len()) {
                Some(&bias) => bias,
                None => R::from_f64(0.0),
            };
            for (&o_j, &w_ji) in sources.iter().zip(w) {
                *x += o_j * w_ji;
            }
            (*o, *slope) = layer.activation.output_and_slope(*x);
        }
    }
}

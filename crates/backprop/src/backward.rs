//! The backward pass: the error, the deltas and ∂E/∂w. The lecture's three equations, once.

use crate::network::Network;
use crate::real::Real;
use crate::row::Row;
use crate::signals::Signals;

/// E = ½ Σ_i (o_i − d_i)² of the sample whose forward pass is in `signals`.
#[inline]
pub fn sample_error<R: Real>(network: &Network, target: &[f64], signals: &Signals<R>) -> R {
    error_of_rows(network, |_, i| target[i], &signals.output, |_, _| {})
}

/// Carries the error of the sample whose forward pass is in `signals` back through the network:
///
/// - output layer: δ_i = (o_i − d_i) f′(x_i)
/// - hidden layers: δ_i = f′(x_i) Σ_k δ_k w_ik
/// - ∂E/∂w_ji = δ_i o_j, added to `gradient`
///
/// All lists have the network's lengths.
#[inline]
pub fn backward<R: Real>(
    network: &Network,
    weights: &[R],
    target: &[f64],
    signals: &mut Signals<R>,
    gradient: &mut [R],
) {
    let Signals {
        output,
        slope,
        delta,
        ..
    } = signals;
    error_of_rows(
        network,
        |_, i| target[i],
        output,
        |unit, residual: R| delta[unit] = residual * slope[unit],
    );
    backward_rows(network, weights, output, slope, delta, 1, gradient);
}

/// E of each sample of a row, whose target for an output unit is `target(sample, i)`; `residual`
/// is told the number and o_i − d_i of each output unit.
#[inline(always)]
pub(crate) fn error_of_rows<R: Real, V: Row<R>>(
    network: &Network,
    target: impl Fn(usize, usize) -> f64,
    output: &[V],
    mut residual: impl FnMut(usize, V),
) -> V {
    let mut sum = V::from_f64(0.0);
    if let Some(layer) = network.layers().last() {
        for (i, unit) in layer.units.clone().enumerate() {
            let off = output[unit] - V::of_samples(|sample| target(sample, i));
            sum += off * off;
            residual(unit, off);
        }
    }
    sum * V::from_f64(0.5)
}

/// From the deltas of the output units, which are in `delta`, those of all others, and ∂E/∂w
/// summed over the first `samples` samples of the row and added to `gradient`.
#[inline(always)]
pub(crate) fn backward_rows<R: Real, V: Row<R>>(
    network: &Network,
    weights: &[R],
    output: &[V],
    slope: &[V],
    delta: &mut [V],
    samples: usize,
    gradient: &mut [R],
) {
    for (k, layer) in network.layers().iter().enumerate().rev() {
        let (before, here) = delta.split_at_mut(layer.units.start);
        let deltas = &here[..layer.units.len()];
        let sources = &output[layer.sources.clone()];
        let incoming = gradient[layer.weights.clone()].chunks_exact_mut(layer.fan_in);
        for (&delta_i, g) in deltas.iter().zip(incoming) {
            for (g_ji, &o_j) in g.iter_mut().zip(sources) {
                *g_ji = (delta_i * o_j).add_onto(*g_ji, samples);
            }
            if let Some(g_bias) = g.get_mut(sources.len()) {
                *g_bias = delta_i.add_onto(*g_bias, samples);
            }
        }

        // The input's units have no weights before them: nothing asks for their deltas.
        if k == 0 {
            break;
        }
        let weights = &weights[layer.weights.clone()];
        let earlier = before[layer.sources.clone()].iter_mut();
        let slopes = &slope[layer.sources.clone()];
        for ((delta_i, &slope_i), i) in earlier.zip(slopes).zip(0..) {
            let mut sum = V::from_f64(0.0);
            let outgoing = weights.iter().skip(i).step_by(layer.fan_in);
            for (&delta_k, &w_ik) in deltas.iter().zip(outgoing) {
                sum += delta_k * V::splat(w_ik);
            }
            *delta_i = sum * slope_i;
        }
    }
}

//! The backward pass: the error, the deltas and ∂E/∂w. The lecture's three equations, once.

use crate::network::Network;
use crate::real::Real;
use crate::signals::Signals;

/// E = ½ Σ_i (o_i − d_i)² of the sample whose forward pass is in `signals`.
#[inline]
pub fn sample_error<R: Real>(network: &Network, target: &[f64], signals: &Signals<R>) -> R {
    let outputs = &signals.output[signals.output.len() - target.len()..];
    debug_assert_eq!(network.sizes().last(), Some(&target.len()));
    let mut sum = R::from_f64(0.0);
    for (&o, &d) in outputs.iter().zip(target) {
        let residual = o - R::from_f64(d);
        sum += residual * residual;
    }
    sum * R::from_f64(0.5)
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

    let Some(last) = network.layers().last() else {
        return;
    };
    for (i, &d) in last.units.clone().zip(target) {
        delta[i] = (output[i] - R::from_f64(d)) * slope[i];
    }

    for (k, layer) in network.layers().iter().enumerate().rev() {
        let (before, here) = delta.split_at_mut(layer.units.start);
        let deltas = &here[..layer.units.len()];
        let sources = &output[layer.sources.clone()];
        let incoming = gradient[layer.weights.clone()].chunks_exact_mut(layer.fan_in);
        for (&delta_i, g) in deltas.iter().zip(incoming) {
            for (g_ji, &o_j) in g.iter_mut().zip(sources) {
                *g_ji += delta_i * o_j;
            }
            if let Some(g_bias) = g.get_mut(sources.len()) {
                *g_bias += delta_i;
            }
        }

        // The input's units have no weights before them: nothing asks for their deltas.
        if k == 0 {
            break;
        }
        let earlier = &mut before[layer.sources.clone()];
        earlier.fill(R::from_f64(0.0));
        let incoming = weights[layer.weights.clone()].chunks_exact(layer.fan_in);
        for (&delta_k, w) in deltas.iter().zip(incoming) {
            for (sum, &w_ik) in earlier.iter_mut().zip(w) {
                *sum += delta_k * w_ik;
            }
        }
        for (delta_i, &slope_i) in earlier.iter_mut().zip(&slope[layer.sources.clone()]) {
            *delta_i = *delta_i * slope_i;
        }
    }
}

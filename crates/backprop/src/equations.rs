//! Error back-propagation as the lecture has it: one network, one sample, any kind of number.
//!
//! Units are numbered through the whole network, the input's first; j stands before i, and i
//! before k. Whole data sets take the same sums in the same order, faster: there every result
//! has the bits that these lines give.
//!
//! ```
//! use backprop::equations::{Signals, backward, error, forward};
//! use backprop::{Activation, Loss, Network};
//!
//! let network = Network::new(vec![1, 1], vec![Activation::Logistic], false)?;
//! let (w, d, mut gradient) = ([0.0], [0.8], [0.0]);
//! let mut signals = Signals::new(&network);
//! forward(&network, &w, &[2.0], &mut signals);
//! assert_eq!(signals.output, [2.0, 0.5]);
//! assert!((error(&network, Loss::SquaredError, &d, &signals) - 0.045).abs() < 1e-15);
//! backward(&network, Loss::SquaredError, &w, &d, &mut signals, &mut gradient);
//! // δ = (o − d) f′(x), ∂E/∂w = δ o
//! assert!((gradient[0] - (0.5 - 0.8) * 0.25 * 2.0).abs() < 1e-15);
//! # Ok::<(), backprop::Error>(())
//! ```

use crate::losses::Loss;
use crate::network::Network;
use crate::number::Real;

/// The numbers on the units for one sample, one for each unit. For the input's units only
/// `output` has a meaning; the others stay 0.
#[derive(Clone, Debug)]
pub struct Signals<R> {
    /// x: what flows into a unit.
    pub net_input: Vec<R>,
    /// o = f(x), and the sample's input for the input's units.
    pub output: Vec<R>,
    /// f′(x)
    pub derivative: Vec<R>,
    /// δ = ∂E/∂x of this sample's error.
    pub delta: Vec<R>,
}

impl<R: Real> Signals<R> {
    /// Room for the signals of `network`, all 0.
    pub fn new(network: &Network) -> Signals<R> {
        let zeros = vec![R::from_f64(0.0); network.unit_count()];
        Signals {
            net_input: zeros.clone(),
            output: zeros.clone(),
            derivative: zeros.clone(),
            delta: zeros,
        }
    }
}

/// Forward: sends one input through the network, layer by layer.
pub fn forward<R: Real>(network: &Network, w: &[R], input: &[f64], signals: &mut Signals<R>) {
    let Signals {
        net_input: x,
        output: o,
        derivative,
        ..
    } = signals;
    for (j, &value) in input.iter().enumerate() {
        o[j] = R::from_f64(value);
    }
    for layer in network.layers() {
        for i in layer.units.clone() {
            // x_i = b_i + Σ_j o_j w_ji
            x[i] = layer.bias(i).map_or(R::from_f64(0.0), |b| w[b]);
            for j in layer.sources.clone() {
                x[i] += o[j] * w[layer.weight(j, i)];
            }
            // o_i = f(x_i)
            (o[i], derivative[i]) = layer.activation.output_and_derivative(x[i]);
        }
    }
}

/// The error of the sample that was sent forward: E = ½ Σ_i (o_i − d_i)², or that of another loss.
pub fn error<R: Real>(network: &Network, loss: Loss, d: &[f64], signals: &Signals<R>) -> R {
    let mut error = R::from_f64(0.0);
    for (i, &d_i) in network.output_units().zip(d) {
        error += loss.error(signals.net_input[i], signals.output[i], R::from_f64(d_i));
    }
    error
}

/// Backward: carries the error of the sample that was sent forward back through the network, and
/// adds its ∂E/∂w to `gradient`.
pub fn backward<R: Real>(
    network: &Network,
    loss: Loss,
    w: &[R],
    d: &[f64],
    signals: &mut Signals<R>,
    gradient: &mut [R],
) {
    let Signals {
        output: o,
        derivative,
        delta,
        ..
    } = signals;
    // Output units: δ_i = (o_i − d_i) f′(x_i), or that of another loss
    for (i, &d_i) in network.output_units().zip(d) {
        delta[i] = loss.delta(o[i], derivative[i], R::from_f64(d_i));
    }
    // Hidden units, from the output back: δ_j = f′(x_j) Σ_k δ_k w_jk
    for layer in network.layers().iter().skip(1).rev() {
        for j in layer.sources.clone() {
            let mut sum = R::from_f64(0.0);
            for k in layer.units.clone() {
                sum += delta[k] * w[layer.weight(j, k)];
            }
            delta[j] = derivative[j] * sum;
        }
    }
    // ∂E/∂w_ji = δ_i o_j, and ∂E/∂b_i = δ_i since a bias comes from a source that is always 1
    for layer in network.layers() {
        for i in layer.units.clone() {
            for j in layer.sources.clone() {
                gradient[layer.weight(j, i)] += delta[i] * o[j];
            }
            if let Some(b) = layer.bias(i) {
                gradient[b] += delta[i];
            }
        }
    }
}

//! What rounding may do to the gradient.

use backprop::{Activation, Loss};

use super::Case;

/// One unit on one sample, with bounds of rounding errors.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trace {
    pub(super) x: f64,
    x_off: f64,
    o: f64,
    o_off: f64,
    slope: f64,
    /// Relative to the slope.
    slope_off: f64,
}

/// Rounding of one operation in each of the two computations that are compared, with a reserve.
const UNIT: f64 = 4.0 * f64::EPSILON;

impl Case {
    pub(super) fn traces(&self, weights: &[f64], input: &[f64]) -> Vec<Vec<Trace>> {
        let exact = |o: &f64| Trace {
            x: *o,
            x_off: 0.0,
            o: *o,
            o_off: 0.0,
            slope: 1.0,
            slope_off: 0.0,
        };
        let mut layers: Vec<Vec<Trace>> = vec![input.iter().map(exact).collect()];
        let mut weights = weights.iter().copied();
        for (&units, &f) in self.sizes[1..].iter().zip(&self.activations) {
            let sources = layers.last().unwrap().clone();
            let operations = sources.len() as f64 + 1.0;
            let layer = (0..units).map(|_| {
                let (mut x, mut x_off, mut size) = (0.0, 0.0, 0.0);
                for source in &sources {
                    let w = weights.next().unwrap();
                    x += w * source.o;
                    x_off += w.abs() * source.o_off;
                    size += (w * source.o).abs();
                }
                if self.bias {
                    let w = weights.next().unwrap();
                    x += w;
                    size += w.abs();
                }
                unit(f, x, x_off + operations * UNIT * size)
            });
            let layer = layer.collect();
            layers.push(layer);
        }
        layers.split_off(1)
    }
}

fn unit(f: Activation, x: f64, x_off: f64) -> Trace {
    // |f″/f′| is at most 1 for the logistic function and softplus, 2 for tanh, 0 for the others; the constants
    // in front of UNIT count operations.
    let (o, slope, slope_off, rounding) = match f {
        Activation::Logistic => {
            let (o, slope) = (1.0 / (1.0 + (-x).exp()), 1.0 / (2.0 + 2.0 * x.cosh()));
            (o, slope, x_off + 8.0 * UNIT, 4.0 * UNIT * o)
        }
        // The subtraction in 2 logistic(2x) − 1 leaves an absolute error.
        Activation::Tanh => {
            let slope = 1.0 / x.cosh().powi(2);
            (x.tanh(), slope, 2.0 * x_off + 8.0 * UNIT, 4.0 * UNIT)
        }
        Activation::Identity => (x, 1.0, 0.0, 0.0),
        Activation::Relu if x > 0.0 => (x, 1.0, 0.0, 0.0),
        Activation::Relu => (0.0, 0.0, 0.0, 0.0),
        Activation::LeakyRelu if x > 0.0 => (x, 1.0, 0.0, 0.0),
        Activation::LeakyRelu => (0.01 * x, 0.01, 0.0, UNIT * x.abs()),
        Activation::Softplus => {
            let o = x.max(0.0) + (-x.abs()).exp().ln_1p();
            let slope = 1.0 / (1.0 + (-x).exp());
            (o, slope, x_off + 8.0 * UNIT, 8.0 * UNIT * o)
        }
    };
    Trace {
        x,
        x_off,
        o,
        o_off: slope * x_off + rounding,
        slope,
        slope_off,
    }
}

/// (magnitude, error) of δ for each unit of a layer, from those of ∂E/∂o.
fn through_slopes(layer: &[Trace], behind: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let deltas = layer.iter().zip(behind).map(|(unit, (size, off))| {
        let relative = unit.slope_off + 2.0 * UNIT;
        (size * unit.slope, unit.slope * (off + size * relative))
    });
    deltas.collect()
}

impl Case {
    /// To first order, how far two computations of ∂E/∂w may be apart through rounding alone, by
    /// a running error analysis (Higham, Accuracy and Stability of Numerical Algorithms, 3.3)
    /// along the lecture's equations, with magnitudes in place of signed sums so that it holds
    /// for forward and backward differentiation alike. None where rounding decides on which side
    /// of its kink a rectifier is.
    pub(crate) fn gradient_bounds(&self) -> Option<Vec<f64>> {
        let mut bounds = vec![0.0; self.weights.len()];
        for (input, target) in self.inputs.iter().zip(&self.targets) {
            let layers = self.traces(&self.weights, input);
            for (layer, &f) in layers.iter().zip(&self.activations) {
                let near = |unit: &Trace| unit.x.abs() <= unit.x_off;
                if f.has_kink_at(0.0) && layer.iter().any(near) {
                    return None;
                }
            }
            self.add_bounds(&layers, input, target, &mut bounds);
        }
        let sums = self.inputs.len() as f64;
        Some(bounds.iter().map(|bound| bound * sums).collect())
    }

    /// (magnitude, error) of δ for each output unit.
    fn output_deltas(&self, layer: &[Trace], target: &[f64]) -> Vec<(f64, f64)> {
        let units = layer.iter().zip(target);
        match self.loss {
            Loss::SquaredError => {
                let misses = units.map(|(unit, d)| {
                    let rounding = UNIT * (unit.o.abs() + d.abs());
                    ((unit.o - d).abs(), unit.o_off + rounding)
                });
                through_slopes(layer, &misses.collect::<Vec<_>>())
            }
            // (1 − d) o − d (1 − o), each term with its digits.
            Loss::CrossEntropy => {
                let of_no = |unit: &Trace| 1.0 / (1.0 + unit.x.exp());
                let delta = |(unit, &d): (&Trace, &f64)| {
                    let (yes, no) = ((1.0 - d) * unit.o, d * of_no(unit));
                    let off = unit.slope * unit.x_off + 10.0 * UNIT * (yes + no);
                    (yes + no, off)
                };
                units.map(delta).collect()
            }
        }
    }

    fn add_bounds(&self, layers: &[Vec<Trace>], input: &[f64], target: &[f64], to: &mut [f64]) {
        let mut deltas = self.output_deltas(&layers[layers.len() - 1], target);
        let mut end = self.weights.len();
        for (k, layer) in layers.iter().enumerate().rev() {
            let sources: Vec<(f64, f64)> = match k.checked_sub(1) {
                Some(before) => layers[before]
                    .iter()
                    .map(|u| (u.o.abs(), u.o_off))
                    .collect(),
                None => input.iter().map(|o| (o.abs(), 0.0)).collect(),
            };
            let fan_in = sources.len() + usize::from(self.bias);
            let first = end - fan_in * layer.len();
            let operations = layer.len() as f64 + 1.0;
            let mut before = vec![(0.0, 0.0); sources.len()];
            for (i, (delta, delta_off)) in deltas.iter().enumerate() {
                for (j, (o, o_off)) in sources.iter().enumerate() {
                    let index = first + i * fan_in + j;
                    let w = self.weights[index].abs();
                    to[index] += o * delta_off + delta * o_off + 2.0 * UNIT * delta * o;
                    before[j].0 += w * delta;
                    before[j].1 += w * delta_off + operations * UNIT * w * delta;
                }
                if self.bias {
                    to[first + i * fan_in + sources.len()] += delta_off + UNIT * delta;
                }
            }
            end = first;
            if k > 0 {
                deltas = through_slopes(&layers[k - 1], &before);
            }
        }
    }
}

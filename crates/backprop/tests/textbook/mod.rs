//! The network of the lecture once more, written from its formulas and without the crate: the
//! forward pass over num-dual's numbers, which differentiate it by another method, and (in
//! `rounding`) a bound on what rounding may do to the gradient.
#![allow(dead_code, reason = "each test file uses some of these")]

mod rounding;

use backprop::{Activation, Loss, Network, Problem, Samples};
use ndarray::Array2;
use num_dual::{Dual64, DualNum, HyperDual64};
use proptest::prelude::*;

/// A network, a data set and a point in the space of the weights.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Units a layer, the input's first.
    pub(crate) sizes: Vec<usize>,
    pub(crate) activations: Vec<Activation>,
    pub(crate) bias: bool,
    pub(crate) loss: Loss,
    pub(crate) inputs: Vec<Vec<f64>>,
    pub(crate) targets: Vec<Vec<f64>>,
    /// Layer by layer, unit by unit, source by source, the bias last.
    pub(crate) weights: Vec<f64>,
}

/// Random networks of at most `hidden` hidden layers, with layers of at most `width` units and
/// weights between ±`reach`; one in four has logistic outputs and cross-entropy, some of its targets
/// 0 or 1.
pub(crate) fn cases(hidden: usize, width: usize, reach: f64) -> impl Strategy<Value = Case> {
    let sizes = prop::collection::vec(1..=width, 2..=hidden + 2);
    (sizes, any::<bool>(), 1..=5_usize).prop_flat_map(move |(sizes, bias, samples)| {
        let count = sizes
            .windows(2)
            .map(|pair| (pair[0] + usize::from(bias)) * pair[1])
            .sum::<usize>();
        let f = prop::sample::select(Activation::ALL.to_vec());
        let rows = |units| {
            let row = prop::collection::vec(-2.0..2.0_f64, units);
            prop::collection::vec(row, samples)
        };
        let loss = prop_oneof![3 => Just(Loss::SquaredError), 1 => Just(Loss::CrossEntropy)];
        (
            prop::collection::vec(f, sizes.len() - 1),
            loss,
            rows(sizes[0]),
            rows(sizes[sizes.len() - 1]),
            prop::collection::vec(-reach..reach, count),
        )
            .prop_map(move |(activations, loss, inputs, targets, weights)| {
                let sizes = sizes.clone();
                let case = Case {
                    sizes,
                    activations,
                    bias,
                    loss: Loss::SquaredError,
                    inputs,
                    targets,
                    weights,
                };
                if loss == Loss::CrossEntropy {
                    case.with_cross_entropy()
                } else {
                    case
                }
            })
    })
}

impl Case {
    /// The same with logistic outputs and cross-entropy, and targets that it is defined for.
    pub(crate) fn with_cross_entropy(mut self) -> Case {
        self.loss = Loss::CrossEntropy;
        *self.activations.last_mut().unwrap() = Activation::Logistic;
        for d in self.targets.iter_mut().flatten() {
            *d = (0.5 + *d).clamp(0.0, 1.0);
        }
        self
    }

    pub(crate) fn problem(&self) -> Problem {
        let matrix = |rows: &[Vec<f64>]| {
            let shape = (rows.len(), rows[0].len());
            Array2::from_shape_vec(shape, rows.concat()).unwrap()
        };
        let activations = self.activations.clone();
        let network = Network::new(self.sizes.clone(), activations, self.bias).unwrap();
        let samples = Samples::new(matrix(&self.inputs), matrix(&self.targets)).unwrap();
        Problem::new(network, self.loss, samples).unwrap()
    }

    /// The same network with one of the samples only.
    pub(crate) fn only_sample(&self, sample: usize) -> Case {
        Case {
            inputs: vec![self.inputs[sample].clone()],
            targets: vec![self.targets[sample].clone()],
            ..self.clone()
        }
    }

    /// E at `weights`.
    pub(crate) fn error<D: DualNum<Primitive = f64> + Copy>(&self, weights: &[D]) -> D {
        let mut error = D::from(0.0);
        for (input, target) in self.inputs.iter().zip(&self.targets) {
            for (&(x, o), &d) in self.outputs(weights, input).iter().zip(target) {
                error += match self.loss {
                    Loss::SquaredError => (o - d).powi(2) * 0.5,
                    // −ln o = ln(1 + e⁻ˣ), −ln(1 − o) = ln(1 + eˣ)
                    Loss::CrossEntropy => softplus(-x) * d + softplus(x) * (1.0 - d),
                };
            }
        }
        error
    }

    /// x and o of each output unit.
    fn outputs<D>(&self, weights: &[D], input: &[f64]) -> Vec<(D, D)>
    where
        D: DualNum<Primitive = f64> + Copy,
    {
        let of_input = |&value: &f64| (D::from(value), D::from(value));
        let mut o: Vec<(D, D)> = input.iter().map(of_input).collect();
        let mut weights = weights.iter().copied();
        for (&units, &f) in self.sizes[1..].iter().zip(&self.activations) {
            let mut next = Vec::new();
            for _ in 0..units {
                let mut x = D::from(0.0);
                for &(_, o_j) in &o {
                    x += weights.next().unwrap() * o_j;
                }
                if self.bias {
                    x += weights.next().unwrap();
                }
                next.push((x, output(f, x)));
            }
            o = next;
        }
        o
    }

    /// ∂E/∂w, one forward pass with a dual number for each weight.
    pub(crate) fn gradient(&self) -> Vec<f64> {
        let mut weights: Vec<Dual64> = self.weights.iter().map(|&w| w.into()).collect();
        (0..weights.len())
            .map(|k| {
                weights[k] = Dual64::new(self.weights[k], 1.0);
                let slope = self.error(&weights).eps;
                weights[k] = self.weights[k].into();
                slope
            })
            .collect()
    }

    /// ∂²E/∂w_k∂w_l, one forward pass with hyper-dual numbers for each pair of weights.
    pub(crate) fn hessian(&self) -> Array2<f64> {
        let n = self.weights.len();
        Array2::from_shape_fn((n, n), |(k, l)| {
            let mut weights: Vec<HyperDual64> = self.weights.iter().map(|&w| w.into()).collect();
            weights[k].eps1 = 1.0;
            weights[l].eps2 = 1.0;
            self.error(&weights).eps1eps2
        })
    }

    /// For each unit on each sample whether its net input is above 0: a ReLU's side.
    pub(crate) fn sides(&self, weights: &[f64]) -> Vec<bool> {
        let mut sides = Vec::new();
        for input in &self.inputs {
            for layer in self.traces(weights, input) {
                sides.extend(layer.iter().map(|unit| unit.x > 0.0));
            }
        }
        sides
    }
}

fn output<D: DualNum<Primitive = f64> + Copy>(f: Activation, x: D) -> D {
    match f {
        Activation::Logistic => logistic(x),
        // tanh x = 2 logistic(2x) − 1. The derivative of num-dual's own tanh is 1 − tanh², which
        // has no digits left on the tail.
        Activation::Tanh => logistic(x * 2.0) * 2.0 - 1.0,
        Activation::Identity => x,
        Activation::Relu => {
            if x > 0.0 {
                x
            } else {
                D::from(0.0)
            }
        }
        Activation::LeakyRelu => {
            if x > 0.0 {
                x
            } else {
                x * 0.01
            }
        }
        Activation::Softplus => softplus(x),
    }
}

/// ln(1 + eˣ) = x + ln(1 + e⁻ˣ)
fn softplus<D: DualNum<Primitive = f64> + Copy>(x: D) -> D {
    if x > 0.0 {
        x + (-x).exp().ln_1p()
    } else {
        x.exp().ln_1p()
    }
}

/// 1 / (1 + e⁻ˣ) = eˣ / (1 + eˣ): a square of the greater exponential, as derivatives of quotients
/// have it, would soon leave the range of numbers.
fn logistic<D: DualNum<Primitive = f64> + Copy>(x: D) -> D {
    if x > 0.0 {
        ((-x).exp() + 1.0).recip()
    } else {
        x.exp() / (x.exp() + 1.0)
    }
}

//! What back-propagation depends on at one place, for some of the samples.

use wide::f64x4;

use crate::equations::{Signals, backward, forward};
use crate::number::{Arithmetic, Tangent};
use crate::problem::Problem;

/// Samples side by side.
const SAMPLES: usize = 4;
/// Rows of them: as many as a processor's cache holds with what is computed from them.
const ROWS: usize = 8;

/// The numbers on the units for some samples, and what they change by with a unit's net input x.
/// Unit stands after unit, the input's first, and a unit has a place for each row of samples.
///
/// Places without a sample are 0 throughout: they add nothing to any sum.
pub(super) struct Sheet {
    pub(super) rows: usize,
    /// o
    pub(super) output: Vec<f64x4>,
    /// f′(x); 0 for the input's units, whose outputs stay.
    pub(super) derivative: Vec<f64x4>,
    /// δ
    pub(super) delta: Vec<f64x4>,
    /// ∂δ/∂x where the deltas behind the unit are held fast: f″(x) Σ_k δ_k w_jk for a hidden unit.
    pub(super) bend: Vec<f64x4>,
}

impl Sheet {
    /// Those of all samples at `weights`.
    pub(super) fn all(problem: &Problem, weights: &[f64]) -> Vec<Sheet> {
        let network = problem.network();
        let mut signals = Signals::new(network);
        let mut gradient = vec![0.0; weights.len()];
        let mut sheets: Vec<Sheet> = Vec::new();
        for (sample, (input, target)) in problem.samples().iter().enumerate() {
            forward(network, weights, input, &mut signals);
            let loss = problem.loss();
            backward(network, loss, weights, target, &mut signals, &mut gradient);
            let place = sample % (SAMPLES * ROWS);
            if place == 0 {
                let left = problem.samples().count() - sample;
                let rows = left.div_ceil(SAMPLES).min(ROWS);
                sheets.push(Sheet::new(rows, network.unit_count()));
            }
            if let Some(sheet) = sheets.last_mut() {
                sheet.put(place, problem, weights, target, &signals);
            }
        }
        sheets
    }

    fn new(rows: usize, units: usize) -> Sheet {
        let zeros = vec![f64x4::ZERO; rows * units];
        Sheet {
            rows,
            output: zeros.clone(),
            derivative: zeros.clone(),
            delta: zeros.clone(),
            bend: zeros,
        }
    }

    /// Takes in a sample that was sent forward and back.
    fn put(
        &mut self,
        sample: usize,
        problem: &Problem,
        weights: &[f64],
        target: &[f64],
        signals: &Signals<f64>,
    ) {
        let (row, lane) = (sample / SAMPLES, sample % SAMPLES);
        let place = |unit: usize| self.rows * unit + row;
        let network = problem.network();
        for unit in 0..network.unit_count() {
            self.output[place(unit)].as_mut_array()[lane] = signals.output[unit];
        }
        for (k, layer) in network.layers().iter().enumerate() {
            let behind = network.layers().get(k + 1);
            for (i, unit) in layer.units.clone().enumerate() {
                let x = Tangent::new(signals.net_input[unit], 1.0);
                let (o, derivative) = layer.activation.output_and_derivative(x);
                let bend = match behind {
                    Some(behind) => {
                        let arrives = behind.units.clone().map(|k| {
                            let w = weights[behind.weight(unit, k)];
                            signals.delta[k] * w
                        });
                        derivative.derivative() * arrives.sum::<f64>()
                    }
                    None => {
                        let d = Tangent::from_f64(target[i]);
                        problem.loss().delta(o, derivative, d).derivative()
                    }
                };
                let place = place(unit);
                self.derivative[place].as_mut_array()[lane] = derivative.value;
                self.delta[place].as_mut_array()[lane] = signals.delta[unit];
                self.bend[place].as_mut_array()[lane] = bend;
            }
        }
    }
}

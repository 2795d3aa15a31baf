//! The Hessian times a vector, without the Hessian.

use wide::f64x4;

use crate::hessian::sheet::Sheet;
use crate::network::{Layer, Network};
use crate::problem::Problem;

/// The Hessian over the free weights at one place, ready to be multiplied by vectors.
///
/// The gradient's derivative along a vector, by the chain rule through the forward and the backward
/// pass: exact to rounding (Pearlmutter, 1994). All that depends on the place alone is computed
/// once, so that a product takes no exponential: sums and products, twice those of a gradient.
pub(crate) struct Products<'a> {
    network: &'a Network,
    free: &'a [usize],
    /// What each free weight is measured in.
    scale: Vec<f64>,
    weights: &'a [f64],
    sheets: Vec<Sheet>,
    /// The vector and the product, over all weights.
    along: Vec<f64>,
    product: Vec<f64>,
    change: Change,
    /// Told of each product.
    tick: &'a dyn Fn(),
}

/// What changes along a vector on a sheet's places: x, o and δ.
struct Change {
    net_input: Vec<f64x4>,
    output: Vec<f64x4>,
    delta: Vec<f64x4>,
}

impl<'a> Products<'a> {
    /// u_i u_j ∂²E/∂w_i∂w_j over the weights numbered in `free`, at `weights` (all weights of the
    /// network); `scale` has u for each free weight, and `tick` is told of each product.
    pub(crate) fn new(
        problem: &'a Problem,
        weights: &'a [f64],
        free: &'a [usize],
        scale: Vec<f64>,
        tick: &'a dyn Fn(),
    ) -> Products<'a> {
        let sheets = Sheet::all(problem, weights);
        let places = sheets.first().map_or(0, |sheet| sheet.output.len());
        let zeros = vec![f64x4::ZERO; places];
        Products {
            network: problem.network(),
            free,
            scale,
            weights,
            sheets,
            along: vec![0.0; weights.len()],
            product: vec![0.0; weights.len()],
            change: Change {
                net_input: zeros.clone(),
                output: zeros.clone(),
                delta: zeros,
            },
            tick,
        }
    }

    /// Rows of the Hessian.
    pub(crate) fn size(&self) -> usize {
        self.free.len()
    }

    /// H v
    pub(crate) fn times(&mut self, v: &[f64]) -> Vec<f64> {
        (self.tick)();
        for ((&i, &unit), &v) in self.free.iter().zip(&self.scale).zip(v) {
            self.along[i] = unit * v;
        }
        self.product.fill(0.0);
        for sheet in &self.sheets {
            let (w, v) = (self.weights, self.along.as_slice());
            self.change.go_forward(self.network, sheet, w, v);
            self.change
                .go_back(self.network, sheet, w, v, &mut self.product);
        }
        let free = self.free.iter().zip(&self.scale);
        free.map(|(&i, unit)| unit * self.product[i]).collect()
    }
}

impl Change {
    /// The changes of x and o along `v`, from those of the layer before: the derivative of
    /// x_i = b_i + Σ_j o_j w_ji and o_i = f(x_i).
    fn go_forward(&mut self, network: &Network, sheet: &Sheet, w: &[f64], v: &[f64]) {
        let rows = sheet.rows;
        for (k, layer) in network.layers().iter().enumerate() {
            for unit in layer.units.clone() {
                let [w, v] = [w, v].map(|all| incoming(layer, unit, all));
                for row in 0..rows {
                    let bias = v.get(layer.sources.len()).copied();
                    let mut x = f64x4::splat(bias.unwrap_or(0.0));
                    let mut place = rows * layer.sources.start + row;
                    for (&w, &v) in w.iter().zip(v).take(layer.sources.len()) {
                        x += sheet.output[place] * f64x4::splat(v);
                        if k > 0 {
                            x += self.output[place] * f64x4::splat(w);
                        }
                        place += rows;
                    }
                    let place = rows * unit + row;
                    self.net_input[place] = x;
                    self.output[place] = sheet.derivative[place] * x;
                }
            }
        }
    }

    /// The changes of the deltas, from the output back, and that of the gradient, which is added to
    /// `product`.
    fn go_back(
        &mut self,
        network: &Network,
        sheet: &Sheet,
        w: &[f64],
        v: &[f64],
        product: &mut [f64],
    ) {
        let rows = sheet.rows;
        for place in rows * network.output_units().start..rows * network.output_units().end {
            self.delta[place] = sheet.bend[place] * self.net_input[place];
        }
        for (k, layer) in network.layers().iter().enumerate().rev() {
            for unit in layer.units.clone() {
                let first = layer.weights.start + (unit - layer.units.start) * layer.fan_in;
                self.add_slopes(layer, sheet, unit, k > 0, &mut product[first..]);
            }
            // The input's units have no weights before them: nothing asks for their deltas.
            if k > 0 {
                self.carry_back(layer, sheet, w, v);
            }
        }
    }

    /// The change of ∂E/∂w_ji = δ_i o_j of one unit's weights, summed over the samples. The outputs
    /// of the input's units stay.
    fn add_slopes(
        &self,
        layer: &Layer,
        sheet: &Sheet,
        unit: usize,
        outputs_change: bool,
        product: &mut [f64],
    ) {
        let rows = sheet.rows;
        let here = rows * unit..rows * (unit + 1);
        let (change, delta) = (&self.delta[here.clone()], &sheet.delta[here]);
        for (source, sum) in layer.sources.clone().zip(product.iter_mut()) {
            let there = rows * source..rows * (source + 1);
            let mut four = f64x4::ZERO;
            for (&change, &o) in change.iter().zip(&sheet.output[there.clone()]) {
                four += change * o;
            }
            if outputs_change {
                for (&delta, &o) in delta.iter().zip(&self.output[there]) {
                    four += delta * o;
                }
            }
            *sum += sum_of(four);
        }
        if layer.fan_in > layer.sources.len() {
            let mut four = f64x4::ZERO;
            for &change in change {
                four += change;
            }
            product[layer.sources.len()] += sum_of(four);
        }
    }

    /// The change of δ_j = f′(x_j) Σ_k δ_k w_jk of the units that feed a layer.
    fn carry_back(&mut self, layer: &Layer, sheet: &Sheet, w: &[f64], v: &[f64]) {
        let rows = sheet.rows;
        for source in layer.sources.clone() {
            for row in 0..rows {
                let mut sum = f64x4::ZERO;
                for unit in layer.units.clone() {
                    let place = rows * unit + row;
                    let weight = layer.weight(source, unit);
                    sum += self.delta[place] * f64x4::splat(w[weight]);
                    sum += sheet.delta[place] * f64x4::splat(v[weight]);
                }
                let place = rows * source + row;
                self.delta[place] =
                    sheet.bend[place] * self.net_input[place] + sheet.derivative[place] * sum;
            }
        }
    }
}

/// The weights of one unit among those of all, its bias last.
fn incoming<'n>(layer: &Layer, unit: usize, all: &'n [f64]) -> &'n [f64] {
    let first = layer.weights.start + (unit - layer.units.start) * layer.fan_in;
    &all[first..first + layer.fan_in]
}

/// In one order, on every platform.
fn sum_of(four: f64x4) -> f64 {
    let [a, b, c, d] = four.to_array();
    a + b + c + d
}

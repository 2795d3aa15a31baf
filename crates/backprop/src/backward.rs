//! The backward pass: the error, the deltas and ∂E/∂w. The lecture's three equations, once.

use crate::network::{Layer, Network};
use crate::real::Real;
use crate::row::Row;
use crate::sheet::Sheet;
use crate::signals::Signals;

/// E = ½ Σ_i (o_i − d_i)² of the sample whose forward pass is in `signals`.
#[inline]
pub fn sample_error<R: Real>(network: &Network, target: &[f64], signals: &Signals<R>) -> R {
    let units = network.layers().last().map(|layer| layer.units.clone());
    let outputs = &signals.output[units.unwrap_or_default()];
    error_of_row(outputs, |_, i| target[i], |_, _| {})
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
    let (mut sheet, _) = signals.sheet();
    error_of_sheet(network, &mut sheet, |_, _, i| target[i], |_, _| {});
    backward_sheet(network, weights, &mut sheet, 1, gradient);
}

/// E of each sample of a row, whose target for an output unit is `target(sample, i)`; `residual`
/// is told the number i and o_i − d_i of each output unit.
#[inline(always)]
fn error_of_row<R: Real, V: Row<R>>(
    output: &[V],
    target: impl Fn(usize, usize) -> f64,
    mut residual: impl FnMut(usize, V),
) -> V {
    let mut sum = V::from_f64(0.0);
    for (i, &o) in output.iter().enumerate() {
        let off = o - V::of_samples(|sample| target(sample, i));
        sum += off * off;
        residual(i, off);
    }
    sum * V::from_f64(0.5)
}

/// The deltas of the output units, whose targets are `target(row, sample, i)`; `error` is told the
/// number of each row and E of its samples.
#[inline(always)]
pub(crate) fn error_of_sheet<R: Real, V: Row<R>>(
    network: &Network,
    sheet: &mut Sheet<'_, V>,
    target: impl Fn(usize, usize, usize) -> f64,
    mut error: impl FnMut(usize, V),
) {
    let Some(layer) = network.layers().last() else {
        return;
    };
    let mut first = sheet.first(&layer.units);
    for row in 0..sheet.rows {
        let output = &sheet.output[first..first + layer.units.len()];
        let target = |sample, i| target(row, sample, i);
        let sum = error_of_row(output, target, |i, residual| {
            sheet.delta[first + i] = residual * sheet.slope[first + i];
        });
        error(row, sum);
        first += layer.units.len();
    }
}

/// From the deltas of the output units those of all others, and ∂E/∂w, which is added to
/// `gradient`. The last row has `samples` samples.
#[inline(always)]
pub(crate) fn backward_sheet<R: Real, V: Row<R>>(
    network: &Network,
    weights: &[R],
    sheet: &mut Sheet<'_, V>,
    samples: usize,
    gradient: &mut [R],
) {
    for (k, layer) in network.layers().iter().enumerate().rev() {
        add_slopes(layer, sheet, samples, &mut gradient[layer.weights.clone()]);
        // The input's units have no weights before them: nothing asks for their deltas.
        if k > 0 {
            carry_back(layer, sheet, &weights[layer.weights.clone()]);
        }
    }
}

/// ∂E/∂w of a layer's weights, added to `gradient`.
#[inline(always)]
fn add_slopes<R: Real, V: Row<R>>(
    layer: &Layer,
    sheet: &Sheet<'_, V>,
    samples: usize,
    gradient: &mut [R],
) {
    let mut deltas = &sheet.delta[sheet.layer(&layer.units)];
    let mut sources = &sheet.output[sheet.layer(&layer.sources)];
    for row in 1..=sheet.rows {
        let (delta, o_j);
        (delta, deltas) = deltas.split_at(layer.units.len());
        (o_j, sources) = sources.split_at(layer.sources.len());
        if V::SAMPLES == 1 || row < sheet.rows || samples == V::SAMPLES {
            add_slopes_of_row(layer, delta, o_j, gradient, |x, sum| x.add_onto(sum));
        } else {
            let add = |x: V, sum| x.add_first_onto(samples, sum);
            add_slopes_of_row(layer, delta, o_j, gradient, add);
        }
    }
}

#[inline(always)]
fn add_slopes_of_row<R: Real, V: Row<R>>(
    layer: &Layer,
    delta: &[V],
    sources: &[V],
    mut gradient: &mut [R],
    add: impl Fn(V, R) -> R,
) {
    for &delta_i in delta {
        let g;
        (g, gradient) = gradient.split_at_mut(layer.fan_in);
        for (g_ji, &o_j) in g.iter_mut().zip(sources) {
            *g_ji = add(delta_i * o_j, *g_ji);
        }
        if let Some(g_bias) = g.get_mut(sources.len()) {
            *g_bias = add(delta_i, *g_bias);
        }
    }
}

/// The deltas of the units that feed a layer, through the layer's `weights`.
#[inline(always)]
fn carry_back<R: Real, V: Row<R>>(layer: &Layer, sheet: &mut Sheet<'_, V>, weights: &[R]) {
    let (fed_by, feeds) = (sheet.layer(&layer.sources), sheet.layer(&layer.units));
    let mut slopes = &sheet.slope[fed_by.clone()];
    let (before, here) = sheet.delta.split_at_mut(feeds.start);
    let mut earlier = &mut before[fed_by];
    let mut deltas = &*here;
    for _ in 0..sheet.rows {
        let (delta_i, delta_k, slope_i);
        (delta_i, earlier) = earlier.split_at_mut(layer.sources.len());
        (slope_i, slopes) = slopes.split_at(layer.sources.len());
        (delta_k, deltas) = deltas.split_at(layer.units.len());
        for ((delta_i, &slope_i), i) in delta_i.iter_mut().zip(slope_i).zip(0..) {
            let mut sum = V::from_f64(0.0);
            let mut place: usize = i;
            for &delta_k in delta_k {
                sum += delta_k * V::splat(weights[place]);
                place += layer.fan_in;
            }
            *delta_i = sum * slope_i;
        }
    }
}

//! The backward pass over several rows of samples.

use crate::batch::row::Row;
use crate::batch::sheet::Sheet;
use crate::network::{Layer, Network};
use crate::number::Real;

/// From the deltas of the output units those of all others, and ∂E/∂w, which goes to `gradient`, or
/// on top of what is there unless it is the `first` time. The last row has `samples` samples.
#[inline(always)]
pub(crate) fn backward<R: Real, V: Row<R>>(
    network: &Network,
    weights: &[R],
    sheet: &mut Sheet<'_, V>,
    samples: usize,
    first: bool,
    gradient: &mut [R],
) {
    for (k, layer) in network.layers().iter().enumerate().rev() {
        let gradient = &mut gradient[layer.weights.clone()];
        if V::SAMPLES == 1 || samples == V::SAMPLES {
            add_slopes(layer, sheet, first, gradient, |x, sum| x.add_onto(sum));
        } else {
            let add = |x: V, sum| x.add_first_onto(samples, sum);
            add_slopes(layer, sheet, first, gradient, add);
        }
        // The input's units have no weights before them: nothing asks for their deltas.
        if k > 0 {
            carry_back(layer, sheet, &weights[layer.weights.clone()]);
        }
    }
}

/// ∂E/∂w of a layer's weights; `add_last` adds the numbers of the last row's samples to a sum.
#[inline(always)]
fn add_slopes<R: Real, V: Row<R>>(
    layer: &Layer,
    sheet: &Sheet<'_, V>,
    first: bool,
    gradient: &mut [R],
    add_last: impl Fn(V, R) -> R,
) {
    let last = sheet.rows - 1;
    let mut gradient = gradient.iter_mut();
    for unit in layer.units.clone() {
        let delta = &sheet.delta[sheet.unit(unit)];
        for (source, g) in layer.sources.clone().zip(&mut gradient) {
            let o = &sheet.output[sheet.unit(source)];
            let mut sum = if first { R::from_f64(0.0) } else { *g };
            for (&delta, &o) in delta[..last].iter().zip(o) {
                sum = (delta * o).add_onto(sum);
            }
            *g = add_last(delta[last] * o[last], sum);
        }
        // There is one more where there is a bias.
        for g in (&mut gradient).take(layer.fan_in - layer.sources.len()) {
            let mut sum = if first { R::from_f64(0.0) } else { *g };
            for &delta in &delta[..last] {
                sum = delta.add_onto(sum);
            }
            *g = add_last(delta[last], sum);
        }
    }
}

/// The deltas of the units that feed a layer, through the layer's `weights`.
#[inline(always)]
fn carry_back<R: Real, V: Row<R>>(layer: &Layer, sheet: &mut Sheet<'_, V>, weights: &[R]) {
    let (before, deltas) = sheet.delta.split_at_mut(sheet.room * layer.units.start);
    for (source, j) in layer.sources.clone().zip(0..) {
        let first = sheet.room * source;
        let places = first..first + sheet.rows;
        let derivatives = &sheet.derivative[places.clone()];
        for ((delta_j, &derivative_j), row) in before[places].iter_mut().zip(derivatives).zip(0..) {
            let mut sum = V::from_f64(0.0);
            let (mut place, mut w): (usize, usize) = (row, j);
            for _ in layer.units.clone() {
                sum += deltas[place] * V::splat(weights[w]);
                place += sheet.room;
                w += layer.fan_in;
            }
            *delta_j = sum * derivative_j;
        }
    }
}

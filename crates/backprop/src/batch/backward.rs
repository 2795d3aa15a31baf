//! The backward pass: the error, the deltas and ∂E/∂w. The lecture's three equations, once.

use crate::batch::Row;
use crate::batch::Sheet;
use crate::batch::Signals;
use crate::network::{Layer, Network};
use crate::number::Real;

/// E = ½ Σ_i (o_i − d_i)² of the sample whose forward pass is in `signals`.
#[inline]
pub fn sample_error<R: Real>(network: &Network, target: &[f64], signals: &Signals<R>) -> R {
    let units = network.layers().last().map(|layer| layer.units.clone());
    let outputs = &signals.output[units.unwrap_or_default()];
    half_squares(
        outputs
            .iter()
            .zip(target)
            .map(|(&o, &d)| o - R::from_f64(d)),
    )
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
    backward_sheet(network, weights, &mut sheet, 1, false, gradient);
}

/// E of each sample and the deltas of the output units, whose targets are `target(row, sample, i)`;
/// `error` is told E of the samples of each row, in order.
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
    for row in 0..sheet.rows {
        let mut place = sheet.room * layer.units.start + row;
        let residuals = (0..layer.units.len()).map(|i| {
            let residual = sheet.output[place] - V::of_samples(|sample| target(row, sample, i));
            sheet.delta[place] = residual * sheet.slope[place];
            place += sheet.room;
            residual
        });
        error(row, half_squares(residuals));
    }
}

/// ½ Σ r²
#[inline(always)]
fn half_squares<R: Real>(residuals: impl Iterator<Item = R>) -> R {
    let mut sum = R::from_f64(0.0);
    for residual in residuals {
        sum += residual * residual;
    }
    sum * R::from_f64(0.5)
}

/// From the deltas of the output units those of all others, and ∂E/∂w, which goes to `gradient`, or
/// on top of what is there unless it is the `first` time. The last row has `samples` samples.
#[inline(always)]
pub(crate) fn backward_sheet<R: Real, V: Row<R>>(
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
        let slopes = &sheet.slope[places.clone()];
        for ((delta_j, &slope_j), row) in before[places].iter_mut().zip(slopes).zip(0..) {
            let mut sum = V::from_f64(0.0);
            let (mut place, mut w): (usize, usize) = (row, j);
            for _ in layer.units.clone() {
                sum += deltas[place] * V::splat(weights[w]);
                place += sheet.room;
                w += layer.fan_in;
            }
            *delta_j = sum * slope_j;
        }
    }
}

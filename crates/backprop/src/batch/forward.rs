//! The forward pass over several rows of samples.

use crate::batch::row::Row;
use crate::batch::sheet::Sheet;
use crate::network::{Function, Layer, Network, OfFunction};
use crate::number::Real;

/// o and f′ of every unit. The input's units hold their outputs already.
#[inline(always)]
pub(crate) fn forward<R: Real, V: Row<R>>(
    network: &Network,
    weights: &[R],
    sheet: &mut Sheet<'_, V>,
) {
    for layer in network.layers() {
        layer.activation.choose(ForwardLayer {
            layer,
            weights: &weights[layer.weights.clone()],
            sheet,
        });
    }
}

/// One layer, with its own `weights`.
struct ForwardLayer<'a, 's, R, V> {
    layer: &'a Layer,
    weights: &'a [R],
    sheet: &'a mut Sheet<'s, V>,
}

impl<R: Real, V: Row<R>> OfFunction for ForwardLayer<'_, '_, R, V> {
    #[inline(always)]
    fn with<F: Function>(self) {
        let ForwardLayer {
            layer,
            mut weights,
            sheet,
        } = self;
        for unit in layer.units.clone() {
            let w;
            (w, weights) = weights.split_at(layer.fan_in);
            let (bias, w_j) = incoming(layer, w);
            let places = sheet.unit(unit);
            let (before, here) = sheet.output.split_at_mut(places.start);
            let sources = &before[sheet.room * layer.sources.start..];
            let outputs = here[..sheet.rows].iter_mut();
            let derivatives = &mut sheet.derivative[places];
            for ((o, derivative), row) in outputs.zip(derivatives).zip(0..) {
                let x = net_input(bias, w_j, sources, sheet.room, row);
                (*o, *derivative) = F::output_and_derivative(x);
            }
        }
    }
}

/// From the weights of one unit its bias, or 0, and the weights of its sources.
#[inline(always)]
pub(crate) fn incoming<'w, R: Real, V: Row<R>>(layer: &Layer, w: &'w [R]) -> (V, &'w [R]) {
    // A bias is the weight of a source that is always 1.
    match w.split_at(layer.sources.len()) {
        (w_j, [bias, ..]) => (V::splat(*bias), w_j),
        (w_j, []) => (V::from_f64(0.0), w_j),
    }
}

/// x of a unit for the samples of a row; `sources` are the outputs that it begins with.
#[inline(always)]
pub(crate) fn net_input<R: Real, V: Row<R>>(
    bias: V,
    w_j: &[R],
    sources: &[V],
    room: usize,
    row: usize,
) -> V {
    let mut x = bias;
    let mut place = row;
    for &w_ji in w_j {
        x += sources[place] * V::splat(w_ji);
        place += room;
    }
    x
}

//! The forward pass of a block.

use crate::batch::sources::{MOST_PARTS, Signal, Source, Sources, tile};
use crate::batch::weight::{Row, Weight};
use crate::network::Layer;

/// x of each unit of a layer, from the layer's `weights`.
#[inline(never)]
pub(crate) fn net_inputs<R: Weight, const P: usize, const N: usize>(
    layer: &Layer,
    mut weights: &[[R; P]],
    sources: &impl Sources<R, N>,
    net_input: &mut [Signal<P, N>],
) {
    for x_i in net_input {
        let w_i;
        (w_i, weights) = weights.split_at(layer.fan_in);
        // A bias is the weight of a source that is always 1.
        let (w_i, bias) = w_i.split_at(layer.sources.len());
        for first in (0..P).step_by(const { tile(P, N) }) {
            let mut x = [[Row::ZERO; N]; MOST_PARTS];
            if let [bias] = bias {
                for t in 0..const { tile(P, N) } {
                    x[t] = [bias[first + t].of_row(); N];
                }
            }
            sources.each(w_i.iter(), |o_j, w_ji| {
                for t in 0..const { tile(P, N) } {
                    let w_ji = w_ji[first + t].of_row();
                    for (x, &o_j) in x[t].iter_mut().zip(o_j.part(first + t)) {
                        *x += o_j * w_ji;
                    }
                }
            });
            // One by one: engines of WebAssembly leave their code to copy a hundred bytes at once.
            for (x_i, x) in x_i[first..][..const { tile(P, N) }].iter_mut().zip(x) {
                for (x_i, x) in x_i.iter_mut().zip(x) {
                    *x_i = x;
                }
            }
        }
    }
}

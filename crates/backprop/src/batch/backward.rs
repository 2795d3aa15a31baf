//! The backward pass of a block.

use crate::batch::sources::{MOST_PARTS, Signal, Source, Sources, tile};
use crate::batch::weight::{Joining, Row, Weight};
use crate::network::Layer;

/// The deltas of the units that feed a layer, through the layer's `weights`:
/// δ_j = f′(x_j) Σ_k δ_k w_jk. `before` holds f′ of these units, and then their deltas.
#[inline(never)]
pub(crate) fn carry_back<R: Weight, const P: usize, const N: usize>(
    layer: &Layer,
    weights: &[[R; P]],
    deltas: &[Signal<P, N>],
    before: &mut [Signal<P, N>],
) {
    for (j, before) in before.iter_mut().enumerate() {
        for first in (0..P).step_by(const { tile(P, N) }) {
            let mut sum = [[Row::ZERO; N]; MOST_PARTS];
            let mut place = j;
            for delta_k in deltas {
                let w_jk = &weights[place];
                for t in 0..const { tile(P, N) } {
                    let w_jk = w_jk[first + t].of_row();
                    for n in 0..N {
                        sum[t][n] += delta_k[first + t][n] * w_jk;
                    }
                }
                place += layer.fan_in;
            }
            for t in 0..const { tile(P, N) } {
                for n in 0..N {
                    before[first + t][n] = sum[t][n] * before[first + t][n];
                }
            }
        }
    }
}

/// ∂E/∂w of a layer's weights, from the deltas of its units.
#[inline(never)]
pub(crate) fn slopes<R: Weight, const P: usize, const N: usize>(
    layer: &Layer,
    sources: &impl Sources<R, N>,
    deltas: &[Signal<P, N>],
    joining: Joining,
    mut gradient: &mut [[R; P]],
) {
    let add = |g: &mut R, terms: [Row; N]| {
        let mut sum = if joining.is_first {
            R::from_f64(0.0)
        } else {
            *g
        };
        for &term in &terms[..N - 1] {
            sum = sum.plus(term);
        }
        *g = sum.plus_first(joining.samples_of_last, terms[N - 1]);
    };
    for delta in deltas {
        let g_i;
        (g_i, gradient) = gradient.split_at_mut(layer.fan_in);
        let (g_i, bias) = g_i.split_at_mut(layer.sources.len());
        for first in (0..P).step_by(const { tile(P, N) }) {
            sources.each(g_i.iter_mut(), |o_j, g_ji| {
                for part in first..first + const { tile(P, N) } {
                    let (delta, o_j) = (&delta[part], o_j.part(part));
                    add(&mut g_ji[part], std::array::from_fn(|n| delta[n] * o_j[n]));
                }
            });
            if let [bias] = &mut *bias {
                for part in first..first + const { tile(P, N) } {
                    add(&mut bias[part], delta[part]);
                }
            }
        }
    }
}

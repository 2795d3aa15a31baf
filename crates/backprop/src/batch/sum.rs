//! E and ∂E/∂w over a data set.

use crate::batch::backward::backward;
use crate::batch::columns::Columns;
use crate::batch::forward::{forward, incoming, net_input};
use crate::batch::row::Row;
use crate::batch::sheet::{Room, Sheet};
use crate::losses::{Function, Loss, OfFunction};
use crate::network::{Layer, Network};
use crate::number::Real;

/// What is to be learned.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    pub(crate) network: &'a Network,
    pub(crate) loss: Loss,
    pub(crate) inputs: &'a Columns,
    pub(crate) targets: &'a Columns,
}

/// E over all samples, one after another; ∂E/∂w goes to `gradient`.
#[inline(always)]
pub(crate) fn sum_over_samples<R: Real, V: Row<R>>(
    task: Task<'_>,
    weights: &[R],
    gradient: &mut [R],
    memory: &mut Room<V>,
) -> R {
    let Task {
        network,
        loss,
        inputs,
        targets,
    } = task;
    let width = V::SAMPLES;
    let count = inputs.rows();
    let room = count.div_ceil(width).min(memory.rows());
    let mut error = R::from_f64(0.0);
    let mut first = 0;
    while first < count {
        let samples = (room * width).min(count - first);
        let rows = samples.div_ceil(width);
        let mut sheet = memory.sheet(room, rows);
        let part = Part {
            first,
            samples,
            samples_of_last: samples - (rows - 1) * width,
        };
        for unit in 0..network.sizes()[0] {
            let inputs = inputs.column(unit);
            let places = sheet.unit(unit);
            for (o, row) in sheet.output[places].iter_mut().zip(0..) {
                *o = part.row(inputs, row);
            }
        }
        forward(network, weights, &mut sheet);
        if let Some(layer) = network.layers().last() {
            loss.choose(Outputs {
                layer,
                weights: &weights[layer.weights.clone()],
                part,
                targets,
                sheet: &mut sheet,
                error: &mut error,
            });
        }
        let samples_of_last = part.samples_of_last;
        backward(
            network,
            weights,
            &mut sheet,
            samples_of_last,
            first == 0,
            gradient,
        );
        first += samples;
    }
    error
}

/// The samples of one sheet.
#[derive(Clone, Copy)]
struct Part {
    /// Number of the first one.
    first: usize,
    samples: usize,
    /// Those in the last row.
    samples_of_last: usize,
}

impl Part {
    /// The values of a row's samples. The last row is filled up with its last sample.
    #[inline(always)]
    fn row<R: Real, V: Row<R>>(self, values: &[f64], row: usize) -> V {
        V::of_samples(|sample| {
            values[self.first + (row * V::SAMPLES + sample).min(self.samples - 1)]
        })
    }
}

/// The deltas of the output units, and the errors of the samples, which are added to `error`.
struct Outputs<'a, 's, R, V> {
    layer: &'a Layer,
    /// Those of the layer.
    weights: &'a [R],
    part: Part,
    targets: &'a Columns,
    sheet: &'a mut Sheet<'s, V>,
    error: &'a mut R,
}

impl<R: Real, V: Row<R>> OfFunction for Outputs<'_, '_, R, V> {
    #[inline(always)]
    fn with<L: Function>(self) {
        let Outputs {
            layer,
            weights,
            part,
            targets,
            sheet,
            error,
        } = self;
        for row in 0..sheet.rows {
            let mut place = sheet.room * layer.units.start + row;
            let mut errors = V::from_f64(0.0);
            for unit in 0..layer.units.len() {
                // A sheet does not keep x: few losses ask for it.
                let x = if L::NEEDS_NET_INPUT {
                    let (bias, w_j) =
                        incoming(layer, &weights[unit * layer.fan_in..][..layer.fan_in]);
                    let sources = &sheet.output[sheet.room * layer.sources.start..];
                    net_input(bias, w_j, sources, sheet.room, row)
                } else {
                    V::from_f64(f64::NAN)
                };
                let o = sheet.output[place];
                let d = part.row(targets.column(unit), row);
                errors += L::error(x, o, d);
                sheet.delta[place] = L::delta(o, sheet.derivative[place], d);
                place += sheet.room;
            }
            let samples = if row + 1 == sheet.rows {
                part.samples_of_last
            } else {
                V::SAMPLES
            };
            *error = errors.add_first_onto(samples, *error);
        }
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;
    use crate::equations::{self, Signals};
    use crate::network::Activation;

    /// A loss that needs nothing but x.
    struct OfNetInput;

    impl Function for OfNetInput {
        const NAME: &'static str = "";

        fn error<R: Real>(x: R, _o: R, d: R) -> R {
            x * d
        }

        fn delta<R: Real>(_o: R, _slope: R, d: R) -> R {
            d
        }

        fn constant_error(_targets: &[f64]) -> f64 {
            0.0
        }
    }

    #[test]
    fn a_loss_gets_the_net_inputs_that_it_needs() {
        for bias in [true, false] {
            let activations = vec![Activation::Tanh, Activation::Softplus];
            let network = Network::new(vec![1, 3, 2], activations, bias).unwrap();
            let weights = (0..network.weight_count()).map(|i| (0.9 * i as f64).cos());
            let weights: Vec<f64> = weights.collect();
            let inputs = [0.3, -1.7, 0.9];
            let targets = array![[1.0, -2.0], [0.5, 3.0], [-1.0, 0.25]];

            let mut memory = Room::<f64>::new(&network);
            let mut sheet = memory.sheet(3, 3);
            sheet.output[..3].copy_from_slice(&inputs);
            forward(&network, &weights, &mut sheet);
            let (layer, mut error) = (&network.layers()[1], 0.0);
            Outputs {
                layer,
                weights: &weights[layer.weights.clone()],
                part: Part {
                    first: 0,
                    samples: 3,
                    samples_of_last: 1,
                },
                targets: &Columns::of(&targets),
                sheet: &mut sheet,
                error: &mut error,
            }
            .with::<OfNetInput>();

            let mut signals = Signals::new(&network);
            let mut expected = 0.0;
            for (input, target) in inputs.iter().zip(targets.rows()) {
                equations::forward(&network, &weights, &[*input], &mut signals);
                let x = &signals.net_input[network.output_units()];
                expected += x[0] * target[0] + x[1] * target[1];
            }
            assert_eq!(error, expected);
        }
    }
}

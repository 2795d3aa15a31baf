//! E and ∂E/∂w over a data set, block by block.

use crate::batch::backward::{carry_back, slopes};
use crate::batch::columns::Columns;
use crate::batch::forward::net_inputs;
use crate::batch::outputs::Outputs;
use crate::batch::sources::{Given, Units};
use crate::batch::weight::{Joining, Weight};
use crate::batch::workspace::{MOST_ROWS, Room, Signals};
use crate::losses::Loss;
use crate::network::{Many, Network};

/// What is to be learned.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    pub(crate) network: &'a Network,
    pub(crate) loss: Loss,
    pub(crate) inputs: &'a Columns,
    pub(crate) targets: &'a Columns,
}

/// With as many parts a block is compiled for every number of rows: maps of small experiments have few
/// samples, and what a block costs beside its sums counts. With fewer parts, what is less than a block
/// of the most rows is done row by row: each number of rows is some kilobytes of the download.
const MANY: usize = 8;

/// E over all samples, one after another, in `P` parts of networks side by side, goes to `error`;
/// ∂E/∂w goes to `gradient` where there is one.
#[inline(never)]
pub(crate) fn sum_over_samples<R: Weight, const P: usize>(
    task: Task<'_>,
    weights: &[[R; P]],
    mut gradient: Option<&mut [[R; P]]>,
    room: &mut Room<P>,
    error: &mut [R; P],
) {
    let count = task.inputs.rows();
    let mut first = 0;
    while first < count {
        let left = (count - first).div_ceil(R::SAMPLES);
        let rows = match left {
            MOST_ROWS.. => MOST_ROWS,
            2 | 3 if P == MANY => left,
            _ => 1,
        };
        let samples = (rows * R::SAMPLES).min(count - first);
        let block = Block {
            task,
            weights,
            first,
            joining: Joining {
                is_first: first == 0,
                samples_of_last: samples - (rows - 1) * R::SAMPLES,
            },
        };
        let gradient = gradient.as_deref_mut();
        match rows {
            1 => block.add::<1>(gradient, room, error),
            2 if P == MANY => block.add::<2>(gradient, room, error),
            3 if P == MANY => block.add::<3>(gradient, room, error),
            _ => block.add::<MOST_ROWS>(gradient, room, error),
        }
        first += samples;
    }
}

/// Some rows of samples, from the one numbered `first`.
struct Block<'a, R, const P: usize> {
    task: Task<'a>,
    weights: &'a [[R; P]],
    first: usize,
    joining: Joining,
}

impl<R: Weight, const P: usize> Block<'_, R, P> {
    /// Adds the block's errors to `error` and its slopes to `gradient`.
    #[inline(never)]
    fn add<const N: usize>(
        &self,
        gradient: Option<&mut [[R; P]]>,
        room: &mut Room<P>,
        error: &mut [R; P],
    ) {
        let Task {
            network,
            loss,
            inputs,
            targets,
        } = self.task;
        let first = self.first;
        let given = |columns| Given { columns, first };
        let (inputs, targets) = (given(inputs), given(targets));
        let mut signals = room.signals::<N>();
        self.forward(&inputs, &mut signals);
        let outputs = network.output_units();
        loss.choose(Outputs {
            targets,
            net_input: signals.net_input,
            output: &signals.output[outputs.clone()],
            delta: &mut signals.derivative[outputs],
            joining: self.joining,
            error,
        });
        if let Some(gradient) = gradient {
            self.backward(&inputs, &mut signals, gradient);
        }
    }

    /// o and f′ of every unit, and x of the output's.
    #[inline(always)]
    fn forward<const N: usize>(&self, inputs: &Given<'_>, signals: &mut Signals<'_, P, N>) {
        let mut weights = self.weights;
        let (mut before, mut output): (&[_], &mut [_]) = (&[], signals.output);
        let mut derivative = &mut *signals.derivative;
        // The input's units.
        (_, output) = output.split_at_mut(inputs.columns.count());
        (_, derivative) = derivative.split_at_mut(inputs.columns.count());
        for (k, layer) in self.task.network.layers().iter().enumerate() {
            let units = layer.units.len();
            let (w, o, f);
            (w, weights) = weights.split_at(layer.weights.len());
            (o, output) = output.split_at_mut(units);
            (f, derivative) = derivative.split_at_mut(units);
            let x = &mut signals.net_input[..units];
            if k == 0 {
                net_inputs(layer, w, inputs, x);
            } else {
                net_inputs(layer, w, &Units(before), x);
            }
            layer.activation.of_many(Many {
                net_input: x.as_flattened().as_flattened(),
                output: o.as_flattened_mut().as_flattened_mut(),
                derivative: f.as_flattened_mut().as_flattened_mut(),
                spare: signals.spare.as_flattened_mut().as_flattened_mut(),
            });
            before = o;
        }
    }

    /// δ of the hidden units, from those of the output's, and ∂E/∂w.
    #[inline(always)]
    fn backward<const N: usize>(
        &self,
        inputs: &Given<'_>,
        signals: &mut Signals<'_, P, N>,
        gradient: &mut [[R; P]],
    ) {
        for (k, layer) in self.task.network.layers().iter().enumerate().rev() {
            let gradient = &mut gradient[layer.weights.clone()];
            let (before, deltas) =
                signals.derivative[..layer.units.end].split_at_mut(layer.units.start);
            // The input's units have no weights before them: nothing asks for their deltas.
            if k == 0 {
                slopes(layer, inputs, deltas, self.joining, gradient);
            } else {
                let sources = layer.sources.clone();
                let outputs = Units(&signals.output[sources.clone()]);
                slopes(layer, &outputs, deltas, self.joining, gradient);
                let weights = &self.weights[layer.weights.clone()];
                carry_back(layer, weights, deltas, &mut before[sources]);
            }
        }
    }
}

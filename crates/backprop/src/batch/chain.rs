//! Networks of one unit in each layer after the input, many side by side.
//!
//! Here a sum over sources or units has one term or two, and what a block does around its sums would cost more
//! than they do. So a layer goes through all samples of a block in one turn, however many they are, with
//! the parts of networks in its innermost loop, whose number is known.

use crate::batch::block::{Task, sum_over_samples};
use crate::batch::sources::Signal;
use crate::batch::weight::Row;
use crate::batch::workspace::{MOST_ROWS, Room};
use crate::losses::{Function, OfFunction};
use crate::network::Many;
use crate::number::Arithmetic as _;

/// Parts whose sums have room in a processor's registers.
const TILE: usize = 4;

/// The same where each part needs twice as many. Numbers that are the same for all samples and have no room would
/// be kept on the stack, which with one sample costs more than the sums do.
const HALF: usize = TILE / 2;

/// What a unit has for one sample in every part.
type Abreast<const P: usize> = Signal<P, 1>;

/// [`sum_over_samples`] in the way that suits the networks.
pub(crate) fn sum_abreast<const P: usize>(
    task: Task<'_>,
    weights: &[[Row; P]],
    gradient: Option<&mut [[Row; P]]>,
    room: &mut Room<P>,
    error: &mut [Row; P],
) {
    if task.network.sizes()[1..].iter().all(|&units| units == 1) {
        sum_over_chain(task, weights, gradient, room, error);
    } else {
        sum_over_samples(task, weights, gradient, room, error);
    }
}

/// [`sum_over_samples`] for networks of one unit in each layer after the input, with the same bits.
#[inline(never)]
fn sum_over_chain<const P: usize>(
    task: Task<'_>,
    weights: &[[Row; P]],
    mut gradient: Option<&mut [[Row; P]]>,
    room: &mut Room<P>,
    error: &mut [Row; P],
) {
    let count = task.inputs.rows();
    for first in (0..count).step_by(MOST_ROWS) {
        let block = Block {
            task,
            weights,
            first,
            samples: MOST_ROWS.min(count - first),
        };
        block.forward(room, error);
        if let Some(gradient) = gradient.as_deref_mut() {
            block.backward(room, gradient);
        }
    }
}

/// Some samples, from the one numbered `first`.
struct Block<'a, const P: usize> {
    task: Task<'a>,
    weights: &'a [[Row; P]],
    first: usize,
    samples: usize,
}

impl<const P: usize> Block<'_, P> {
    /// o of every unit, f′ of the hidden ones and δ of the output's; the samples' errors are added to `error`.
    #[inline(always)]
    fn forward(&self, room: &mut Room<P>, error: &mut [Row; P]) {
        let signals = room.signals::<1>();
        let x = &mut signals.net_input[..self.samples];
        let spare = &mut signals.spare[..self.samples];
        let layers = self.task.network.layers();
        for (k, layer) in layers.iter().enumerate() {
            let weights = &self.weights[layer.weights.clone()];
            let (before, o) = signals.output.split_at_mut(k * MOST_ROWS);
            let (o, derivative) = (
                &mut o[..self.samples],
                &mut signals.derivative[k * MOST_ROWS..][..self.samples],
            );
            let (weights, bias) = weights.split_at(layer.sources.len());
            let bias = bias.first().unwrap_or(const { &[Row::ZERO; P] });
            if k == 0 {
                for (j, w) in weights.iter().enumerate() {
                    let inputs = self.given(j).iter().map(|&o| Row::from_f64(o));
                    if j == 0 {
                        add_products(x, |_, part| bias[part], w, inputs, |o, _| o);
                    } else {
                        add_products(x, |x, _| x, w, inputs, |o, _| o);
                    }
                }
            } else {
                let before = before[(k - 1) * MOST_ROWS..][..self.samples].iter();
                add_products(
                    x,
                    |_, part| bias[part],
                    &weights[0],
                    before,
                    |o, part| o[part][0],
                );
            }
            layer.activation.of_many(Many {
                net_input: x.as_flattened().as_flattened(),
                output: o.as_flattened_mut().as_flattened_mut(),
                derivative: derivative.as_flattened_mut().as_flattened_mut(),
                spare: spare.as_flattened_mut().as_flattened_mut(),
            });
        }
        let place = (layers.len() - 1) * MOST_ROWS;
        self.task.loss.choose(Output {
            targets: self.task.targets.part(0, self.first, self.samples),
            net_input: x,
            output: &signals.output[place..][..self.samples],
            delta: &mut signals.derivative[place..][..self.samples],
            is_first: self.first == 0,
            error,
        });
    }

    /// δ of the hidden units, from that of the output's, and ∂E/∂w.
    #[inline(always)]
    fn backward(&self, room: &mut Room<P>, gradient: &mut [[Row; P]]) {
        let signals = room.signals::<1>();
        let is_first = self.first == 0;
        for (k, layer) in self.task.network.layers().iter().enumerate().rev() {
            let gradient = &mut gradient[layer.weights.clone()];
            let (before, here) = signals.derivative.split_at_mut(k * MOST_ROWS);
            let deltas = &here[..self.samples];
            let (gradient, bias) = gradient.split_at_mut(layer.sources.len());
            if k == 0 {
                for (j, g) in gradient.iter_mut().enumerate() {
                    let inputs = self.given(j).iter().map(|&o| Row::from_f64(o));
                    slopes(g, is_first, deltas, inputs, |delta, o, _| delta * o);
                }
            } else {
                let place = (k - 1) * MOST_ROWS;
                let outputs = signals.output[place..][..self.samples].iter();
                slopes(
                    &mut gradient[0],
                    is_first,
                    deltas,
                    outputs,
                    |delta, o, part| delta * o[part][0],
                );
                let weight = &self.weights[layer.weights.start];
                carry_back(weight, deltas, &mut before[place..][..self.samples]);
            }
            if let [bias] = bias {
                slopes(bias, is_first, deltas, deltas.iter(), |delta, _, _| delta);
            }
        }
    }

    fn given(&self, column: usize) -> &[f64] {
        self.task.inputs.part(column, self.first, self.samples)
    }
}

/// x of a unit, from what it is without one of its sources, and from o of that and the weight between them.
#[inline(always)]
fn add_products<T: Copy, const P: usize>(
    net_input: &mut [Abreast<P>],
    without: impl Fn(Row, usize) -> Row,
    weight: &[Row; P],
    source: impl Iterator<Item = T> + Clone,
    output: impl Fn(T, usize) -> Row,
) {
    for first in (0..P).step_by(HALF) {
        for (x, source) in net_input.iter_mut().zip(source.clone()) {
            for part in first..first + HALF {
                x[part] = [without(x[part][0], part) + output(source, part) * weight[part]];
            }
        }
    }
}

/// ∂E/∂w of a weight, of the block's samples and those before.
#[inline(always)]
fn slopes<T: Copy, const P: usize>(
    gradient: &mut [Row; P],
    is_first: bool,
    deltas: &[Abreast<P>],
    sources: impl Iterator<Item = T> + Clone,
    slope: impl Fn(Row, T, usize) -> Row,
) {
    for first in (0..P).step_by(TILE) {
        let mut sums = [Row::ZERO; TILE];
        if !is_first {
            sums.copy_from_slice(&gradient[first..first + TILE]);
        }
        for (delta, source) in deltas.iter().zip(sources.clone()) {
            for t in 0..TILE {
                sums[t] += slope(delta[first + t][0], source, first + t);
            }
        }
        gradient[first..first + TILE].copy_from_slice(&sums);
    }
}

/// δ of the unit before another one, from the weight between them: δ_j = f′(x_j) δ_k w_jk. `before` holds f′ of
/// the unit, and then its δ.
#[inline(always)]
fn carry_back<const P: usize>(weight: &[Row; P], deltas: &[Abreast<P>], before: &mut [Abreast<P>]) {
    for first in (0..P).step_by(TILE) {
        for (before, delta) in before.iter_mut().zip(deltas) {
            for part in first..first + TILE {
                // As a sum that begins at 0, which is not −0.
                before[part][0] = (Row::ZERO + delta[part][0] * weight[part]) * before[part][0];
            }
        }
    }
}

/// The output unit against its targets.
struct Output<'a, const P: usize> {
    targets: &'a [f64],
    /// x
    net_input: &'a [Abreast<P>],
    /// o
    output: &'a [Abreast<P>],
    /// f′, and then δ
    delta: &'a mut [Abreast<P>],
    is_first: bool,
    error: &'a mut [Row; P],
}

impl<const P: usize> OfFunction for Output<'_, P> {
    #[inline(always)]
    fn with<L: Function>(self) {
        let samples = self.targets.len();
        let (net_input, output) = (&self.net_input[..samples], &self.output[..samples]);
        let delta = &mut self.delta[..samples];
        for first in (0..P).step_by(HALF) {
            let mut errors = [Row::ZERO; HALF];
            if !self.is_first {
                errors.copy_from_slice(&self.error[first..first + HALF]);
            }
            for sample in 0..samples {
                let d = Row::from_f64(self.targets[sample]);
                let (x, o) = (&net_input[sample], &output[sample]);
                let delta = &mut delta[sample];
                for (t, error) in errors.iter_mut().enumerate() {
                    let ([x], [o], [delta]) = (x[first + t], o[first + t], &mut delta[first + t]);
                    *error += L::error(x, o, d);
                    *delta = L::delta(o, *delta, d);
                }
            }
            self.error[first..first + HALF].copy_from_slice(&errors);
        }
    }
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;
    use proptest::prelude::*;

    use super::*;
    use crate::batch::Columns;
    use crate::losses::Loss;
    use crate::network::{Activation, Network};

    fn bits(rows: &[[Row; 8]]) -> Vec<u64> {
        let numbers = rows.iter().flatten().flat_map(|row| row.to_array());
        numbers.map(f64::to_bits).collect()
    }

    proptest! {
        /// Of up to nine samples, which are three blocks, and of up to three layers.
        #[test]
        fn chains_have_the_bits_of_blocks(
            activations in prop::collection::vec(prop::sample::select(Activation::ALL), 1..4),
            (inputs, samples, bias, is_entropy) in (1..4_usize, 1..10_usize, any::<bool>(), any::<bool>()),
            numbers in prop::collection::vec(prop_oneof![Just(0.0), Just(-0.0), -9.0..9.0], 400),
        ) {
            let mut activations = activations;
            let loss = if is_entropy { Loss::CrossEntropy } else { Loss::SquaredError };
            if let (true, Some(last)) = (is_entropy, activations.last_mut()) {
                *last = Activation::Logistic;
            }
            let mut sizes = vec![1; activations.len() + 1];
            sizes[0] = inputs;
            let network = Network::new(sizes, activations, bias).unwrap();
            let mut numbers = numbers.into_iter().cycle();
            let mut next = || numbers.next().unwrap();
            let inputs = Columns::of(&Array2::from_shape_simple_fn((samples, inputs), &mut next));
            let targets = Columns::of(&Array2::from_shape_simple_fn((samples, 1), || next().abs() / 9.0));
            let task = Task { network: &network, loss, inputs: &inputs, targets: &targets };
            let mut row = || Row::new(std::array::from_fn(|_| next()));
            let mut weights = || std::array::from_fn(|_| row());
            let weights: Vec<[Row; 8]> = (0..network.weight_count()).map(|_| weights()).collect();

            let mut room = Room::new(&network);
            let sums = [sum_over_chain::<8>, sum_over_samples::<Row, 8>].map(|sum| {
                let (mut gradient, mut error) = (weights.clone(), [Row::ONE; 8]);
                sum(task, &weights, Some(&mut gradient), &mut room, &mut error);
                let mut alone = [Row::ONE; 8];
                sum(task, &weights, None, &mut room, &mut alone);
                [bits(&gradient), bits(&[error]), bits(&[alone])]
            });
            prop_assert_eq!(&sums[0], &sums[1]);
        }
    }
}

//! Which units are saturated: the factors f′(x) of the lecture's chain.

use crate::equations::{Signals, forward};
use crate::experiment::Experiment;
use crate::network::{Layer, Source};
use crate::problem::Problem;
use crate::verdict::thresholds::SATURATED;

/// Samples whose error is below this share of the greatest are as good as learned; that their
/// units are saturated explains nothing.
const MISSED: f64 = 0.1;

/// The smallest factor f′(x) that stands between the error and the weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmallestFactor {
    /// Layer of the unit, counted from the input, which is 0.
    pub layer: usize,
    /// Number of the unit in its layer, from 0.
    pub unit: usize,
    /// Number of the sample, from 0.
    pub sample: usize,
    /// x of the unit for that sample.
    pub net_input: f64,
    /// f′(x)
    pub derivative: f64,
    /// The largest value that f′ can take.
    pub greatest_derivative: f64,
    /// Whether f is constant there on every sample, as in a rectifier that is dead: smaller weights would
    /// not wake it.
    pub is_dead: bool,
}

impl SmallestFactor {
    /// The smallest factor, as a share of its maximum, among the samples that are still missed and
    /// the units that stand between the error and the weights marked in `parts` (one flag for each
    /// weight): the unit that such a weight feeds, and all of later layers. None where nothing is
    /// finite.
    pub(crate) fn behind(
        experiment: &Experiment,
        weights: &[f64],
        parts: &[bool],
    ) -> Option<SmallestFactor> {
        let problem = experiment.problem();
        let samples = 0..problem.samples().count();
        let passes: Vec<_> = samples.filter_map(|s| problem.pass(weights, s)).collect();
        let greatest_error = passes.iter().map(|pass| pass.error).fold(0.0, f64::max);

        let mut smallest: Option<SmallestFactor> = None;
        let mut is_behind = false;
        for (k, layer) in factors(problem).iter().enumerate() {
            let feeds = |unit: usize| {
                let first = layer.weights.start + unit * layer.fan_in;
                parts[first..first + layer.fan_in].contains(&true)
            };
            for (unit, i) in layer.units.clone().enumerate() {
                if !is_behind && !feeds(unit) {
                    continue;
                }
                let f = layer.activation;
                let mut inputs = passes.iter().map(|pass| pass.signals.net_input[i]);
                let is_dead = inputs.all(|x| f.is_constant_at(x));
                for (sample, pass) in passes.iter().enumerate() {
                    let found = SmallestFactor {
                        layer: k + 1,
                        unit,
                        sample,
                        net_input: pass.signals.net_input[i],
                        derivative: pass.signals.derivative[i],
                        greatest_derivative: f.greatest_derivative(),
                        is_dead,
                    };
                    let is_missed = pass.error >= MISSED * greatest_error;
                    if is_missed && smallest.is_none_or(|s| found.share() < s.share()) {
                        smallest = Some(found);
                    }
                }
            }
            is_behind |= parts[layer.weights.clone()].contains(&true);
        }
        smallest
    }

    /// f′ as a share of its maximum.
    fn share(&self) -> f64 {
        self.derivative.abs() / self.greatest_derivative
    }
}

/// The layers whose f′ is a factor of the chain: all, unless the loss takes it out of the output's δ.
fn factors(problem: &Problem) -> &[Layer] {
    let layers = problem.network().layers();
    let without = usize::from(!problem.loss().has_derivative());
    &layers[..layers.len() - without]
}

/// Which units are saturated on every sample, and whether one sits on a kink.
#[derive(Clone, Debug)]
pub(crate) struct Saturation {
    /// A flag for each unit, the input's (never set) first: |f′| is below a thousandth of its
    /// maximum on every sample.
    saturated: Vec<bool>,
    /// A net input is exactly on a kink of f on some sample, and not for all values of the free
    /// weights: E has no Hessian here.
    pub(crate) on_kink: bool,
}

impl Saturation {
    pub(crate) fn of(experiment: &Experiment, weights: &[f64]) -> Saturation {
        let problem = experiment.problem();
        let network = problem.network();
        let mut signals = Signals::<f64>::new(network);
        let mut saturated = vec![false; network.unit_count()];
        for layer in factors(problem) {
            saturated[layer.units.clone()].fill(true);
        }
        let mut on_kink = false;
        for (input, _) in problem.samples().iter() {
            forward(network, weights, input, &mut signals);
            let mut movable = None;
            for layer in network.layers() {
                let limit = SATURATED * layer.activation.greatest_derivative();
                for i in layer.units.clone() {
                    saturated[i] &= signals.derivative[i].abs() < limit;
                    let is_kink = layer.activation.has_kink_at(signals.net_input[i]);
                    if is_kink {
                        let find = || Movable::of(experiment, weights, &signals);
                        on_kink |= movable.get_or_insert_with(find).units[i];
                    }
                }
            }
        }
        Saturation { saturated, on_kink }
    }

    /// Whether saturated units stand behind a change of the weight numbered `weight`: the unit
    /// that it feeds, the hidden unit that it comes from, or all units of a later layer.
    pub(crate) fn blocks(&self, experiment: &Experiment, weight: usize) -> bool {
        let network = experiment.problem().network();
        let Some(place) = network.connection(weight) else {
            return false;
        };
        let layer = &network.layers()[place.layer - 1];
        let source = match place.source {
            Source::Unit(j) => self.saturated[layer.sources.start + j],
            Source::Bias => false,
        };
        let later = &network.layers()[place.layer..];
        source
            || self.saturated[layer.units.start + place.unit]
            || later
                .iter()
                .any(|layer| self.saturated[layer.units.clone()].iter().all(|&s| s))
    }
}

/// Which units' net inputs change with the free weights, for the sample in `signals`.
///
/// A ReLU that gets nothing but zeros stays at 0 whatever its weights are: that is no kink of E.
struct Movable {
    /// A flag for each unit, the input's (never set) first.
    units: Vec<bool>,
}

impl Movable {
    fn of(experiment: &Experiment, weights: &[f64], signals: &Signals<f64>) -> Movable {
        let network = experiment.problem().network();
        let mut free = vec![false; weights.len()];
        for &i in experiment.free() {
            free[i] = true;
        }
        let mut units = vec![false; network.unit_count()];
        // Outputs that change: those of such units, unless f is flat there.
        let mut outputs = units.clone();
        for layer in network.layers() {
            for (unit, i) in layer.units.clone().enumerate() {
                let first = layer.weights.start + unit * layer.fan_in;
                let by_source = layer.sources.clone().zip(first..).any(|(j, w)| {
                    let directly = free[w] && signals.output[j] != 0.0;
                    directly || outputs[j] && (free[w] || weights[w] != 0.0)
                });
                let by_bias = network.has_bias() && free[first + layer.fan_in - 1];
                units[i] = by_source || by_bias;
                let constant = layer.activation.is_constant_at(signals.net_input[i]);
                outputs[i] = units[i] && !constant;
            }
        }
        Movable { units }
    }
}

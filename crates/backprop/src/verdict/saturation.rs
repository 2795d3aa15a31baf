//! Which units are saturated: the factors f′(x) of the lecture's chain.

use crate::batch::Signals;
use crate::batch::forward;
use crate::experiment::Experiment;
use crate::network::Activation;
use crate::network::Source;

/// A unit whose f′ is below this share of its maximum passes next to nothing back.
const SATURATED: f64 = 1e-3;
/// Samples whose error is below this share of the greatest are as good as learned; that their
/// units are saturated explains nothing.
const UNLEARNED: f64 = 0.1;

/// The smallest factor f′(x) that stands between the error and the weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmallestSlope {
    /// Layer of the unit, counted from the input, which is 0.
    pub layer: usize,
    /// Number of the unit in its layer, from 0.
    pub unit: usize,
    /// Number of the sample, from 0.
    pub sample: usize,
    /// x of the unit for that sample.
    pub net_input: f64,
    /// f′(x)
    pub slope: f64,
    /// The largest value that f′ can take.
    pub greatest_slope: f64,
}

/// f′ of every unit on every sample, summed up.
#[derive(Clone, Debug)]
pub(crate) struct Saturation {
    /// A flag for each unit, the input's (never set) first: |f′| is below a thousandth of its
    /// maximum on every sample.
    saturated: Vec<bool>,
    /// The smallest factor, over the samples that are not learned yet.
    pub(crate) smallest: Option<SmallestSlope>,
    /// A ReLU's net input is exactly 0 on some sample, and not for all values of the free
    /// weights: E has no Hessian here.
    pub(crate) on_kink: bool,
}

impl Saturation {
    pub(crate) fn of(experiment: &Experiment, weights: &[f64]) -> Saturation {
        let problem = experiment.problem();
        let network = problem.network();
        let mut signals = Signals::<f64>::new(network);
        let mut residuals = Vec::with_capacity(problem.samples().count());
        let mut smallest_by_sample = Vec::with_capacity(problem.samples().count());
        let mut saturated = vec![false; network.unit_count()];
        for layer in network.layers() {
            saturated[layer.units.clone()].fill(true);
        }
        let mut on_kink = false;

        for (sample, (input, target)) in problem.samples().iter().enumerate() {
            forward(network, weights, input, &mut signals);
            let movable = Movable::of(experiment, weights, &signals);
            let mut smallest: Option<SmallestSlope> = None;
            for (k, layer) in network.layers().iter().enumerate() {
                let greatest_slope = layer.activation.greatest_slope();
                for (unit, i) in layer.units.clone().enumerate() {
                    let slope = signals.slope[i];
                    let net_input = signals.net_input[i];
                    saturated[i] &= slope.abs() < SATURATED * greatest_slope;
                    on_kink |= layer.activation.has_kink_at(net_input) && movable.units[i];
                    let share = slope / greatest_slope;
                    if smallest.is_none_or(|s| share < s.slope / s.greatest_slope) {
                        smallest = Some(SmallestSlope {
                            layer: k + 1,
                            unit,
                            sample,
                            net_input,
                            slope,
                            greatest_slope,
                        });
                    }
                }
            }
            smallest_by_sample.push(smallest);
            residuals.push(crate::batch::sample_error(network, target, &signals));
        }

        let greatest = residuals.iter().copied().fold(0.0, f64::max);
        let smallest = smallest_by_sample
            .into_iter()
            .zip(&residuals)
            .filter(|(_, residual)| **residual >= UNLEARNED * greatest)
            .filter_map(|(smallest, _)| smallest)
            .min_by(|a, b| {
                let share = |s: &SmallestSlope| s.slope / s.greatest_slope;
                share(a).total_cmp(&share(b))
            });
        Saturation {
            saturated,
            smallest,
            on_kink,
        }
    }

    /// Whether saturated units stand behind a change of the weight numbered `weight`: the unit
    /// that it feeds, the hidden unit that it comes from, or all units of a later layer.
    pub(crate) fn blocks(&self, experiment: &Experiment, weight: usize) -> bool {
        let network = experiment.problem().network();
        let Some(place) = network.place(weight) else {
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
        // Outputs that change: those of such units, unless they are ReLUs on their flat side.
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
                let off = layer.activation == Activation::Relu && signals.net_input[i] < 0.0;
                outputs[i] = units[i] && !off;
            }
        }
        Movable { units }
    }
}

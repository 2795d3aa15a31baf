//! What holds up a run whose gradient has vanished: saturation, or balance and saturation.

use crate::experiment::Experiment;
use crate::network::Network;
use crate::verdict::direction::{direction, parts, projection};
use crate::verdict::kind::Cause;
use crate::verdict::pull::Pulls;
use crate::verdict::saturation::SmallestFactor;
use crate::verdict::thresholds::PULL;

/// What holds up a run whose gradient has vanished.
#[derive(Clone, Debug, PartialEq)]
pub struct Stall {
    /// How hard the samples pull, each by itself, relative to typical starts:
    /// Σ_s ‖(u_i ∂E_s/∂w_i)‖. None where nothing pulls there either.
    pub pull: Option<f64>,
    /// What is left of it along the remaining slope, where nothing cancels, relative to the same:
    /// Σ_s |ĝ · (u_i ∂E_s/∂w_i)|.
    pub pull_left: Option<f64>,
    /// The two samples that pull hardest against each other, where samples still pull; none where
    /// no sample does.
    pub balance: Option<Balance>,
    /// The smallest factor f′(x) between the error of the samples that are still missed and the
    /// weights that have a part in the remaining slope: where the way is closed that is left.
    pub smallest_factor: Option<SmallestFactor>,
}

/// Two samples that pull against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Their numbers, from 0, ascending.
    pub samples: [usize; 2],
    /// Number of an output unit in its layer, from 0: that on which they differ most.
    pub unit: usize,
    /// δ of that unit for both samples.
    pub deltas: [f64; 2],
}

impl Stall {
    /// At `weights`, given the typical pull. `flat` are the directions in which E is flat, where the
    /// run is at a bottom in all others: only they are left then.
    pub(crate) fn of(
        experiment: &Experiment,
        weights: &[f64],
        typical_pull: f64,
        flat: &[Vec<f64>],
    ) -> Stall {
        let pulls = Pulls::of(experiment, weights);
        let relative = |pull: f64| Some(pull / typical_pull).filter(|pull| pull.is_finite());
        let left = if flat.is_empty() {
            pulls.whole()
        } else {
            projection(&pulls.whole(), flat)
        };
        let left = direction(left);
        let mut has_part = vec![false; weights.len()];
        let mut mark = |direction: &[f64]| {
            for (&i, part) in experiment.free().iter().zip(parts(direction)) {
                has_part[i] |= part;
            }
        };
        match &left {
            Some(left) if flat.is_empty() => mark(left),
            // No slope is left: no weight has a greater part in it than another.
            None if flat.is_empty() => mark(&vec![1.0; experiment.free().len()]),
            _ => flat.iter().for_each(|v| mark(v)),
        }
        let pull = relative(pulls.sum());
        let opponents = pull
            .filter(|&pull| pull >= PULL)
            .and_then(|_| pulls.opponents());
        Stall {
            pull,
            pull_left: relative(left.map_or(0.0, |left| pulls.along(&left))),
            balance: opponents.and_then(|samples| balance(experiment, weights, samples)),
            smallest_factor: SmallestFactor::behind(experiment, weights, &has_part),
        }
    }
}

impl Stall {
    /// Saturation where each sample's slope is gone; else balance and saturation.
    pub(crate) fn cause(&self) -> Cause {
        match self.pull {
            Some(pull) if pull >= PULL => Cause::BalanceAndSaturation,
            _ => Cause::Saturation,
        }
    }
}

fn balance(experiment: &Experiment, weights: &[f64], samples: [usize; 2]) -> Option<Balance> {
    let problem = experiment.problem();
    let outputs = outputs(problem.network());
    let [one, other] = samples.map(|sample| problem.pass(weights, sample));
    let (one, other) = (one?.signals.delta, other?.signals.delta);
    let apart = |&i: &usize| (one[i] - other[i]).abs();
    let unit = outputs
        .clone()
        .max_by(|a, b| apart(a).total_cmp(&apart(b)))?;
    Some(Balance {
        samples,
        unit: unit - outputs.start,
        deltas: [one[unit], other[unit]],
    })
}

fn outputs(network: &Network) -> std::ops::Range<usize> {
    network
        .layers()
        .last()
        .map_or(0..0, |layer| layer.units.clone())
}

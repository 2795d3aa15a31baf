//! What slopes are like where a search begins: the yardstick for a slope at the end of a run.

use std::cell::OnceCell;

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::experiment::Experiment;
use crate::number::{norm, sorted};
use crate::verdict::pull::pull;

/// Any seed would do; this one is fixed so that a verdict is always the same.
const SEED: u64 = 0x7479_7069;
const STARTS: usize = 64;

/// The medians at 64 seeded typical starts: each free weight evenly within one natural unit of 0,
/// the others as in the experiment. Where that is 0, because units are dead at most of them, the
/// greatest. Each is found out when it is first asked for.
pub(crate) struct Typical<'a> {
    experiment: &'a Experiment,
    slope: OnceCell<f64>,
    pull: OnceCell<f64>,
    /// Told of what takes long: of each pass over the samples, about.
    pub(super) tick: &'a dyn Fn(),
}

impl<'a> Typical<'a> {
    pub(crate) fn of(experiment: &'a Experiment) -> Typical<'a> {
        Typical::watched(experiment, &|| ())
    }

    /// The same; `tick` is told of each pass over the samples, here and in whatever else takes long
    /// to judge a run.
    pub(crate) fn watched(experiment: &'a Experiment, tick: &'a dyn Fn()) -> Typical<'a> {
        Typical {
            tick,
            experiment,
            slope: OnceCell::new(),
            pull: OnceCell::new(),
        }
    }

    /// ‖(u_i g_i)‖
    pub(crate) fn slope(&self) -> f64 {
        let at = |weights: &[f64]| {
            let (_, gradient) = self.experiment.problem().gradient(weights);
            slope(self.experiment, &gradient)
        };
        *self.slope.get_or_init(|| self.median(at))
    }

    /// Σ_s ‖(u_i ∂E_s/∂w_i)‖
    pub(crate) fn pull(&self) -> f64 {
        let at = |weights: &[f64]| pull(self.experiment, weights);
        *self.pull.get_or_init(|| self.median(at))
    }

    fn median(&self, value: impl Fn(&[f64]) -> f64) -> f64 {
        let units = self.experiment.problem().natural_units();
        let mut generator = Xoshiro256PlusPlus::seed_from_u64(SEED);
        let mut weights = self.experiment.start().to_vec();
        let values = sorted((0..STARTS).map(|_| {
            for &i in self.experiment.free() {
                weights[i] = units[i] * (2.0 * generator.random::<f64>() - 1.0);
            }
            (self.tick)();
            value(&weights)
        }));
        let median = 0.5 * (values[STARTS / 2 - 1] + values[STARTS / 2]);
        if median > 0.0 {
            median
        } else {
            values[STARTS - 1]
        }
    }
}

/// ‖(u_i g_i)‖ over the free weights: the slope in natural units.
pub(crate) fn slope(experiment: &Experiment, gradient: &[f64]) -> f64 {
    let units = experiment.problem().natural_units();
    norm(experiment.free().iter().map(|&i| units[i] * gradient[i]))
}

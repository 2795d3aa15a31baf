//! Whether there is a bottom here: Newton's iteration from the end of a run.
//!
//! At a bottom it settles in a few turns. On the tail of a sigmoid the bottom that it is after moves
//! on as fast as it goes: E behaves like e⁻ʷ there, and each turn divides the slope by e.

use crate::batch::Workspace;
use crate::experiment::Experiment;
use crate::number::norm;
use crate::verdict::all_pairs::AllPairs;
use crate::verdict::both_ends::BothEnds;
use crate::verdict::method::Method;
use crate::verdict::surroundings::Surroundings;
use crate::verdict::typical::slope;

const MOST_TURNS: usize = 12;
/// The slope, as a share of that at the end, at which the iteration has settled. Twelve turns on a
/// tail come to e⁻¹² = 6 · 10⁻⁶.
const SETTLED: f64 = 1e-6;
/// Rounding level of a slope: what the last digits of the weights do to it through λ_max.
const ROUNDING: f64 = 1e-13;

/// A place at which Newton's iteration has settled.
pub(crate) struct Bottom {
    /// All weights.
    pub(crate) weights: Vec<f64>,
    /// E
    pub(crate) error: f64,
    /// Turns that it took, at most 12.
    pub(crate) turns: usize,
    /// Orthonormal directions over the free weights, in natural units, in which E is flat: all of
    /// them, or some where only the ends of the spectrum are found.
    pub(crate) flat_directions: Vec<Vec<f64>>,
}

impl Bottom {
    /// The bottom that Newton's iteration finds from `weights`; none where it does not settle
    /// within 12 turns, or E curves downwards on the way. `tick` is told of what takes long.
    pub(crate) fn near(
        experiment: &Experiment,
        weights: &[f64],
        method: Method,
        tick: &dyn Fn(),
    ) -> Option<Bottom> {
        match method {
            Method::All => settled(experiment, weights, &mut AllPairs::new(experiment)),
            Method::Ends => settled(experiment, weights, &mut BothEnds::new(experiment, tick)),
        }
    }
}

fn settled(
    experiment: &Experiment,
    weights: &[f64],
    surroundings: &mut dyn Surroundings,
) -> Option<Bottom> {
    let problem = experiment.problem();
    let (free, units) = (experiment.free(), problem.natural_units());
    let mut weights = weights.to_vec();
    let mut gradient = vec![0.0; weights.len()];
    let mut workspace = Workspace::new(problem.network());
    let mut slope_at_end = None;
    for turns in 0..=MOST_TURNS {
        let error = problem.error_and_gradient(&weights, &mut gradient, &mut workspace);
        let size = surroundings.look(&weights)?;
        let slope = slope(experiment, &gradient);
        let slope_at_end = *slope_at_end.get_or_insert(slope);
        let place = norm(free.iter().map(|&i| weights[i] / units[i]));
        if slope <= SETTLED * slope_at_end && turns > 0 || slope <= ROUNDING * size * (1.0 + place)
        {
            return Some(Bottom {
                flat_directions: surroundings.flat_directions(&weights)?,
                weights,
                error,
                turns,
            });
        }
        let g: Vec<f64> = free.iter().map(|&i| units[i] * gradient[i]).collect();
        let step = surroundings.step(&weights, &g)?;
        for (&i, step) in free.iter().zip(step) {
            weights[i] += units[i] * step;
        }
    }
    None
}

//! Whether a nudge in the directions that look flat leads down.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::batch::Workspace;
use crate::experiment::Experiment;
use crate::verdict::direction::{direction, projection};

/// Any seed would do; this one is fixed so that a verdict is always the same.
const SEED: u64 = 0x6e75_6467;
/// Each of them, and its opposite.
const NUDGES: usize = 16;
/// Times that each nudge is turned towards where E is lower.
const TURNS: usize = 30;
/// Length of a nudge in natural units: long enough for terms of fourth order to show, short enough to stay near.
const LENGTH: f64 = 0.1;
/// Falls below this share of 1 + E may come from rounding, or from an eigenvalue that is 0 but
/// for rounding.
const FALL: f64 = 1e-10;

/// Whether E is lower somewhere near `weights` in the space of the orthonormal `directions`, which
/// are over the free weights, in natural units.
///
/// Where a direction is flat to second order, the Hessian does not tell a minimum that is not
/// unique from a saddle of higher order. XOR with all weights 0 is one of the latter: eight of
/// nine eigenvalues are 0, the ninth is positive, and E falls only along products of four weights.
pub(crate) fn leads_down(
    experiment: &Experiment,
    weights: &[f64],
    directions: &[Vec<f64>],
) -> bool {
    if directions.is_empty() {
        return false;
    }
    let problem = experiment.problem();
    let (free, units) = (experiment.free(), problem.natural_units());
    let mut workspace = Workspace::new(problem.network());
    let mut gradient = vec![0.0; weights.len()];
    let error = problem.error_and_gradient(weights, &mut gradient, &mut workspace);
    let lower = error - FALL * (1.0 + error);
    let mut downhill = |mut nudge: Vec<f64>| {
        for turn in 0..TURNS {
            let Some(towards) = direction(nudge) else {
                break;
            };
            let mut nudged = weights.to_vec();
            for (&i, v) in free.iter().zip(&towards) {
                nudged[i] += LENGTH * units[i] * v;
            }
            if problem.error_and_gradient(&nudged, &mut gradient, &mut workspace) < lower {
                return true;
            }
            // Steepest descent on the sphere of all nudges, in shorter and shorter turns.
            let slopes: Vec<f64> = free.iter().map(|&i| units[i] * gradient[i]).collect();
            let Some(upwards) = direction(projection(&slopes, directions)) else {
                break;
            };
            let step = 0.5 / (1.0 + 0.1 * turn as f64);
            let turned = towards
                .iter()
                .zip(upwards)
                .map(|(v, slope)| v - step * slope);
            nudge = turned.collect();
        }
        false
    };
    let mut generator = Xoshiro256PlusPlus::seed_from_u64(SEED);
    for _ in 0..NUDGES {
        // The space has many bases, and rounding chooses one: a nudge is drawn over the weights.
        let drawn = free.iter().map(|_| 2.0 * generator.random::<f64>() - 1.0);
        let drawn: Vec<f64> = drawn.collect();
        let nudge = projection(&drawn, directions);
        let opposite = nudge.iter().map(|v| -v).collect();
        if downhill(nudge) || downhill(opposite) {
            return true;
        }
    }
    false
}

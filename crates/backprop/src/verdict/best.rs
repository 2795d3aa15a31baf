//! The smallest error known: a seeded search from many starts.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::batch::Workspace;
use crate::experiment::Experiment;
use crate::problem::Problem;

/// Any seed would do; this one is fixed so that two searches agree.
const SEED: u64 = 0x646f_776e;
/// Half widths, in natural units, of the boxes from which starts are drawn: near 0, where units are not saturated,
/// and farther out, where some problems have their solutions.
const HALF_WIDTHS: [f64; 3] = [0.5, 2.0, 8.0];
const STARTS: usize = 24;
const STEPS: usize = 1000;
/// Weights × samples × steps that the whole search may cost: some tenths of a second.
const WORK: usize = 100_000_000;

/// The constants of Rprop (Riedmiller and Braun, 1993), in its variant that forgets the slope
/// after a change of sign (iRprop⁻, Igel and Hüsken, 2000).
const GROW: f64 = 1.2;
const SHRINK: f64 = 0.5;
const FIRST_STEP: f64 = 0.1;
const LEAST_STEP: f64 = 1e-13;
const GREATEST_STEP: f64 = 10.0;

impl Experiment {
    /// The smallest error known: the document's, or that of a seeded search, which takes up to
    /// some tenths of a second. It depends on the problem, on which weights are free, and on the
    /// values of the others; keep it while these stay.
    ///
    /// ```
    /// use backprop::Experiment;
    ///
    /// let experiment = Experiment::parse(
    ///     r#"{"layers": [1, 1], "activations": ["logistic"], "bias": false,
    ///         "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [8],
    ///         "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#,
    /// )?;
    /// // Found also where the run itself gets nowhere.
    /// assert!((experiment.best_known_error() - 0.099_035_7).abs() < 1e-6);
    /// // Not searched for where it is known.
    /// assert_eq!(experiment.with_best_error(0.1).best_known_error(), 0.1);
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn best_known_error(&self) -> f64 {
        self.parts()
            .best_error
            .unwrap_or_else(|| best_known_error(self.problem(), self.start(), self.free()))
    }
}

/// The smallest error that a search over the weights numbered in `free` finds; the others stay as
/// in `weights`. The result does not depend on the free values in `weights`.
///
/// Rprop looks only at the signs of the slopes, so that plateaus hold it up less than they do
/// steepest descent. It starts from 0 and from 23 seeded points (fewer where the problem is large).
/// The result is an upper bound of the global minimum and is called "best known".
///
/// Signs make it chaotic: one last digit more or less, and a search that has not settled ends
/// elsewhere. So it searches in natural units, rounded to 41 bits: what is the same problem in other
/// units is the same search, to the bit. E changes by some parts in 10¹² of it.
pub(crate) fn best_known_error(problem: &Problem, weights: &[f64], free: &[usize]) -> f64 {
    let size = problem.network().weight_count() * problem.samples().count();
    let cost = size.saturating_mul(STEPS);
    let starts = (WORK / cost.max(1)).clamp(2, STARTS);

    let units = problem.natural_units();
    let in_units = |(&w, &unit): (&f64, &f64)| if unit == 1.0 { w } else { rounded(w / unit) };
    let weights: Vec<f64> = weights.iter().zip(units).map(in_units).collect();
    // The first weights of the list are those of one unit, one for each input.
    let problem = &problem.with_inputs(|unit, x| rounded(x * units[unit]));

    let mut generator = Xoshiro256PlusPlus::seed_from_u64(SEED);
    let mut best = f64::INFINITY;
    for start in 0..starts {
        let half_width = HALF_WIDTHS[start % HALF_WIDTHS.len()];
        let mut w = weights.clone();
        for &i in free {
            let drawn = half_width * (2.0 * generator.random::<f64>() - 1.0);
            w[i] = if start == 0 { 0.0 } else { drawn };
        }
        best = best.min(rprop(problem, w, free));
    }
    best
}

/// `x` to 41 bits (Veltkamp's splitting); as it is where it is too large for that.
fn rounded(x: f64) -> f64 {
    let shifted = x * 4097.0;
    let rounded = shifted - (shifted - x);
    if rounded.is_finite() { rounded } else { x }
}

/// The smallest error on the way of one descent by Rprop.
fn rprop(problem: &Problem, mut weights: Vec<f64>, free: &[usize]) -> f64 {
    let mut workspace = Workspace::new(problem.network());
    let mut gradient = vec![0.0; weights.len()];
    let mut steps = vec![FIRST_STEP; free.len()];
    let mut slopes = vec![0.0; free.len()];
    let mut best = f64::INFINITY;
    for _ in 0..STEPS {
        let error = problem.error_and_gradient(&weights, &mut gradient, &mut workspace);
        // f64::min passes over a NaN.
        best = best.min(error);
        let mut moved = false;
        for ((&i, step), slope) in free.iter().zip(&mut steps).zip(&mut slopes) {
            let turn = gradient[i] * *slope;
            *slope = gradient[i];
            if turn > 0.0 {
                *step = (*step * GROW).min(GREATEST_STEP);
            } else if turn < 0.0 {
                *step = (*step * SHRINK).max(LEAST_STEP);
                *slope = 0.0;
            }
            if *slope != 0.0 {
                weights[i] -= *step * slope.signum();
            }
            moved |= gradient[i] != 0.0 && *step > LEAST_STEP;
        }
        if !moved {
            break;
        }
    }
    best
}

//! The smallest error known: a seeded search from many starts.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::experiment::Experiment;
use crate::problem::Problem;
use crate::verdict::rprop::Rprop;

/// Any seed would do; this one is fixed so that two searches agree.
const SEED: u64 = 0x646f_776e;
/// Half widths, in natural units, of the boxes from which starts are drawn: near 0, where units are not saturated,
/// and farther out, where some problems have their solutions.
const HALF_WIDTHS: [f64; 3] = [0.5, 2.0, 8.0];
const MOST_STARTS: usize = 24;
const FEWEST_STARTS: usize = 2;
/// Steps from one start.
const STEPS: usize = 1000;
/// Weights × samples × steps that the whole search may cost, some tenths of a second, as long as that
/// is enough for the fewest starts: at the limits they come to 60 times as much.
const WORK: usize = 100_000_000;

impl Experiment {
    /// The smallest error known: the document's, or that of a seeded search, which takes up to
    /// some tenths of a second, and some seconds for the largest experiments ([`Search`] does it in
    /// portions). It depends on the problem, on which weights are free, and on the values of the
    /// others; keep it while these stay.
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
        self.parts().best_error.unwrap_or_else(|| {
            let mut search = Search::new(self);
            while !search.advance(STEPS) {}
            search.best_error()
        })
    }
}

/// A search for the smallest error over the free weights of an experiment; the others stay. The
/// result does not depend on where the free weights start, and is an upper bound of the global
/// minimum, called "best known".
///
/// It starts from 0 and from 23 seeded points (fewer where the problem is large) and descends by
/// Rprop, which looks only at the signs of the slopes.
///
/// Signs make it chaotic: one last digit more or less, and a search that has not settled ends
/// elsewhere. So it searches in natural units, rounded to 41 bits: what is the same problem in other
/// units is the same search, to the bit. E changes by some parts in 10¹² of it.
///
/// ```
/// use backprop::{Experiment, Search};
///
/// let experiment = Experiment::parse(
///     r#"{"layers": [1, 1], "activations": ["logistic"], "bias": false,
///         "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [8],
///         "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#,
/// )?;
/// let mut search = Search::new(&experiment);
/// assert_eq!((search.share_done(), Search::evaluations(&experiment)), (0.0, 24_000));
/// while !search.advance(100) {
///     assert!(search.share_done() < 1.0);
/// }
/// assert_eq!(search.best_error(), experiment.best_known_error());
/// # Ok::<(), backprop::TextError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Search {
    problem: Problem,
    free: Vec<usize>,
    /// In natural units, as far as they stay.
    weights: Vec<f64>,
    generator: Xoshiro256PlusPlus,
    starts: usize,
    /// Starts that are done, and steps from the present one.
    done: usize,
    steps: usize,
    descent: Rprop,
    best: f64,
}

impl Search {
    /// A search at its beginning.
    pub fn new(experiment: &Experiment) -> Search {
        let problem = experiment.problem();
        let units = problem.natural_units();
        let in_units = |(&w, &unit): (&f64, &f64)| if unit == 1.0 { w } else { rounded(w / unit) };
        let mut weights: Vec<f64> = experiment.start().iter().zip(units).map(in_units).collect();
        for &i in experiment.free() {
            weights[i] = 0.0;
        }
        // The first weights of the list are those of one unit, one for each input.
        let problem = problem.with_inputs(|unit, x| rounded(x * units[unit]));
        // The first start is 0.
        let descent = Rprop::new(&problem, weights.clone(), experiment.free().len());
        let mut generator = Xoshiro256PlusPlus::seed_from_u64(SEED);
        for _ in experiment.free() {
            generator.random::<f64>();
        }
        Search {
            problem,
            free: experiment.free().to_vec(),
            weights,
            generator,
            starts: starts(experiment),
            done: 0,
            steps: 0,
            descent,
            best: f64::INFINITY,
        }
    }

    /// How many times a whole search evaluates E, at most.
    pub fn evaluations(experiment: &Experiment) -> usize {
        starts(experiment) * STEPS
    }

    /// Goes on from the next start.
    fn begin(&mut self) {
        let half_width = HALF_WIDTHS[self.done % HALF_WIDTHS.len()];
        let mut weights = self.weights.clone();
        for &i in &self.free {
            weights[i] = half_width * (2.0 * self.generator.random::<f64>() - 1.0);
        }
        self.descent = Rprop::new(&self.problem, weights, self.free.len());
        self.steps = 0;
    }

    /// Evaluates E at most `evaluations` times more. True when the search is over.
    pub fn advance(&mut self, evaluations: usize) -> bool {
        for _ in 0..evaluations {
            if self.done == self.starts {
                break;
            }
            let (error, moved) = self.descent.step(&self.problem, &self.free);
            self.steps += 1;
            // f64::min passes over a NaN.
            self.best = self.best.min(error);
            if !moved || self.steps == STEPS {
                self.done += 1;
                self.begin();
            }
        }
        self.done == self.starts
    }

    /// The share of the search that is done at least, from 0 to 1: a start that has settled takes no
    /// further steps.
    pub fn share_done(&self) -> f64 {
        let of_present = self.steps as f64 / STEPS as f64;
        (self.done as f64 + of_present) / self.starts as f64
    }

    /// The smallest error so far.
    pub fn best_error(&self) -> f64 {
        self.best
    }
}

fn starts(experiment: &Experiment) -> usize {
    let problem = experiment.problem();
    let size = problem.network().weight_count() * problem.samples().count();
    (WORK / size.saturating_mul(STEPS).max(1)).clamp(FEWEST_STARTS, MOST_STARTS)
}

/// `x` to 41 bits (Veltkamp's splitting); as it is where it is too large for that.
fn rounded(x: f64) -> f64 {
    let shifted = x * 4097.0;
    let rounded = shifted - (shifted - x);
    if rounded.is_finite() { rounded } else { x }
}

//! What it takes to judge a run, as far as that can be said beforehand.

use crate::experiment::Experiment;
use crate::verdict::method::Method;
use crate::verdict::search::Search;

/// Weights × samples that go by while an evaluation begins and ends.
const BEGINNING: f64 = 40.0;
/// Evaluations at typical starts.
const TYPICAL: f64 = 128.0;
/// Evaluations that a column of the Hessian takes, in numbers that carry a derivative.
const COLUMN: f64 = 4.0;
/// Operations of all eigenpairs, over the cube of their number.
const EIGENPAIRS: f64 = 12.0;
/// Times that these are found: at the end, and at a turn or two of Newton's iteration.
const TIMES: f64 = 2.0;
/// Evaluations that the two ends of a spectrum take, and a turn or two.
const ENDS: f64 = 500.0;

impl Experiment {
    /// About how long it takes to judge a run, in weights × samples that are evaluated, of which a
    /// core does some hundred millions a second; with the search for the best error, where
    /// `is_searching`.
    ///
    /// ```
    /// use backprop::Experiment;
    ///
    /// let xor = r#"{"layers": [2, 2, 1], "activations": ["logistic", "logistic"], "bias": true,
    ///     "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [[0], [1], [1], [0]],
    ///     "init": {"scheme": "uniform", "scale": 1, "seed": 7},
    ///     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#;
    /// let experiment = Experiment::parse(xor)?;
    /// assert!(experiment.judging_work(false) < 1e5);
    /// assert!(experiment.judging_work(true) > 24_000.0 * 9.0 * 4.0);
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn judging_work(&self, is_searching: bool) -> f64 {
        let problem = self.problem();
        let (weights, samples) = (problem.network().weight_count(), problem.samples().count());
        let evaluation = weights as f64 * samples as f64 + BEGINNING;
        let free = self.free().len() as f64;
        let curvature = match Method::of(self) {
            Method::All => TIMES * (COLUMN * free * evaluation + EIGENPAIRS * free.powi(3)),
            Method::Ends => ENDS * evaluation,
        };
        let search = if is_searching {
            Search::evaluations(self) as f64
        } else {
            0.0
        };
        (search + TYPICAL) * evaluation + curvature
    }
}

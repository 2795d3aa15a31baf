//! A whole run and its verdict.

use crate::descent::{Record, Stop, Training};
use crate::experiment::Experiment;
use crate::verdict::case::Case;
use crate::verdict::ending::Ending;
use crate::verdict::typical::Typical;
use crate::verdict::{Goal, Verdict};

impl Training {
    /// How the run ended and why; none while it goes on. `best_error` is the smallest error known
    /// ([`Experiment::best_known_error`]).
    ///
    /// ```
    /// use backprop::{Experiment, Kind, Training};
    ///
    /// // E = ½ (w − 1)² has the curvature 1. With ε = 2 each step leads to the other side of the
    /// // valley, just as high.
    /// let experiment = Experiment::parse(
    ///     r#"{"layers": [1, 1], "activations": ["identity"], "bias": false,
    ///         "inputs": [[1]], "targets": [[1]], "weights": [3],
    ///         "rule": {"name": "steepest-descent", "rate": 2}, "steps": 200}"#,
    /// )?;
    /// let mut training = Training::new(&experiment);
    /// assert!(!training.advance(3));
    /// assert_eq!(training.record().path(0).collect::<Vec<_>>(), [3.0, -1.0, 3.0, -1.0]);
    /// assert_eq!(training.verdict(0.0), None);
    ///
    /// assert!(training.advance(usize::MAX));
    /// let verdict = training.verdict(0.0).expect("the run is over");
    /// assert_eq!(verdict.kind, Kind::Oscillating);
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn verdict(&self, best_error: f64) -> Option<Verdict> {
        let ending = self.ending()?;
        Some(self.experiment().judge(&ending, best_error, &|| ()))
    }

    /// How the run ended, for a verdict elsewhere; none while it goes on.
    pub fn ending(&self) -> Option<Ending> {
        let stop = self.stop()?;
        Some(Ending::of(self.record(), self.experiment(), stop))
    }
}

/// A whole run: the path and how it ended.
#[derive(Clone, Debug)]
pub struct Run {
    /// Error, gradient norm and weights at every step.
    pub record: Record,
    /// How the run ended, with evidence.
    pub verdict: Verdict,
}

impl Experiment {
    /// Trains to the end and judges the result.
    ///
    /// ```
    /// use backprop::{Cause, Experiment, Kind};
    /// let experiment = Experiment::parse(r#"{"layers": [1, 1], "activations": ["logistic"],
    ///     "bias": false, "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [1],
    ///     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#)?;
    /// // One curve, three fates, decided by the start alone.
    /// for (start, kind) in [(-1.0, Kind::Converged), (1.0, Kind::LocalMinimum)] {
    ///     assert_eq!(experiment.with_start(vec![start])?.run().verdict.kind, kind);
    /// }
    /// let far = experiment.with_start(vec![8.0])?.run().verdict;
    /// assert_eq!(far.kind, Kind::VanishingGradient);
    /// assert_eq!(far.cause, Some(Cause::Saturation));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn run(&self) -> Run {
        let mut training = Training::new(self);
        while training.stop().is_none() {
            training.step();
        }
        let stop = training.stop().unwrap_or(Stop::Steps);
        let ending = Ending::of(training.record(), self, stop);
        Run {
            verdict: self.judge(&ending, self.best_known_error(), &|| ()),
            record: training.into_record(),
        }
    }

    /// The verdict on a run that came to `ending`. `best_error` is the smallest error known
    /// ([`Experiment::best_known_error`]). `tick` is told of what takes long: about each pass over
    /// the samples.
    pub fn judge(&self, ending: &Ending, best_error: f64, tick: &dyn Fn()) -> Verdict {
        let goal = Goal::new(self, best_error);
        let typical = Typical::watched(self, tick);
        Case::new(self, goal, ending, &typical).verdict()
    }
}

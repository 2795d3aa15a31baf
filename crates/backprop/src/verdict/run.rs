//! A whole run and its verdict.

use crate::descent::{End, Record, Training};
use crate::experiment::Experiment;
use crate::verdict::case::Case;
use crate::verdict::ending::Ending;
use crate::verdict::{Goal, Verdict};

impl Training {
    /// How the run ended and why; none while it goes on. `best_error` is the smallest error known
    /// ([`Experiment::best_known_error`]).
    pub fn verdict(&self, best_error: f64) -> Option<Verdict> {
        let end = self.end()?;
        let goal = Goal::new(self.experiment(), best_error);
        let ending = Ending::of(self.record(), self.experiment().free(), end);
        Some(Case::new(self.experiment(), goal, &ending).verdict())
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
    pub fn run(&self) -> Run {
        let mut training = Training::new(self);
        while training.end().is_none() {
            training.step();
        }
        let end = training.end().unwrap_or(End::Steps);
        let goal = Goal::new(self, self.best_known_error());
        let ending = Ending::of(training.record(), self.free(), end);
        let verdict = Case::new(self, goal, &ending).verdict();
        Run {
            record: training.into_record(),
            verdict,
        }
    }
}

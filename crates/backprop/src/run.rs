//! Training, step by step, and the whole run.

use crate::bounds::Bounds;
use crate::case::Case;
use crate::ending::Ending;
use crate::experiment::Experiment;
use crate::record::Record;
use crate::signals::Signals;
use crate::verdict::{Goal, Verdict};

/// Why a run takes no further step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// All steps of the experiment are done.
    Steps,
    /// w_new = w_old in floating point: every further step would repeat the last.
    Standstill,
    /// Something is not finite, or has run away.
    Diverged,
}

impl End {
    /// Its name: `steps`, `standstill`, `diverged`.
    pub fn name(self) -> &'static str {
        match self {
            End::Steps => "steps",
            End::Standstill => "standstill",
            End::Diverged => "diverged",
        }
    }
}

/// A run in progress. Steps can be asked for in portions, so that a page stays responsive.
#[derive(Clone, Debug)]
pub struct Training {
    experiment: Experiment,
    weights: Vec<f64>,
    gradient: Vec<f64>,
    signals: Signals<f64>,
    record: Record,
    end: Option<End>,
}

impl Training {
    /// A run of `experiment` at its start: the record holds the start, no step is done yet.
    pub fn new(experiment: &Experiment) -> Training {
        let weights = experiment.start().to_vec();
        let mut training = Training {
            gradient: vec![0.0; weights.len()],
            signals: Signals::new(experiment.problem().network()),
            record: Record::new(weights.len()),
            end: None,
            weights,
            experiment: experiment.clone(),
        };
        training.look();
        training
    }

    /// Computes E and ∂E/∂w at the present weights, records them, and sees whether to go on.
    fn look(&mut self) {
        let problem = self.experiment.problem();
        let error =
            problem.error_and_gradient(&self.weights, &mut self.gradient, &mut self.signals);
        let free = self.experiment.free();
        let gradient_norm = norm(free.iter().map(|&i| self.gradient[i]));
        self.record.push(error, gradient_norm, &self.weights);

        let bounds = Bounds::from_start(self.record.errors()[0]);
        let weights = free.iter().map(|&i| self.weights[i]);
        let in_bounds = bounds.hold(error, gradient_norm, weights);
        if !in_bounds {
            self.end = Some(End::Diverged);
        } else if self.record.steps() >= self.experiment.steps() {
            self.end = Some(End::Steps);
        }
    }

    /// Does one step, unless the run is over.
    pub fn step(&mut self) {
        if self.end.is_some() {
            return;
        }
        let free = self.experiment.free();
        let rule = self.experiment.rule();
        rule.update(&mut self.weights, &self.gradient, free);
        let before = self.record.last_weights();
        if free.iter().all(|&i| self.weights[i] == before[i]) {
            self.end = Some(End::Standstill);
        } else {
            self.look();
        }
    }

    /// Does at most `steps` steps. True when the run is over.
    pub fn advance(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            if self.end.is_some() {
                break;
            }
            self.step();
        }
        self.end.is_some()
    }

    /// The steps so far.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Why the run is over; none while it goes on.
    pub fn end(&self) -> Option<End> {
        self.end
    }

    /// The experiment.
    pub fn experiment(&self) -> &Experiment {
        &self.experiment
    }

    /// How the run ended and why; none while it goes on. `best_error` is the smallest error known
    /// ([`Experiment::best_known_error`]).
    pub fn verdict(&self, best_error: f64) -> Option<Verdict> {
        let end = self.end?;
        let goal = Goal::new(&self.experiment, best_error);
        let ending = Ending::of(&self.record, self.experiment.free(), end);
        Some(Case::new(&self.experiment, goal, &ending).verdict())
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
        while training.end.is_none() {
            training.step();
        }
        let end = training.end.unwrap_or(End::Steps);
        let goal = Goal::new(self, self.best_known_error());
        let ending = Ending::of(&training.record, self.free(), end);
        let verdict = Case::new(self, goal, &ending).verdict();
        Run {
            record: training.record,
            verdict,
        }
    }
}

/// The Euclidean norm. Scaled by the greatest component, so that no square leaves the range.
pub(crate) fn norm(components: impl Iterator<Item = f64> + Clone) -> f64 {
    let square: f64 = components.clone().map(|x| x * x).sum();
    if square.is_normal() || square == 0.0 && components.clone().all(|x| x == 0.0) {
        return square.sqrt();
    }
    let greatest = components.clone().map(f64::abs).fold(0.0, f64::max);
    if !(greatest > 0.0 && greatest.is_finite()) {
        return square.sqrt();
    }
    let scaled: f64 = components.map(|x| (x / greatest).powi(2)).sum();
    greatest * scaled.sqrt()
}

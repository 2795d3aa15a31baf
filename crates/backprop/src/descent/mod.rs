//! Training, step by step: an experiment's descent, its record, and why it took no further step.

mod bounds;
mod record;

pub(crate) use bounds::{Bounds, RUNAWAY_WEIGHT};
pub use record::Record;

use crate::batch::Signals;
use crate::experiment::Experiment;
use crate::number::norm;

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

    /// The steps that were done.
    pub(crate) fn into_record(self) -> Record {
        self.record
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
}

//! Training, step by step: an experiment's descent, its record, and why it took no further step.

mod batches;
mod bounds;
mod record;
mod update;

pub(crate) use batches::Batches;

pub(crate) use bounds::{Bounds, RUNAWAY_ERROR, RUNAWAY_WEIGHT};
pub use record::Record;
pub use update::Update;

use crate::batch::Workspace;
use crate::experiment::Experiment;
use crate::number::norm;
use crate::rules::State;

/// Why a run takes no further step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// All steps of the experiment are done.
    Steps,
    /// w_new = w_old in floating point: every further step would repeat the last. With batches, or a rule
    /// that remembers, not for 100 steps, or an epoch where that is longer.
    Standstill,
    /// Something is not finite, or has run away.
    Diverged,
}

impl Stop {
    /// Each of them.
    pub(crate) const ALL: [Stop; 3] = [Stop::Steps, Stop::Standstill, Stop::Diverged];

    /// Its name: `steps`, `standstill`, `diverged`.
    pub fn name(self) -> &'static str {
        match self {
            Stop::Steps => "steps",
            Stop::Standstill => "standstill",
            Stop::Diverged => "diverged",
        }
    }
}

/// A run in progress. Steps can be asked for in portions, so that a page stays responsive.
///
/// ```
/// use backprop::{Experiment, Stop, Training};
/// let experiment = Experiment::parse(r#"{"layers": [1, 1], "activations": ["logistic"],
///     "bias": false, "inputs": [[1]], "targets": [[0.8]], "weights": [4],
///     "rule": {"name": "steepest-descent", "rate": 1}, "steps": 1000}"#)?;
/// let mut training = Training::new(&experiment);
/// training.step();
/// assert_eq!((training.record().steps(), training.stop()), (1, None));
/// while !training.advance(100) {}
/// assert_eq!(training.stop(), Some(Stop::Steps));
/// // The solution is w = ln 4.
/// assert!((training.record().last_weights()[0] - 4.0_f64.ln()).abs() < 1e-3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Training {
    experiment: Experiment,
    /// After the next update.
    weights: Vec<f64>,
    gradient: Vec<f64>,
    state: State<f64>,
    batches: Option<Batches>,
    /// Updates of late that changed nothing.
    still: usize,
    workspace: Workspace<f64>,
    record: Record,
    stop: Option<Stop>,
}

impl Training {
    /// A run of `experiment` at its start: the record holds the start, no step is done yet.
    pub fn new(experiment: &Experiment) -> Training {
        let weights = experiment.start().to_vec();
        let mut training = Training {
            gradient: vec![0.0; weights.len()],
            state: experiment.rule().state(weights.len()),
            batches: Batches::of(experiment),
            still: 0,
            workspace: Workspace::new(experiment.problem().network()),
            record: Record::new(&weights, experiment.steps()),
            stop: None,
            weights,
            experiment: experiment.clone(),
        };
        training.look();
        training
    }

    /// Computes E and ∂E/∂w at the present weights, records them, sees whether to go on, and updates
    /// the weights.
    fn look(&mut self) {
        let problem = self.experiment.problem();
        let (gradient, workspace) = (&mut self.gradient, &mut self.workspace);
        let error = problem.error_and_gradient(&self.weights, gradient, workspace);
        let free = self.experiment.free();
        let gradient_norm = norm(free.iter().map(|&i| gradient[i]));
        if let Some(batches) = &mut self.batches {
            let batch = batches.of_step(&self.experiment, self.record.next_step());
            problem.gradient_of(batch, &self.weights, gradient, workspace);
        }
        let (rule, state) = (self.experiment.rule(), &mut self.state);
        if rule.state_size() > 0 {
            self.record.keep(state);
        }
        rule.update(&mut self.weights, gradient, free, state);
        self.record.push(error, gradient_norm, &self.weights);

        let bounds = Bounds::from_start(self.record.errors()[0]);
        let units = problem.natural_units();
        let weights = self.record.last_weights();
        let weights = free.iter().map(|&i| (weights[i], units[i]));
        let in_bounds = bounds.hold(error, gradient_norm, weights);
        if !in_bounds {
            self.stop = Some(Stop::Diverged);
        } else if self.record.steps() >= self.experiment.steps() {
            self.stop = Some(Stop::Steps);
        }
    }

    /// Does one step, unless the run is over.
    pub fn step(&mut self) {
        if self.stop.is_some() {
            return;
        }
        let free = self.experiment.free();
        let before = self.record.last_weights();
        let is_still = free.iter().all(|&i| self.weights[i] == before[i]);
        self.still = if is_still { self.still + 1 } else { 0 };
        if self.still >= self.experiment.patience() {
            self.stop = Some(Stop::Standstill);
        } else {
            self.look();
        }
    }

    /// Does at most `steps` steps. True when the run is over.
    pub fn advance(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            if self.stop.is_some() {
                break;
            }
            self.step();
        }
        self.stop.is_some()
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
    pub fn stop(&self) -> Option<Stop> {
        self.stop
    }

    /// The experiment.
    pub(crate) fn experiment(&self) -> &Experiment {
        &self.experiment
    }
}

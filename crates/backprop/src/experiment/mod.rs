//! One document, everything that a run depends on.

mod axes;
mod batch;
mod document;
mod drawn;
mod others;
mod place;
#[cfg(feature = "json")]
mod text;
mod value;
mod written;

use std::sync::Arc;

use crate::error::{Error, Reason};
use crate::experiment::axes::{check_weight, checked_view, default_view};
use crate::network::{Draw, MOST_SCALE, MOST_SEED, Network};
use crate::problem::Problem;
use crate::rules::Rule;

pub use axes::Axis;
pub use batch::{Batch, Order};
#[cfg(feature = "json")]
pub use text::TextError;
pub use value::{MOST_VALUES, Value};

/// Steps of one run.
pub const MOST_STEPS: usize = 100_000;
/// Weights × samples × steps: the work of one run, a few seconds of one core.
pub const MOST_WORK: usize = 2_000_000_000;
/// Weights × steps: the record of one run, 160 MB.
pub const MOST_RECORD: usize = 20_000_000;

/// A rule with a memory, or batches: as many steps without any change at least before a run is over.
const FEWEST_STILL_STEPS: usize = 100;

/// Where the initial values come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Initial {
    /// One value for each weight.
    Given(Vec<f64>),
    /// Drawn from a seed.
    Drawn(Draw),
}

/// The parts of an experiment, not yet checked against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The network, its loss and its data set.
    pub problem: Arc<Problem>,
    /// Initial values.
    pub initial: Initial,
    /// Numbers of the weights that descent moves; all where none.
    pub free: Option<Vec<usize>>,
    /// The update rule.
    pub rule: Rule,
    /// The samples that each step is taken with; all where none.
    pub batch: Option<Batch>,
    /// Steps of the run, 1 to 100 000.
    pub steps: usize,
    /// The smallest error known, if it is.
    pub best_error: Option<f64>,
    /// One axis for the 1-D picture, two for the 2-D picture; chosen where none.
    pub view: Option<Vec<Axis>>,
}

/// Everything that a run depends on, checked. Cheap to clone.
///
/// ```
/// use backprop::{Experiment, Kind};
///
/// let experiment = Experiment::parse(
///     r#"{"layers": [1, 1], "activations": ["logistic"], "bias": false,
///         "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [-1],
///         "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#,
/// )?;
/// // One curve, three fates, decided by the start alone.
/// for (start, end, kind) in [
///     (-1.0, -0.1548, Kind::Converged),
///     (1.0, 2.1972, Kind::LocalMinimum),
///     (8.0, 7.966, Kind::VanishingGradient),
/// ] {
///     let run = experiment.with_start(vec![start])?.run();
///     assert_eq!(run.verdict.kind, kind);
///     assert!((run.record.last_weights()[0] - end).abs() < 1e-3);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    parts: Parts,
    start: Vec<f64>,
    free: Vec<usize>,
    view: Vec<Axis>,
}

impl Experiment {
    /// Checks `parts` against each other.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use backprop::{
    ///     Activation, Axis, Experiment, Initial, Loss, Network, Parts, Problem, Rule, Samples,
    ///     SteepestDescent,
    /// };
    /// use ndarray::array;
    ///
    /// let network = Network::new(vec![1, 1], vec![Activation::Identity], true)?;
    /// let samples = Samples::new(array![[0.0], [1.0]], array![[1.0], [3.0]])?;
    /// let experiment = Experiment::new(Parts {
    ///     problem: Arc::new(Problem::new(network, Loss::SquaredError, samples)?),
    ///     initial: Initial::Given(vec![0.0, 1.0]),
    ///     // The bias stays.
    ///     free: Some(vec![0]),
    ///     rule: Rule::SteepestDescent(SteepestDescent { rate: 0.5 }),
    ///     batch: None,
    ///     steps: 20,
    ///     best_error: None,
    ///     view: None,
    /// })?;
    /// assert_eq!((experiment.start(), experiment.free()), (&[0.0, 1.0][..], &[0][..]));
    /// assert_eq!(experiment.view(), [Axis { weight: 0, from: -8.0, to: 8.0 }]);
    ///
    /// // The straight line 1 + 2x goes through both samples; each step takes half of the rest.
    /// let run = experiment.run();
    /// assert_eq!(run.record.weights(1), [1.0, 1.0]);
    /// assert_eq!(run.record.weights(2), [1.5, 1.0]);
    ///
    /// let refused = experiment.with_steps(0).unwrap_err();
    /// assert_eq!(refused.to_string(), "steps: a number from 1 to 100000 expected, 0 found");
    /// # Ok::<(), backprop::Error>(())
    /// ```
    ///
    /// # Errors
    /// Names the place in the document where something does not fit, and what was expected.
    pub fn new(parts: Parts) -> Result<Experiment, Error> {
        let network = parts.problem.network();
        let count = network.weight_count();
        let start = match &parts.initial {
            Initial::Given(weights) => {
                let basis = network.basis();
                Error::check_count("weights", weights.len(), count..=count, basis)?;
                for (i, &w) in weights.iter().enumerate() {
                    Error::check_finite(w, || format!("weights[{i}]"))?;
                }
                weights.clone()
            }
            Initial::Drawn(draw) => {
                Error::check_range("init.scale", draw.scale, f64::MIN_POSITIVE, MOST_SCALE)?;
                if draw.seed > MOST_SEED {
                    let (found, most) = (draw.seed as f64, MOST_SEED as f64);
                    return Err(Error::out_of_range("init.seed", found, 0.0, most));
                }
                draw.weights(network)
            }
        };
        let free = match &parts.free {
            None => (0..count).collect(),
            Some(free) => checked_free(free, network)?,
        };
        parts.rule.check()?;
        if let Some(batch) = &parts.batch {
            batch.check(parts.problem.samples().count())?;
        }
        check_size(&parts)?;
        if let Some(best) = parts.best_error
            && !(best.is_finite() && best >= 0.0)
        {
            return Err(Error::out_of_range("best_error", best, 0.0, f64::MAX));
        }
        let view = match &parts.view {
            Some(view) => checked_view(view, count)?,
            None => default_view(&free, &start),
        };
        Ok(Experiment {
            parts,
            start,
            free,
            view,
        })
    }

    /// The parts that it was made of.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// The network, its loss and its data set.
    pub fn problem(&self) -> &Problem {
        &self.parts.problem
    }

    /// The initial values, given or drawn: one for each weight.
    pub fn start(&self) -> &[f64] {
        &self.start
    }

    /// Numbers of the weights that descent moves, ascending.
    pub fn free(&self) -> &[usize] {
        &self.free
    }

    /// The update rule.
    pub fn rule(&self) -> Rule {
        self.parts.rule
    }

    /// The samples that each step is taken with; all where none.
    pub fn batch(&self) -> Option<Batch> {
        self.parts.batch
    }

    /// Steps that go once through all samples: 1 where there are no batches.
    pub fn steps_in_epoch(&self) -> usize {
        let samples = self.problem().samples().count();
        self.batch()
            .map_or(1, |batch| batch.steps_in_epoch(samples))
    }

    /// Whether it is the lecture's descent: down the slope of the error of all samples, and nothing else.
    pub fn is_steepest_descent(&self) -> bool {
        matches!(self.rule(), Rule::SteepestDescent(_)) && self.batch().is_none()
    }

    /// What the weights move by along a slope that stays, for each 1 of it, within all steps of the run:
    /// N ε for steepest descent, N ε / (1 − μ) with momentum, and with batches as much for each epoch.
    /// None for rules whose steps do not grow with the slope.
    pub fn reach(&self) -> Option<f64> {
        let epochs = self.steps() as f64 / self.steps_in_epoch() as f64;
        self.rule().steady_rate().map(|rate| epochs * rate)
    }

    /// Steps without any change after which a run is over: rules with a memory and batches may go on
    /// after some.
    pub(crate) fn patience(&self) -> usize {
        if self.batch().is_none() && self.rule().state_size() == 0 {
            1
        } else {
            FEWEST_STILL_STEPS.max(self.steps_in_epoch())
        }
    }

    /// Steps of the run.
    pub fn steps(&self) -> usize {
        self.parts.steps
    }

    /// The axes of the picture: one or two.
    pub fn view(&self) -> &[Axis] {
        &self.view
    }

    /// Whether the picture shows a projection of the path: a free weight is not one of its axes.
    pub fn is_projection(&self) -> bool {
        let shown = |i: &usize| self.view.iter().any(|axis| axis.weight == *i);
        !self.free.iter().all(shown)
    }
}

fn check_size(parts: &Parts) -> Result<(), Error> {
    let (steps, most) = (parts.steps, MOST_STEPS);
    if !(1..=most).contains(&steps) {
        let (found, most) = (steps as f64, most as f64);
        return Err(Error::out_of_range("steps", found, 1.0, most));
    }
    let record = parts.problem.network().weight_count() as u64 * steps as u64;
    let work = record * parts.problem.samples().count() as u64;
    let products = [
        ("weights × steps", record, MOST_RECORD),
        ("weights × samples × steps", work, MOST_WORK),
    ];
    for (what, found, limit) in products {
        if found > limit as u64 {
            let reason = Reason::TooLarge { what, found, limit };
            return Err(Error::new("steps", reason));
        }
    }
    Ok(())
}

fn checked_free(free: &[usize], network: &Network) -> Result<Vec<usize>, Error> {
    let count = network.weight_count();
    let basis = network.basis();
    Error::check_count("free", free.len(), 1..=count, basis)?;
    for (k, &i) in free.iter().enumerate() {
        check_weight(format!("free[{k}]"), i, count)?;
        if free[..k].contains(&i) {
            let reason = Reason::Repeated { found: i };
            return Err(Error::new(format!("free[{k}]"), reason));
        }
    }
    Ok((0..count).filter(|i| free.contains(i)).collect())
}

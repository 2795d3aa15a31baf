//! One document, everything that a run depends on.

mod batch;
mod document;
mod drawn;
mod place;
#[cfg(feature = "json")]
mod text;
mod value;
mod written;

use std::sync::Arc;

use crate::basis::Basis;
use crate::error::{Error, Reason};
use crate::losses::Loss;
use crate::network::{Draw, MOST_SCALE, MOST_SEED, Network};
use crate::problem::Problem;
use crate::rules::Rule;

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

/// One weight along which the error is plotted, and how far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Number of the weight.
    pub weight: usize,
    /// Where the picture begins.
    pub from: f64,
    /// Where it ends, above `from`.
    pub to: f64,
}

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

    /// The same experiment, seen along the same axes, from other initial values.
    ///
    /// # Errors
    /// As [`Experiment::new`].
    pub fn with_start(&self, weights: Vec<f64>) -> Result<Experiment, Error> {
        self.changed(|parts| {
            parts.initial = Initial::Given(weights);
            // A view that was chosen by the start does not follow it about.
            parts.view = Some(self.view.clone());
        })
    }

    /// The same experiment with another learning rate.
    ///
    /// # Errors
    /// As [`Experiment::new`].
    pub fn with_rate(&self, rate: f64) -> Result<Experiment, Error> {
        self.changed(|parts| parts.rule = parts.rule.with_rate(rate))
    }

    /// The same experiment with another update rule.
    ///
    /// # Errors
    /// As [`Experiment::new`].
    pub fn with_rule(&self, rule: Rule) -> Result<Experiment, Error> {
        self.changed(|parts| parts.rule = rule)
    }

    /// The same experiment with other batches; with all samples in each step where none.
    ///
    /// # Errors
    /// As [`Experiment::new`].
    pub fn with_batch(&self, batch: Option<Batch>) -> Result<Experiment, Error> {
        self.changed(|parts| parts.batch = batch)
    }

    /// The same network and samples with another loss. The smallest error known is not that of the other
    /// loss.
    ///
    /// # Errors
    /// As [`Experiment::new`], and as [`Problem::new`].
    pub fn with_loss(&self, loss: Loss) -> Result<Experiment, Error> {
        if loss == self.problem().loss() {
            return Ok(self.clone());
        }
        let problem = self.problem();
        let (network, samples) = (problem.network().clone(), problem.samples().clone());
        let problem = Problem::new(network, loss, samples)?;
        self.changed(|parts| {
            parts.problem = Arc::new(problem);
            parts.best_error = None;
        })
    }

    /// The same experiment with another number of steps.
    ///
    /// # Errors
    /// As [`Experiment::new`].
    pub fn with_steps(&self, steps: usize) -> Result<Experiment, Error> {
        self.changed(|parts| parts.steps = steps)
    }

    /// The same experiment with the smallest error known, so that it is not searched for again. Where
    /// all errors that a search finds are infinite, none is known, and no document says one.
    #[must_use]
    pub fn with_best_error(mut self, best_error: f64) -> Experiment {
        let is_known = best_error.is_finite() && best_error >= 0.0;
        self.parts.best_error = is_known.then_some(best_error);
        self
    }

    /// The same experiment seen along the weights numbered in `weights`, one or two. An axis that is
    /// already there keeps its range.
    ///
    /// ```
    /// use backprop::Experiment;
    ///
    /// # let xor = r#"{"layers": [2, 2, 1], "activations": ["logistic", "logistic"], "bias": true,
    /// #     "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [[0], [1], [1], [0]],
    /// #     "weights": [0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.9],
    /// #     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#;
    /// let experiment = Experiment::parse(xor)?;
    /// // Two of the nine weights that move can be shown; the path on the picture is a projection.
    /// assert_eq!(experiment.view().iter().map(|axis| axis.weight).collect::<Vec<_>>(), [0, 1]);
    /// assert!(experiment.is_projection());
    /// let biased = experiment.with_axes(&[5, 8])?.with_rate(2.0)?;
    /// assert_eq!(biased.view().iter().map(|axis| axis.weight).collect::<Vec<_>>(), [5, 8]);
    /// assert_eq!((biased.rule().rate(), biased.steps()), (2.0, 2000));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Experiment::new`].
    pub fn with_axes(&self, weights: &[usize]) -> Result<Experiment, Error> {
        let axes = weights.iter().map(|&weight| {
            let present = self.view.iter().find(|axis| axis.weight == weight);
            present
                .copied()
                .unwrap_or_else(|| default_axis(weight, &self.start))
        });
        self.with_view(axes.collect())
    }

    /// The same seen along these axes, one or two.
    ///
    /// ```
    /// # use backprop::{Axis, Experiment};
    /// # let parabola = r#"{"layers": [1, 1], "activations": ["identity"], "bias": false,
    /// #     "inputs": [[1]], "targets": [[1]], "weights": [3],
    /// #     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 20}"#;
    /// let experiment = Experiment::parse(parabola)?;
    /// let close = Axis { weight: 0, from: 0.9, to: 1.1 };
    /// assert_eq!(experiment.with_view(vec![close])?.view(), [close]);
    /// let backwards = Axis { weight: 0, from: 1.1, to: 0.9 };
    /// assert!(experiment.with_view(vec![backwards]).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Experiment::new`].
    pub fn with_view(&self, view: Vec<Axis>) -> Result<Experiment, Error> {
        self.changed(|parts| parts.view = Some(view))
    }

    fn changed(&self, change: impl FnOnce(&mut Parts)) -> Result<Experiment, Error> {
        let mut parts = self.parts.clone();
        change(&mut parts);
        Experiment::new(parts)
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

fn check_weight(place: String, weight: usize, count: usize) -> Result<(), Error> {
    if weight < count {
        Ok(())
    } else {
        let (found, greatest) = (weight as f64, (count - 1) as f64);
        Err(Error::out_of_range(place, found, 0.0, greatest))
    }
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

fn checked_view(view: &[Axis], count: usize) -> Result<Vec<Axis>, Error> {
    Error::check_count("view", view.len(), 1..=2, Basis::Picture)?;
    for (k, axis) in view.iter().enumerate() {
        check_weight(format!("view[{k}].weight"), axis.weight, count)?;
        Error::check_range(format!("view[{k}].from"), axis.from, -FARTHEST, FARTHEST)?;
        Error::check_range(format!("view[{k}].to"), axis.to, -FARTHEST, FARTHEST)?;
        check_length(axis).map_err(|reason| Error::new(format!("view[{k}]"), reason))?;
    }
    if let [one, other] = view
        && one.weight == other.weight
    {
        let found = one.weight;
        return Err(Error::new("view[1].weight", Reason::Repeated { found }));
    }
    Ok(view.to_vec())
}

fn check_length(axis: &Axis) -> Result<(), Reason> {
    let &Axis { from, to, .. } = axis;
    let least = NARROWEST.max(NARROWEST_PART * from.abs().max(to.abs()));
    if from >= to {
        Err(Reason::EmptyRange { from, to })
    } else if to - from < least {
        Err(Reason::NarrowRange { from, to, least })
    } else {
        Ok(())
    }
}

/// The first one or two free weights.
fn default_view(free: &[usize], start: &[f64]) -> Vec<Axis> {
    let shown = free.iter().take(2);
    shown.map(|&weight| default_axis(weight, start)).collect()
}

/// The end of the longest axis: pictures can still multiply its length by their pixels.
const FARTHEST: f64 = 1e300;
/// The shortest axis: pictures can still divide by its length, and by its square.
const NARROWEST: f64 = 1e-150;
/// The same as a part of the numbers on it: of their sixteen digits, six are left to tell the starts of a
/// map apart.
const NARROWEST_PART: f64 = 1e-10;

/// From −8 to 8, or as far as the start needs. A weight that is not there gets an axis too: the
/// check of the view names it.
fn default_axis(weight: usize, start: &[f64]) -> Axis {
    let value = start.get(weight).copied().unwrap_or(0.0);
    let reach = (1.25 * value.abs()).ceil().clamp(8.0, FARTHEST);
    let (from, to) = (-reach, reach);
    Axis { weight, from, to }
}

//! The same experiment with one thing changed.

use std::sync::Arc;

use crate::error::Error;
use crate::experiment::axes::{Axis, default_axis};
use crate::experiment::{Batch, Experiment, Initial, Parts};
use crate::losses::Loss;
use crate::problem::Problem;
use crate::rules::Rule;

impl Experiment {
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

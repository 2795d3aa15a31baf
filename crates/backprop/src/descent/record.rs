//! What a run leaves behind.

use crate::rules::State;

/// The error, the gradient's norm and the weights at the start and after each step.
///
/// ```
/// use backprop::Experiment;
/// let experiment = Experiment::parse(r#"{"layers": [1, 1], "activations": ["logistic"],
///     "bias": false, "inputs": [[1]], "targets": [[0.8]], "weights": [4],
///     "rule": {"name": "steepest-descent", "rate": 1}, "steps": 1000}"#)?;
/// let record = experiment.run().record;
/// assert_eq!((record.steps(), record.errors().len()), (1000, 1001));
/// assert_eq!((record.weights(0), record.path(0).next()), (&[4.0][..], Some(4.0)));
/// assert_eq!(record.update(0)[0], record.next_weights(0)[0] - record.weights(0)[0]);
/// assert!(record.gradient_norms()[1000] < record.gradient_norms()[0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    weight_count: usize,
    errors: Vec<f64>,
    gradient_norms: Vec<f64>,
    /// One point more than there are errors: where the next update leads.
    weights: Vec<f64>,
    /// The rule's state at every so many steps, before the update: from there it can be found at any step.
    states: Vec<State<f64>>,
    states_apart: usize,
}

impl Record {
    /// A record that begins at `start`, with room for `steps` steps: it may be large, and to move it
    /// as it grows would take long and, meanwhile, as much memory again.
    pub(crate) fn new(start: &[f64], steps: usize) -> Record {
        let mut weights = Vec::with_capacity(start.len() * (steps + 2));
        weights.extend_from_slice(start);
        Record {
            weight_count: start.len(),
            errors: Vec::with_capacity(steps + 1),
            gradient_norms: Vec::with_capacity(steps + 1),
            weights,
            states: Vec::new(),
            // As many as the steps from one to the next.
            states_apart: steps.isqrt().max(1),
        }
    }

    /// E and the gradient's norm where the last update led, and the weights after the next one.
    pub(crate) fn push(&mut self, error: f64, gradient_norm: f64, next: &[f64]) {
        debug_assert_eq!(next.len(), self.weight_count);
        self.errors.push(error);
        self.gradient_norms.push(gradient_norm);
        self.weights.extend_from_slice(next);
    }

    /// The rule's state before the update that [`Record::push`] is told of next, where one of so many is
    /// kept.
    pub(crate) fn keep(&mut self, state: &State<f64>) {
        if self.next_step() == self.states.len() * self.states_apart {
            self.states.push(state.clone());
        }
    }

    /// The last state that was kept not after `step`, and its step; none where none is kept.
    pub(crate) fn kept_state(&self, step: usize) -> Option<(usize, &State<f64>)> {
        let last = self.states.len().checked_sub(1)?;
        let index = (step / self.states_apart).min(last);
        Some((index * self.states_apart, &self.states[index]))
    }

    /// The number of the step that is recorded next.
    pub(crate) fn next_step(&self) -> usize {
        self.errors.len()
    }

    /// Steps done so far; the start is not one.
    pub fn steps(&self) -> usize {
        self.errors.len().saturating_sub(1)
    }

    /// E at the start and after each step: steps + 1 values. The last may be infinite or NaN if
    /// the run diverged.
    pub fn errors(&self) -> &[f64] {
        &self.errors
    }

    /// The step from which on E stays at most `error`, 0 for the start; none where it is more at the
    /// end. A run that only passes through has not come there.
    pub fn steps_to(&self, error: f64) -> Option<usize> {
        let is_within = |found: &&f64| **found <= error;
        let within = self.errors.iter().rev().take_while(is_within).count();
        (within > 0).then(|| self.errors.len() - within)
    }

    /// ‖∂E/∂w‖ over the free weights, beside [`Record::errors`].
    pub fn gradient_norms(&self) -> &[f64] {
        &self.gradient_norms
    }

    /// All weights at the start (step 0) or after a step; empty beyond the last one.
    pub fn weights(&self, step: usize) -> &[f64] {
        if step < self.errors.len() {
            self.point(step)
        } else {
            &[]
        }
    }

    fn point(&self, index: usize) -> &[f64] {
        let from = index * self.weight_count;
        self.weights
            .get(from..from + self.weight_count)
            .unwrap_or(&[])
    }

    /// All weights after the update that follows a step, also where the run did not go there: the
    /// last step has one that was not done. Beyond it, that one.
    pub fn next_weights(&self, step: usize) -> &[f64] {
        self.point(step.min(self.steps()) + 1)
    }

    /// What the weights change by in the update that follows a step, as [`Record::next_weights`].
    pub fn update(&self, step: usize) -> Vec<f64> {
        let (before, after) = (self.weights(step), self.next_weights(step));
        after
            .iter()
            .zip(before)
            .map(|(to, from)| to - from)
            .collect()
    }

    /// All weights after the last step.
    pub fn last_weights(&self) -> &[f64] {
        self.weights(self.steps())
    }

    /// The path of one weight: steps + 1 values.
    pub fn path(&self, weight: usize) -> impl ExactSizeIterator<Item = f64> + Clone {
        self.weights
            .iter()
            .skip(weight)
            .step_by(self.weight_count.max(1))
            .take(self.errors.len())
            .copied()
    }
}

//! What a run leaves behind.

/// The error, the gradient's norm and the weights at the start and after each step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    weight_count: usize,
    errors: Vec<f64>,
    gradient_norms: Vec<f64>,
    weights: Vec<f64>,
}

impl Record {
    pub(crate) fn new(weight_count: usize) -> Record {
        Record {
            weight_count,
            ..Record::default()
        }
    }

    pub(crate) fn push(&mut self, error: f64, gradient_norm: f64, weights: &[f64]) {
        debug_assert_eq!(weights.len(), self.weight_count);
        self.errors.push(error);
        self.gradient_norms.push(gradient_norm);
        self.weights.extend_from_slice(weights);
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

    /// ‖∂E/∂w‖ over the free weights, beside [`Record::errors`].
    pub fn gradient_norms(&self) -> &[f64] {
        &self.gradient_norms
    }

    /// All weights at the start (step 0) or after a step; empty beyond the last one.
    pub fn weights(&self, step: usize) -> &[f64] {
        let from = step * self.weight_count;
        self.weights
            .get(from..from + self.weight_count)
            .unwrap_or(&[])
    }

    /// All weights after the last step.
    pub fn last_weights(&self) -> &[f64] {
        self.weights(self.steps())
    }

    /// The path of one weight: steps + 1 values.
    pub fn path(&self, weight: usize) -> impl ExactSizeIterator<Item = f64> {
        self.weights
            .iter()
            .skip(weight)
            .step_by(self.weight_count.max(1))
            .copied()
    }
}

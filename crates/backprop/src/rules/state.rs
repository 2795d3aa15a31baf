//! What a rule remembers from step to step.

use crate::number::Real;

/// The state of every weight, 0 at the start of a run.
#[derive(Clone, Debug)]
pub struct State<R> {
    /// Weight by weight, as many numbers each as the rule needs.
    numbers: Vec<R>,
}

impl<R: Real> State<R> {
    pub(crate) fn new(numbers: usize) -> State<R> {
        State {
            numbers: vec![R::from_f64(0.0); numbers],
        }
    }

    pub(crate) fn numbers(&mut self) -> &mut [R] {
        &mut self.numbers
    }
}

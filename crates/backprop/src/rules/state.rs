//! What a rule remembers from step to step.

use crate::number::Real;
use crate::rules::Rule;

/// The state of every weight, 0 at the start of a run.
#[derive(Clone, Debug, PartialEq)]
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

    /// What the rule remembers of the weight numbered `weight`, in the order of
    /// [`Rule::state_names`](crate::Rule::state_names), and perhaps more.
    pub fn of_weight(&self, rule: &Rule, weight: usize) -> &[R] {
        let size = rule.state_size();
        let numbers = self.numbers.get(weight * size..(weight + 1) * size);
        numbers.unwrap_or_default()
    }

    pub(crate) fn numbers(&mut self) -> &mut [R] {
        &mut self.numbers
    }
}

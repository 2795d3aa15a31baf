//! Steepest descent, the rule of the lecture.

use crate::number::Real;
use crate::rules::update::{Key, Update};

/// ŵ = w − ε ∂E/∂w
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SteepestDescent {
    /// ε, the learning rate: finite and above 0.
    pub rate: f64,
}

impl Update for SteepestDescent {
    const NAME: &'static str = "steepest-descent";
    const DEFAULT: SteepestDescent = SteepestDescent { rate: 1.0 };
    const KEYS: &'static [Key<SteepestDescent>] = &[Key::rate(|rule| &mut rule.rate)];
    const STATE: usize = 0;

    #[inline(always)]
    fn next<R: Real>(&self, rate: R, weight: R, gradient: R, _state: &mut [R]) -> R {
        weight - rate * gradient
    }

    fn steady_rate(&self) -> Option<f64> {
        Some(self.rate)
    }
}

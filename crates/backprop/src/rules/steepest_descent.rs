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
    fn next<R: Real>(&self, weight: R, gradient: R, _state: &mut [R]) -> R {
        weight - R::from_f64(self.rate) * gradient
    }
}

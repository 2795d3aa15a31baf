//! Steepest descent with momentum (Rumelhart, Hinton and Williams, 1986).

use crate::number::Real;
use crate::rules::update::{Key, Update};

/// v ← μ v − ε ∂E/∂w, ŵ = w + v
///
/// Of each step the share μ is taken again: along a slope that stays, steps grow to 1 / (1 − μ) times
/// their length; across a valley they cancel out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Momentum {
    /// ε, the learning rate: finite and above 0.
    pub rate: f64,
    /// μ, from 0 to below 1.
    pub momentum: f64,
}

impl Update for Momentum {
    const NAME: &'static str = "momentum";
    const DEFAULT: Momentum = Momentum {
        rate: 1.0,
        momentum: 0.9,
    };
    const KEYS: &'static [Key<Momentum>] = &[
        Key::rate(|rule| &mut rule.rate),
        Key::kept("momentum", |rule| &mut rule.momentum),
    ];
    const STATE: usize = 1;
    const STATE_NAMES: &'static [&'static str] = &["v"];

    #[inline(always)]
    fn next<R: Real>(&self, rate: R, weight: R, gradient: R, state: &mut [R]) -> R {
        let [v] = state else { return weight };
        *v = R::from_f64(self.momentum) * *v - rate * gradient;
        weight + *v
    }

    fn steady_rate(&self) -> Option<f64> {
        Some(self.rate / (1.0 - self.momentum))
    }
}

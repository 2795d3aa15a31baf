//! RMSProp (Hinton, lecture 6e of his course on neural networks, 2012).

use crate::number::Real;
use crate::rules::update::{Key, NEVER_ZERO, Update};

/// s ← ρ s + (1 − ρ) (∂E/∂w)², ŵ = w − ε ∂E/∂w / (√s + 10⁻⁸)
///
/// The slope over the root of its mean square, of late: where the slope is small and stays, steps are as
/// long as elsewhere, about ε. Near a minimum they do not become shorter either.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RmsProp {
    /// ε, the learning rate: finite and above 0.
    pub rate: f64,
    /// ρ, from 0 to below 1.
    pub decay: f64,
}

impl Update for RmsProp {
    const NAME: &'static str = "rmsprop";
    const DEFAULT: RmsProp = RmsProp {
        rate: 1.0,
        decay: 0.9,
    };
    const KEYS: &'static [Key<RmsProp>] = &[
        Key::rate(|rule| &mut rule.rate),
        Key::kept("decay", |rule| &mut rule.decay),
    ];
    const STATE: usize = 1;
    const STATE_NAMES: &'static [&'static str] = &["s"];

    const USUAL_RATE: Option<f64> = Some(0.01);

    #[inline(always)]
    fn next<R: Real>(&self, rate: R, weight: R, gradient: R, state: &mut [R]) -> R {
        let [s] = state else { return weight };
        let constant = R::from_f64;
        *s = constant(self.decay) * *s + constant(1.0 - self.decay) * (gradient * gradient);
        weight - rate * gradient / (s.sqrt() + constant(NEVER_ZERO))
    }
}

//! Adam (Kingma and Ba, 2015).

use crate::number::Real;
use crate::rules::update::{Key, NEVER_ZERO, Update};

/// m ← β₁ m + (1 − β₁) ∂E/∂w, s ← β₂ s + (1 − β₂) (∂E/∂w)²,
/// ŵ = w − ε m̂ / (√ŝ + 10⁻⁸) with m̂ = m / (1 − β₁ᵗ), ŝ = s / (1 − β₂ᵗ) in step t
///
/// Momentum and a rate for each weight: the mean slope, of late, over the root of its mean square. Both
/// means begin at 0, which m̂ and ŝ make up for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adam {
    /// ε, the learning rate: finite and above 0. Steps are at most about as long.
    pub rate: f64,
    /// β₁, from 0 to below 1.
    pub beta1: f64,
    /// β₂, from 0 to below 1.
    pub beta2: f64,
}

impl Update for Adam {
    const NAME: &'static str = "adam";
    const DEFAULT: Adam = Adam {
        rate: 1.0,
        beta1: 0.9,
        beta2: 0.999,
    };
    const KEYS: &'static [Key<Adam>] = &[
        Key::rate(|rule| &mut rule.rate),
        Key::kept("beta1", |rule| &mut rule.beta1),
        Key::kept("beta2", |rule| &mut rule.beta2),
    ];
    const STATE: usize = 4;
    const STATE_NAMES: &'static [&'static str] = &["m", "s"];

    const USUAL_RATE: Option<f64> = Some(0.05);

    #[inline(always)]
    fn next<R: Real>(&self, rate: R, weight: R, gradient: R, state: &mut [R]) -> R {
        let [m, s, whole_m, whole_s] = state else {
            return weight;
        };
        let mix =
            |beta: f64, old: R, new: R| R::from_f64(beta) * old + R::from_f64(1.0 - beta) * new;
        *m = mix(self.beta1, *m, gradient);
        *s = mix(self.beta2, *s, gradient * gradient);
        // 1 − βᵗ, from β (1 − βᵗ⁻¹) + (1 − β): what a mean of ones comes to.
        let one = R::from_f64(1.0);
        *whole_m = mix(self.beta1, *whole_m, one);
        *whole_s = mix(self.beta2, *whole_s, one);
        let (m, s) = (*m / *whole_m, *s / *whole_s);
        weight - rate * m / (s.sqrt() + R::from_f64(NEVER_ZERO))
    }
}

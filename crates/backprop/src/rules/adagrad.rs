//! AdaGrad (Duchi, Hazan and Singer, 2011).

use crate::number::Real;
use crate::rules::update::{Key, NEVER_ZERO, Update};

/// s ← s + (∂E/∂w)², ŵ = w − ε ∂E/∂w / (√s + 10⁻⁸)
///
/// Each weight has a rate of its own, the smaller the more it was pulled at. It never grows again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdaGrad {
    /// ε, the learning rate: finite and above 0. The first step is about as long.
    pub rate: f64,
}

impl Update for AdaGrad {
    const NAME: &'static str = "adagrad";
    const DEFAULT: AdaGrad = AdaGrad { rate: 1.0 };
    const KEYS: &'static [Key<AdaGrad>] = &[Key::rate(|rule| &mut rule.rate)];
    const STATE: usize = 1;
    const STATE_NAMES: &'static [&'static str] = &["s"];

    const USUAL_RATE: Option<f64> = Some(0.5);

    #[inline(always)]
    fn next<R: Real>(&self, rate: R, weight: R, gradient: R, state: &mut [R]) -> R {
        let [s] = state else { return weight };
        *s += gradient * gradient;
        weight - rate * gradient / (s.sqrt() + R::from_f64(NEVER_ZERO))
    }
}

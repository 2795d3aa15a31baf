//! Numbers that carry derivatives.

use std::array;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use crate::number::arithmetic::Arithmetic;
use crate::number::exponential::Decay;
use crate::number::real::Real;

/// A number with its derivatives in `K` directions; `R` may be many numbers side by side.
/// Back-propagation done with these numbers differentiates the gradient itself: with one direction the
/// result is a column of the Hessian, exact to rounding (forward over reverse; Pearlmutter, 1994).
///
/// What is computed of one derivative does not depend on the others, nor on the lanes beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tangent<R = f64, const K: usize = 1> {
    pub(crate) value: R,
    pub(crate) derivatives: [R; K],
}

impl Tangent {
    pub(crate) fn new(value: f64, derivative: f64) -> Tangent {
        Tangent {
            value,
            derivatives: [derivative],
        }
    }

    /// The one derivative.
    pub(crate) fn derivative(&self) -> f64 {
        self.derivatives[0]
    }
}

impl<R: Real, const K: usize> Tangent<R, K> {
    /// `value`, with what `derivative` gives for each direction.
    #[inline(always)]
    fn with(value: R, derivative: impl FnMut(usize) -> R) -> Tangent<R, K> {
        let derivatives = array::from_fn(derivative);
        Tangent { value, derivatives }
    }
}

impl<R: Real, const K: usize> Add for Tangent<R, K> {
    type Output = Tangent<R, K>;

    #[inline(always)]
    fn add(self, other: Tangent<R, K>) -> Tangent<R, K> {
        let sum = |k| self.derivatives[k] + other.derivatives[k];
        Tangent::with(self.value + other.value, sum)
    }
}

impl<R: Real, const K: usize> AddAssign for Tangent<R, K> {
    #[inline(always)]
    fn add_assign(&mut self, other: Tangent<R, K>) {
        *self = *self + other;
    }
}

impl<R: Real, const K: usize> Sub for Tangent<R, K> {
    type Output = Tangent<R, K>;

    #[inline(always)]
    fn sub(self, other: Tangent<R, K>) -> Tangent<R, K> {
        let difference = |k| self.derivatives[k] - other.derivatives[k];
        Tangent::with(self.value - other.value, difference)
    }
}

impl<R: Real, const K: usize> Mul for Tangent<R, K> {
    type Output = Tangent<R, K>;

    #[expect(clippy::suspicious_arithmetic_impl, reason = "the product rule")]
    #[inline(always)]
    fn mul(self, other: Tangent<R, K>) -> Tangent<R, K> {
        Tangent::with(self.value * other.value, |k| {
            self.derivatives[k] * other.value + self.value * other.derivatives[k]
        })
    }
}

impl<R: Real, const K: usize> Div for Tangent<R, K> {
    type Output = Tangent<R, K>;

    #[expect(clippy::suspicious_arithmetic_impl, reason = "the quotient rule")]
    #[inline(always)]
    fn div(self, other: Tangent<R, K>) -> Tangent<R, K> {
        let value = self.value / other.value;
        Tangent::with(value, |k| {
            (self.derivatives[k] - value * other.derivatives[k]) / other.value
        })
    }
}

impl<R: Real, const K: usize> Neg for Tangent<R, K> {
    type Output = Tangent<R, K>;

    #[inline(always)]
    fn neg(self) -> Tangent<R, K> {
        Tangent::with(-self.value, |k| -self.derivatives[k])
    }
}

impl<R: Real, const K: usize> Arithmetic for Tangent<R, K> {
    #[inline(always)]
    fn from_f64(value: f64) -> Tangent<R, K> {
        Tangent::with(R::from_f64(value), |_| R::from_f64(0.0))
    }

    #[inline(always)]
    fn if_positive(self, then: Tangent<R, K>, otherwise: Tangent<R, K>) -> Tangent<R, K> {
        let choose = |then: R, otherwise: R| self.value.if_positive(then, otherwise);
        Tangent::with(choose(then.value, otherwise.value), |k| {
            choose(then.derivatives[k], otherwise.derivatives[k])
        })
    }

    /// Not finite at 0, where a root has no derivative.
    #[inline(always)]
    fn sqrt(self) -> Tangent<R, K> {
        let value = self.value.sqrt();
        Tangent::with(value, |k| self.derivatives[k] / (value + value))
    }
}

impl<R: Real, const K: usize> Real for Tangent<R, K> {
    #[inline(always)]
    fn decay(self) -> Decay<Tangent<R, K>> {
        let Decay { over, under, gap } = self.value.decay();
        // (e⁻ᵃ)′ = −e⁻ᵃ a′: as a fraction over the same number, which then is a constant.
        let derivatives = self.derivatives.map(|derivative| -over * derivative);
        Decay {
            over: Tangent::with(over, |k| derivatives[k]),
            under: Tangent::with(under, |_| R::from_f64(0.0)),
            gap: Tangent::with(gap, |k| -derivatives[k]),
        }
    }
}

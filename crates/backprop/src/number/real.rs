//! The one number trait of the crate.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use wide::{bytemuck, f64x4, f64x8};

use crate::batch::Row;
use crate::batch::Signals;
use crate::number::{Decay, decay};
use crate::problem::Problem;

/// What a network computes with.
///
/// The equations of the lecture are written once over this trait. With `f64` they train one
/// network, with [`f64x8`] eight networks side by side, with a number that carries a derivative
/// they differentiate themselves (see [`crate::hessian`]).
pub trait Real:
    Copy
    + Add<Output = Self>
    + AddAssign
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// The numbers of as many samples side by side as are fastest; `Self` for one at a time.
    type Row: Row<Self>;

    /// The constant `value`.
    fn from_f64(value: f64) -> Self;

    /// `then` where `self` > 0, else `otherwise` (so also where `self` is NaN); lane by lane.
    ///
    /// The only decision that the equations take, and the only one that lanes can.
    fn if_positive(self, then: Self, otherwise: Self) -> Self;

    /// e⁻ᵃ for a = `self` ≥ 0, to two units in the last place as far as a = 708, and so is
    /// e⁻ᵃ − 1; beyond, e⁻ᵃ is 0.
    fn decay(self) -> Decay<Self>;

    /// [`Problem::error_and_gradient`]. The same code for every kind of number, but compiled with
    /// the kind and not wherever it is used: there is much of it.
    fn error_and_gradient(
        problem: &Problem,
        weights: &[Self],
        gradient: &mut [Self],
        signals: &mut Signals<Self>,
    ) -> Self;

    /// |x|
    #[inline(always)]
    fn magnitude(self) -> Self {
        self.if_positive(self, -self)
    }

    /// `self`, which is not negative, where `sign` > 0, else −`self`.
    #[inline(always)]
    fn with_sign_of(self, sign: Self) -> Self {
        sign.if_positive(self, -self)
    }
}

impl Real for f64 {
    type Row = f64x4;

    #[inline(always)]
    fn from_f64(value: f64) -> f64 {
        value
    }

    #[inline(always)]
    fn if_positive(self, then: f64, otherwise: f64) -> f64 {
        if self > 0.0 { then } else { otherwise }
    }

    #[inline(always)]
    fn decay(self) -> Decay<f64> {
        decay(self)
    }

    fn error_and_gradient(
        problem: &Problem,
        weights: &[Self],
        gradient: &mut [Self],
        signals: &mut Signals<Self>,
    ) -> Self {
        problem.sum_over_samples(weights, gradient, signals)
    }

    #[inline(always)]
    fn magnitude(self) -> f64 {
        self.abs()
    }

    #[inline(always)]
    fn with_sign_of(self, sign: f64) -> f64 {
        self.copysign(sign)
    }
}

/// Lanes: each operation is done with each lane's numbers, and rounds as it does with one.
macro_rules! impl_real_for_lanes {
    ($lanes:ident, $value:ident => $from_value:expr) => {
        impl Real for $lanes {
            type Row = $lanes;

            #[inline(always)]
            fn from_f64($value: f64) -> $lanes {
                $from_value
            }

            #[inline(always)]
            fn if_positive(self, then: $lanes, otherwise: $lanes) -> $lanes {
                self.simd_gt($lanes::ZERO).select(then, otherwise)
            }

            #[inline(always)]
            fn decay(self) -> Decay<$lanes> {
                decay(self)
            }

            fn error_and_gradient(
                problem: &Problem,
                weights: &[Self],
                gradient: &mut [Self],
                signals: &mut Signals<Self>,
            ) -> Self {
                problem.sum_over_samples(weights, gradient, signals)
            }

            #[inline(always)]
            fn magnitude(self) -> $lanes {
                self.abs()
            }

            #[inline(always)]
            fn with_sign_of(self, sign: $lanes) -> $lanes {
                self | (sign & const { $lanes::splat(-0.0) })
            }
        }
    };
}

// `splat`, and any list of more than four equal numbers, becomes a loop through memory where the
// compiler is told to save space.
impl_real_for_lanes!(f64x4, x => f64x4::new([x, x, x, x]));
impl_real_for_lanes!(f64x8, x => bytemuck::cast([f64x4::from_f64(x), f64x4::from_f64(x)]));

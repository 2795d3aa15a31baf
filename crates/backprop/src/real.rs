//! The one number trait of the crate.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use wide::f64x4;

use crate::exponential::exp_and_exp_m1;

/// What a network computes with.
///
/// The equations of the lecture are written once over this trait. With `f64` they train one
/// network, with [`f64x4`] four networks side by side, with a number that carries a derivative
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
    /// The constant `value`.
    fn from_f64(value: f64) -> Self;

    /// `then` where `self` > 0, else `otherwise` (so also where `self` is NaN); lane by lane.
    ///
    /// The only decision that the equations take, and the only one that lanes can.
    fn if_positive(self, then: Self, otherwise: Self) -> Self;

    /// (eˣ, eˣ − 1) for x between −708 and 709, each with full relative precision; below, (0, −1).
    fn exp_and_exp_m1(self) -> (Self, Self);

    /// |x|
    #[inline(always)]
    fn magnitude(self) -> Self {
        self.if_positive(self, -self)
    }
}

impl Real for f64 {
    #[inline(always)]
    fn from_f64(value: f64) -> f64 {
        value
    }

    #[inline(always)]
    fn if_positive(self, then: f64, otherwise: f64) -> f64 {
        if self > 0.0 { then } else { otherwise }
    }

    #[inline(always)]
    fn exp_and_exp_m1(self) -> (f64, f64) {
        exp_and_exp_m1(self)
    }
}

impl Real for f64x4 {
    #[inline(always)]
    fn from_f64(value: f64) -> f64x4 {
        f64x4::splat(value)
    }

    #[inline(always)]
    fn if_positive(self, then: f64x4, otherwise: f64x4) -> f64x4 {
        self.simd_gt(f64x4::splat(0.0)).bitselect(then, otherwise)
    }

    #[inline(always)]
    fn exp_and_exp_m1(self) -> (f64x4, f64x4) {
        exp_and_exp_m1(self)
    }
}

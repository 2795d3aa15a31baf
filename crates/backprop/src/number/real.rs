//! The one number trait of the crate.

use wide::{f64x4, f64x8};

use crate::number::arithmetic::Arithmetic;
use crate::number::exponential::{Decay, decay};

/// What a network computes with: arithmetic and an exponential.
///
/// The equations of the lecture are written once over this trait. With `f64` they train one
/// network, with [`f64x8`] eight networks side by side, with a number that carries a derivative
/// they differentiate themselves (see [`crate::hessian`]).
pub trait Real: Arithmetic {
    /// e⁻ᵃ for a = `self` ≥ 0, to two units in the last place as far as a = 708, and so is
    /// e⁻ᵃ − 1; beyond, e⁻ᵃ is 0.
    fn decay(self) -> Decay<Self>;
}

macro_rules! impl_real {
    ($($number:ty),*) => {
        $(impl Real for $number {
            #[inline(always)]
            fn decay(self) -> Decay<$number> {
                decay(self)
            }
        })*
    };
}

impl_real!(f64, f64x4, f64x8);

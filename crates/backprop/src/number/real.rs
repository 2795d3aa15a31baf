//! The one number trait of the crate.

use wide::{f64x4, f64x8};

use crate::number::arithmetic::Arithmetic;
use crate::number::exponential::{Decay, decay};

/// What a network computes with: arithmetic and an exponential.
///
/// The equations of the lecture are written once over this trait. With `f64` they train one
/// network, with [`f64x8`] eight networks side by side, with a number that carries a derivative
/// they differentiate themselves (see [`crate::hessian`]).
///
/// ```
/// use backprop::{Arithmetic, Decay, Real};
///
/// /// The logistic function of x ≥ 0, for any kind of number.
/// fn logistic<R: Real>(x: R) -> R {
///     let Decay { over, under, .. } = x.decay();
///     under / (under + over)
/// }
/// assert_eq!(logistic(0.0), 0.5);
/// assert!((logistic(4_f64.ln()) - 0.8).abs() < 1e-15);
/// let lanes = logistic(wide::f64x4::from_f64(0.0));
/// assert_eq!(lanes.to_array(), [0.5; 4]);
/// ```
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

//! What every kind of number can do: sums, products, roots, and one decision.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use wide::{bytemuck, f64x4, f64x8};

/// Operations that IEEE 754 rounds exactly: the same bits on every platform and in every lane.
pub trait Arithmetic:
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

    /// √x
    fn sqrt(self) -> Self;

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

impl Arithmetic for f64 {
    #[inline(always)]
    fn from_f64(value: f64) -> f64 {
        value
    }

    #[inline(always)]
    fn if_positive(self, then: f64, otherwise: f64) -> f64 {
        if self > 0.0 { then } else { otherwise }
    }

    #[inline(always)]
    fn sqrt(self) -> f64 {
        self.sqrt()
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
macro_rules! impl_for_lanes {
    ($lanes:ident, $value:ident => $from_value:expr) => {
        impl Arithmetic for $lanes {
            #[inline(always)]
            fn from_f64($value: f64) -> $lanes {
                $from_value
            }

            #[inline(always)]
            fn if_positive(self, then: $lanes, otherwise: $lanes) -> $lanes {
                self.simd_gt($lanes::ZERO).select(then, otherwise)
            }

            #[inline(always)]
            fn sqrt(self) -> $lanes {
                self.sqrt()
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
impl_for_lanes!(f64x4, x => f64x4::new([x, x, x, x]));
impl_for_lanes!(f64x8, x => bytemuck::cast([f64x4::from_f64(x), f64x4::from_f64(x)]));

#[cfg(test)]
mod tests {
    use super::*;

    /// A root is the one operation here that processors could round in their own way.
    #[test]
    fn lanes_give_the_bits_of_single_numbers() {
        for i in 0..1000 {
            let x: [f64; 8] =
                std::array::from_fn(|lane| (f64::from(i) + 0.1).powi(lane as i32 - 3));
            let eight = Arithmetic::sqrt(f64x8::from(x)).to_array();
            let four = Arithmetic::sqrt(f64x4::from([x[0], x[1], x[2], x[3]])).to_array();
            for (lane, x) in x.iter().enumerate() {
                assert_eq!(eight[lane].to_bits(), x.sqrt().to_bits());
                assert!(lane >= 4 || four[lane].to_bits() == x.sqrt().to_bits());
            }
        }
    }
}

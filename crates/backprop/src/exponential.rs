//! eˣ and eˣ − 1 from additions, multiplications and one shift.
//!
//! The exponential is most of the cost of a training step. It is also the only operation here
//! that platforms round differently: a run in the browser and the same run in a terminal, or one
//! lane of four and a single number, would drift apart. Written with operations that IEEE 754
//! rounds exactly, every platform and every lane gives the same bits.

use wide::{bytemuck, f64x4, u64x4};

use crate::real::Real;

/// Bounds of the argument. At the lower one n is −1023, for which the bits of 2ⁿ are those of 0: the
/// exponential underflows to 0 without a branch. At the upper one 2ⁿ is still a number.
const LEAST: f64 = -709.2;
const GREATEST: f64 = 709.0;

/// 1.5 · 2⁵²: adding it leaves the nearest integer in the low bits of the mantissa.
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// ln 2 in two parts; n · `LN_2_HIGH` is exact for |n| < 2¹¹ because its last 32 bits are zero.
/// (The split of fdlibm's `e_exp.c`, Sun Microsystems 1993.)
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// 1/k! for k = 13 down to 2. For |r| ≤ ½ ln 2 the first term left out is 4·10⁻¹⁸ of the sum.
const TAYLOR: [f64; 12] = [
    1.0 / 6_227_020_800.0,
    1.0 / 479_001_600.0,
    1.0 / 39_916_800.0,
    1.0 / 3_628_800.0,
    1.0 / 362_880.0,
    1.0 / 40_320.0,
    1.0 / 5_040.0,
    1.0 / 720.0,
    1.0 / 120.0,
    1.0 / 24.0,
    1.0 / 6.0,
    1.0 / 2.0,
];

/// What the exponential needs beyond arithmetic.
pub(crate) trait Binary: Real {
    /// 2ⁿ, where `self` is n + [`ROUNDER`] with −1023 ≤ n ≤ 1023; 0 for n = −1023.
    fn power_of_two_of_rounded(self) -> Self;
}

/// (eˣ, eˣ − 1), each to about one unit in the last place for x from −708 to 709. Below, eˣ is 0;
/// above, x counts as 709; NaN stays NaN.
#[inline(always)]
pub(crate) fn exp_and_exp_m1<R: Binary>(x: R) -> (R, R) {
    let constant = R::from_f64;
    // Written so that a NaN falls through to x itself.
    let x = (constant(LEAST) - x).if_positive(constant(LEAST), x);
    let x = (x - constant(GREATEST)).if_positive(constant(GREATEST), x);

    // x = n ln 2 + r with |r| ≤ ½ ln 2
    let rounded = x * constant(std::f64::consts::LOG2_E) + constant(ROUNDER);
    let n = rounded - constant(ROUNDER);
    let r = (x - n * constant(LN_2_HIGH)) - n * constant(LN_2_LOW);

    // eʳ − 1 = r + r² (1/2 + r/6 + …)
    let mut series = constant(TAYLOR[0]);
    for coefficient in &TAYLOR[1..] {
        series = series * r + constant(*coefficient);
    }
    let r_m1 = r + r * r * series;

    let power = rounded.power_of_two_of_rounded();
    let scaled = power * r_m1;
    (power + scaled, scaled + (power - constant(1.0)))
}

impl Binary for f64 {
    #[inline(always)]
    fn power_of_two_of_rounded(self) -> f64 {
        f64::from_bits(self.to_bits().wrapping_add(1023) << 52)
    }
}

impl Binary for f64x4 {
    #[inline(always)]
    fn power_of_two_of_rounded(self) -> f64x4 {
        let bits: u64x4 = bytemuck::cast(self);
        bytemuck::cast((bits + u64x4::splat(1023)) << 52_u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Units in the last place between two numbers of the same sign.
    fn ulps(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    #[test]
    fn agrees_with_the_standard_library() {
        for i in -70_000..=70_000 {
            let x = f64::from(i) * 0.0101;
            let (exp, exp_m1) = exp_and_exp_m1(x);
            assert!(ulps(exp, x.exp()) <= 2, "exp({x}): {exp} for {}", x.exp());
            assert!(
                (exp_m1 - x.exp_m1()).abs() <= 4.0 * f64::EPSILON * x.exp_m1().abs(),
                "exp_m1({x}): {exp_m1} for {}",
                x.exp_m1()
            );
        }
    }

    #[test]
    fn tiny_arguments_keep_their_relative_precision() {
        for x in [1e-300, 1e-16, -1e-12, 3e-7, -2e-4] {
            let (_, exp_m1) = exp_and_exp_m1::<f64>(x);
            assert!((exp_m1 / x.exp_m1() - 1.0).abs() < 1e-15, "exp_m1({x})");
        }
    }

    #[test]
    fn passes_its_bounds_quietly_and_keeps_nan() {
        assert_eq!(exp_and_exp_m1(f64::NEG_INFINITY), (0.0, -1.0));
        assert_eq!(exp_and_exp_m1(-1e9), (0.0, -1.0));
        assert!(exp_and_exp_m1(-708.0).0 > 3e-308);
        for i in 0..200 {
            let x = -708.0 - f64::from(i) * 0.01;
            let (exp, exp_m1) = exp_and_exp_m1(x);
            assert!((exp - x.exp()).abs() <= 2.3e-308, "exp({x}): {exp:e}");
            assert_eq!(exp_m1, -1.0);
        }
        assert!(exp_and_exp_m1(1e9).0 > 8e307);
        assert!(exp_and_exp_m1(f64::NAN).0.is_nan());
    }

    #[test]
    fn four_lanes_give_the_bits_of_four_numbers() {
        for i in 0..10_000 {
            let x = [0.0, 1.0, 2.0, 3.0].map(|lane| -0.07 * f64::from(i) + lane * 17.3);
            let (exp, exp_m1) = exp_and_exp_m1(f64x4::from(x));
            for (lane, x) in x.into_iter().enumerate() {
                let single = exp_and_exp_m1(x);
                assert_eq!(exp.to_array()[lane].to_bits(), single.0.to_bits());
                assert_eq!(exp_m1.to_array()[lane].to_bits(), single.1.to_bits());
            }
        }
    }
}

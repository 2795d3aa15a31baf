//! e⁻ᵃ as a fraction, from additions, multiplications and one shift.
//!
//! The exponential is half of the cost of a training step. It is also the only operation here
//! that platforms round differently: a run in the browser and the same run in a terminal, or one
//! lane of many and a single number, would drift apart. Written with operations that IEEE 754
//! rounds exactly, every platform and every lane gives the same bits.

use wide::{bytemuck, f64x4, f64x8, u64x4, u64x8};

use crate::number::arithmetic::Arithmetic;

/// e⁻ᵃ = `over` / `under`.
///
/// Not divided out: a unit's output divides by `over` + `under` anyway, and one division serves
/// for both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decay<R> {
    /// Between 0 and `under`.
    pub over: R,
    /// About 2.
    pub under: R,
    /// `under` − `over`, with full relative precision also where the two are close.
    pub gap: R,
}

/// Bound of a. There n is 1023, for which the bits of 2⁻ⁿ are those of 0: the exponential
/// underflows to 0 without a branch.
const GREATEST: f64 = 709.2;

/// 1.5 · 2⁵²: adding it leaves the nearest integer in the low bits of the mantissa.
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// ln 2 in two parts; n · `LN_2_HIGH` is exact for |n| < 2¹¹ because its last 32 bits are zero.
/// (The split of fdlibm's `e_exp.c`, Sun Microsystems 1993.)
const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// The even function r coth(r/2) = 2 + r²/6 − r⁴/360 + … as a polynomial in r², the highest power
/// first; for |r| ≤ ½ ln 2 it is off by less than 2⁻⁵⁹. (Remez coefficients of fdlibm's `e_exp.c`.)
const COTH: [f64; 6] = [
    4.138_136_797_057_238_5e-8,
    -1.653_390_220_546_525_2e-6,
    6.613_756_321_437_934e-5,
    -2.777_777_777_701_559_3e-3,
    1.666_666_666_666_660_2e-1,
    2.0,
];

/// What the exponential needs beyond arithmetic.
pub(crate) trait Binary: Arithmetic {
    /// 2⁻ⁿ, where `self` is n + [`ROUNDER`] with −1022 ≤ n ≤ 1023; 0 for n = 1023.
    fn inverse_power_of_two_of_rounded(self) -> Self;

    /// The smaller one of `self` and `most`; NaN where `self` is NaN.
    fn at_most(self, most: f64) -> Self;
}

/// e⁻ᵃ for a ≥ 0, to two units in the last place as far as a = 708, and so is e⁻ᵃ − 1. Beyond,
/// e⁻ᵃ is 0; NaN stays NaN.
#[inline(always)]
pub(crate) fn decay<R: Binary>(a: R) -> Decay<R> {
    let reduced = Reduced::of(a);
    reduced.decay(reduced.coth())
}

/// a = n ln 2 + r with |r| ≤ ½ ln 2: e⁻ᵃ = 2⁻ⁿ e⁻ʳ.
#[derive(Clone, Copy)]
pub(crate) struct Reduced<R> {
    /// r
    pub(crate) rest: R,
    /// 2⁻ⁿ
    pub(crate) power: R,
}

impl<R: Binary> Reduced<R> {
    #[inline(always)]
    pub(crate) fn of(a: R) -> Reduced<R> {
        let constant = R::from_f64;
        let a = a.at_most(GREATEST);
        let rounded = a * constant(std::f64::consts::LOG2_E) + constant(ROUNDER);
        let n = rounded - constant(ROUNDER);
        Reduced {
            rest: (a - n * constant(LN_2_HIGH)) - n * constant(LN_2_LOW),
            power: rounded.inverse_power_of_two_of_rounded(),
        }
    }

    /// r coth(r/2)
    #[inline(always)]
    pub(crate) fn coth(self) -> R {
        let constant = R::from_f64;
        let square = self.rest * self.rest;
        let [c5, c4, c3, c2, c1, c0] = COTH;
        let times = |c: R, next: f64| c * square + constant(next);
        times(times(times(times(times(constant(c5), c4), c3), c2), c1), c0)
    }

    /// e⁻ᵃ, from c = r coth(r/2): e⁻ʳ = (c − r) / (c + r).
    #[inline(always)]
    pub(crate) fn decay(self, c: R) -> Decay<R> {
        let Reduced { rest: r, power } = self;
        let one = R::from_f64(1.0);
        Decay {
            over: power * (c - r),
            under: c + r,
            gap: (one - power) * c + (one + power) * r,
        }
    }
}

impl Binary for f64 {
    #[inline(always)]
    fn inverse_power_of_two_of_rounded(self) -> f64 {
        // The low bits of `self` are those of n; the high ones are shifted out.
        f64::from_bits(1023_u64.wrapping_sub(self.to_bits()) << 52)
    }

    #[inline(always)]
    fn at_most(self, most: f64) -> f64 {
        if self > most { most } else { self }
    }
}

/// The machine's minimum of two numbers is `if a < b { a } else { b }` on x86 and
/// `if b < a { b } else { a }` in WebAssembly: what becomes of a NaN depends on the order.
macro_rules! lesser {
    ($a:expr, $most:expr) => {{
        let (a, most) = ($a, Self::from_f64($most));
        if cfg!(target_arch = "wasm32") {
            a.fast_min(most)
        } else {
            most.fast_min(a)
        }
    }};
}

impl Binary for f64x4 {
    #[inline(always)]
    fn inverse_power_of_two_of_rounded(self) -> f64x4 {
        let bits: u64x4 = bytemuck::cast(self);
        bytemuck::cast((const { u64x4::splat(1023) } - bits) << 52_u32)
    }

    #[inline(always)]
    fn at_most(self, most: f64) -> f64x4 {
        lesser!(self, most)
    }
}

impl Binary for f64x8 {
    #[inline(always)]
    fn inverse_power_of_two_of_rounded(self) -> f64x8 {
        let bits: u64x8 = bytemuck::cast(self);
        bytemuck::cast((const { u64x8::splat(1023) } - bits) << 52_u32)
    }

    #[inline(always)]
    fn at_most(self, most: f64) -> f64x8 {
        lesser!(self, most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (e⁻ᵃ, e⁻ᵃ − 1)
    fn exp_and_exp_m1(a: f64) -> (f64, f64) {
        let t = decay(a);
        (t.over / t.under, -t.gap / t.under)
    }

    /// Units in the last place between two numbers of the same sign.
    fn ulps(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    #[test]
    fn agrees_with_the_standard_library() {
        for i in 0..=70_000 {
            let a = f64::from(i) * 0.0101;
            let (exp, exp_m1) = exp_and_exp_m1(a);
            let (x, e) = (-a, (-a).exp());
            assert!(ulps(exp, e) <= 2, "exp({x}): {exp} for {e}");
            let e = (-a).exp_m1();
            assert!(
                (exp_m1 - e).abs() <= 4.0 * f64::EPSILON * e.abs(),
                "exp_m1({x}): {exp_m1} for {e}"
            );
        }
    }

    #[test]
    fn tiny_arguments_keep_their_relative_precision() {
        for a in [1e-300, 1e-16, 1e-12, 3e-7, 2e-4] {
            let (_, exp_m1) = exp_and_exp_m1(a);
            assert!((exp_m1 / (-a).exp_m1() - 1.0).abs() < 1e-15, "exp_m1({a})");
        }
    }

    #[test]
    fn passes_its_bound_quietly_and_keeps_nan() {
        assert_eq!(exp_and_exp_m1(f64::INFINITY), (0.0, -1.0));
        assert_eq!(exp_and_exp_m1(1e9), (0.0, -1.0));
        assert_eq!(exp_and_exp_m1(0.0), (1.0, 0.0));
        assert!(exp_and_exp_m1(708.0).0 > 3e-308);
        for i in 0..200 {
            let a = 708.0 + f64::from(i) * 0.01;
            let (exp, exp_m1) = exp_and_exp_m1(a);
            assert!((exp - (-a).exp()).abs() <= 2.3e-308, "exp(−{a}): {exp:e}");
            assert_eq!(exp_m1, -1.0);
        }
        assert!(exp_and_exp_m1(f64::NAN).0.is_nan());
        for lanes in decay(f64x8::splat(f64::NAN)).over.to_array() {
            assert!(lanes.is_nan());
        }
        for lanes in decay(f64x4::splat(f64::NAN)).over.to_array() {
            assert!(lanes.is_nan());
        }
    }

    #[test]
    fn lanes_give_the_bits_of_single_numbers() {
        for i in 0..10_000 {
            let a: [f64; 8] = std::array::from_fn(|lane| 0.07 * f64::from(i) + lane as f64 * 17.3);
            let eight = decay(f64x8::from(a));
            let four = decay(f64x4::from([a[0], a[1], a[2], a[3]]));
            for (lane, &a) in a.iter().enumerate() {
                let single = decay(a);
                assert_eq!(eight.over.to_array()[lane].to_bits(), single.over.to_bits());
                assert_eq!(
                    eight.under.to_array()[lane].to_bits(),
                    single.under.to_bits()
                );
                assert_eq!(eight.gap.to_array()[lane].to_bits(), single.gap.to_bits());
                if lane < 4 {
                    assert_eq!(four.over.to_array()[lane].to_bits(), single.over.to_bits());
                    assert_eq!(
                        four.under.to_array()[lane].to_bits(),
                        single.under.to_bits()
                    );
                    assert_eq!(four.gap.to_array()[lane].to_bits(), single.gap.to_bits());
                }
            }
        }
    }
}

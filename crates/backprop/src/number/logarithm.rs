//! ln(1 + t), from operations that IEEE 754 rounds exactly, as the exponential is.

use crate::number::arithmetic::Arithmetic;
use crate::number::exponential::Decay;

/// √2 − 1: up to here the series in t is the shorter one, beyond it that in t − 1.
const MIDDLE: f64 = 0.414_213_562_373_095_03;

/// (ln((1 + s) / (1 − s)) − 2s) / s = ⅔ s² + ⅖ s⁴ + … as a polynomial in s², the highest power
/// first and without its constant, which is 0; for |s| ≤ 0.1716 it is off by less than 2⁻⁵⁸.
/// (Remez coefficients of fdlibm's `s_log1p.c`, Sun Microsystems 1993.)
const SERIES: [f64; 7] = [
    1.479_819_860_511_658_6e-1,
    1.531_383_769_920_937_3e-1,
    1.818_357_216_161_805e-1,
    2.222_219_843_214_978_4e-1,
    2.857_142_874_366_239e-1,
    3.999_999_999_940_942e-1,
    6.666_666_666_666_735e-1,
];

/// ln(1 + t) for t = e⁻ᵃ between 0 and 1, to five units in the last place where t has its digits:
/// small t keep their relative precision.
#[inline(always)]
pub(crate) fn ln_1p<R: Arithmetic>(t: Decay<R>) -> R {
    let constant = R::from_f64;
    let Decay { over, under, gap } = t;

    // 1 + t = (1 + s) / (1 − s), or twice that where t is large: then s is negative.
    let is_large = over - under * constant(MIDDLE);
    let twice = under + under;
    let s = is_large.if_positive(-gap, over)
        / (over + twice + is_large.if_positive(under, constant(0.0)));
    let doubled = is_large.if_positive(constant(std::f64::consts::LN_2), constant(0.0));

    let square = s * s;
    let times = |sum: R, next: f64| sum * square + constant(next);
    // No loop: it would stay one where the compiler is told to save space.
    let [c7, c6, c5, c4, c3, c2, c1] = SERIES;
    let series = times(
        times(times(times(times(times(constant(c7), c6), c5), c4), c3), c2),
        c1,
    );
    doubled + s * (constant(2.0) + square * series)
}

/// ln x for a normal number x > 0, with the same bits everywhere, to six units in the last place of
/// it or of 1, whichever is more.
pub(crate) fn ln(x: f64) -> f64 {
    /// Where the exponent stands among the bits.
    const PLACE: u32 = 52;
    /// What stands there in numbers from 1 to 2.
    const OF_ONE: u64 = 1023;
    // x = (1 + t) 2ᵏ
    let exponent = (x.to_bits() >> PLACE) as i32 - OF_ONE as i32;
    let of_one = f64::from_bits(x.to_bits() & ((1 << PLACE) - 1) | OF_ONE << PLACE);
    let (over, under, gap) = (of_one - 1.0, 1.0, 2.0 - of_one);
    f64::from(exponent) * std::f64::consts::LN_2 + ln_1p(Decay { over, under, gap })
}

#[cfg(test)]
mod tests {
    use wide::{f64x4, f64x8};

    use super::*;
    use crate::number::exponential::decay;

    /// The standard library's logarithm is good to about one unit in the last place; e⁻ᵃ itself
    /// is off by two, which is why the logarithm is compared at the rounded t.
    #[test]
    fn agrees_with_the_standard_library() {
        for i in 0..200_000 {
            let t = f64::from(i) / 200_000.0;
            let (over, under, gap) = (t, 1.0, 1.0 - t);
            let (found, expected) = (ln_1p(Decay { over, under, gap }), t.ln_1p());
            let ulps = found.to_bits().abs_diff(expected.to_bits());
            assert!(ulps <= 5, "ln(1 + {t}): {found} for {expected}");
        }
    }

    #[test]
    fn logarithms_are_those_of_the_standard_library() {
        for i in 1..100_000 {
            let x = f64::from(i) / 50_000.0;
            let off = (ln(x) - x.ln()).abs();
            assert!(
                off <= 6.0 * f64::EPSILON * x.ln().abs().max(1.0),
                "ln {x}: {off:e}"
            );
        }
        assert_eq!((ln(1.0), ln(2.0)), (0.0, std::f64::consts::LN_2));
    }

    #[test]
    fn small_numbers_keep_their_relative_precision() {
        for a in [40.0, 100.0, 500.0, 700.0, 708.0] {
            let found: f64 = ln_1p(decay(a));
            let off = (found / (-a).exp() - 1.0).abs();
            assert!(off < 1e-15, "ln(1 + e^−{a}): {found}");
        }
        assert_eq!(ln_1p(decay(f64::INFINITY)), 0.0);
        assert_eq!(ln_1p(decay(0.0)), std::f64::consts::LN_2);
        assert!(ln_1p(decay(f64::NAN)).is_nan());
    }

    #[test]
    fn lanes_give_the_bits_of_single_numbers() {
        for i in 0..10_000 {
            let a: [f64; 8] = std::array::from_fn(|lane| 0.003 * f64::from(i) + lane as f64 * 7.3);
            let eight = ln_1p(decay(f64x8::from(a))).to_array();
            let four = ln_1p(decay(f64x4::from([a[0], a[1], a[2], a[3]]))).to_array();
            for (lane, &a) in a.iter().enumerate() {
                let single: f64 = ln_1p(decay(a));
                assert_eq!(eight[lane].to_bits(), single.to_bits());
                assert!(lane >= 4 || four[lane].to_bits() == single.to_bits());
            }
        }
    }
}

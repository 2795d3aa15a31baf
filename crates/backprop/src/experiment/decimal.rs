//! The number nearest to a decimal one.
//!
//! What the standard library does for this is made for speed, and its tables of powers are a
//! twentieth of the page that the reader downloads. An experiment's few numbers can wait for whole
//! numbers of any length.

use std::cmp::Ordering;

/// Digits beyond these do not decide: no number between two neighbours of `f64`, and no middle
/// between them, needs more. That there are more is told by one digit.
const MOST_DIGITS: usize = 770;

/// `digits`, each 0 to 9, as a whole number, times ten to the `exponent`; rounded to the nearest
/// number, and of two equally near ones to the even one. Infinite where it is beyond all numbers.
pub(crate) fn nearest(digits: &[u8], exponent: i64) -> f64 {
    let leading = digits.iter().take_while(|&&digit| digit == 0).count();
    let digits = &digits[leading..];
    let length = digits.len() as i64;
    if digits.is_empty() || length + exponent < -330 {
        return 0.0;
    }
    if length + exponent > 310 {
        return f64::INFINITY;
    }
    let (kept, rest) = digits.split_at(digits.len().min(MOST_DIGITS));
    let mut over = Whole::default();
    for &digit in kept {
        over.multiply_add(10, digit.into());
    }
    let mut exponent = exponent + rest.len() as i64;
    if rest.iter().any(|&digit| digit != 0) {
        over.multiply_add(10, 1);
        exponent -= 1;
    }
    let mut under = Whole::default();
    under.multiply_add(0, 1);
    for _ in 0..exponent.unsigned_abs() {
        let grows = if exponent > 0 { &mut over } else { &mut under };
        grows.multiply_add(10, 0);
    }
    quotient(over, under)
}

/// Bits of the least number, 2⁻¹⁰⁷⁴, and one more that tells its half.
const FINEST: i64 = 1075;
/// Bits of a number.
const PRECISION: u32 = 53;

/// The number nearest to `over` / `under`.
fn quotient(mut over: Whole, mut under: Whole) -> f64 {
    // Two whole bits more than a number has, or one: that and whether anything is left decide.
    let shift = (54 + under.bits() - over.bits()).min(FINEST);
    if shift > 0 {
        over.shift(shift as usize);
    } else {
        under.shift(shift.unsigned_abs() as usize);
    }
    // Bit by bit; none is above the 55th.
    under.shift(55);
    let mut bits = 0_u64;
    for _ in 0..56 {
        bits <<= 1;
        if over.at_least(&under) {
            over.subtract(&under);
            bits |= 1;
        }
        over.shift(1);
    }
    bits = bits << 1 | u64::from(over.bits() > 0);

    let least = if shift == FINEST { 2 } else { 0 };
    let extra = (u64::BITS - bits.leading_zeros())
        .saturating_sub(PRECISION)
        .max(least);
    let (half, dropped) = (1 << extra >> 1, bits & ((1 << extra) - 1));
    bits >>= extra;
    if dropped > half || dropped == half && bits & 1 == 1 {
        bits += 1;
    }
    // In two factors: one power of two alone may be too small for a number.
    let power = i64::from(extra) - shift - 1;
    let half = power / 2;
    bits as f64 * power_of_two(half) * power_of_two(power - half)
}

/// 2ⁿ for |n| below 1023.
fn power_of_two(n: i64) -> f64 {
    f64::from_bits(((1023 + n) as u64) << 52)
}

/// A whole number of any length, the lowest 32 bits first, the last of them not 0.
#[derive(Default)]
struct Whole(Vec<u32>);

impl Whole {
    fn multiply_add(&mut self, factor: u32, term: u32) {
        let mut carry = u64::from(term);
        for word in &mut self.0 {
            carry += u64::from(*word) * u64::from(factor);
            *word = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// The number of its bits.
    fn bits(&self) -> i64 {
        let top = self.0.last().map_or(32, |word| word.leading_zeros());
        32 * self.0.len().max(1) as i64 - i64::from(top)
    }

    /// Multiplies by two to the `bits`.
    fn shift(&mut self, bits: usize) {
        if !self.0.is_empty() {
            self.multiply_add(1 << (bits % 32), 0);
            self.0.splice(0..0, vec![0; bits / 32]);
        }
    }

    fn at_least(&self, other: &Whole) -> bool {
        let lengths = self.0.len().cmp(&other.0.len());
        let words = || self.0.iter().rev().cmp(other.0.iter().rev());
        lengths.then_with(words) != Ordering::Less
    }

    /// Takes away what is not greater.
    fn subtract(&mut self, other: &Whole) {
        let mut borrow = 0;
        let others = other.0.iter().chain(std::iter::repeat(&0));
        for (word, &other) in self.0.iter_mut().zip(others) {
            let difference = i64::from(*word) - i64::from(other) - borrow;
            *word = difference as u32;
            borrow = i64::from(difference < 0);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::experiment::json::read;
    use crate::experiment::node::Node;

    /// Through the reader, which takes the digits apart.
    fn check(text: &str) {
        let expected: f64 = text.parse().unwrap();
        let Ok(Node::Number(found)) = read(text) else {
            panic!("{text} is no number");
        };
        assert_eq!(found.to_bits(), expected.to_bits(), "{text}");
    }

    #[test]
    fn where_it_is_close() {
        for text in [
            "0",
            "-0.0",
            "0e5",
            "1",
            "0.1",
            "9007199254740993",
            "9007199254740993.0000000000000000000000000000000000001",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "4.9406564584124654e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1e-400",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e400",
            "123456789012345678901234567890e-25",
        ] {
            check(text);
        }
        let exactly_half_of_the_least = format!("{:.1075}", f64::from_bits(1)).replace("0.", "");
        let halved: String = {
            // The digits of 2⁻¹⁰⁷⁴, times 5, one place further right.
            let mut carry = 0;
            let mut digits: Vec<u8> = exactly_half_of_the_least
                .bytes()
                .rev()
                .map(|digit| {
                    let product = 5 * (digit - b'0') + carry;
                    carry = product / 10;
                    b'0' + product % 10
                })
                .collect();
            digits.push(b'0' + carry);
            digits.reverse();
            String::from_utf8(digits).unwrap()
        };
        check(&format!("0.{halved}"));
        check(&format!("0.{halved}0000000001"));
        check(&format!("{}1e-900", "1".repeat(2000)));
        check(&format!("0.{}1", "0".repeat(400)));
    }

    proptest! {
        #[test]
        fn numbers_come_back(bits: u64) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            check(&number.to_string());
            check(&format!("{number:e}"));
            check(&format!("{number:.20e}"));
        }

        /// In the middle between two neighbours, and beside it.
        #[test]
        fn the_even_neighbour_wins(number in 1_u128 << 52..1 << 53, zeros in 2_u32..60, beside in -1_i8..=1) {
            let middle = (number << zeros) + (1 << (zeros - 1));
            check(&middle.saturating_add_signed(beside.into()).to_string());
        }

        #[test]
        fn digits_and_exponents(digits in "[1-9][0-9]{0,40}", part in "[0-9]{1,40}", exponent in -360_i32..340) {
            check(&format!("{digits}.{part}e{exponent}"));
        }
    }
}

//! Numbers as text, the same in a browser and in a terminal.

/// Reads and writes numbers. A browser has that built in, and whoever downloads the page would pay for
/// it a second time: so the host does it.
pub trait Numbers {
    /// The number nearest to a decimal numeral, `-12.5e-3`; infinite beyond the range.
    fn number(&self, numeral: &str) -> f64;

    /// A finite number with the fewest digits that give it back, as ECMAScript's `String` has it.
    fn numeral(&self, number: f64) -> String;
}

/// Rust's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Native;

/// From here on ECMAScript writes a power of ten.
const LARGE: i32 = 21;
/// From here on downwards.
const SMALL: i32 = -7;

impl Numbers for Native {
    fn number(&self, numeral: &str) -> f64 {
        numeral.parse().unwrap_or(f64::NAN)
    }

    fn numeral(&self, number: f64) -> String {
        let scientific = format!("{number:e}");
        let Some((digits, power)) = scientific.split_once('e') else {
            return scientific;
        };
        let digits = even(number, digits);
        let power: i32 = power.parse().unwrap_or_default();
        if power <= SMALL || power >= LARGE {
            let sign = if power > 0 { "+" } else { "" };
            format!("{digits}e{sign}{power}")
        } else {
            placed(&digits, power)
        }
    }
}

/// Of two numerals that are equally near, and equally short, ECMAScript takes the one whose last digit
/// is even, and Rust the larger one.
fn even(number: f64, digits: &str) -> String {
    let exact = format!("{number:.MOST_DIGITS$e}");
    let exact = exact.split('e').next().unwrap_or_default();
    let exact = exact.trim_end_matches('0');
    match exact.strip_suffix('5') {
        Some(lower)
            if lower.len() == digits.len() && lower.ends_with(['0', '2', '4', '6', '8']) =>
        {
            lower.to_owned()
        }
        _ => digits.to_owned(),
    }
}

/// Decimals of the longest mantissa of a double, which is that of a subnormal one.
const MOST_DIGITS: usize = 767;

/// A mantissa, `-1.25`, with its point moved by `power` places.
fn placed(mantissa: &str, power: i32) -> String {
    let (sign, size) = match mantissa.strip_prefix('-') {
        Some(size) => ("-", size),
        None => ("", mantissa),
    };
    let mut digits = size.replace('.', "");
    match usize::try_from(power) {
        Ok(places) => {
            let whole = places + 1;
            while digits.len() < whole {
                digits.push('0');
            }
            if digits.len() > whole {
                digits.insert(whole, '.');
            }
            format!("{sign}{digits}")
        }
        Err(_) => {
            let zeros = "0".repeat(power.unsigned_abs() as usize - 1);
            format!("{sign}0.{zeros}{digits}")
        }
    }
}

/// A number as links and documents have it: no plus sign, which some programs take for a space, and a
/// zero with its sign.
pub(crate) fn written(number: f64, numbers: &dyn Numbers) -> String {
    if number == 0.0 {
        let zero = if number.is_sign_negative() { "-0" } else { "0" };
        return zero.to_owned();
    }
    numbers.numeral(number).replace('+', "")
}

/// The number that a text says; none where it is no decimal numeral.
pub(crate) fn read(text: &str, numbers: &dyn Numbers) -> Option<f64> {
    is_numeral(text).then(|| numbers.number(text))
}

/// What browsers and Rust read alike: neither `0x10` nor `inf`, no spaces.
fn is_numeral(text: &str) -> bool {
    let (digits, power) = match text.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, Some(power)),
        None => (text, None),
    };
    let (whole, decimals) = unsigned(digits)
        .split_once('.')
        .unwrap_or((unsigned(digits), ""));
    let is_power =
        power.is_none_or(|power| !unsigned(power).is_empty() && are_digits(unsigned(power)));
    are_digits(whole)
        && are_digits(decimals)
        && !(whole.is_empty() && decimals.is_empty())
        && is_power
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).unwrap_or(text)
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_browser_writes_them() {
        for (number, numeral) in [
            (0.2, "0.2"),
            (-5.0, "-5"),
            (0.1 + 0.2, "0.30000000000000004"),
            // Halfway between two numerals of its length.
            (181_703_637_716_804.13, "181703637716804.12"),
            (-5e-324, "-5e-324"),
            (12.5, "12.5"),
            (-1250.0, "-1250"),
            (0.0625, "0.0625"),
            (f64::MAX, "1.7976931348623157e308"),
            (1e20, "100000000000000000000"),
            (1e21, "1e21"),
            (-1.5e300, "-1.5e300"),
            (0.000001, "0.000001"),
            (1.5e-7, "1.5e-7"),
            (5e-324, "5e-324"),
            (0.0, "0"),
            (-0.0, "-0"),
        ] {
            assert_eq!(written(number, &Native), numeral);
            assert_eq!(
                read(numeral, &Native).map(f64::to_bits),
                Some(number.to_bits())
            );
        }
    }

    #[test]
    fn a_numeral_is_decimal() {
        for numeral in ["5", "+5", "-.5", "5.", "1e5", "1E+05", "1.5e-7"] {
            assert!(
                read(numeral, &Native).is_some_and(f64::is_finite),
                "{numeral}"
            );
        }
        for text in [
            "", "-", ".", "e5", "1e", "1e-", "0x10", "inf", "NaN", "1_000", "--1", "1.2.3",
        ] {
            assert_eq!(read(text, &Native), None, "{text}");
        }
    }
}

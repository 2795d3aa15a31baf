//! Numbers as a person reads them.

/// `value` with six significant digits, or four and an exponent where it is far from 1.
pub(crate) fn short(value: f64) -> String {
    if value.is_nan() {
        return "not a number".to_owned();
    }
    let sign = if value < 0.0 { "−" } else { "" };
    let size = value.abs();
    let digits = if size == 0.0 {
        "0".to_owned()
    } else if size.is_infinite() {
        "∞".to_owned()
    } else if (1e-4..1e6).contains(&size) {
        // floor(log10) is off by one only at powers of ten, which have digits to spare.
        let decimals = (5 - size.log10().floor() as i32).max(0) as usize;
        trimmed(&format!("{size:.decimals$}"))
    } else {
        let text = format!("{size:.3e}");
        match text.split_once('e') {
            Some((digits, exponent)) => format!("{}e{exponent}", trimmed(digits)),
            None => text,
        }
    };
    format!("{sign}{digits}")
}

/// `value` with three significant digits.
pub(crate) fn rough(value: f64) -> String {
    let rounded = format!("{value:.2e}").parse();
    short(rounded.unwrap_or(value))
}

/// Without zeros at the end of the decimals.
fn trimmed(digits: &str) -> String {
    if digits.contains('.') {
        let digits = digits.trim_end_matches('0');
        digits.trim_end_matches('.').to_owned()
    } else {
        digits.to_owned()
    }
}

/// A share of 1 in per cent; something is never called nothing.
pub(crate) fn percent(share: f64) -> String {
    let percent = 100.0 * share;
    if percent > 0.0 && percent < 0.05 {
        "less than 0.1 %".to_owned()
    } else if percent.abs() >= 9.95 && percent.is_finite() {
        format!("{percent:.0} %")
    } else {
        format!("{percent:.1} %")
    }
}

/// `part` of `whole` in per cent; a part is never called nothing.
pub(crate) fn share(part: usize, whole: usize) -> String {
    let share = part as f64 / whole as f64;
    if part > 0 && share < 5e-4 {
        "< 0.1 %".to_owned()
    } else {
        percent(share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_six_digits_or_an_exponent() {
        let table = [
            (0.0, "0"),
            (1.0, "1"),
            (-0.5, "−0.5"),
            (1.386294361, "1.38629"),
            (0.0199281234, "0.0199281"),
            (123456.7, "123457"),
            (100.0, "100"),
            (1e5, "100000"),
            (999999.6, "1000000"),
            (6.69351e-5, "6.694e-5"),
            (-2e-300, "−2e-300"),
            (1e6, "1e6"),
            (f64::INFINITY, "∞"),
            (f64::NEG_INFINITY, "−∞"),
            (f64::NAN, "not a number"),
        ];
        for (value, text) in table {
            assert_eq!(short(value), text);
        }
    }

    #[test]
    fn shares_are_per_cent() {
        assert_eq!(percent(1.0), "100 %");
        assert_eq!(percent(0.0123), "1.2 %");
        assert_eq!(percent(0.0996), "10 %");
        assert_eq!(share(1, 4), "25 %");
        assert_eq!(share(1, 262_144), "< 0.1 %");
        assert_eq!(share(0, 262_144), "0.0 %");
    }
}

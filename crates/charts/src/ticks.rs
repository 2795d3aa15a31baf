//! Round numbers along an axis.

use crate::type_setting::{power_width, width};

/// Digits after the point, at most: as many as the narrowest axis needs.
const MOST_DIGITS: f64 = 13.0;

/// A number on an axis.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    /// Where it stands.
    pub(crate) value: f64,
    /// What is printed.
    pub(crate) label: Label,
}

/// What is printed at a tick.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Label {
    /// A number, as text.
    Number(String),
    /// A power of ten, by its exponent.
    Power(i32),
    /// A power of ten and everything below it.
    AtMost(i32),
}

impl Label {
    /// About how wide it is.
    pub(crate) fn width(&self, size: f64) -> f64 {
        match self {
            Label::Number(text) => width(text, size),
            Label::Power(exponent) => power_width("10", *exponent, size),
            Label::AtMost(exponent) => power_width("≤10", *exponent, size),
        }
    }
}

/// At most `most` round numbers from `from` to `to`, a step of 1, 2, 4 or 5 times a power of ten
/// apart. None where there is no room for two.
pub(crate) fn linear(from: f64, to: f64, most: usize) -> Vec<Tick> {
    let length = to - from;
    if !(length.is_finite() && length > 0.0) || most < 2 {
        return Vec::new();
    }
    let coarse = length / most as f64;
    let decade = 10f64.powi(coarse.log10().floor() as i32);
    let steps = [1.0, 2.0, 4.0, 5.0, 10.0, 20.0, 40.0].map(|factor| factor * decade);
    let ticks = |step: f64| {
        // A tick on the end counts, also when rounding puts it just beyond.
        let first = (from / step - 1e-9).ceil();
        let last = (to / step + 1e-9).floor();
        (first, last)
    };
    let fits = |step: &&f64| {
        let (first, last) = ticks(**step);
        last - first < most as f64
    };
    let Some(&step) = steps.iter().find(fits) else {
        return Vec::new();
    };
    let (first, last) = ticks(step);
    let count = (last - first) as usize + 1;
    let multiples = (0..count).map(|index| first + index as f64);
    multiples
        .map(|multiple| Tick {
            value: multiple * step,
            label: Label::Number(number(multiple * step, step)),
        })
        .collect()
}

/// At most `most` powers of ten from `from` to `to`, both positive; where there is not more than one of them,
/// numbers 1, 2 and 5 times one, and on an axis too short for these, round numbers evenly apart.
pub(crate) fn logarithmic(from: f64, to: f64, most: usize) -> Vec<Tick> {
    let steady = powers(from, to, most);
    if steady.len() >= 2 || !(from > 0.0 && to.is_finite()) {
        return steady;
    }
    let all = powers(from, to, usize::MAX);
    if all.len() >= 2 {
        return thinned(all, most);
    }
    // Evenly apart they crowd at one end, unless the axis is short.
    let between = between(from, to);
    if between.len() >= 2 && (between.len() <= most || to > SHORT * from) {
        return thinned(between, most);
    }
    let even = linear(from, to, most);
    if even.len() > steady.len() {
        even
    } else {
        steady
    }
}

/// How much greater its end is than its beginning, on a logarithmic axis that looks like an even one.
const SHORT: f64 = 4.0;

/// At most `most` of some ticks, equally many left out between each two.
fn thinned(ticks: Vec<Tick>, most: usize) -> Vec<Tick> {
    let stride = ticks.len().div_ceil(most.max(1)).max(1);
    ticks.into_iter().step_by(stride).collect()
}

/// All numbers 1, 2 and 5 times a power of ten from `from` to `to`, which are few.
fn between(from: f64, to: f64) -> Vec<Tick> {
    let first = from.log10().floor() as i32;
    let last = to.log10().floor() as i32;
    let decades = (first..=last).map(|exponent| 10f64.powi(exponent));
    let all = decades.flat_map(|decade| {
        [1.0, 2.0, 5.0].map(|factor| Tick {
            value: factor * decade,
            label: Label::Number(number(factor * decade, decade)),
        })
    });
    let slack = 1e-9;
    all.filter(|tick| (from * (1.0 - slack)..=to * (1.0 + slack)).contains(&tick.value))
        .collect()
}

/// At most `most` powers of ten from `from` to `to`, both positive.
fn powers(from: f64, to: f64, most: usize) -> Vec<Tick> {
    let first = (from.log10() - 1e-9).ceil() as i32;
    let last = (to.log10() + 1e-9).floor() as i32;
    let decades = last.saturating_sub(first).max(0) as usize;
    let stride = (1..=decades.max(1))
        .find(|stride| decades / stride < most.max(1))
        .unwrap_or(1);
    // Multiples of the stride, so that 1 is among them: it does not move when the range does.
    let exponents = (first..=last).filter(|exponent| exponent.rem_euclid(stride as i32) == 0);
    let tick = |exponent: i32| Tick {
        value: 10f64.powi(exponent),
        label: match exponent {
            0 => Label::Number("1".to_owned()),
            _ => Label::Power(exponent),
        },
    };
    exponents.map(tick).collect()
}

/// A number with the digits that a step between neighbours needs, with a real minus.
pub(crate) fn number(value: f64, step: f64) -> String {
    let size = value.abs().max(step);
    let text = if !(1e-4..1e6).contains(&size) {
        scientific(value, step)
    } else {
        let places = (-step.log10().floor()).clamp(0.0, MOST_DIGITS) as usize;
        grouped(&format!("{:.places$}", value.abs()))
    };
    let is_zero = text.chars().all(|c| matches!(c, '0' | '.'));
    if is_zero {
        "0".to_owned()
    } else if value < 0.0 {
        format!("−{text}")
    } else {
        text
    }
}

/// Two digits of a positive number: the heights on the key of a map.
pub(crate) fn two_digits(value: f64) -> String {
    digits(value, 2)
}

/// Three digits of a positive number, as captions have them.
pub(crate) fn three_digits(value: f64) -> String {
    digits(value, 3)
}

fn digits(value: f64, count: i32) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let magnitude = value.abs().log10().floor() as i32;
    let step = 10f64.powi(magnitude + 1 - count);
    let rounded = (value / step).round() * step;
    let text = number(rounded, if step >= 1.0 { 1.0 } else { step });
    // 0.10 says no more than 0.1 here.
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// Two digits, or as many as tell neighbours apart.
fn scientific(value: f64, step: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let places = (value.abs() / step).log10().ceil().clamp(1.0, MOST_DIGITS) as usize;
    let text = format!("{:.places$e}", value.abs());
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    let raised: String = exponent.chars().map(superscript).collect();
    match digits {
        "1" => format!("10{raised}"),
        _ => format!("{digits}×10{raised}"),
    }
}

fn superscript(c: char) -> char {
    match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0'..='9' => char::from_u32('⁰' as u32 + (c as u32 - '0' as u32)).unwrap_or(c),
        other => other,
    }
}

/// Thousands apart, from five digits on, by a narrow space.
fn grouped(text: &str) -> String {
    let digits = text.find('.').unwrap_or(text.len());
    match text.split_at_checked(digits.saturating_sub(3)) {
        Some((head, tail)) if digits >= 5 => format!("{head}\u{2009}{tail}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(ticks: &[Tick]) -> Vec<String> {
        let text = |tick: &Tick| match &tick.label {
            Label::Number(text) => text.clone(),
            Label::Power(exponent) => format!("10^{exponent}"),
            Label::AtMost(exponent) => format!("≤10^{exponent}"),
        };
        ticks.iter().map(text).collect()
    }

    #[test]
    fn the_usual_axes() {
        assert_eq!(texts(&linear(-8.0, 8.0, 8)), ["−8", "−4", "0", "4", "8"]);
        assert_eq!(
            texts(&linear(-4.0, 6.0, 7)),
            ["−4", "−2", "0", "2", "4", "6"]
        );
        assert_eq!(texts(&linear(0.0, 0.52, 4)), ["0", "0.2", "0.4"]);
        assert_eq!(
            texts(&linear(0.0, 2000.0, 5)),
            ["0", "500", "1000", "1500", "2000"]
        );
        assert_eq!(
            texts(&linear(0.0, 1e5, 6)),
            [
                "0",
                "20\u{2009}000",
                "40\u{2009}000",
                "60\u{2009}000",
                "80\u{2009}000",
                "100\u{2009}000"
            ]
        );
    }

    #[test]
    fn never_more_than_there_is_room_for_and_never_outside() {
        for &(from, to) in &[
            (0.0, 1.0),
            (-0.3, 7.77),
            (1e-9, 3e-9),
            (-1e12, 1e12),
            (5.0, 5.001),
        ] {
            for most in 2..12 {
                let ticks = linear(from, to, most);
                assert!(
                    (1..=most).contains(&ticks.len()),
                    "{from} {to} {most}: {ticks:?}"
                );
                let slack = 1e-6 * (to - from);
                assert!(
                    ticks
                        .iter()
                        .all(|t| t.value >= from - slack && t.value <= to + slack)
                );
            }
        }
    }

    /// However far a reader looks into a picture, its axes say where it is.
    #[test]
    fn an_axis_has_two_numbers_at_any_zoom() {
        for middle in [-7.3, -0.154_802, 1e-3, 0.701, 2.197_224, 10.0, 71.0] {
            for zoom in 0..36 {
                let half = 4.0 * 0.5f64.powi(zoom);
                for most in 4..10 {
                    let ticks = linear(middle - half, middle + half, most);
                    assert!(ticks.len() >= 2, "{middle} {half} {most}: {ticks:?}");
                    if middle > 0.0 {
                        let ratio = (2.0 * half).exp();
                        let (from, to) = (middle / ratio, middle * ratio);
                        let ticks = logarithmic(from, to, most);
                        assert!(ticks.len() >= 2, "{from} {to} {most}: {ticks:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn axes_without_length_have_none() {
        assert!(linear(1.0, 1.0, 5).is_empty());
        assert!(linear(1.0, f64::NAN, 5).is_empty());
        assert!(linear(0.0, 1.0, 1).is_empty());
    }

    #[test]
    fn powers_of_ten() {
        assert_eq!(
            texts(&logarithmic(1e-3, 1.0, 4)),
            ["10^-3", "10^-2", "10^-1", "1"]
        );
        assert_eq!(
            texts(&logarithmic(1e-9, 1.0, 4)),
            ["10^-9", "10^-6", "10^-3", "1"]
        );
        assert_eq!(
            texts(&logarithmic(0.02, 0.9, 6)),
            ["0.02", "0.05", "0.1", "0.2", "0.5"]
        );
        assert_eq!(texts(&logarithmic(0.2, 0.9, 4)), ["0.2", "0.5"]);
        // Over several decades with room for two.
        assert_eq!(texts(&logarithmic(3e-5, 0.1, 2)), ["10^-4", "10^-2"]);
        assert_eq!(texts(&logarithmic(0.02, 0.9, 2)), ["0.02", "0.2"]);
        assert_eq!(
            texts(&logarithmic(5.1, 5.25, 4)),
            ["5.12", "5.16", "5.20", "5.24"]
        );
        assert_eq!(
            texts(&logarithmic(1.5e-5, 2.5e-5, 4)),
            ["1.6×10⁻⁵", "2×10⁻⁵", "2.4×10⁻⁵"]
        );
        assert!((2..=4).contains(&logarithmic(1e-300, 1e300, 4).len()));
    }

    #[test]
    fn two_digits_of_anything() {
        let texts = [
            0.0, 0.0012849, 0.099036, 0.5, 0.81, 1.0, 40.5, 1234.0, 3.2e-7,
        ]
        .map(two_digits);
        assert_eq!(
            texts,
            [
                "0",
                "0.0013",
                "0.099",
                "0.5",
                "0.81",
                "1",
                "41",
                "1200",
                "3.2×10⁻⁷"
            ]
        );
    }

    #[test]
    fn three_digits_of_anything() {
        let texts = [0.0, 0.198071, 0.504036, 0.81, 1.0, 1234.0, 2.0195e-5].map(three_digits);
        assert_eq!(
            texts,
            ["0", "0.198", "0.504", "0.81", "1", "1230", "2.02×10⁻⁵"]
        );
    }

    #[test]
    fn zero_has_no_sign_and_no_digits() {
        assert_eq!(number(-0.0, 0.1), "0");
        assert_eq!(number(-1e-17, 0.1), "0");
    }
}

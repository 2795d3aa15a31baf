//! Numbers as people write them: full-width digits, a decimal comma, a true minus.

/// Turns a plain decimal such as `-1.5e-3` into the nearest number. A program takes `str::parse`; a
/// browser has a reader of its own, and the page does without a second one.
pub type ToNumber = fn(&str) -> f64;

/// What stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// 0.5
    Point,
    /// 0,5
    Comma,
}

/// A number as a decimal that every reader of numbers knows, and how it was marked.
pub(crate) struct Decimal {
    pub(crate) plain: String,
    pub(crate) mark: Option<Mark>,
}

/// The number that `text` is, with blanks around it or not; none where it is no number, or one that
/// is too large. A decimal comma is as good as a point.
///
/// ```
/// let read = |text| problems::read_number(text, |plain| plain.parse().unwrap_or(f64::NAN));
/// assert_eq!(read(" −1,5 "), Some(-1.5));
/// assert_eq!(read("１．２５"), Some(1.25));
/// assert_eq!(read("2e-3"), Some(0.002));
/// for none in ["", "1.2.3", "1,234.5", "0x10", "Infinity", "1e999", "ー", "5 kg"] {
///     assert_eq!(read(none), None, "{none}");
/// }
/// ```
pub fn read_number(text: &str, to_number: ToNumber) -> Option<f64> {
    decimal(text)?.number(to_number)
}

impl Decimal {
    /// None where it is too large.
    pub(crate) fn number(&self, to_number: ToNumber) -> Option<f64> {
        Some(to_number(&self.plain)).filter(|number| number.is_finite())
    }
}

/// Sign, digits with at most one mark, power of ten: nothing else is a number.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let mut plain = String::new();
    let mut mark = None;
    let mut digits = 0;
    let mut power = false;
    for sign in text.trim().chars().map(half_width) {
        match sign {
            '0'..='9' => digits += 1,
            // At the very begin, or of the power.
            '+' | '-' if plain.is_empty() || plain.ends_with('e') => {}
            '.' | ',' if mark.is_none() && !power => {
                let is_comma = sign == ',';
                mark = Some(if is_comma { Mark::Comma } else { Mark::Point });
                plain.push('.');
                continue;
            }
            'e' | 'E' if digits > 0 && !power => {
                (power, digits) = (true, 0);
                plain.push('e');
                continue;
            }
            _ => return None,
        }
        plain.push(sign);
    }
    (digits > 0).then_some(Decimal { plain, mark })
}

/// Signs of a Japanese keyboard as those of any other: １ is 1, － and − and ー are -.
fn half_width(sign: char) -> char {
    const SHIFT: u32 = '！' as u32 - '!' as u32;
    match sign {
        '！'..='～' => char::from_u32(sign as u32 - SHIFT).unwrap_or(sign),
        '−' | 'ー' => '-',
        _ => sign,
    }
}

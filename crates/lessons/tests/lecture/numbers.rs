//! Numbers as they are written in sentences.

use lessons::Claim;

/// A number as written in a caption, and half a unit of its last digit.
pub(crate) fn read(text: &str) -> (f64, f64) {
    let (mantissa, power) = text.split_once(" × 10").unwrap_or((text, "⁰"));
    let exponent: String = power.chars().filter_map(lowered).collect();
    let scale = 10_f64.powi(exponent.parse().unwrap());
    let digits = mantissa.split_once('.').map_or(0, |(_, after)| after.len());
    let value: f64 = mantissa.replace('−', "-").parse().unwrap();
    let half = 0.5000001 * 10_f64.powi(-(digits as i32));
    (value * scale, half * scale)
}

/// A raised sign as a plain one.
fn lowered(raised: char) -> Option<char> {
    let place = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|c| c == raised)?;
    "-0123456789".chars().nth(place)
}

/// The numbers in a caption: the digits, the minus that stands right before them, and the power of
/// ten behind them.
pub(crate) fn numbers(caption: &str) -> Vec<String> {
    let letters: Vec<char> = caption.chars().collect();
    let mut found = Vec::new();
    let mut i = 0;
    while i < letters.len() {
        if !letters[i].is_ascii_digit() {
            i += 1;
            continue;
        }
        let begin = i;
        while i < letters.len() && (letters[i].is_ascii_digit() || letters[i] == '.') {
            i += 1;
        }
        let digits: String = letters[begin..i].iter().collect();
        let mut number = digits.trim_end_matches('.').to_owned();
        if begin > 0 && letters[begin - 1] == '−' {
            number.insert(0, '−');
        }
        let rest: String = letters[i..].iter().collect();
        if let Some(power) = rest.strip_prefix(" × 10") {
            let raised: String = power
                .chars()
                .take_while(|&c| lowered(c).is_some())
                .collect();
            if !raised.is_empty() {
                number.push_str(&format!(" × 10{raised}"));
                i += " × 10".chars().count() + raised.chars().count();
            }
        }
        found.push(number);
    }
    found
}

/// Names that contain digits without stating anything.
pub(crate) fn without_names(caption: &str) -> String {
    ["2-2-1", "1-1-1", "1番目"]
        .iter()
        .fold(caption.to_owned(), |text, name| text.replace(name, ""))
}

/// Where words say another thing than what is claimed.
pub(crate) fn departures(claims: &[Claim], caption: &str) -> Vec<String> {
    let claimed = claims.iter().filter_map(|claim| match claim {
        Claim::Shows(text, _) => Some(*text),
        _ => None,
    });
    let claimed: Vec<&str> = claimed.collect();
    let shown = numbers(&without_names(caption));
    let unbacked = shown
        .iter()
        .filter(|number| !claimed.contains(&number.as_str()))
        .map(|number| format!("nothing backs {number} in: {caption}"));
    let unwritten = claimed
        .iter()
        .filter(|text| !shown.iter().any(|number| number == *text))
        .map(|text| format!("{text} is claimed but not written in: {caption}"));
    unbacked.chain(unwritten).collect()
}

//! Numbers as the page sets them: −0.4051, 3.100 × 10⁻⁵ with its exponent raised by markup.

/// Reads a number; `None` if it is none.
pub(crate) fn number(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    plain.replace('−', "-").replace("×10", "e").parse().ok()
}

#[test]
fn textbook_numbers_are_read() {
    assert_eq!(number("−0.4051"), Some(-0.4051));
    assert_eq!(number("3.100 × 10−5"), Some(3.1e-5));
    assert_eq!(number("∞"), None);
}

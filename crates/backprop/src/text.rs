//! How numbers and texts are written in messages and documents.

use std::fmt;

/// Characters of a name in a message. Ours have at most half as many; a document's may have millions.
const LONGEST: usize = 40;

/// The begin of a long text, with a sign that it goes on.
pub(crate) fn shortened(text: &str) -> String {
    let mut rest = text.chars();
    let mut shortened: String = rest.by_ref().take(LONGEST).collect();
    if rest.next().is_some() {
        shortened.push('…');
    }
    shortened
}

/// A text, shortened, on one line: what would break it, or is a quotation mark, as Rust writes it.
pub(crate) fn printable(text: &str) -> String {
    let text = shortened(text);
    let mut printable = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => printable.extend(['\\', c]),
            // Besides control characters, what separates lines or turns the direction of writing.
            _ if c.is_control()
                || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                printable.push_str(&format!("\\u{{{:x}}}", c as u32));
            }
            _ => printable.push(c),
        }
    }
    printable
}

/// A number as a person would write it: 1e300, not 300 zeros. It has the digits that bring it back
/// with all its bits.
pub(crate) struct Short(pub(crate) f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Short(value) = self;
        if *value == 0.0 || (1e-4..1e16).contains(&value.abs()) {
            write!(f, "{value}")
        } else {
            write!(f, "{value:e}")
        }
    }
}

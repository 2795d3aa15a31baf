//! What mail, chats and word processors do to an address, undone.

/// The longest link that is read: the largest experiments have some hundred thousand characters.
pub const MOST_CHARACTERS: usize = 1 << 20;

/// Encoded by a program that was handed what another one had encoded; no further.
const MOST_ENCODINGS: usize = 3;

/// What no link ends with, but a sentence or a bracket around it does.
const AROUND: &[char] = &[
    '.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '*', '&', '/', '。', '、', '」',
    '』', '）', '】', '”', '’', '»', '＞',
];

/// The text of a link without what came upon it on its way: what stands before the #, percent signs,
/// spaces and the ends of lines, a full stop after it, a typesetter's minus.
pub(crate) fn cleaned(text: &str) -> String {
    let mut text = match text.split_once('#') {
        Some((_, behind)) => behind.to_owned(),
        None => text.to_owned(),
    };
    for _ in 0..MOST_ENCODINGS {
        let Some(decoded) = decoded(&text) else {
            break;
        };
        text = decoded;
    }
    let is_lost = |c: char| {
        // What nobody sees, or what turns the direction of writing.
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
    };
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        // A typesetter's minus.
        let c = if c == '\u{2212}' { '-' } else { c };
        if !is_lost(c) {
            kept.push(c);
        }
    }
    while kept.ends_with(AROUND) {
        kept.pop();
    }
    kept
}

/// Without percent signs; none where there is nothing to decode, or where it makes no text.
fn decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    let mut is_changed = false;
    while let Some((&first, after)) = rest.split_first() {
        let code = match after {
            [high, low, ..] if first == b'%' => hexadecimal(*high).zip(hexadecimal(*low)),
            _ => None,
        };
        match code {
            Some((high, low)) => {
                bytes.push(16 * high + low);
                rest = after.get(2..).unwrap_or_default();
                is_changed = true;
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    is_changed.then(|| String::from_utf8(bytes).ok()).flatten()
}

fn hexadecimal(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_mail_does_to_a_link_is_undone() {
        let link = "local-minima/2?start=1,-1&rate=0.5";
        for text in [
            "https://a.example/b/?c=d#local-minima/2?start=1,-1&rate=0.5",
            "#local-minima/2?start=1%2C-1&rate=0.5",
            "#local-minima%2F2%3Fstart%3D1%252C-1%26rate%3D0.5",
            "local-minima/2?start=1,\u{2212}1&rate=0.5).",
            "<https://a.example/#local-minima/2?start=1,-1&rate=0.5>",
            "#local-minima/2?start=1,\r\n -1&rate=0.5。",
            "#local-minima/2?start=1,-1&ra\u{200b}te=0.5%20",
        ] {
            assert_eq!(cleaned(text), link, "{text}");
        }
        assert_eq!(cleaned("100%"), "100%");
        assert_eq!(cleaned("%ff%é%4"), "%ff%é%4");
    }
}

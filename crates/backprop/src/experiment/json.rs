//! A JSON text, read (RFC 8259).

use crate::error::{Error, Reason};
use crate::experiment::decimal::nearest;
use crate::experiment::node::Node;

/// Lists and objects in each other; an experiment needs three.
const DEEPEST: usize = 64;

/// What a text says.
///
/// # Errors
/// Where the text is not JSON, and what was expected there.
pub(crate) fn read(text: &str) -> Result<Node, Error> {
    let mut reader = Reader { text, at: 0 };
    reader.document().map_err(|expected| {
        let before = text.get(..reader.at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let reason = Reason::Syntax {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            detail: expected.to_owned(),
        };
        Error::new("", reason)
    })
}

/// Stands before the next character; where something is wrong, before what is wrong.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

/// What was read, or what was expected instead.
type Read<T> = Result<T, &'static str>;

impl Reader<'_> {
    fn document(&mut self) -> Read<Node> {
        let node = self.value(0)?;
        self.space();
        if self.peek().is_some() {
            return Err("nothing more expected");
        }
        Ok(node)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes past `word` if it comes next.
    fn takes(&mut self, word: &str) -> bool {
        let comes = self.rest().starts_with(word);
        if comes {
            self.at += word.len();
        }
        comes
    }

    /// Goes past what stands between words.
    fn space(&mut self) {
        self.run_of(" \t\r\n");
    }

    /// Goes past any of `characters` and answers with them.
    fn run_of(&mut self, characters: &str) -> &[u8] {
        let from = self.at;
        while self
            .peek()
            .is_some_and(|byte| characters.as_bytes().contains(&byte))
        {
            self.at += 1;
        }
        &self.text.as_bytes()[from..self.at]
    }

    fn value(&mut self, depth: usize) -> Read<Node> {
        self.space();
        if depth > DEEPEST {
            return Err("less nesting expected");
        }
        match self.peek() {
            Some(b'{') => {
                let mut entries = Vec::new();
                self.items("}", ", or } expected", |reader| {
                    if reader.peek() != Some(b'"') {
                        return Err("a key in quotation marks expected");
                    }
                    let key = reader.string()?;
                    reader.space();
                    if !reader.takes(":") {
                        return Err(": expected");
                    }
                    entries.push((key, reader.value(depth + 1)?));
                    Ok(())
                })?;
                Ok(Node::Object(entries))
            }
            Some(b'[') => {
                let mut nodes = Vec::new();
                self.items("]", ", or ] expected", |reader| {
                    nodes.push(reader.value(depth + 1)?);
                    Ok(())
                })?;
                Ok(Node::List(nodes))
            }
            Some(b'"') => self.string().map(Node::Text),
            Some(b'-' | b'0'..=b'9') => self.number().map(Node::Number),
            _ if self.takes("true") => Ok(Node::Boolean(true)),
            _ if self.takes("false") => Ok(Node::Boolean(false)),
            _ if self.takes("null") => Ok(Node::Null),
            _ => Err("a value expected"),
        }
    }

    /// What stands between brackets, with commas between.
    fn items(
        &mut self,
        close: &str,
        expected: &'static str,
        mut item: impl FnMut(&mut Self) -> Read<()>,
    ) -> Read<()> {
        self.at += 1;
        self.space();
        if self.takes(close) {
            return Ok(());
        }
        loop {
            self.space();
            item(self)?;
            self.space();
            if self.takes(close) {
                return Ok(());
            }
            if !self.takes(",") {
                return Err(expected);
            }
        }
    }

    fn number(&mut self) -> Read<f64> {
        const DIGITS: &str = "0123456789";
        let is_negative = self.takes("-");
        let mut digits = match self.peek() {
            // A zero stands alone.
            Some(b'0') => {
                self.at += 1;
                Vec::new()
            }
            _ => self.digits(DIGITS)?.to_vec(),
        };
        let mut exponent = 0;
        if self.takes(".") {
            let part = self.digits(DIGITS)?;
            exponent = -(part.len() as i64);
            digits.extend(part);
        }
        if self.takes("e") || self.takes("E") {
            let is_negative = self.takes("-");
            if !is_negative {
                self.takes("+");
            }
            let size = self.digits(DIGITS)?.iter();
            let size = size.fold(0_i64, |size, digit| {
                size.saturating_mul(10)
                    .saturating_add(i64::from(digit - b'0'))
            });
            let moved = if is_negative { -size } else { size };
            exponent = exponent.saturating_add(moved);
        }
        for digit in &mut digits {
            *digit -= b'0';
        }
        let number = nearest(&digits, exponent);
        Ok(if is_negative { -number } else { number })
    }

    /// At least one digit.
    fn digits(&mut self, digits: &str) -> Read<&[u8]> {
        match self.run_of(digits) {
            [] => Err("a digit expected"),
            found => Ok(found),
        }
    }

    fn string(&mut self) -> Read<String> {
        self.at += 1;
        let mut string = String::new();
        loop {
            match self.rest().chars().next() {
                Some('"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some('\\') => string.push(self.escape()?),
                Some(c) if c >= ' ' => {
                    self.at += c.len_utf8();
                    string.push(c);
                }
                _ => return Err("a closing quotation mark expected"),
            }
        }
    }

    /// What stands for a character after a backslash.
    fn escape(&mut self) -> Read<char> {
        const NAMED: [(&str, char); 8] = [
            ("\\\"", '"'),
            ("\\\\", '\\'),
            ("\\/", '/'),
            ("\\b", '\u{8}'),
            ("\\f", '\u{c}'),
            ("\\n", '\n'),
            ("\\r", '\r'),
            ("\\t", '\t'),
        ];
        for (text, c) in NAMED {
            if self.takes(text) {
                return Ok(c);
            }
        }
        let from = self.at;
        let mut code = self.unit();
        if let Some(high @ 0xd800..0xdc00) = code {
            // Half of a character beyond 16 bits: the other half has to follow.
            code = match self.unit() {
                Some(low @ 0xdc00..0xe000) => {
                    Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
                }
                _ => None,
            };
        }
        code.and_then(char::from_u32).ok_or_else(|| {
            self.at = from;
            "an escape of JSON expected"
        })
    }

    /// Four digits to the base of 16 after `\u`.
    fn unit(&mut self) -> Option<u32> {
        if !self.takes("\\u") {
            return None;
        }
        let digits = self.text.get(self.at..self.at + 4)?;
        // A number may have a sign, which has no place here.
        let is_plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        self.at += 4;
        u32::from_str_radix(digits, 16).ok().filter(|_| is_plain)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// The same in the words of another reader; of equal keys it keeps the last.
    fn as_value(node: Node) -> Value {
        match node {
            Node::Null => Value::Null,
            Node::Boolean(value) => value.into(),
            Node::Number(value) => value.into(),
            Node::Text(text) => text.into(),
            Node::List(nodes) => nodes.into_iter().map(as_value).collect(),
            Node::Object(entries) => entries
                .into_iter()
                .map(|(key, node)| (key, as_value(node)))
                .collect(),
        }
    }

    fn agree(text: &str) {
        let theirs = serde_json::from_str::<Value>(text).map(|value| whole_as_float(&value));
        match (read(text), theirs) {
            (Ok(ours), Ok(theirs)) => assert_eq!(as_value(ours), theirs, "{text}"),
            (Err(_), Err(_)) => {}
            // What is too large for a number is refused later, by name.
            (Ok(_), Err(error)) if error.to_string().contains("out of range") => {}
            (ours, theirs) => panic!("{text}: {ours:?}, {theirs:?}"),
        }
    }

    fn whole_as_float(value: &Value) -> Value {
        match value {
            Value::Number(number) => number.as_f64().unwrap().into(),
            Value::Array(values) => values.iter().map(whole_as_float).collect(),
            Value::Object(entries) => entries
                .iter()
                .map(|(key, value)| (key.clone(), whole_as_float(value)))
                .collect(),
            other => other.clone(),
        }
    }

    fn refusal(text: &str) -> (usize, usize, String) {
        match read(text).unwrap_err().reason {
            Reason::Syntax {
                line,
                column,
                detail,
            } => (line, column, detail),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_refusal_says_where_and_what_was_expected() {
        for (text, line, column, expected) in [
            ("", 1, 1, "a value expected"),
            ("  ", 1, 3, "a value expected"),
            (
                "{\n  \"a\": 1,\n}",
                3,
                1,
                "a key in quotation marks expected",
            ),
            ("{\"a\" 1}", 1, 6, ": expected"),
            ("{\"a\": 1", 1, 8, ", or } expected"),
            ("[1 2]", 1, 4, ", or ] expected"),
            ("[1,]", 1, 4, "a value expected"),
            ("[\"層\", x]", 1, 7, "a value expected"),
            ("-", 1, 2, "a digit expected"),
            ("1.", 1, 3, "a digit expected"),
            ("01", 1, 2, "nothing more expected"),
            ("[1] [2]", 1, 5, "nothing more expected"),
            ("\"a\nb\"", 1, 3, "a closing quotation mark expected"),
            (r#""a\x""#, 1, 3, "an escape of JSON expected"),
            (r#""\ud800""#, 1, 2, "an escape of JSON expected"),
        ] {
            let expected = (line, column, expected.to_owned());
            assert_eq!(refusal(text), expected, "{text}");
        }
        assert_eq!(refusal(&"[".repeat(1000)).2, "less nesting expected");
    }

    #[test]
    fn escapes_are_what_they_stand_for() {
        agree(r#""\"\\\/\b\f\n\r\té😀\u00E9""#);
        agree(r#""\u00e9\ud83d\ude00""#);
        for text in [
            r#""\u+0e9""#,
            r#""\u00g9""#,
            r#""\u00e""#,
            r#""\ude00""#,
            r#""\ud83d\u0041""#,
        ] {
            agree(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_another_reader_does(text in r#"[\[\]{},:"0-9.eE+\-truefalsn \\n]{0,12}"#) {
            agree(&text);
        }

        #[test]
        fn any_value_is_read_as_another_reader_does(value in values()) {
            agree(&value.to_string());
            agree(&serde_json::to_string_pretty(&value).unwrap());
        }

        /// One character gone, or another in its place: what is left may be JSON or not.
        #[test]
        fn damaged_text_is_read_as_another_reader_does(value in values(), place: prop::sample::Index, by in r#"[\[\]{},:"0-9.e\-]?"#) {
            let text: Vec<char> = value.to_string().chars().collect();
            let place = place.index(text.len());
            let damaged: String = text[..place].iter().collect::<String>()
                + &by
                + &text[place + 1..].iter().collect::<String>();
            agree(&damaged);
        }
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            prop::num::f64::NORMAL.prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec((any::<String>(), inner), 0..4)
                    .prop_map(|entries| entries.into_iter().collect::<Value>()),
            ]
        })
    }
}

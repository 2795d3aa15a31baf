//! Documents as JSON text, for those who have no browser that parses it.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor,
};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};

use crate::error::Error;
use crate::experiment::Experiment;
use crate::experiment::value::{MOST_VALUES, Value};

/// Why a text gives no experiment.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum TextError {
    /// It cannot be read as JSON.
    #[error("not JSON at line {line}, column {column}: {detail}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1, of the last character that was read.
        column: usize,
        /// What serde_json says.
        detail: String,
    },
    /// It says more than any experiment does. The rest of it was not read.
    #[error(
        "at line {line}, column {column}: more than {MOST_VALUES} values, which no experiment has"
    )]
    TooLong {
        /// Line, from 1.
        line: usize,
        /// Column, from 1, of the last character that was read.
        column: usize,
    },
    /// What it says is no experiment.
    #[error(transparent)]
    Experiment(#[from] Error),
}

impl Experiment {
    /// The experiment that a JSON text describes.
    ///
    /// ```
    /// let experiment = backprop::Experiment::parse(
    ///     r#"{"layers": [1, 1], "activations": ["logistic"], "bias": false,
    ///         "inputs": [[1]], "targets": [[0.8]], "weights": [4],
    ///         "rule": {"name": "steepest-descent", "rate": 1}, "steps": 1000}"#,
    /// )?;
    /// let text = serde_json::to_string(&experiment.to_document()).expect("a text");
    /// let again = backprop::Experiment::parse(&text)?;
    /// assert_eq!(again.to_document(), experiment.to_document());
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    ///
    /// # Errors
    /// Where the text is not JSON, or has more values than any experiment; else as [`Experiment::from_document`].
    pub fn parse(text: &str) -> Result<Experiment, TextError> {
        let document = serde_json::from_str(text).map_err(|error| unread(text, &error))?;
        Ok(Experiment::from_document(&document)?)
    }
}

/// In characters, where serde_json counts bytes, and 0 before the first.
fn unread(text: &str, error: &serde_json::Error) -> TextError {
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let read = line.unwrap_or_default().as_bytes();
    let read = &read[..error.column().min(read.len())];
    let line = error.line();
    let column = String::from_utf8_lossy(read).chars().count().max(1);
    // All values are taken, as long as they are not too many.
    if error.is_data() {
        return TextError::TooLong { line, column };
    }
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    TextError::Syntax {
        line,
        column,
        detail: said.strip_suffix(&place).unwrap_or(&said).to_owned(),
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        let mut left = MOST_VALUES;
        deserializer.deserialize_any(Tree { left: &mut left })
    }
}

/// Keeps the order of keys, and that one stood there twice. The tree of a text of 10 MB would be some
/// hundred: what has too many values is refused before they are built.
struct Tree<'l> {
    /// Values that may still come.
    left: &'l mut usize,
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let left = self.left.checked_sub(1);
        *self.left = left.ok_or_else(|| D::Error::custom("too many values"))?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element_seed(Tree { left: self.left })? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry_seed(PhantomData, Tree { left: self.left })? {
            entries.push(entry);
        }
        Ok(Value::Object(entries))
    }
}

/// Numbers are written as JavaScript writes them, a whole one without a point; only −0 keeps its
/// sign.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Boolean(value) => serializer.serialize_bool(*value),
            Value::Number(number) => match whole(*number) {
                Some(whole) => serializer.serialize_i64(whole),
                None => serializer.serialize_f64(*number),
            },
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(values) => serializer.collect_seq(values),
            Value::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Value::Foreign(name) => Err(S::Error::custom(format!("{name} has no place in JSON"))),
        }
    }
}

fn whole(number: f64) -> Option<i64> {
    let whole = number as i64;
    let is_exact = number.abs() < (1_u64 << f64::MANTISSA_DIGITS) as f64;
    (is_exact && (whole as f64).to_bits() == number.to_bits()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> (usize, usize, String) {
        match Experiment::parse(text).unwrap_err() {
            TextError::Syntax {
                line,
                column,
                detail,
            } => (line, column, detail),
            other => panic!("{text}: {other}"),
        }
    }

    #[test]
    fn a_refusal_says_where_and_what_was_expected() {
        for (text, line, column, detail) in [
            ("", 1, 1, "EOF while parsing a value"),
            ("  ", 1, 2, "EOF while parsing a value"),
            ("{\n  \"a\": 1,\n}", 3, 1, "trailing comma"),
            ("{\"a\" 1}", 1, 6, "expected `:`"),
            ("{\"a\": 1", 1, 7, "EOF while parsing an object"),
            ("[1 2]", 1, 4, "expected `,` or `]`"),
            // Characters, not bytes.
            ("[\"層\", x]", 1, 7, "expected value"),
            ("\r\n[\n\n\"層\" 層]", 4, 5, "expected `,` or `]`"),
            ("01", 1, 2, "invalid number"),
            ("[1] [2]", 1, 5, "trailing characters"),
            (r#""\ud800""#, 1, 8, "unexpected end of hex escape"),
            (r#""\ude00""#, 1, 7, "lone leading surrogate in hex escape"),
            ("[1e999]", 1, 6, "number out of range"),
            ("NaN", 1, 1, "expected value"),
        ] {
            assert_eq!(refusal(text), (line, column, detail.to_owned()), "{text}");
        }
        for open in ["[", "{\"a\":"] {
            let (.., detail) = refusal(&open.repeat(100_000));
            assert_eq!(detail, "recursion limit exceeded");
        }
    }
}

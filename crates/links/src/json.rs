//! A document as the text that a link carries.

use backprop::Value;

use crate::numbers::{Numbers, written};

/// The longest document that is read out of a link, in bytes: several times the largest. Whoever
/// inflates one stops there, before a link of a few characters has filled the memory.
pub const MOST_BYTES: usize = 4 << 20;

/// A document as JSON, without spaces: the same text wherever it is written, with numbers that come
/// back to the last bit.
///
/// ```
/// use backprop::Value;
/// use links::{Native, json};
///
/// let zeros = [0.0, -0.0, 1e300].into_iter().collect();
/// let document = Value::Object(vec![("weights".to_owned(), zeros)]);
/// assert_eq!(json(&document, &Native), r#"{"weights":[0,-0,1e300]}"#);
/// ```
pub fn json(document: &Value, numbers: &dyn Numbers) -> String {
    let mut text = String::new();
    write(&mut text, document, numbers);
    text
}

fn write(text: &mut String, value: &Value, numbers: &dyn Numbers) {
    match value {
        Value::Null | Value::Foreign(_) => text.push_str("null"),
        Value::Boolean(true) => text.push_str("true"),
        Value::Boolean(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&written(*number, numbers)),
        Value::Text(value) => quote(text, value),
        Value::List(values) => {
            text.push('[');
            for (i, value) in values.iter().enumerate() {
                if i > 0 {
                    text.push(',');
                }
                write(text, value, numbers);
            }
            text.push(']');
        }
        Value::Object(entries) => {
            text.push('{');
            for (i, (key, value)) in entries.iter().enumerate() {
                if i > 0 {
                    text.push(',');
                }
                quote(text, key);
                text.push(':');
                write(text, value, numbers);
            }
            text.push('}');
        }
    }
}

fn quote(text: &mut String, value: &str) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\0'..='\u{1f}' => text.push_str(&format!("\\u{:04x}", c as u32)),
            _ => text.push(c),
        }
    }
    text.push('"');
}

//! Errors as the page shows them: a kind, a place, and values for a sentence in any language.

use backprop::{Error, Reason};
use serde_json::{Map, Value, json};
use wasm_bindgen::JsValue;

use crate::report::to_js;

/// The plain object that is thrown for `error`.
pub(crate) fn thrown(error: &Error) -> JsValue {
    to_js(&json!({
        "kind": error.reason.name(),
        "place": error.place,
        "message": error.to_string(),
        "values": values(&error.reason),
    }))
}

/// The plain object that is thrown where the browser refuses to draw.
pub(crate) fn drawing_failed(detail: &str) -> JsValue {
    to_js(&json!({
        "kind": "drawing",
        "place": "",
        "message": format!("the picture could not be drawn: {detail}"),
        "values": { "detail": detail },
    }))
}

fn values(reason: &Reason) -> Value {
    match reason {
        Reason::Syntax {
            line,
            column,
            detail,
        } => json!({"line": line, "column": column, "detail": detail}),
        Reason::UnknownKey { known } => json!({"known": known.join(", ")}),
        Reason::DuplicateKey | Reason::Missing => json!({}),
        Reason::ExactlyOne { keys, both } => json!({"keys": keys.join(", "), "both": both}),
        Reason::WrongType { expected, found } => json!({"expected": expected, "found": found}),
        Reason::Count {
            least,
            greatest,
            basis,
            found,
        } => json!({"least": least, "greatest": greatest, "basis": basis, "found": found}),
        Reason::OutOfRange {
            found,
            least,
            greatest,
        } => range(*found, *least, *greatest),
        Reason::NotWhole { found } => json!({"found": found}),
        Reason::NotOneOf { found, allowed } => {
            json!({"found": found, "allowed": allowed.join(", ")})
        }
        Reason::Repeated { found } => json!({"found": found}),
        Reason::EmptyRange { from, to } => json!({"from": from, "to": to}),
        Reason::TooLarge { what, found, limit } => {
            json!({"what": what, "found": found, "limit": limit})
        }
    }
}

/// A bound at the end of the number range bounds nothing that a reader would care about.
fn range(found: f64, least: f64, greatest: f64) -> Value {
    let mut values = Map::new();
    let found = if found.is_finite() {
        json!(found)
    } else {
        json!(found.to_string())
    };
    values.insert("found".to_owned(), found);
    if least > f64::MIN {
        let above_zero = least == f64::MIN_POSITIVE;
        let least = if above_zero { 0.0 } else { least };
        values.insert("least".to_owned(), json!(least));
    }
    if greatest < f64::MAX {
        values.insert("greatest".to_owned(), json!(greatest));
    }
    Value::Object(values)
}

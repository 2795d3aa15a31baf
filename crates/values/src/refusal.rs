//! Errors as the page shows them: a kind, a place, and values for a sentence in any language.

use backprop::{Basis, Error, Reason};
use wasm_bindgen::JsValue;

use crate::object::{ToJs, object, object_of};

/// The plain object that is thrown for `error`.
pub fn thrown(error: &Error) -> JsValue {
    object! {
        "kind": error.reason.name(),
        "place": error.place,
        "message": error.to_string(),
        "values": values(&error.reason),
    }
}

fn values(reason: &Reason) -> JsValue {
    match reason {
        Reason::UnknownKey { known } => object! {"known": known.join(", ")},
        Reason::DuplicateKey | Reason::Missing => object! {},
        Reason::ExactlyOne { keys, both } => object! {"keys": keys.join(", "), "both": both},
        Reason::WrongType { expected, found } => object! {"expected": expected, "found": found},
        Reason::Count {
            least,
            greatest,
            basis,
            found,
        } => {
            let mut values = vec![
                ("least", least.to_js()),
                ("greatest", greatest.to_js()),
                ("basis", basis.name().to_js()),
                ("found", found.to_js()),
            ];
            match basis {
                Basis::Network { layers, .. } => values.push(("layers", layers.to_js())),
                Basis::Layers { hidden } => values.push(("hidden", hidden.to_js())),
                Basis::Inputs { count } => values.push(("count", count.to_js())),
                _ => {}
            }
            object_of(&values)
        }
        Reason::OutOfRange {
            found,
            least,
            greatest,
        } => range(*found, *least, *greatest),
        Reason::NotWhole { found } => object! {"found": found},
        Reason::NotOneOf { found, allowed } => {
            object! {"found": found, "allowed": allowed.join(", ")}
        }
        Reason::Repeated { found } => object! {"found": found},
        Reason::EmptyRange { from, to } => object! {"from": from, "to": to},
        Reason::NarrowRange { from, to, least } => {
            object! {"from": from, "to": to, "least": least}
        }
        Reason::TooLarge { what, found, limit } => {
            object! {"what": what, "found": *found as f64, "limit": limit}
        }
    }
}

/// A bound at the end of the number range bounds nothing that a reader would care about.
fn range(found: f64, least: f64, greatest: f64) -> JsValue {
    let found = if found.is_finite() {
        found.to_js()
    } else {
        found.to_string().to_js()
    };
    let above_zero = least == f64::MIN_POSITIVE;
    let least_shown = if above_zero { 0.0 } else { least };
    let mut values = vec![("found", found)];
    if least > f64::MIN {
        values.push(("least", least_shown.to_js()));
    }
    if greatest < f64::MAX {
        values.push(("greatest", greatest.to_js()));
    }
    object_of(&values)
}

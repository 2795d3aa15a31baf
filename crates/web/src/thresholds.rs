//! The thresholds of the verdict.

use backprop::thresholds::ALL;
use wasm_bindgen::prelude::*;

use crate::object::{ToJs, object_of};

/// Where one verdict ends and the next begins, each by its name.
#[wasm_bindgen(unchecked_return_type = "Thresholds")]
pub fn thresholds() -> JsValue {
    let entries: Vec<_> = ALL
        .iter()
        .map(|(name, value)| (*name, value.to_js()))
        .collect();
    object_of(&entries)
}

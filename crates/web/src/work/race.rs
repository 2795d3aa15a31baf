//! All update rules from one start.

use backprop::Experiment;
use values::document::read;
use values::object::{ToJs, list};
use values::refusal::thrown;
use wasm_bindgen::prelude::*;

/// The documents of an experiment by every rule, each at the best of many rates.
///
/// # Errors
/// Throws a `Refusal` where the document cannot be read.
#[wasm_bindgen(unchecked_return_type = "object[]")]
pub fn race(
    #[wasm_bindgen(unchecked_param_type = "unknown")] document: &JsValue,
    best_error: Option<f64>,
) -> Result<JsValue, JsValue> {
    let experiment = Experiment::from_document(&read(document)).map_err(|e| thrown(&e))?;
    let best_error = best_error.unwrap_or_else(|| experiment.best_known_error());
    let racers = landscape::race(&experiment, best_error);
    Ok(list(racers.iter().map(|racer| racer.to_document().to_js())))
}

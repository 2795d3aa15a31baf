//! Chains of units, for the lesson on depth.

use backprop::{Activation, Error, Reason};
use wasm_bindgen::prelude::*;

use crate::object::ToJs;
use crate::refusal::thrown;

/// The document of a chain of units for the lesson on depth: `activation` is the name of
/// one, `hidden` the number of hidden layers from 1 to 10.
///
/// # Errors
/// Throws a `Refusal` where there is no such chain.
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn chain(activation: &str, hidden: usize) -> Result<JsValue, JsValue> {
    let known = Activation::from_name(activation).ok_or_else(|| Error {
        place: "activation".to_owned(),
        reason: Reason::NotOneOf {
            found: activation.to_owned(),
            allowed: Activation::ALL.iter().map(|f| f.name()).collect(),
        },
    });
    let experiment = known.and_then(|activation| lessons::chain(activation, hidden));
    Ok(experiment.map_err(|e| thrown(&e))?.to_document().to_js())
}

//! Chains of units, for the lesson on depth.

use backprop::limits::MOST_HIDDEN_LAYERS;
use backprop::{Activation, Error, Reason};
use wasm_bindgen::prelude::*;

use crate::number::whole;
use crate::object::ToJs;
use crate::refusal::thrown;

/// The document of a chain of units for the lesson on depth: `activation` is the name of
/// one, `hidden` the number of hidden layers from 1 to 10.
///
/// # Errors
/// Throws a `Refusal` where there is no such chain.
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn chain(activation: &str, hidden: f64) -> Result<JsValue, JsValue> {
    let known = Activation::from_name(activation).ok_or_else(|| Error {
        place: "activation".to_owned(),
        reason: Reason::not_one_of(
            activation,
            Activation::ALL.iter().map(|f| f.name()).collect(),
        ),
    });
    let hidden = whole("hidden", hidden, 1, MOST_HIDDEN_LAYERS);
    let experiment = known.and_then(|activation| lessons::chain(activation, hidden?));
    Ok(experiment.map_err(|e| thrown(&e))?.to_document().to_js())
}

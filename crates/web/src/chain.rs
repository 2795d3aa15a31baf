//! Chains of units, for the lesson on depth.

use backprop::{Activation, Error, Reason};
use wasm_bindgen::prelude::*;

use crate::problem::thrown;

/// The document of a chain of units for the lesson on depth: `activation` is logistic, tanh or
/// relu, `hidden` the number of hidden layers from 1 to 10.
///
/// # Errors
/// Throws a `Problem` where there is no such chain.
#[wasm_bindgen]
pub fn chain(activation: &str, hidden: usize) -> Result<String, JsValue> {
    let known = Activation::from_name(activation).ok_or_else(|| Error {
        place: "activation".to_owned(),
        reason: Reason::NotOneOf {
            found: activation.to_owned(),
            allowed: Activation::ALL.map(Activation::name).to_vec(),
        },
    });
    let experiment = known.and_then(|activation| lessons::chain(activation, hidden));
    Ok(experiment.map_err(|e| thrown(&e))?.to_json())
}

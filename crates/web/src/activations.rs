//! The activations, for choosers and formulas.

use backprop::Activation;
use wasm_bindgen::prelude::*;

use crate::object::{list, object};

/// An activation's name in documents and f(x) as it is defined, on one line.
pub(crate) fn activation(f: Activation) -> JsValue {
    object! {
        "name": f.name(),
        "formula": f.formula(),
    }
}

/// Every activation, in the order in which a chooser lists them.
#[wasm_bindgen(unchecked_return_type = "ActivationInfo[]")]
pub fn activations() -> JsValue {
    list(Activation::ALL.iter().copied().map(activation))
}

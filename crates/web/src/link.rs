//! Links: the state of the page as text.

use backprop::{Experiment, Value};
use links::{Error, Link, Numbers, changes, json, linked};
use wasm_bindgen::prelude::*;

use crate::document::read;
use crate::lab::Lab;
use crate::object::{ToJs, object};
use crate::refusal::thrown;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Number)]
    fn number(numeral: &str) -> f64;
    #[wasm_bindgen(js_name = String)]
    fn numeral(number: f64) -> String;
}

/// The browser's own.
struct Browser;

impl Numbers for Browser {
    fn number(&self, text: &str) -> f64 {
        number(text)
    }

    fn numeral(&self, value: f64) -> String {
        numeral(value)
    }
}

/// What a link says: an address, or what stands behind its #.
///
/// # Errors
/// Throws a `Refusal` whose place is a part of the link.
#[wasm_bindgen(unchecked_return_type = "LinkParts")]
pub fn read_link(text: &str) -> Result<JsValue, JsValue> {
    let link = Link::read(text, &Browser).map_err(|error| refused(&error))?;
    Ok(link.to_value().to_js())
}

/// What stands behind the # for these parts.
///
/// # Errors
/// Throws a `Refusal` where a part does not have its form.
#[wasm_bindgen]
pub fn write_link(
    #[wasm_bindgen(unchecked_param_type = "LinkParts")] parts: &JsValue,
) -> Result<String, JsValue> {
    Ok(parsed(parts)?.write(&Browser))
}

/// The document that a link makes of its beat's, or of the one that it carries.
///
/// # Errors
/// Throws a `Refusal` that names a part of the link, or the place in the document.
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn linked_document(
    #[wasm_bindgen(unchecked_param_type = "LinkParts")] parts: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "unknown")] document: &JsValue,
) -> Result<JsValue, JsValue> {
    let link = parsed(parts)?;
    let base = Experiment::from_document(&read(document));
    let experiment = base.and_then(|base| linked(&link, &base));
    Ok(experiment.map_err(|e| thrown(&e))?.to_document().to_js())
}

/// A document, which the laboratory has written, as the text that a link carries.
#[wasm_bindgen]
pub fn document_text(
    #[wasm_bindgen(unchecked_param_type = "unknown")] document: &JsValue,
) -> String {
    json(&read(document), &Browser)
}

fn parsed(parts: &JsValue) -> Result<Link, JsValue> {
    Link::from_value(&read(parts)).map_err(|e| thrown(&e))
}

#[wasm_bindgen]
impl Lab {
    /// The parts of a link by which the present experiment differs from a document's; undefined where
    /// they are more than a few numbers.
    #[wasm_bindgen(unchecked_return_type = "LinkParts | undefined")]
    pub fn changes_of(
        &self,
        #[wasm_bindgen(unchecked_param_type = "unknown")] document: &JsValue,
    ) -> JsValue {
        let base = Experiment::from_document(&read(document)).ok();
        let found = base.and_then(|base| changes(&base, &self.experiment));
        let Some(found) = found else {
            return JsValue::UNDEFINED;
        };
        let named = |(name, value): (&str, Value)| (name.to_owned(), value);
        Value::Object(found.into_iter().map(named).collect()).to_js()
    }

    /// The present document as the text that a link carries.
    pub fn document_text(&self) -> String {
        json(&self.experiment.to_document(), &Browser)
    }
}

fn refused(error: &Error) -> JsValue {
    let (kind, values) = match error {
        Error::Part(error) => return thrown(error),
        Error::Later { found } => ("later", object! {"found": found}),
        Error::TooLong { found, limit } => ("too-long", object! {"found": found, "limit": limit}),
    };
    object! {
        "kind": kind,
        "place": "",
        "message": error.to_string(),
        "values": values,
    }
}

//! The lessons, for the page's chooser.

use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

use crate::report::to_js;

/// Every lesson with its title, text and document, in the order of the lecture.
#[wasm_bindgen(unchecked_return_type = "Lesson[]")]
pub fn lessons() -> JsValue {
    let text = |text: &lessons::Text| json!({"ja": text.ja, "en": text.en});
    let list: Vec<Value> = lessons::LESSONS
        .iter()
        .map(|lesson| {
            json!({
                "id": lesson.id,
                "title": text(&lesson.title),
                "text": text(&lesson.text),
                "document": lesson.fact.document(),
            })
        })
        .collect();
    to_js(&list)
}

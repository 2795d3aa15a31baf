//! The lessons, for the page.

use backprop::Activation;
use lessons::{Beat, Cursor, Focus, LESSONS, Stage, Text};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

use crate::problem::thrown;
use crate::report::to_js;

/// Every lesson with its beats, in the order of the lecture.
#[wasm_bindgen(unchecked_return_type = "Lesson[]")]
pub fn lessons() -> JsValue {
    let list: Vec<Value> = LESSONS
        .iter()
        .map(|lesson| {
            let beats: Vec<Value> = lesson.beats.iter().map(beat).collect();
            json!({
                "id": lesson.id,
                "title": text(&lesson.title),
                "text": text(&lesson.text),
                "document": beats.first().map(|beat| &beat["document"]),
                "beats": beats,
            })
        })
        .collect();
    to_js(&list)
}

/// The document of a chain of units for the lesson on depth: `activation` is logistic, tanh or
/// relu, `hidden` the number of hidden layers from 1 to 10.
///
/// # Errors
/// Throws a `Problem` where there is no such chain.
#[wasm_bindgen]
pub fn chain(activation: &str, hidden: usize) -> Result<String, JsValue> {
    let activation = Activation::from_name(activation).unwrap_or(Activation::Logistic);
    let experiment = lessons::chain(activation, hidden).map_err(|e| thrown(&e))?;
    Ok(experiment.to_json())
}

fn text(text: &Text) -> Value {
    json!({"ja": text.ja, "en": text.en})
}

fn beat(beat: &Beat) -> Value {
    // Every scene is opened by the tests of the lessons.
    let document = beat
        .scene
        .experiment()
        .map(|experiment| experiment.to_json());
    json!({
        "caption": text(&beat.caption),
        "document": document.unwrap_or_default(),
        "at_end": beat.scene.cursor == Cursor::End,
        "focus": focus(beat.scene.focus),
    })
}

fn focus(focus: Focus) -> Value {
    match focus {
        Focus::Picture => json!({"on": "picture"}),
        Focus::Layers => json!({"on": "layers"}),
        Focus::Chain { sample, weight } => {
            json!({"on": "chain", "sample": sample, "weight": weight})
        }
        Focus::Walk { sample, stage } => {
            let (stage, layer) = match stage {
                Stage::Forward(layer) => ("forward", Some(layer)),
                Stage::Error => ("error", None),
                Stage::Delta(layer) => ("delta", Some(layer)),
                Stage::Update => ("update", None),
            };
            json!({"on": "walk", "sample": sample, "stage": stage, "layer": layer})
        }
    }
}

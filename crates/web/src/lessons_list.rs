//! The lessons, for the page.

use backprop::{Activation, Error, Reason};
use lessons::{Beat, Cursor, Focus, LESSONS, Stage, Text};
use wasm_bindgen::prelude::*;

use crate::object::{list, object};
use crate::problem::thrown;

/// Every lesson with its beats, in the order of the lecture.
#[wasm_bindgen(unchecked_return_type = "Lesson[]")]
pub fn lessons() -> JsValue {
    list(LESSONS.iter().map(|lesson| {
        object! {
            "id": lesson.id,
            "title": text(&lesson.title),
            "text": text(&lesson.text),
            "document": lesson.beats.first().map(document),
            "beats": list(lesson.beats.iter().map(beat)),
        }
    }))
}

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

fn text(text: &Text) -> JsValue {
    object! {"ja": text.ja, "en": text.en}
}

fn document(beat: &Beat) -> String {
    // Every scene is opened by the tests of the lessons.
    let experiment = beat.scene.experiment();
    experiment.map_or_else(|_| String::new(), |experiment| experiment.to_json())
}

fn beat(beat: &Beat) -> JsValue {
    object! {
        "caption": text(&beat.caption),
        "document": document(beat),
        "at_end": beat.scene.cursor == Cursor::End,
        "focus": focus(beat.scene.focus),
    }
}

fn focus(focus: Focus) -> JsValue {
    match focus {
        Focus::Picture => object! {"on": "picture"},
        Focus::Layers => object! {"on": "layers"},
        Focus::Chain { sample, weight } => {
            object! {"on": "chain", "sample": sample, "weight": weight}
        }
        Focus::Walk { sample, stage } => {
            let (stage, layer) = match stage {
                Stage::Forward(layer) => ("forward", Some(layer)),
                Stage::Error => ("error", None),
                Stage::Delta(layer) => ("delta", Some(layer)),
                Stage::Update => ("update", None),
            };
            object! {"on": "walk", "sample": sample, "stage": stage, "layer": layer}
        }
    }
}

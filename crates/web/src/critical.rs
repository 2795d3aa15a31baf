//! The minima and saddles of the picture, for the page.

use landscape::{CriticalPoint, Form, Minimum};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

use crate::lab::Lab;
use crate::object::{list, object};
use crate::shown::Shown;
use crate::slice::Slice;

#[wasm_bindgen]
impl Lab {
    /// Whether a surface bears signs of its minima and saddles. It does at first.
    pub fn set_marked(&mut self, is_marked: bool) {
        self.pictures.is_unmarked = !is_marked;
    }

    /// The minima and saddles in the picture; undefined while they are searched for or not to be
    /// told, and where the problem is too large for a search; null where the picture bears no marks: those of a slice say
    /// nothing of where its starts end. On a curve, its minima.
    #[wasm_bindgen(unchecked_return_type = "CriticalPoints | null | undefined")]
    pub fn critical_points(&self) -> JsValue {
        let is_map = self.dimensions() == 2 && self.pictures.shown != Shown::Surface;
        if is_map && (self.experiment.is_projection() || self.rate_axis().is_some()) {
            return JsValue::NULL;
        }
        let (points, left_out) = match self.pictures.slice() {
            Some(Slice::Curve(curve)) => (list(curve.minima().iter().map(minimum)), 0),
            Some(Slice::Surface(_)) if self.pictures.is_unmarked => return JsValue::UNDEFINED,
            Some(Slice::Surface(ground)) => match ground.search.found() {
                Some(found) => (list(found.points().iter().map(point)), found.left_out()),
                None => return JsValue::UNDEFINED,
            },
            None => return JsValue::UNDEFINED,
        };
        object! { "points": points, "left_out": left_out }
    }
}

fn minimum(minimum: &Minimum) -> JsValue {
    object! {
        "place": [minimum.weight][..],
        "error": minimum.error,
        "form": "minimum",
        "lowest": false,
    }
}

fn point(point: &CriticalPoint) -> JsValue {
    object! {
        "place": point.place[..],
        "error": point.error,
        "form": match point.form {
            Form::Minimum => "minimum",
            Form::Saddle => "saddle",
        },
        "lowest": point.is_lowest,
    }
}

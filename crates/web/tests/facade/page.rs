//! As a page calls the façade.

use downhill_web::Lab;
use js_sys::{Array, JSON, Reflect};
use lessons::Fact;
use wasm_bindgen::JsValue;

pub(crate) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

pub(crate) fn text(object: &JsValue, key: &str) -> String {
    get(object, key).as_string().unwrap()
}

pub(crate) fn number(object: &JsValue, key: &str) -> f64 {
    get(object, key).as_f64().unwrap()
}

/// As a page makes it of a text.
pub(crate) fn parsed(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

pub(crate) fn open(fact: Fact) -> Lab {
    Lab::new(&parsed(fact.document())).unwrap()
}

pub(crate) fn written(lab: &Lab) -> String {
    JSON::stringify(&lab.document()).unwrap().into()
}

pub(crate) fn lab(fact: Fact, start: &[f64]) -> Lab {
    let mut lab = open(fact);
    lab.set_start(start[0], start.get(1).copied()).unwrap();
    lab
}

pub(crate) fn verdict(lab: &mut Lab) -> JsValue {
    assert!(lab.advance(usize::MAX));
    lab.verdict()
}

pub(crate) fn numbers(list: &JsValue) -> Vec<f64> {
    let list = Array::from(list);
    list.iter().map(|value| value.as_f64().unwrap()).collect()
}

//! Plain JavaScript objects, built key by key.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Object;
    type Array;

    #[wasm_bindgen(constructor)]
    fn new() -> Object;
    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &Object, key: &str, value: &JsValue);

    #[wasm_bindgen(constructor)]
    fn new() -> Array;
    #[wasm_bindgen(method)]
    fn push(this: &Array, value: &JsValue);
}

/// An object of these entries: `object! {"kind": name, "steps": steps}`.
#[macro_export]
macro_rules! object {
    ($($key:literal: $value:expr),* $(,)?) => {
        $crate::object::object_of(&[$(($key, $crate::object::ToJs::to_js(&$value))),*])
    };
}
pub use crate::object;

/// An object of entries that are not all known beforehand.
pub fn object_of(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        object.set(key, value);
    }
    object.into()
}

/// A list of these values.
pub fn list(values: impl IntoIterator<Item = JsValue>) -> JsValue {
    let array = Array::new();
    for value in values {
        array.push(&value);
    }
    array.into()
}

/// What has a place in a plain object.
pub trait ToJs {
    /// The same in JavaScript.
    fn to_js(&self) -> JsValue;
}

/// A number that is not finite is null, as it is in JSON.
impl ToJs for f64 {
    fn to_js(&self) -> JsValue {
        if self.is_finite() {
            JsValue::from_f64(*self)
        } else {
            JsValue::NULL
        }
    }
}

impl ToJs for usize {
    fn to_js(&self) -> JsValue {
        JsValue::from_f64(*self as f64)
    }
}

impl ToJs for bool {
    fn to_js(&self) -> JsValue {
        JsValue::from_bool(*self)
    }
}

impl ToJs for str {
    fn to_js(&self) -> JsValue {
        JsValue::from_str(self)
    }
}

impl ToJs for String {
    fn to_js(&self) -> JsValue {
        self.as_str().to_js()
    }
}

impl ToJs for JsValue {
    fn to_js(&self) -> JsValue {
        self.clone()
    }
}

/// Nothing is null.
impl<T: ToJs> ToJs for Option<T> {
    fn to_js(&self) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, T::to_js)
    }
}

impl<T: ToJs> ToJs for [T] {
    fn to_js(&self) -> JsValue {
        list(self.iter().map(T::to_js))
    }
}

impl<T: ToJs> ToJs for Vec<T> {
    fn to_js(&self) -> JsValue {
        self.as_slice().to_js()
    }
}

impl<T: ToJs + ?Sized> ToJs for &T {
    fn to_js(&self) -> JsValue {
        (**self).to_js()
    }
}

//! Documents as the page has them: plain JavaScript objects.

use backprop::Value;
use backprop::limits::MOST_VALUES;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

use crate::object::{ToJs, object_of};

/// Lists and objects in each other; an experiment needs three. What is inside itself has no end.
const DEEPEST: usize = 8;

// As in js-sys, but what a proxy or a getter throws is caught.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = getPrototypeOf)]
    fn prototype_of(object: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys_of(object: &JsValue) -> Result<Array, JsValue>;
}

/// What a value of the page says. Only what JSON has words for can be part of an experiment, and a
/// number that is not finite; all else is foreign.
pub fn read(value: &JsValue) -> Value {
    Reader { left: MOST_VALUES }.value(value, 0)
}

struct Reader {
    /// Entries that may still come.
    left: usize,
}

impl Reader {
    fn value(&mut self, value: &JsValue, depth: usize) -> Value {
        // Numbers first: there may be tens of thousands, and each question is a way to the browser.
        if let Some(number) = value.as_f64() {
            Value::Number(number)
        } else if value.is_null() {
            Value::Null
        } else if let Some(value) = value.as_bool() {
            Value::Boolean(value)
        } else if let Some(text) = value.as_string() {
            Value::Text(text)
        } else if !value.is_object() {
            Value::Foreign(value.js_typeof().as_string().unwrap_or_default())
        } else if depth == DEEPEST {
            Value::Foreign("deeper nesting than in any experiment".to_owned())
        } else {
            let unreadable = |_| Value::Foreign("an object that cannot be read".to_owned());
            self.parts(value, depth + 1).unwrap_or_else(unreadable)
        }
    }

    /// A list or an object.
    fn parts(&mut self, value: &JsValue, depth: usize) -> Result<Value, JsValue> {
        if is_array(value)? {
            let length = Reflect::get(value, &"length".into())?.as_f64();
            let length = length.unwrap_or_default() as usize;
            if !self.takes(length) {
                return Ok(too_many());
            }
            let item = |i| Ok(self.value(&Reflect::get_u32(value, i)?, depth));
            let items: Result<_, JsValue> = (0..length as u32).map(item).collect();
            return items.map(Value::List);
        }
        let prototype = prototype_of(value)?;
        // That of plain objects has none; each realm of a page has its own.
        if !prototype.is_null() && !prototype_of(&prototype)?.is_null() {
            return class_of(&prototype).map(Value::Foreign);
        }
        let keys = keys_of(value)?;
        if !self.takes(keys.length() as usize) {
            return Ok(too_many());
        }
        let entry = |key: JsValue| {
            let entry = self.value(&Reflect::get(value, &key)?, depth);
            Ok((key.as_string().unwrap_or_default(), entry))
        };
        let entries: Result<_, JsValue> = keys.iter().map(entry).collect();
        entries.map(Value::Object)
    }

    fn takes(&mut self, entries: usize) -> bool {
        let left = self.left.checked_sub(entries);
        self.left = left.unwrap_or_default();
        left.is_some()
    }
}

fn too_many() -> Value {
    Value::Foreign("more than any experiment has".to_owned())
}

/// The name of the class whose objects have this prototype.
fn class_of(prototype: &JsValue) -> Result<String, JsValue> {
    let class = Reflect::get(prototype, &"constructor".into())?;
    let name = Reflect::get(&class, &"name".into())?.as_string();
    let name = name.filter(|name| !name.is_empty());
    Ok(name.unwrap_or_else(|| "an object that is not plain".to_owned()))
}

impl ToJs for Value {
    fn to_js(&self) -> JsValue {
        match self {
            Value::Null => JsValue::NULL,
            Value::Boolean(value) => value.to_js(),
            Value::Number(number) => JsValue::from_f64(*number),
            Value::Text(text) => text.to_js(),
            Value::List(values) => values.to_js(),
            Value::Object(entries) => {
                let entries = entries
                    .iter()
                    .map(|(key, value)| (key.as_str(), value.to_js()));
                object_of(&entries.collect::<Vec<_>>())
            }
            Value::Foreign(_) => JsValue::UNDEFINED,
        }
    }
}

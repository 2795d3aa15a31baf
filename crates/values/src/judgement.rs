//! A verdict as the page is told it.

use backprop::{Evidence, Experiment, Named, Verdict};
use wasm_bindgen::JsValue;

use crate::object::{ToJs, object_of};

/// The verdict with its evidence after `done` steps; what was not computed is null. Errors of
/// rounding are 0.
pub fn verdict(experiment: &Experiment, verdict: &Verdict, done: usize) -> JsValue {
    let goal = &verdict.goal;
    let steps = experiment.steps();
    let mut evidence = verdict.evidence(done);
    for (name, value) in &mut evidence {
        match value {
            Evidence::Number(error) if ["error", "best_error"].contains(name) => {
                *error = goal.said(*error);
            }
            _ => {}
        }
    }
    let number = |value: Option<f64>| value.map_or(Evidence::None, Evidence::Number);
    evidence.extend([
        ("steps_to_leave", number(verdict.steps_to_leave(steps))),
        (
            "steps_at_this_speed",
            number(verdict.steps_at_this_speed(steps)),
        ),
    ]);
    evidence.to_js()
}

impl ToJs for Vec<Named<'_>> {
    fn to_js(&self) -> JsValue {
        let entries = self.iter().map(|(name, value)| (*name, value.to_js()));
        object_of(&entries.collect::<Vec<_>>())
    }
}

impl ToJs for Evidence<'_> {
    fn to_js(&self) -> JsValue {
        match self {
            Evidence::None => JsValue::NULL,
            Evidence::Flag(flag) => flag.to_js(),
            Evidence::Name(name) => name.to_js(),
            Evidence::Whole(number) => number.to_js(),
            Evidence::Number(number) => number.to_js(),
            Evidence::Numbers(numbers) => numbers.to_js(),
            Evidence::Group(group) => group.to_js(),
        }
    }
}

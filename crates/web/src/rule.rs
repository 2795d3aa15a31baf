//! Update rules, losses and batches: which there are, which is in force, and what an update was made of.

use backprop::{Loss, Rule};
use wasm_bindgen::prelude::*;

use crate::document::read;
use crate::fate_map::FateMap;
use crate::lab::{Lab, given_goal};
use crate::object::{ToJs, list, object};
use crate::pictures::Pictures;
use crate::refusal::thrown;

/// Weights × samples × steps of what takes a millisecond or two.
const QUICK: usize = 500_000;

/// Every rule, in the order of a chooser.
#[wasm_bindgen(unchecked_return_type = "RuleInfo[]")]
pub fn rules() -> JsValue {
    list(Rule::ALL.iter().map(|rule| {
        let settings = rule.own_settings();
        object! {
            "name": rule.name(),
            "usual_rate": rule.usual_rate(),
            "settings": list(settings.map(|setting| {
                object! {"key": setting.key, "value": setting.value}
            })),
        }
    }))
}

/// The names of all losses, in the order of a chooser.
#[wasm_bindgen(unchecked_return_type = "string[]")]
pub fn losses() -> JsValue {
    list(Loss::ALL.iter().map(|loss| loss.name().to_js()))
}

#[wasm_bindgen]
impl Lab {
    /// The rule in force, with all of its numbers but the rate.
    #[wasm_bindgen(unchecked_return_type = "PresentRule")]
    pub fn rule(&self) -> JsValue {
        let rule = self.experiment.rule();
        let settings = rule.own_settings();
        object! {
            "name": rule.name(),
            "settings": list(settings.map(|setting| {
                object! {"key": setting.key, "value": setting.value}
            })),
        }
    }

    /// The name of the loss in force.
    #[wasm_bindgen(getter)]
    pub fn loss(&self) -> String {
        self.experiment.problem().loss().name().to_owned()
    }

    /// Whether f′ of an output unit is a factor of its δ.
    #[wasm_bindgen(getter)]
    pub fn loss_has_derivative(&self) -> bool {
        self.experiment.problem().loss().has_derivative()
    }

    /// Whether it is the lecture's descent: down the slope of the error of all samples, and nothing else.
    #[wasm_bindgen(getter)]
    pub fn is_steepest_descent(&self) -> bool {
        self.experiment.is_steepest_descent()
    }

    /// Puts another value at `rule`, `loss` or `batch` of the document; takes the key away where it is
    /// undefined.
    ///
    /// # Errors
    /// Throws a `Refusal` that names the place in the document.
    pub fn set_method(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "'rule' | 'loss' | 'batch'")] key: &str,
        #[wasm_bindgen(unchecked_param_type = "unknown")] value: &JsValue,
    ) -> Result<(), JsValue> {
        let value = (!value.is_undefined()).then(|| read(value));
        let base = if key == "loss" {
            // The smallest error of another loss is another one.
            self.experiment.with_entry("best_error", None)
        } else {
            Ok(self.experiment.clone())
        };
        let changed = base.and_then(|base| base.with_entry(key, value));
        self.restart(changed.map_err(|e| thrown(&e))?);
        if key == "loss" {
            // It is another error everywhere, and another least one.
            self.goal = given_goal(&self.experiment);
            self.pictures = Pictures::default();
            self.fates = FateMap::default();
        }
        Ok(())
    }

    /// Whether [`Lab::weight_update`] is quick enough for every frame: it takes the gradients of all steps
    /// since the last state that was kept.
    pub fn is_update_quick(&self) -> bool {
        let problem = self.experiment.problem();
        let pass = problem.network().weight_count() * problem.samples().count();
        pass * self.experiment.steps().isqrt() <= QUICK
    }

    /// How one weight is changed by the update after a step (the last one trained, beyond it).
    #[wasm_bindgen(unchecked_return_type = "WeightUpdate")]
    pub fn weight_update(&self, step: usize, weight: usize) -> JsValue {
        let update = self.experiment.update(self.record(), step);
        let rule = self.experiment.rule();
        object! {
            "samples": update.samples,
            "gradient": update.gradient.get(weight).copied(),
            "before": update.before.of_weight(&rule, weight),
            "after": update.after.of_weight(&rule, weight),
        }
    }
}

//! What the network diagram and the inspector show: the numbers of one step.

use wasm_bindgen::prelude::*;

use crate::lab::Lab;
use crate::object::{list, object};
use backprop::{Source, layer_norms};
use charts::weight_name;

#[wasm_bindgen]
impl Lab {
    /// Every weight with what it connects, in the order of the weights.
    #[wasm_bindgen(unchecked_return_type = "WeightInfo[]")]
    pub fn weights(&self) -> JsValue {
        let network = self.experiment.problem().network();
        let describe = |index: usize| -> Option<JsValue> {
            let place = network.place(index)?;
            Some(object! {
                "index": index,
                "name": weight_name(network, index),
                "layer": place.layer,
                "unit": place.unit,
                "source": match place.source {
                    Source::Unit(j) => Some(j),
                    Source::Bias => None,
                },
                "free": self.experiment.free().contains(&index),
            })
        };
        list((0..network.weight_count()).filter_map(describe))
    }

    /// All weights at a step (the last one trained, beyond it).
    pub fn weights_at_step(&self, step: usize) -> Vec<f64> {
        let record = self.training.record();
        record.weights(step.min(record.steps())).to_vec()
    }

    /// One forward and one backward pass with one sample at a step; undefined where there is no
    /// such sample.
    #[wasm_bindgen(unchecked_return_type = "Pass | undefined")]
    pub fn pass(&self, step: usize, sample: usize) -> JsValue {
        let problem = self.experiment.problem();
        let Some(pass) = problem.pass(&self.weights_at_step(step), sample) else {
            return JsValue::UNDEFINED;
        };
        let Some((input, target)) = problem.samples().get(sample) else {
            return JsValue::UNDEFINED;
        };
        object! {
            "input": input.to_vec(),
            "target": target.to_vec(),
            "net_input": pass.signals.net_input,
            "output": pass.signals.output,
            "slope": pass.signals.slope,
            "delta": pass.signals.delta,
            "error": pass.error,
            "gradient": pass.gradient,
        }
    }

    /// ∂E/∂w at a step, summed over the samples, one for each weight.
    pub fn gradient(&self, step: usize) -> Vec<f64> {
        let weights = self.weights_at_step(step);
        self.experiment.problem().gradient(&weights).1
    }

    /// ‖∂E/∂w‖ at a step, layer by layer from the input.
    pub fn layer_norms(&self, step: usize) -> Vec<f64> {
        let network = self.experiment.problem().network();
        layer_norms(network, &self.gradient(step))
    }

    /// ∂E/∂w by back-propagation beside a central difference; undefined beyond the last weight.
    #[wasm_bindgen(unchecked_return_type = "GradientCheck | undefined")]
    pub fn check_gradient(&self, step: usize, weight: usize) -> JsValue {
        let weights = self.weights_at_step(step);
        match self.experiment.problem().check_gradient(&weights, weight) {
            Some(check) => object! {
                "backpropagation": check.backpropagation,
                "central_difference": check.central_difference,
                "h": check.h,
                "relative_difference": check.relative_difference,
            },
            None => JsValue::UNDEFINED,
        }
    }

    /// Makes these weights (one or two) the axes of the picture. Start and run stay.
    ///
    /// # Errors
    /// Throws a `Problem` where there is no such weight.
    pub fn set_axes(&mut self, weights: Vec<usize>) -> Result<(), JsValue> {
        let changed = self.experiment.with_axes(&weights);
        self.experiment = changed.map_err(|e| crate::problem::thrown(&e))?;
        Ok(())
    }
}

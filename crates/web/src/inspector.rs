//! What the network diagram and the inspector show: the numbers of one step.

use wasm_bindgen::prelude::*;

use crate::lab::Lab;
use crate::object::{ToJs, list, object};
use backprop::{Source, layer_norms};
use charts::LogScale;

#[wasm_bindgen]
impl Lab {
    /// What every weight connects, in the order of the weights, four numbers each: the layer of the unit
    /// that it feeds (1 is the first after the input), the unit, the unit of the layer before (−1 for a
    /// bias), and 1 where the weight is free. There may be thousands: an object for each would take a
    /// third of a frame's time.
    pub fn weight_places(&self) -> Vec<i32> {
        let network = self.experiment.problem().network();
        let mut free = vec![false; network.weight_count()];
        for &weight in self.experiment.free() {
            free[weight] = true;
        }
        let describe = |(index, is_free): (usize, bool)| {
            let place = network.connection(index)?;
            let source = match place.source {
                Source::Unit(j) => j as i32,
                Source::Bias => -1,
            };
            let (layer, unit) = (place.layer as i32, place.unit as i32);
            Some([layer, unit, source, i32::from(is_free)])
        };
        let places = free.into_iter().enumerate();
        places.filter_map(describe).flatten().collect()
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
        let outputs = &pass.signals.output;
        let outputs = &outputs[outputs.len() - target.len()..];
        object! {
            "input": input.to_vec(),
            "target": target.to_vec(),
            "miss": list(outputs.iter().zip(target).map(|(o, d)| (o - d).to_js())),
            "net_input": pass.signals.net_input,
            "output": pass.signals.output,
            "derivative": pass.signals.derivative,
            "delta": pass.signals.delta,
            "error": pass.error,
            "gradient": pass.gradient,
        }
    }

    /// f′ of the units of a layer around `x`, as one computes it by hand from o and x, on one line;
    /// empty for the input.
    pub fn derivative_formula(&self, layer: usize, x: f64) -> String {
        let activations = self.experiment.problem().network().activations();
        let activation = layer.checked_sub(1).and_then(|at| activations.get(at));
        activation.map_or_else(String::new, |f| f.derivative_formula(x).to_owned())
    }

    /// Error, deltas and gradient at a step, summed over the samples.
    #[wasm_bindgen(unchecked_return_type = "Sum | undefined")]
    pub fn sum(&self, step: usize) -> JsValue {
        let problem = self.experiment.problem();
        match problem.sum(&self.weights_at_step(step)) {
            Some(sum) => object! {
                "error": self.said(sum.error),
                "delta": sum.delta,
                "gradient": sum.gradient,
            },
            None => JsValue::UNDEFINED,
        }
    }

    /// All weights after the update that follows a step, also after the last one.
    pub fn next_weights(&self, step: usize) -> Vec<f64> {
        self.record().next_weights(step).to_vec()
    }

    /// The layers at a step: how large their gradients are, what δ is multiplied by in each (for
    /// the sample numbered `sample`), how far their weights have come since the start.
    #[wasm_bindgen(unchecked_return_type = "Layers")]
    pub fn layers(&self, step: usize, sample: usize) -> JsValue {
        let problem = self.experiment.problem();
        let network = problem.network();
        let norms = layer_norms(network, &self.gradient(step));
        let scale = LogScale::new(&norms, -8, 0);
        let start = self.weights_at_step(0);
        let way = |weights: Vec<f64>| -> Vec<f64> {
            let moved: Vec<f64> = weights.iter().zip(&start).map(|(w, s)| w - s).collect();
            layer_norms(network, &moved)
        };
        let moved = way(self.weights_at_step(step));
        let farthest = way(self.weights_at_step(self.steps_done()))
            .into_iter()
            .chain(moved.iter().copied())
            .fold(f64::MIN_POSITIVE, f64::max);
        let ends = norms.first().zip(norms.last());
        object! {
            "first_to_last": ends.map(|(first, last)| first / last),
            "norms": norms,
            "norm_shares": scale.shares,
            "from": f64::from(scale.from),
            "to": f64::from(scale.to),
            "factors": problem.layer_factors(&self.weights_at_step(step), sample),
            "moved_shares": list(moved.iter().map(|way| (way / farthest).to_js())),
            "moved": moved,
        }
    }

    /// ∂E/∂w at a step, summed over the samples, one for each weight.
    pub fn gradient(&self, step: usize) -> Vec<f64> {
        let weights = self.weights_at_step(step);
        self.experiment.problem().gradient(&weights).1
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
    /// Throws a `Refusal` where there is no such weight.
    pub fn set_axes(&mut self, weights: Vec<usize>) -> Result<(), JsValue> {
        let changed = self.experiment.with_axes(&weights);
        self.turn(changed.map_err(|e| crate::refusal::thrown(&e))?);
        Ok(())
    }
}

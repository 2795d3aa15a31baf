//! What the façade tells the page: plain objects.

use backprop::{End, Experiment, Network, Record, Source, Verdict};
use serde::Serialize;
use serde_json::{Value, json};
use wasm_bindgen::JsValue;

/// `value` as a JavaScript object; numbers that are not finite become null.
pub(crate) fn to_js(value: &impl Serialize) -> JsValue {
    serde_json::to_string(value)
        .ok()
        .and_then(|text| js_sys::JSON::parse(&text).ok())
        .unwrap_or(JsValue::NULL)
}

/// The verdict with its evidence; what was not computed is null.
pub(crate) fn verdict(verdict: &Verdict, steps: usize) -> Value {
    let curvature = verdict.curvature.as_ref();
    json!({
        "kind": verdict.kind.name(),
        "end": match verdict.end {
            End::Steps => "steps",
            End::Standstill => "standstill",
            End::Diverged => "diverged",
        },
        "steps": steps,
        "error": verdict.error,
        "best_error": verdict.goal.best_error,
        "error_at_zero": verdict.goal.error_at_zero,
        "goal": verdict.goal.error,
        "gradient_norm": verdict.gradient_norm,
        "descent_left": verdict.descent_left,
        "swing": verdict.swing.map(|swing| json!({
            "pairs": swing.pairs,
            "turning_back": swing.turning_back,
            "fall": swing.fall,
            "lasting": swing.lasting,
        })),
        "newton": curvature.map(|c| c.newton),
        "eigenvalues": curvature.map(|c| &c.eigenvalues),
        "rate_curvature": curvature.map(|c| c.rate_curvature),
        "nudge_growth": curvature.map(|c| c.nudge_growth),
        "flat_directions": curvature.map(|c| c.flat_directions),
        "smallest_slope": verdict.smallest_slope.map(|s| json!({
            "layer": s.layer,
            "unit": s.unit,
            "sample": s.sample,
            "net_input": s.net_input,
            "slope": s.slope,
            "greatest_slope": s.greatest_slope,
        })),
    })
}

/// One step of a run, as far as the picture shows it.
pub(crate) fn state(experiment: &Experiment, record: &Record, step: usize) -> Value {
    let step = step.min(record.steps());
    let weights = record.weights(step);
    let (_, gradient) = experiment.problem().gradient(weights);
    let viewed = |list: &[f64]| -> Vec<f64> {
        experiment
            .view()
            .iter()
            .map(|axis| list[axis.weight])
            .collect()
    };
    json!({
        "error": record.errors()[step],
        "gradient_norm": record.gradient_norms()[step],
        "weights": viewed(weights),
        "gradient": viewed(&gradient),
    })
}

/// What the experiment is about.
pub(crate) fn info(experiment: &Experiment) -> Value {
    let network = experiment.problem().network();
    let activations: Vec<&str> = network.activations().iter().map(|f| f.name()).collect();
    let view: Vec<Value> = experiment
        .view()
        .iter()
        .map(|axis| {
            json!({
                "weight": axis.weight,
                "name": weight_name(network, axis.weight),
                "from": axis.from,
                "to": axis.to,
                "free": experiment.free().contains(&axis.weight),
            })
        })
        .collect();
    json!({
        "layers": network.sizes(),
        "activations": activations,
        "bias": network.has_bias(),
        "samples": experiment.problem().samples().count(),
        "weight_count": network.weight_count(),
        "free": experiment.free(),
        "view": view,
        "projection": experiment.is_projection(),
    })
}

/// A weight's name in pictures: w and b where there is one of each, else w with its number.
pub(crate) fn weight_name(network: &Network, weight: usize) -> String {
    let one_unit = network.sizes() == [1, 1];
    let place = network.place(weight);
    match place.map(|place| place.source) {
        Some(Source::Unit(_)) if one_unit => "w".to_owned(),
        Some(Source::Bias) if one_unit => "b".to_owned(),
        _ => format!("w{weight}"),
    }
}

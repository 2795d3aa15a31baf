//! What the façade tells the page: plain objects.

use backprop::{Experiment, Order, Record};
use landscape::Plane;
use wasm_bindgen::JsValue;

use crate::activations::activation;
use crate::object::{ToJs, list, object};

/// One step of a run, as far as the picture on `plane` shows it; errors are said as `say` does.
pub(crate) fn state(
    experiment: &Experiment,
    plane: &Plane,
    record: &Record,
    step: usize,
    say: impl Fn(f64) -> f64,
) -> JsValue {
    let step = step.min(record.steps());
    let weights = record.weights(step);
    let (error, gradient) = experiment.problem().gradient(weights);
    let next_error = if step < record.steps() {
        record.errors()[step + 1]
    } else {
        experiment.problem().gradient(record.next_weights(step)).0
    };
    let (error, next_error) = (say(error), say(next_error));
    let shown = |numbers: [f64; 2]| numbers[..plane.sides().len()].to_js();
    object! {
        "error": error,
        "next_error": next_error,
        "fall": error - next_error,
        "share": (error - next_error).abs() / error,
        "gradient_norm": record.gradient_norms()[step],
        "weights": shown(plane.coordinates(weights)),
        "gradient": shown(plane.along(&gradient)),
        "next": shown(plane.coordinates(record.next_weights(step))),
    }
}

/// What the experiment is about, and what its picture lies on: `plane`, or else its view.
pub(crate) fn info(experiment: &Experiment, plane: Option<&Plane>) -> JsValue {
    let network = experiment.problem().network();
    let activations = network.activations().iter();
    let view = experiment.view().iter().map(|axis| {
        object! {
            "weight": axis.weight,
            "from": axis.from,
            "to": axis.to,
            "free": experiment.free().contains(&axis.weight),
        }
    });
    let sides = plane.map_or(&[][..], Plane::sides).iter().map(|side| {
        object! {
            "from": side.from,
            "to": side.to,
            "share": side.share,
        }
    });
    let view = list(view);
    object! {
        "layers": network.sizes(),
        "activations": list(activations.copied().map(activation)),
        "bias": network.has_bias(),
        "samples": experiment.problem().samples().count(),
        "weight_count": network.weight_count(),
        "free": experiment.free(),
        "axes": if plane.is_some() { list(sides) } else { view.clone() },
        "view": view,
        "projection": experiment.is_projection(),
        "batch": experiment.batch().map(|batch| {
            let seed = match batch.order {
                Order::Given => None,
                Order::Shuffled { seed } => Some(seed as f64),
            };
            object! {"size": batch.size, "order": batch.order.name(), "seed": seed}
        }),
    }
}

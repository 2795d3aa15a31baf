//! What the façade tells the page: plain objects.

use backprop::{Evidence, Experiment, Named, Record, Verdict};
use charts::weight_name;
use landscape::Plane;
use wasm_bindgen::JsValue;

use crate::activations::activation;
use crate::object::{ToJs, list, object, object_of};

/// What the directions of a plane across weights are called.
pub(crate) const DIRECTIONS: [&str; 2] = ["u1", "u2"];

/// The verdict with its evidence; what was not computed is null.
pub(crate) fn verdict(verdict: &Verdict, steps: usize) -> JsValue {
    verdict.evidence(steps).to_js()
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

/// One step of a run, as far as the picture on `plane` shows it.
pub(crate) fn state(
    experiment: &Experiment,
    plane: &Plane,
    record: &Record,
    step: usize,
) -> JsValue {
    let step = step.min(record.steps());
    let weights = record.weights(step);
    let (_, gradient) = experiment.problem().gradient(weights);
    let shown = |numbers: [f64; 2]| numbers[..plane.sides().len()].to_js();
    object! {
        "error": record.errors()[step],
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
            "name": weight_name(network, axis.weight),
            "from": axis.from,
            "to": axis.to,
            "free": experiment.free().contains(&axis.weight),
        }
    });
    let sides = plane.map_or(&[][..], Plane::sides).iter().zip(DIRECTIONS);
    let sides = sides.map(|(side, name)| {
        object! {
            "name": name,
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
    }
}

//! The experiments of the lecture's facts, as documents.
#![allow(dead_code, reason = "each test file uses some of these")]

use serde_json::{Value, json};

pub(crate) struct Fact {
    pub(crate) layers: &'static str,
    pub(crate) activations: &'static str,
    pub(crate) bias: bool,
    pub(crate) inputs: &'static str,
    pub(crate) targets: &'static str,
    pub(crate) rate: f64,
    pub(crate) steps: usize,
}

/// One logistic unit, one weight, one sample.
pub(crate) const A: Fact = Fact {
    layers: "[1,1]",
    activations: r#"["logistic"]"#,
    bias: false,
    inputs: "[[1]]",
    targets: "[[0.8]]",
    rate: 1.0,
    steps: 1000,
};

/// The same unit, two samples that contradict each other: two minima.
pub(crate) const B: Fact = Fact {
    inputs: "[[10],[1]]",
    targets: "[[0.1],[0.9]]",
    rate: 0.5,
    steps: 2000,
    ..A
};

/// One logistic unit with a bias.
pub(crate) const C: Fact = Fact {
    bias: true,
    inputs: "[[-2],[-1],[1],[2]]",
    targets: "[[0.1],[0.3],[0.7],[0.9]]",
    rate: 1.0,
    steps: 2000,
    ..A
};

/// One logistic unit with two inputs: four minima (Auer, Herbster and Warmuth, 1996).
pub(crate) const D: Fact = Fact {
    layers: "[2,1]",
    inputs: "[[10,0],[1,0],[0,10],[0,1]]",
    targets: "[[0.1],[0.9],[0.1],[0.9]]",
    rate: 0.5,
    steps: 2000,
    ..A
};

/// 1-1-1, one sample: a curve of solutions.
pub(crate) const E: Fact = Fact {
    layers: "[1,1,1]",
    activations: r#"["tanh","tanh"]"#,
    targets: "[[0.5]]",
    rate: 0.2,
    steps: 3000,
    ..A
};

/// 1-1-1, three samples: two solutions.
pub(crate) const F: Fact = Fact {
    inputs: "[[0.3],[1],[2.5]]",
    targets: "[[0.2],[0.55],[0.75]]",
    ..E
};

/// A parabola.
pub(crate) const H: Fact = Fact {
    activations: r#"["identity"]"#,
    targets: "[[1]]",
    rate: 0.5,
    steps: 200,
    ..A
};

pub(crate) fn document(fact: &Fact, weights: &[f64]) -> String {
    let Fact {
        layers,
        activations,
        bias,
        inputs,
        targets,
        rate,
        steps,
    } = fact;
    format!(
        r#"{{"layers":{layers},"activations":{activations},"bias":{bias},"inputs":{inputs},
        "targets":{targets},"weights":{weights:?},
        "rule":{{"name":"steepest-descent","rate":{rate}}},"steps":{steps}}}"#
    )
}

/// The fact from `start` with another rule, cross-entropy or batches: `changes` are keys with their values.
pub(crate) fn changed(fact: &Fact, start: &[f64], changes: Value) -> String {
    let mut document: Value = serde_json::from_str(&document(fact, start)).unwrap();
    for (key, value) in changes.as_object().unwrap() {
        document[key] = value.clone();
    }
    document.to_string()
}

/// A chain 1-1-…-1 of fact G, all weights 1, sample (1 → 0.2).
pub(crate) fn chain(activation: &str, hidden: usize) -> String {
    let layers = vec![1; hidden + 2];
    let activations = vec![activation; hidden + 1];
    let weights = vec![1.0; hidden + 1];
    format!(
        r#"{{"layers":{layers:?},"activations":{activations:?},"bias":false,"inputs":[[1]],
        "targets":[[0.2]],"weights":{weights:?},
        "rule":{{"name":"steepest-descent","rate":0.1}},"steps":10}}"#
    )
}

/// XOR, 2-2-1 logistic with biases, from a drawn start.
pub(crate) fn xor(seed: u64, scale: f64) -> String {
    format!(
        r#"{{"layers":[2,2,1],"activations":["logistic","logistic"],"bias":true,
        "inputs":[[0,0],[0,1],[1,0],[1,1]],"targets":[[0],[1],[1],[0]],
        "init":{{"scheme":"uniform","scale":{scale},"seed":{seed}}},
        "rule":{{"name":"steepest-descent","rate":0.5}},"steps":4000}}"#
    )
}

/// An experiment in which every key appears that may.
pub(crate) fn whole() -> Value {
    json!({
        "layers": [2, 2, 1],
        "activations": ["logistic", "tanh"],
        "bias": true,
        "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]],
        "targets": [[0], [1], [1], [0]],
        "loss": "squared",
        "weights": [0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.9],
        "free": [0, 1],
        "rule": {"name": "steepest-descent", "rate": 0.5},
        "steps": 2000,
        "best_error": 0.0,
        "view": [{"weight": 0, "from": -8, "to": 8}, {"weight": 1, "from": -8, "to": 8}]
    })
}

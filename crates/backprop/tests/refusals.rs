//! What is refused, and in which words: place, what was expected, what was found.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Axis, Draw, Experiment, Initial, Parts, Scheme, Value as Tree, limits};
use common::whole;
use serde_json::{Value, json};

fn refusal(text: &str) -> String {
    match Experiment::parse(text) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// `whole` with another value at the place to which `pointer` (RFC 6901) leads; null takes the key
/// away.
fn with(pointer: &str, value: Value) -> String {
    let mut document = whole();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(entries) if value.is_null() => {
            entries.remove(key).unwrap();
        }
        Value::Object(entries) => {
            entries.insert(key.to_owned(), value);
        }
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        other => unreachable!("{pointer} leads into {other}"),
    }
    document.to_string()
}

#[test]
fn a_value_that_does_not_fit_is_named_with_its_place() {
    let init = json!({"scheme": "he", "scale": 1, "seed": 7});
    let drawn = |key: &str, value: Value| {
        let mut document: Value = serde_json::from_str(&with("/weights", Value::Null)).unwrap();
        document["init"] = init.clone();
        document["init"][key] = value;
        document.to_string()
    };
    let rows = |count: usize| json!(vec![[0]; count]);
    let table = [
        // The network.
        (
            with("/layers", Value::Null),
            "layers: expected, but missing",
        ),
        (
            with("/layers", json!("2-2-1")),
            "layers: a list expected, a text found",
        ),
        (
            with("/layers", json!([2])),
            "layers: 2 to 12 expected for an input, at most 10 hidden layers and an output, 1 found",
        ),
        (
            with("/layers", json!(vec![1; 13])),
            "layers: 2 to 12 expected for an input, at most 10 hidden layers and an output, 13 found",
        ),
        (
            with("/layers/1", json!(0)),
            "layers[1]: a number from 1 to 16 expected, 0 found",
        ),
        (
            with("/layers/1", json!(17)),
            "layers[1]: a number from 1 to 16 expected, 17 found",
        ),
        (
            with("/layers/1", json!(2.5)),
            "layers[1]: a whole number expected, 2.5 found",
        ),
        (
            with("/layers/1", json!(true)),
            "layers[1]: a number expected, true or false found",
        ),
        (
            with("/activations", json!(["tanh"])),
            "activations: 2 expected for the layers after the input, 1 found",
        ),
        (
            with("/activations/0", json!("sigmoid")),
            "activations[0]: one of logistic, tanh, identity, relu, leaky-relu, softplus expected, \"sigmoid\" found",
        ),
        (
            with("/activations/0", json!(1)),
            "activations[0]: a name expected, a number found",
        ),
        (
            with("/bias", json!(1)),
            "bias: true or false expected, a number found",
        ),
        (
            with("/loss", json!("absolute")),
            "loss: one of squared, cross-entropy expected, \"absolute\" found",
        ),
        (
            with("/loss", json!("cross-entropy")),
            "activations[1]: one of logistic expected, \"tanh\" found",
        ),
        (
            with("/batch", json!({"size": 5, "order": "given"})),
            "batch.size: a number from 1 to 4 expected, 5 found",
        ),
        (
            with("/batch", json!({"size": 0, "order": "given"})),
            "batch.size: a number from 1 to 1000 expected, 0 found",
        ),
        (
            with("/batch", json!({"size": 2, "order": "random"})),
            "batch.order: one of given, shuffled expected, \"random\" found",
        ),
        (
            with("/batch", json!({"size": 2, "order": "given", "seed": 1})),
            "batch.seed: unknown key; the known ones are size, order",
        ),
        (
            with("/batch", json!({"size": 2, "order": "shuffled"})),
            "batch.seed: expected, but missing",
        ),
        (
            with(
                "/batch",
                json!({"size": 2, "order": "shuffled", "seed": -1}),
            ),
            "batch.seed: a number from 0 to 9007199254740991 expected, -1 found",
        ),
        (
            with(
                "/rule",
                json!({"name": "momentum", "rate": 1, "momentum": 1}),
            ),
            "rule.momentum: a number from 0 to 0.9999999999999999 expected, 1 found",
        ),
        (
            with("/rule", json!({"name": "adam", "rate": 1, "decay": 0.9})),
            "rule.decay: unknown key; the known ones are name, rate, beta1, beta2",
        ),
        // The data set.
        (
            with("/inputs", json!({})),
            "inputs: a list expected, an object found",
        ),
        (
            with("/inputs", json!([])),
            "inputs: 1 to 1000 expected in a data set, 0 found",
        ),
        (
            with("/inputs", rows(1001)),
            "inputs: 1 to 1000 expected in a data set, 1001 found",
        ),
        (
            with("/inputs/2", json!([1])),
            "inputs[2]: 2 expected as in the first row, 1 found",
        ),
        (
            with("/inputs/2", json!(1)),
            "inputs[2]: a list expected, a number found",
        ),
        (
            with("/inputs/2/1", Value::String("NaN".to_owned())),
            "inputs[2][1]: a number expected, a text found",
        ),
        (
            with("/inputs", json!([[1], [2], [3], [4]])),
            "inputs[0]: 2 expected for the units of the input layer, 1 found",
        ),
        (
            with("/targets", json!([[0], [1]])),
            "targets: 4 expected for 4 inputs, 2 found",
        ),
        (
            with("/targets", json!([[0, 1], [1, 0], [1, 0], [0, 1]])),
            "targets[0]: 1 expected for the units of the output layer, 2 found",
        ),
        // Initial values.
        (
            with("/weights", json!([0, 0, 0, 0, 0, 0, 0, 0])),
            "weights: 9 expected for layers 2-2-1 with biases, 8 found",
        ),
        (
            with("/bias", json!(false)),
            "weights: 6 expected for layers 2-2-1 without biases, 9 found",
        ),
        (
            with("/weights/3", json!([1])),
            "weights[3]: a number expected, a list found",
        ),
        (
            with("/weights", Value::Null),
            "exactly one of weights and init expected, neither found",
        ),
        (
            with("/init", init.clone()),
            "exactly one of weights and init expected, both found",
        ),
        (
            drawn("scheme", json!("glorot")),
            "init.scheme: one of uniform, normal, xavier, he expected, \"glorot\" found",
        ),
        (
            drawn("scale", json!(0)),
            "init.scale: a number above 0 and at most 1e300 expected, 0 found",
        ),
        (
            drawn("seed", json!(-1)),
            "init.seed: a number from 0 to 9007199254740991 expected, -1 found",
        ),
        // 2⁵³ + 1 is no number of a JSON parser that computes with doubles: it reads 2⁵³.
        (
            drawn("seed", json!(9_007_199_254_740_993_u64)),
            "init.seed: a number from 0 to 9007199254740991 expected, 9007199254740992 found",
        ),
        (
            drawn("sede", json!(1)),
            "init.sede: unknown key; the known ones are scheme, scale, seed",
        ),
        // What moves, and how.
        (
            with("/free", json!([])),
            "free: 1 to 9 expected for layers 2-2-1 with biases, 0 found",
        ),
        (
            with("/free", json!([0, 9])),
            "free[1]: a number from 0 to 8 expected, 9 found",
        ),
        (
            with("/free", json!([-1])),
            "free[0]: a number from 0 to 8 expected, -1 found",
        ),
        (
            with("/free", json!([3, 0, 3])),
            "free[2]: 3 found a second time",
        ),
        (
            with("/rule", json!("adam")),
            "rule: an object expected, a text found",
        ),
        (
            with("/rule/name", json!("sgd")),
            "rule.name: one of steepest-descent, momentum, adagrad, rmsprop, adam expected, \"sgd\" found",
        ),
        (
            with("/rule/rate", Value::Null),
            "rule.rate: expected, but missing",
        ),
        (
            with("/rule/rate", json!(0)),
            "rule.rate: a number above 0 expected, 0 found",
        ),
        (
            with("/rule/rate", json!(-1e300)),
            "rule.rate: a number above 0 expected, -1e300 found",
        ),
        (
            with("/steps", json!(0)),
            "steps: a number from 1 to 100000 expected, 0 found",
        ),
        (
            with("/steps", json!(1e9)),
            "steps: a number from 1 to 100000 expected, 1000000000 found",
        ),
        (
            with("/steps", json!(0.5)),
            "steps: a whole number expected, 0.5 found",
        ),
        // The rest.
        (
            with("/best_error", json!(-0.25)),
            "best_error: a number of at least 0 expected, -0.25 found",
        ),
        (
            with("/view", json!([])),
            "view: 1 or 2 expected for a picture, 0 found",
        ),
        (
            with("/view/1/weight", json!(9)),
            "view[1].weight: a number from 0 to 8 expected, 9 found",
        ),
        (
            with("/view/1/weight", json!(0)),
            "view[1].weight: 0 found a second time",
        ),
        (
            with("/view/0/to", json!(-8)),
            "view[0]: a range from low to high expected, -8 to -8 found",
        ),
        (
            with(
                "/view",
                json!([{"weight": 0, "from": -1.7e308, "to": 1e308}]),
            ),
            "view[0].from: a number from -1e300 to 1e300 expected, -1.7e308 found",
        ),
        (
            with("/view/1/to", json!(1.01e300)),
            "view[1].to: a number from -1e300 to 1e300 expected, 1.01e300 found",
        ),
        (
            with("/view/0", json!({"weight": 0, "from": 0, "to": 9e-151})),
            "view[0]: a range at least 1e-150 long expected there, 0 to 9e-151 found",
        ),
        (
            with(
                "/view/0",
                json!({"weight": 0, "from": -5e-324, "to": 5e-324}),
            ),
            "view[0]: a range at least 1e-150 long expected there, -5e-324 to 5e-324 found",
        ),
        (
            with(
                "/view/1",
                json!({"weight": 1, "from": -2, "to": -1.999_999_999_9}),
            ),
            "view[1]: a range at least 2e-10 long expected there, -2 to -1.9999999999 found",
        ),
        (
            with("/view/1", json!({"weight": 1, "from": 1, "to": -1})),
            "view[1]: a range from low to high expected, 1 to -1 found",
        ),
        (
            with("/view/0/from", Value::Null),
            "view[0].from: expected, but missing",
        ),
        (
            with("/weight", json!([0])),
            "weight: unknown key; the known ones are layers, activations, bias, inputs, targets, \
             loss, weights, init, free, rule, batch, steps, best_error, view",
        ),
    ];
    for (document, message) in table {
        assert_eq!(refusal(&document), message, "{document}");
    }
}

#[test]
fn a_text_that_is_no_document_is_named_with_its_place() {
    let text = whole().to_string();
    let table = [
        (
            String::new(),
            "not JSON at line 1, column 1: EOF while parsing a value",
        ),
        (
            "layers".to_owned(),
            "not JSON at line 1, column 1: expected value",
        ),
        (
            "{\n  \"layers\": [1, 2,]\n}".to_owned(),
            "not JSON at line 2, column 19: trailing comma",
        ),
        (
            "{} {}".to_owned(),
            "not JSON at line 1, column 4: trailing characters",
        ),
        (
            "{\"steps\": NaN}".to_owned(),
            "not JSON at line 1, column 11: expected value",
        ),
        (
            "{\"steps\": 1e999}".to_owned(),
            "not JSON at line 1, column 15: number out of range",
        ),
        (
            "[".repeat(200),
            "not JSON at line 1, column 128: recursion limit exceeded",
        ),
        ("[]".to_owned(), "an object expected, a list found"),
        ("null".to_owned(), "an object expected, null found"),
        (
            text.replace("\"bias\":", "\"layers\":"),
            "layers: this key stands here twice",
        ),
        (
            text.replace("\"rate\":", "\"name\":"),
            "rule.name: this key stands here twice",
        ),
        // A terminal must not obey what a document says.
        (
            r#"{"\u001b[2J":1}"#.to_owned(),
            "\\u{1b}[2J: unknown key; the known ones are layers, activations, bias, inputs, \
             targets, loss, weights, init, free, rule, batch, steps, best_error, view",
        ),
    ];
    for (document, message) in table {
        assert_eq!(refusal(&document), message, "{document}");
    }
}

/// 16-16-…-16 with 1000 samples: each limit alone would allow it.
#[test]
fn what_is_allowed_alone_may_be_too_much_together() {
    let large = |samples: usize, steps: usize| {
        json!({
            "layers": [16, 16, 16],
            "activations": ["tanh", "tanh"],
            "bias": true,
            "inputs": vec![vec![0.5; 16]; samples],
            "targets": vec![vec![0.5; 16]; samples],
            "init": {"scheme": "xavier", "scale": 1, "seed": 1},
            "rule": {"name": "steepest-descent", "rate": 0.1},
            "steps": steps
        })
    };
    let message = |samples, steps| refusal(&large(samples, steps).to_string());
    assert_eq!(
        message(1, 100_000),
        "steps: weights × steps is 54400000, the limit is 20000000"
    );
    assert_eq!(
        message(1000, 10_000),
        "steps: weights × samples × steps is 5440000000, the limit is 2000000000"
    );
    assert_eq!(message(1000, 1000), "accepted");
}

/// A page's objects hold what JSON has no words for.
#[test]
fn what_no_text_can_say_is_named_with_its_place() {
    let foreign = |name: &str| Tree::Foreign(name.to_owned());
    let table = [
        (
            "layers",
            foreign("Map"),
            "layers: a list expected, Map found",
        ),
        (
            "rule",
            foreign("function"),
            "rule: an object expected, function found",
        ),
        (
            "free",
            foreign("undefined"),
            "free: a list expected, undefined found",
        ),
        (
            "weights",
            Tree::List(vec![foreign("a\nb")]),
            "weights[0]: a number expected, a\\u{a}b found",
        ),
        (
            "steps",
            Tree::Number(f64::NAN),
            "steps: a finite number expected, NaN found",
        ),
        (
            "layers",
            Tree::List(vec![Tree::Number(f64::INFINITY)]),
            "layers[0]: a finite number expected, inf found",
        ),
        (
            "best_error",
            Tree::Number(f64::NAN),
            "best_error: a finite number expected, NaN found",
        ),
        (
            "inputs",
            Tree::List(vec![Tree::List(vec![Tree::Number(f64::NAN); 2]); 4]),
            "inputs[0][0]: a finite number expected, NaN found",
        ),
        (
            "more",
            foreign("bigint"),
            "more: unknown key; the known ones are layers, activations, bias, inputs, targets, loss, \
             weights, init, free, rule, batch, steps, best_error, view",
        ),
    ];
    for (key, value, message) in table {
        let document: Tree = serde_json::from_value(whole()).unwrap();
        let Tree::Object(mut entries) = document else {
            unreachable!()
        };
        entries.retain(|(found, _)| found != key);
        entries.push((key.to_owned(), value));
        let refused = Experiment::from_document(&Tree::Object(entries)).unwrap_err();
        assert_eq!(refused.to_string(), message);
    }
}

/// The API takes numbers that JSON has no words for.
#[test]
fn numbers_that_are_not_finite_are_refused() {
    let experiment = Experiment::parse(&whole().to_string()).unwrap();
    let message = |result: Result<Experiment, backprop::Error>| result.unwrap_err().to_string();
    let mut weights = experiment.start().to_vec();
    weights[4] = f64::NAN;
    assert_eq!(
        message(experiment.with_start(weights)),
        "weights[4]: a finite number expected, NaN found"
    );
    assert_eq!(
        message(experiment.with_rate(f64::INFINITY)),
        "rule.rate: a finite number expected, inf found"
    );
    let axis = Axis {
        weight: 0,
        from: f64::NEG_INFINITY,
        to: 0.0,
    };
    let parts = Parts {
        view: Some(vec![axis]),
        ..experiment.parts().clone()
    };
    assert_eq!(
        message(Experiment::new(parts)),
        "view[0].from: a finite number expected, -inf found"
    );
    assert_eq!(
        message(experiment.with_steps(100_001)),
        "steps: a number from 1 to 100000 expected, 100001 found"
    );
    let seed = limits::MOST_SEED + 1;
    let (scheme, scale) = (Scheme::He, 1.0);
    let initial = Initial::Drawn(Draw {
        scheme,
        scale,
        seed,
    });
    let parts = Parts {
        initial,
        ..experiment.parts().clone()
    };
    assert_eq!(
        message(Experiment::new(parts)),
        "init.seed: a number from 0 to 9007199254740991 expected, 9007199254740992 found"
    );
}

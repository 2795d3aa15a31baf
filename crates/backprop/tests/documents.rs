//! The document of an experiment: what is refused and in which words, and what comes back.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Axis, Draw, Experiment, Initial, Parts, Scheme, limits};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

/// An experiment in which every key appears that may.
fn whole() -> Value {
    json!({
        "layers": [2, 2, 1],
        "activations": ["logistic", "tanh"],
        "bias": true,
        "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]],
        "targets": [[0], [1], [1], [0]],
        "weights": [0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.9],
        "free": [0, 1],
        "rule": {"name": "steepest-descent", "rate": 0.5},
        "steps": 2000,
        "best_error": 0.0,
        "view": [{"weight": 0, "from": -8, "to": 8}, {"weight": 1, "from": -8, "to": 8}]
    })
}

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
fn the_whole_document_is_accepted() {
    let experiment = Experiment::parse(&whole().to_string()).unwrap();
    assert_eq!(experiment.start()[8], 0.9);
    assert_eq!(experiment.view().len(), 2);
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
            "activations[0]: one of logistic, tanh, identity, relu expected, \"sigmoid\" found",
        ),
        (
            with("/activations/0", json!(1)),
            "activations[0]: a name expected, a number found",
        ),
        (
            with("/bias", json!(1)),
            "bias: true or false expected, a number found",
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
            "rule.name: one of steepest-descent expected, \"sgd\" found",
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
            "view[0]: a range from low to high expected, -1.7e308 to 1e308 found",
        ),
        (
            with("/view/0/from", Value::Null),
            "view[0].from: expected, but missing",
        ),
        (
            with("/weight", json!([0])),
            "weight: unknown key; the known ones are layers, activations, bias, inputs, targets, \
             weights, init, free, rule, steps, best_error, view",
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
            "not JSON at line 1, column 0: EOF while parsing a value",
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
             targets, weights, init, free, rule, steps, best_error, view",
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
    assert_eq!(
        message(experiment.with_view(vec![axis])),
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

#[test]
fn a_view_is_chosen_where_there_is_none() {
    let parse = |text: &str| Experiment::parse(text).unwrap();
    let weights = |experiment: &Experiment| -> Vec<usize> {
        experiment.view().iter().map(|axis| axis.weight).collect()
    };
    let free: Value = json!([4, 7, 2]);
    let mut document: Value = serde_json::from_str(&with("/free", free)).unwrap();
    document["view"].take();
    document.as_object_mut().unwrap().remove("view");
    let experiment = parse(&document.to_string());
    assert_eq!(weights(&experiment), [2, 4]);
    assert!(experiment.is_projection());
    assert_eq!(
        (experiment.view()[0].from, experiment.view()[0].to),
        (-8.0, 8.0)
    );

    // It reaches as far as the start, stays when the start moves, and never ends at infinity.
    document["weights"][2] = json!(-20);
    let far = parse(&document.to_string());
    assert_eq!((far.view()[0].from, far.view()[0].to), (-25.0, 25.0));
    let moved = far.with_start(vec![0.0; 9]).unwrap();
    assert_eq!(moved.view(), far.view());
    document["weights"][2] = json!(1.7e308);
    let axis = parse(&document.to_string()).view()[0];
    assert!((axis.to - axis.from).is_finite());

    document["free"] = json!([5]);
    let one = parse(&document.to_string());
    assert_eq!(weights(&one), [5]);
    assert!(!one.is_projection());
}

/// Any number that is finite, with all its digits.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        -10.0..10.0_f64,
        any::<f64>().prop_filter("finite", |x| x.is_finite()),
        Just(0.1 + 0.2),
        Just(-0.0),
        Just(5e-324),
    ]
}

/// Any JSON value, not too deep.
fn value() -> impl Strategy<Value = Value> {
    let keys = "[a-z_]{0,8}|weight|from|to|rate|name|scheme|scale|seed";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-2..20_i64).prop_map(Value::from),
        "tanh|relu|logistic|identity|steepest-descent|he|.{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((keys, inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Every place in a document, as a JSON pointer.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                found.push(format!("{at}/{key}"));
                places(value, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                found.push(format!("{at}/{index}"));
                places(value, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// A document is refused in a sentence, or it can be trained: a few steps show that nothing that
/// is accepted makes anything panic.
fn stands_up_to(text: &str) -> Result<(), TestCaseError> {
    match Experiment::parse(text) {
        Err(error) => prop_assert!(!error.to_string().is_empty()),
        Ok(experiment) => {
            let again = Experiment::parse(&experiment.to_json()).unwrap();
            prop_assert_eq!(again.start(), experiment.start());
            let short = experiment.with_steps(3).unwrap();
            let verdict = short.run().verdict;
            prop_assert!(!verdict.kind.name().is_empty());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Experiment::parse(&String::from_utf8_lossy(&bytes)).is_err());
    }

    #[test]
    fn any_json_is_refused_or_trained(value in value()) {
        stands_up_to(&value.to_string())?;
    }

    #[test]
    fn a_document_with_one_value_exchanged_is_refused_or_trained(
        place in any::<prop::sample::Index>(),
        value in value(),
    ) {
        let mut document = whole();
        let mut all = Vec::new();
        places(&document, "", &mut all);
        *document.pointer_mut(place.get::<String>(&all)).unwrap() = value;
        stands_up_to(&document.to_string())?;
    }

    #[test]
    fn a_document_with_one_byte_exchanged_is_refused_or_trained(
        place in any::<prop::sample::Index>(),
        byte in prop::sample::select(b"0123456789-+.eE[]{},:\" \ntfn\0\x7f".to_vec()),
    ) {
        let mut text = whole().to_string().into_bytes();
        *place.get_mut(&mut text) = byte;
        stands_up_to(&String::from_utf8_lossy(&text))?;
    }

    #[test]
    fn what_is_written_is_read_as_the_same(
        weights in prop::collection::vec(number(), 9),
        targets in prop::collection::vec(prop::array::uniform1(number()), 4),
        free in prop::sample::subsequence((0..9_usize).collect::<Vec<_>>(), 1..9),
        rate in number().prop_map(f64::abs).prop_filter("above 0", |rate| *rate > 0.0),
        steps in 1..=100_000_usize,
        seed in prop::option::of(0..=limits::MOST_SEED),
        best in prop::option::of(number().prop_map(f64::abs)),
        bias in any::<bool>(),
    ) {
        let mut document = whole();
        document["targets"] = json!(targets);
        document["free"] = json!(free);
        document["rule"]["rate"] = json!(rate);
        document["steps"] = json!(steps);
        let entries = document.as_object_mut().unwrap();
        entries.remove("best_error");
        if let Some(best) = best {
            entries.insert("best_error".to_owned(), json!(best));
        }
        if let Some(seed) = seed {
            entries.remove("weights");
            let init = json!({"scheme": "normal", "scale": rate, "seed": seed});
            entries.insert("init".to_owned(), init);
        } else {
            document["weights"] = json!(weights);
        }
        if seed.is_some() && !bias {
            document["bias"] = json!(false);
            document["free"] = json!([5, 0]);
        }
        // A scale may be so large that the draw overflows; that is refused by name.
        let Ok(experiment) = Experiment::parse(&document.to_string()) else {
            return Ok(());
        };
        let text = experiment.to_json();
        let again = Experiment::parse(&text).unwrap();
        prop_assert_eq!(&again, &experiment);
        prop_assert_eq!(again.to_json(), text);
        let bits = |values: &[f64]| -> Vec<u64> { values.iter().map(|w| w.to_bits()).collect() };
        prop_assert_eq!(bits(again.start()), bits(experiment.start()));
    }
}

/// A default view is written out: another reader sees the same picture.
#[test]
fn the_chosen_view_is_written() {
    let experiment = Experiment::parse(&common::document(&common::B, &[0.5])).unwrap();
    let again = Experiment::parse(&experiment.to_json()).unwrap();
    assert_eq!(again.view(), experiment.view());
    assert_eq!(again.to_json(), experiment.to_json());
    let written: Value = serde_json::from_str(&experiment.to_json()).unwrap();
    let expected = json!({
        "layers": [1, 1],
        "activations": ["logistic"],
        "bias": false,
        "inputs": [[10.0], [1.0]],
        "targets": [[0.1], [0.9]],
        "weights": [0.5],
        "rule": {"name": "steepest-descent", "rate": 0.5},
        "steps": 2000,
        "view": [{"weight": 0, "from": -8.0, "to": 8.0}]
    });
    assert_eq!(written, expected);
    // One key a line, the network first.
    let text = experiment.to_json();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[1], r#"  "layers": [1,1],"#);
    assert_eq!((lines.len(), lines[8]), (11, r#"  "steps": 2000,"#));
}

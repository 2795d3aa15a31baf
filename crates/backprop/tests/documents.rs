//! Whatever stands in a document, reading it ends in a sentence or in an experiment; and what is
//! written is read as the same.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Experiment, Loss, Value as Tree, limits};
use common::whole;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

fn text(experiment: &Experiment) -> String {
    serde_json::to_string(&experiment.to_document()).unwrap()
}

#[test]
fn the_whole_document_is_accepted() {
    let experiment = Experiment::parse(&whole().to_string()).unwrap();
    assert_eq!(experiment.start()[8], 0.9);
    assert_eq!(experiment.view().len(), 2);
}

/// A loss is written only where it is not the one that an absent key means.
#[test]
fn the_lectures_loss_need_not_be_said() {
    let said = Experiment::parse(&whole().to_string()).unwrap();
    let mut document = whole();
    document.as_object_mut().unwrap().remove("loss");
    let unsaid = Experiment::parse(&document.to_string()).unwrap();
    assert_eq!(said, unsaid);
    assert_eq!(said.problem().loss(), Loss::SquaredError);
    let Tree::Object(entries) = said.to_document() else {
        panic!("a document is an object");
    };
    assert!(entries.iter().all(|(key, _)| key != "loss"));
    // d̄ = ½ on all four samples.
    assert_eq!(said.problem().constant_error(), 0.5);
}

#[test]
fn a_view_is_chosen_where_there_is_none() {
    let parse = |text: &str| Experiment::parse(text).unwrap();
    let weights = |experiment: &Experiment| -> Vec<usize> {
        experiment.view().iter().map(|axis| axis.weight).collect()
    };
    let mut document = whole();
    document["free"] = json!([4, 7, 2]);
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
        "tanh|relu|softplus|logistic|identity|steepest-descent|he|.{0,6}".prop_map(Value::from),
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
            let again = Experiment::from_document(&experiment.to_document()).unwrap();
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
        let text = text(&experiment);
        let again = Experiment::parse(&text).unwrap();
        prop_assert_eq!(&again, &experiment);
        prop_assert_eq!(again.to_document(), experiment.to_document());
        // Of equal numbers, the zeros might differ in their sign.
        prop_assert_eq!(self::text(&again), text);
        let bits = |values: &[f64]| -> Vec<u64> { values.iter().map(|w| w.to_bits()).collect() };
        prop_assert_eq!(bits(again.start()), bits(experiment.start()));
    }
}

#[test]
fn a_zero_keeps_its_sign_and_a_long_number_its_exponent() {
    let document = common::document(&common::B, &[-0.0]);
    let document = document.replace(r#""rate":0.5"#, r#""rate":1e-300"#);
    let text = text(&Experiment::parse(&document).unwrap());
    let again = Experiment::parse(&text).unwrap();
    assert!(again.start()[0].is_sign_negative());
    assert!(text.contains(r#""rate":1e-300"#), "{text}");
}

/// A default view is written out: another reader sees the same picture.
#[test]
fn the_chosen_view_is_written() {
    let experiment = Experiment::parse(&common::document(&common::B, &[0.5])).unwrap();
    let document = experiment.to_document();
    let again = Experiment::from_document(&document).unwrap();
    assert_eq!(again.view(), experiment.view());
    assert_eq!(again.to_document(), document);
    let written = serde_json::to_value(&document).unwrap();
    let expected = json!({
        "layers": [1, 1],
        "activations": ["logistic"],
        "bias": false,
        "inputs": [[10], [1]],
        "targets": [[0.1], [0.9]],
        "weights": [0.5],
        "rule": {"name": "steepest-descent", "rate": 0.5},
        "steps": 2000,
        "view": [{"weight": 0, "from": -8, "to": 8}]
    });
    assert_eq!(written, expected);
    // The network first, and whole numbers as people write them.
    let text = text(&experiment);
    let begin = r#"{"layers":[1,1],"activations":["logistic"],"bias":false,"#;
    assert!(text.starts_with(begin), "{text}");
}

/// Any tree that JSON has words for, keys that stand there twice included.
fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::from),
        number().prop_map(Tree::from),
        any::<i64>().prop_map(|whole| Tree::Number(whole as f64)),
        any::<String>().prop_map(Tree::Text),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        let entry = ("a|b|.{0,3}", inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Tree::List),
            prop::collection::vec(entry, 0..5).prop_map(Tree::Object),
        ]
    })
}

proptest! {
    #[test]
    fn a_tree_comes_back_from_its_text(tree in tree()) {
        let text = serde_json::to_string(&tree).unwrap();
        let again: Tree = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&again, &tree);
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), text);
    }
}

#[test]
fn what_no_document_can_hold_has_no_text() {
    let tree = Tree::List(vec![Tree::Foreign("undefined".to_owned())]);
    let refused = serde_json::to_string(&tree).unwrap_err();
    assert_eq!(refused.to_string(), "undefined has no place in JSON");
}

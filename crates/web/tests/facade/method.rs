//! Rules, losses and batches through the façade: facts K, L and M, and what it tells of an update.

use downhill_web::{Lab, losses, rules};
use js_sys::Array;
use lessons::Fact;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{get, numbers, parsed};

fn open(fact: Fact, start: f64) -> Lab {
    let mut lab = Lab::new(&parsed(fact.document())).unwrap();
    lab.set_start(start, None).unwrap();
    lab
}

/// Where a run of the first weight ends, and how.
fn end(lab: &mut Lab) -> (f64, String) {
    assert!(lab.advance(usize::MAX));
    let kind = get(&lab.verdict(), "kind").as_string().unwrap();
    (lab.weights_at_step(usize::MAX)[0], kind)
}

/// One identity unit, sample (1 → 1), from 3 with ε = 0.1.
#[wasm_bindgen_test]
fn three_steps_are_those_worked_by_hand() {
    let expected = [
        ("steepest-descent", [2.8, 2.62, 2.458]),
        ("momentum", [2.8, 2.44, 1.972]),
        ("adagrad", [2.9, 2.831_125_055, 2.775_821_516]),
        ("rmsprop", [2.683_772_239, 2.473_875_321, 2.308_717_876]),
        ("adam", [2.9, 2.800_166_487, 2.700_623_393]),
    ];
    let known = Array::from(&rules());
    assert_eq!(known.length() as usize, expected.len());
    for ((name, expected), known) in expected.into_iter().zip(known.iter()) {
        assert_eq!(get(&known, "name").as_string().unwrap(), name);
        let mut lab = open(Fact::Parabola, 3.0);
        let rule = format!(r#"{{"name": "{name}", "rate": 0.1}}"#);
        lab.set_method("rule", &parsed(&rule)).unwrap();
        lab.advance(3);
        for (step, expected) in expected.into_iter().enumerate() {
            let found = lab.weights_at_step(step + 1)[0];
            assert!((found - expected).abs() < 1e-9, "{name}: {found}");
        }
    }
}

#[wasm_bindgen_test]
fn other_rules_and_losses_end_as_they_should() {
    for (rule, start, weight, kind) in [
        (
            r#"{"name":"momentum","rate":0.5}"#,
            6.0,
            2.197_224,
            "local-minimum",
        ),
        (
            r#"{"name":"momentum","rate":0.5}"#,
            8.0,
            7.5970,
            "vanishing-gradient",
        ),
        (
            r#"{"name":"adam","rate":0.05}"#,
            8.0,
            2.197_224,
            "local-minimum",
        ),
        (
            r#"{"name":"adam","rate":0.05}"#,
            -8.0,
            -0.154_802,
            "converged",
        ),
    ] {
        let mut lab = open(Fact::TwoMinima, start);
        lab.set_method("rule", &parsed(rule)).unwrap();
        let (found, ended) = end(&mut lab);
        assert!((found - weight).abs() < 1e-3, "{rule}: {found}");
        assert_eq!(ended, kind, "{rule} from {start}");
    }
    assert_eq!(Array::from(&losses()).length(), 2);
    for start in [-8.0, 8.0] {
        let mut lab = open(Fact::TwoMinima, start);
        lab.set_method("loss", &"cross-entropy".into()).unwrap();
        lab.set_rate(0.05).unwrap();
        let (found, ended) = end(&mut lab);
        assert!((found + 0.177_892_74).abs() < 1e-3, "{found}");
        assert_eq!(ended, "converged");
        // And back again.
        lab.set_method("loss", &JsValue::UNDEFINED).unwrap();
        assert_eq!(lab.loss(), "squared");
    }
}

/// What the inspector writes of an update is what the run has done.
#[wasm_bindgen_test]
fn an_update_is_told_with_its_state_and_its_samples() {
    let mut lab = open(Fact::TwoMinima, 6.0);
    lab.set_method("rule", &parsed(r#"{"name":"momentum","rate":0.5}"#))
        .unwrap();
    lab.set_method("batch", &parsed(r#"{"size":1,"order":"given"}"#))
        .unwrap();
    lab.advance(50);
    for step in [0, 7, 49] {
        let update = lab.weight_update(step, 0);
        assert_eq!(numbers(&get(&update, "samples")), [(step % 2) as f64]);
        let [before, after] = ["before", "after"].map(|key| numbers(&get(&update, key))[0]);
        let gradient = get(&update, "gradient").as_f64().unwrap();
        assert!((after - (0.9 * before - 0.5 * gradient)).abs() < 1e-15);
        let moved = lab.weights_at_step(step + 1)[0] - lab.weights_at_step(step)[0];
        assert!((moved - after).abs() < 1e-12, "{moved}, {after}");
    }
}

/// A refusal changes nothing.
#[wasm_bindgen_test]
fn a_loss_that_does_not_fit_is_refused() {
    let mut lab = open(Fact::Parabola, 3.0);
    let refused = lab.set_method("loss", &"cross-entropy".into()).unwrap_err();
    assert_eq!(
        get(&refused, "place").as_string().unwrap(),
        "activations[0]"
    );
    assert_eq!(lab.loss(), "squared");
    let refused = lab
        .set_method("batch", &parsed(r#"{"size":2,"order":"given"}"#))
        .unwrap_err();
    assert_eq!(get(&refused, "place").as_string().unwrap(), "batch.size");
}

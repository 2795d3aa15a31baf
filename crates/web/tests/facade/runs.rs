//! The lecture's facts through the façade: ends, evidence, and the bits of a native run.

use downhill_web::{Judge, thresholds};
use js_sys::JSON;
use lessons::Fact;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bits;
use crate::page::{get, lab, number, text, verdict, written};

/// Each fact's starts with the verdict and the final error of the checked list.
#[wasm_bindgen_test]
fn facts_end_as_they_should() {
    let facts: [(Fact, &[f64], &str, f64); 13] = [
        (Fact::OneSample, &[4.0], "converged", 0.0),
        (Fact::OneSample, &[6.0], "still-descending", 0.01906),
        (Fact::OneSample, &[8.0], "vanishing-gradient", 0.019928),
        (Fact::TwoMinima, &[-1.0], "converged", 0.0990357),
        (Fact::TwoMinima, &[1.0], "local-minimum", 0.405),
        (Fact::Plateau, &[0.0, 0.0], "converged", 0.001285),
        (Fact::Plateau, &[-8.0, 8.0], "still-descending", 0.69232),
        (Fact::Plateau, &[8.0, 8.0], "vanishing-gradient", 0.05499),
        (Fact::FourMinima, &[1.0, -1.0], "local-minimum", 0.504036),
        (Fact::Valley, &[0.0, 0.0], "saddle", 0.125),
        (Fact::Valley, &[5.0, 5.0], "vanishing-gradient", 0.12495),
        (Fact::Mirror, &[1.0, 1.0], "converged", 2.02e-5),
        (Fact::Parabola, &[3.0], "converged", 0.0),
    ];
    for (fact, start, kind, error) in facts {
        let verdict = verdict(&mut lab(fact, start));
        assert_eq!(text(&verdict, "kind"), kind, "{fact:?} from {start:?}");
        let found = number(&verdict, "error");
        assert!((found - error).abs() < 1e-5, "{fact:?}: E = {found}");
    }
}

#[wasm_bindgen_test]
fn the_rate_decides_on_a_parabola() {
    let rates = [
        (0.01, "still-descending"),
        (1.9, "converged"),
        (2.0, "oscillating"),
        (2.1, "diverged"),
    ];
    for (rate, kind) in rates {
        let mut lab = lab(Fact::Parabola, &[3.0]);
        lab.set_rate(rate).unwrap();
        assert_eq!(text(&verdict(&mut lab), "kind"), kind, "ε = {rate}");
    }
}

/// The weights after the next step come from the record, and at its end from the rule.
#[wasm_bindgen_test]
fn a_state_knows_the_next_weights() {
    let mut lab = lab(Fact::TwoMinima, &[8.0]);
    let first = |state: &JsValue, key: &str| {
        let list: js_sys::Array = get(state, key).unchecked_into();
        list.get(0).as_f64().unwrap()
    };
    let at_start = lab.state(0);
    lab.advance(usize::MAX);
    assert_eq!(first(&lab.state(0), "next"), first(&at_start, "next"));
    for step in [0, 1, 1000] {
        let next = first(&lab.state(step + 1), "weights");
        assert_eq!(first(&lab.state(step), "next"), next, "step {step}");
    }
    let end = lab.state(usize::MAX);
    let next = first(&end, "weights") - lab.rate() * first(&end, "gradient");
    assert_eq!(first(&end, "next"), next);
}

#[wasm_bindgen_test]
fn a_verdict_has_its_evidence() {
    let verdict = verdict(&mut lab(Fact::TwoMinima, &[1.0]));
    let swing = get(&verdict, "swing");
    assert!(number(&swing, "length") < 1.0);
    assert!(number(&swing, "pairs") > 0.0);
    let bottom = get(&verdict, "bottom");
    assert!(number(&bottom, "fall") < number(&thresholds(), "fall_ahead"));
    assert!(get(&verdict, "cause").is_null() && get(&verdict, "smallest_factor").is_null());
    let eigenvalues: js_sys::Array = get(&verdict, "eigenvalues").unchecked_into();
    assert!(eigenvalues.get(0).as_f64().unwrap() > 0.0);

    let stalled = self::verdict(&mut lab(Fact::FourMinima, &[8.0, -1.0]));
    assert_eq!(text(&stalled, "cause"), "balance-and-saturation");
    assert!(number(&stalled, "pull") > number(&thresholds(), "pull"));
    assert_eq!(number(&get(&stalled, "balance"), "sample"), 2.0);
    let slope = get(&stalled, "smallest_factor");
    assert_eq!(number(&slope, "layer"), 1.0);
}

/// What a worker finds is what the page finds by itself.
#[wasm_bindgen_test]
fn a_judge_finds_the_same_verdict() {
    let json = |value: &JsValue| String::from(JSON::stringify(value).unwrap());
    for (fact, start) in [
        (Fact::TwoMinima, &[1.0][..]),
        (Fact::FourMinima, &[8.0, -1.0]),
        (Fact::Valley, &[1.0, 1.0]),
    ] {
        let mut lab = lab(fact, start);
        assert!(lab.ending().is_none());
        lab.advance(usize::MAX);
        let ending = lab.ending().unwrap();

        let mut judge = Judge::new(&lab.document(), None).unwrap();
        let mut before = 0.0;
        while !judge.search(100) {
            assert!(judge.share() >= before && judge.share() < 1.0);
            before = judge.share();
        }
        let nothing = js_sys::Function::new_no_args("");
        assert!(
            judge
                .judge(&ending[1..], lab.steps_done(), &nothing)
                .is_undefined()
        );
        let found = judge.judge(&ending, lab.steps_done(), &nothing);
        assert_eq!(json(&get(&found, "verdict")), json(&lab.verdict()));
        assert_eq!(judge.best_error(), lab.best_error());
        // One whole curve of solutions: E does not change along it.
        let has_flat = get(&found, "flat").is_object();
        assert_eq!(has_flat, fact == Fact::Valley);
    }
}

/// The same numbers as a terminal shows: the core gives the same bits on every platform.
#[wasm_bindgen_test]
fn a_run_has_the_same_bits_as_natively() {
    let mut lab = lab(Fact::TwoMinima, &[1.0]);
    lab.advance(usize::MAX);
    let expected = backprop::Experiment::parse(&written(&lab)).unwrap().run();
    let end = lab.weights_at_step(usize::MAX);
    assert_eq!(end, expected.record.last_weights());
    // What `downhill run` prints for this experiment in a terminal.
    assert_eq!(end, [2.197_094_897_743_665_5]);
}

/// A table of runs that was made natively: activations, losses, rules, networks and data sets.
#[wasm_bindgen_test]
fn runs_have_the_bits_of_the_table() {
    bits::assert_made();
}

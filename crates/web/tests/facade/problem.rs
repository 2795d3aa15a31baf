//! The reader's own problem through the façade: numbers by the browser's reader, refusals as objects,
//! documents in and out.

use downhill_web::{Lab, cost, read_number, read_table, ready_problem, ready_problems};
use js_sys::{Array, JSON};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{get, number, text};

fn written(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

#[wasm_bindgen_test]
fn numbers_are_read_to_the_last_bit() {
    for wanted in [0.1, 1.0 / 3.0, 5e-324, f64::MAX, -123_456_789.123_456_79] {
        assert_eq!(read_number(&wanted.to_string()), Some(wanted));
    }
    assert_eq!(read_number("－２，５"), Some(-2.5));
    for none in ["", "1e999", "0x10", "Infinity", "1 2"] {
        assert_eq!(read_number(none), None, "{none}");
    }
}

#[wasm_bindgen_test]
fn a_table_is_rows_or_a_refusal_with_its_place() {
    let table = read_table("x;d\n0,5;1\n").unwrap();
    assert_eq!(written(&table), r#"{"header":["x","d"],"rows":[[0.5,1]]}"#);
    let refused = read_table("0,1\n1,0\n2,x\n").unwrap_err();
    assert_eq!(
        (number(&refused, "line"), number(&refused, "column")),
        (3.0, 2.0)
    );
    assert_eq!(text(&refused, "kind"), "not-a-number");
    assert_eq!(text(&get(&refused, "values"), "found"), "x");
}

#[wasm_bindgen_test]
fn what_is_ready_opens_and_takes_another_shape() {
    for ready in Array::from(&ready_problems()).iter() {
        let document = ready_problem(&text(&ready, "name"), 3.0).unwrap();
        assert!(Lab::new(&document).is_ok(), "{ready:?}");
    }
    assert_eq!(
        text(&ready_problem("xnor", 1.0).unwrap_err(), "kind"),
        "not-one-of"
    );
    assert_eq!(
        text(&ready_problem("moons", 0.5).unwrap_err(), "kind"),
        "not-whole"
    );

    let lab = Lab::new(&ready_problem("two-two-two", 1.0).unwrap()).unwrap();
    let freed = lab.with_free(vec![0]).unwrap();
    assert_eq!(written(&get(&freed, "free")), "[0]");
    assert_eq!(
        text(&lab.with_free(vec![12]).unwrap_err(), "place"),
        "free[0]"
    );
    assert_eq!(
        text(&lab.with_start(vec![0.0]).unwrap_err(), "place"),
        "weights"
    );

    // Without its second hidden unit, and with one between the others.
    let after = JSON::parse(
        r#"{"layers": [2, 2, 2], "activations": ["tanh", "logistic"], "bias": true,
            "inputs": [[0.05, 0.1]], "targets": [[0.01, 0.99]],
            "init": {"scheme": "uniform", "scale": 1, "seed": 1},
            "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 10}"#,
    );
    let carried = lab
        .carried_over(&after.unwrap(), &[0, 1, -1, 2, 4, 5])
        .unwrap();
    let weights = Array::from(&get(&carried, "weights"));
    let weight = |index: u32| weights.get(index).as_f64().unwrap();
    assert_eq!(
        [3, 4, 5, 7, 8, 10, 11].map(weight),
        [0.15, 0.2, 0.35, 0.4, 0.6, 0.5, 0.6]
    );
    assert_eq!(written(&get(&carried, "free")), "[0,1,2,3,4,6,7,9,10]");
}

#[wasm_bindgen_test]
fn inputs_are_standardised_and_a_cost_is_told() {
    let lab = Lab::new(&ready_problem("exam-marks", 1.0).unwrap()).unwrap();
    let standard = lab.standardised();
    let columns = Array::from(&get(&standard, "columns"));
    assert!((number(&columns.get(0), "mean") - 50.4).abs() < 1e-12);
    let rows = Array::from(&get(&standard, "inputs"));
    assert_eq!(rows.length(), 5);
    let told = cost(&[2, 2, 1], true, 4.0, 2000.0);
    assert_eq!(
        (number(&told, "weights"), number(&told, "work")),
        (9.0, 72_000.0)
    );
    assert_eq!(get(&told, "allowed"), JsValue::TRUE);
}

//! Documents in and out, and errors as objects.

use downhill_web::{Lab, chain};
use js_sys::Reflect;
use lessons::{Fact, LESSONS};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{get, lab, number, parsed, text, written};

#[wasm_bindgen_test]
fn a_refusal_is_an_object_and_changes_nothing() {
    let mut lab = lab(Fact::TwoMinima, &[1.0]);
    let before = written(&lab);
    for rate in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let problem = lab.set_rate(rate).unwrap_err();
        assert_eq!(text(&problem, "kind"), "out-of-range");
        assert_eq!(text(&problem, "place"), "rule.rate");
    }
    for (steps, kind, found) in [
        (0.0, "out-of-range", Some(0.0)),
        (1.5, "not-whole", Some(1.5)),
        (-3.0, "out-of-range", Some(-3.0)),
        (100_001.0, "out-of-range", Some(100_001.0)),
        (f64::NAN, "out-of-range", None),
    ] {
        let problem = lab.set_steps(steps).unwrap_err();
        assert_eq!(text(&problem, "place"), "steps", "{steps}");
        assert_eq!(text(&problem, "kind"), kind, "{steps}");
        // What is not finite is said in words.
        assert_eq!(get(&get(&problem, "values"), "found").as_f64(), found);
    }
    assert!(lab.set_start(f64::NAN, None).is_err());
    assert_eq!(written(&lab), before);

    let broken = parsed(&before.replace("[1,1]", "[1,2]"));
    let broken = Lab::new(&broken).err().unwrap();
    assert_eq!(text(&broken, "kind"), "count");
    let values = get(&broken, "values");
    assert!(number(&values, "found") < number(&values, "least"));
}

/// What a piece of JavaScript gives, `d` being a sound document of one weight.
fn evaluated(code: &str) -> JsValue {
    let function = js_sys::Function::new_with_args("d", code);
    let document = parsed(Fact::TwoMinima.document());
    function.call1(&JsValue::NULL, &document).unwrap()
}

#[wasm_bindgen_test]
fn what_is_no_document_is_refused_with_its_place() {
    for (code, message) in [
        ("return undefined", "an object expected, undefined found"),
        ("return '{}'", "an object expected, a text found"),
        ("return () => d", "an object expected, function found"),
        ("return new Map()", "an object expected, Map found"),
        ("return 1n", "an object expected, bigint found"),
        (
            "d.layers = undefined; return d",
            "layers: a list expected, undefined found",
        ),
        (
            "d.inputs[1] = new Float64Array(1); return d",
            "inputs[1]: a list expected, Float64Array found",
        ),
        (
            "d.weights = [,]; return d",
            "weights[0]: a number expected, undefined found",
        ),
        (
            "d.weights = [new Date()]; return d",
            "weights[0]: a number expected, Date found",
        ),
        (
            "d.rule.name = Symbol(); return d",
            "rule.name: a name expected, symbol found",
        ),
        (
            "d.rule = new (class Rule {}); return d",
            "rule: an object expected, Rule found",
        ),
        (
            "d.rule.rate = 1e999; return d",
            "rule.rate: a finite number expected, inf found",
        ),
        (
            "d.steps = NaN; return d",
            "steps: a finite number expected, NaN found",
        ),
        // Without an end, or nearly so.
        (
            "d.rule.rate = d; return d",
            "rule.rate: a number expected, an object found",
        ),
        (
            "d.weights = [0]; for (let i = 0; i < 999; i++) d.weights.push(d.weights); return d",
            "weights[1]: a number expected, a list found",
        ),
        (
            "d.weights = new Array(2 ** 32 - 1); return d",
            "weights: a list expected, more than any experiment has found",
        ),
        (
            "let a = []; for (let i = 0; i < 1e6; i++) a = [a]; d.weights = a; return d",
            "weights[0]: a number expected, a list found",
        ),
        // What throws when it is read.
        (
            "Object.defineProperty(d, 'rule', { enumerable: true, get() { throw 1; } }); return d",
            "an object expected, an object that cannot be read found",
        ),
        (
            "const p = Proxy.revocable([], {}); p.revoke(); d.free = p.proxy; return d",
            "free: a list expected, an object that cannot be read found",
        ),
        // Half of a character.
        (
            "d.rule.name = '\\ud800'; return d",
            "rule.name: one of steepest-descent, momentum, adagrad, rmsprop, adam expected, \"\u{fffd}\" found",
        ),
    ] {
        let problem = Lab::new(&evaluated(code)).err().unwrap();
        assert_eq!(text(&problem, "message"), message, "{code}");
    }
}

#[wasm_bindgen_test]
fn any_plain_object_opens() {
    for code in [
        "return d",
        "return structuredClone(d)",
        "return Object.freeze(d)",
        "return Object.assign(Object.create(null), d)",
    ] {
        assert!(Lab::new(&evaluated(code)).is_ok(), "{code}");
    }
}

/// To the last bit, through the object and through its text.
#[wasm_bindgen_test]
fn numbers_come_back() {
    let numbers: [f64; 6] = [
        0.1 + 0.2,
        -0.0,
        5e-324,
        -1.797_693_134_862_315_7e308,
        1e21,
        // The subnormal of the largest size.
        f64::from_bits(0x800f_ffff_ffff_ffff),
    ];
    for weight in numbers {
        let document = evaluated("return d");
        let weights = js_sys::Array::of1(&weight.into());
        Reflect::set(&document, &"weights".into(), &weights).unwrap();
        let before = Lab::new(&document).unwrap();
        let after = Lab::new(&before.document()).unwrap();
        let from_text = Lab::new(&parsed(&written(&before))).unwrap();
        let bits = |lab: &Lab| lab.weights_at_step(0)[0].to_bits();
        assert_eq!(bits(&after), weight.to_bits());
        // JavaScript writes −0 without its sign.
        assert_eq!(bits(&from_text), (weight + 0.0).to_bits());
    }
}

#[wasm_bindgen_test]
fn every_beat_opens() {
    assert_eq!(LESSONS.len(), 12);
    for beat in LESSONS.iter().flat_map(|lesson| lesson.beats) {
        let experiment = beat.scene.experiment().unwrap();
        let document = serde_json::to_string(&experiment.to_document()).unwrap();
        assert!(Lab::new(&parsed(&document)).is_ok());
    }
    for hidden in 1..=10 {
        assert!(Lab::new(&chain("tanh", f64::from(hidden)).unwrap()).is_ok());
    }
    let unknown = chain("sigmoid", 1.0).unwrap_err();
    assert_eq!(text(&unknown, "kind"), "not-one-of");
    assert_eq!(text(&unknown, "place"), "activation");
}

/// As they come from JavaScript, 2³² + 3 is not 3, and nothing that large is built.
#[wasm_bindgen_test]
fn a_chain_has_one_to_ten_hidden_layers() {
    for (hidden, kind) in [
        (0.0, "out-of-range"),
        (11.0, "out-of-range"),
        (-1.0, "out-of-range"),
        (4_294_967_295.0, "out-of-range"),
        (4_294_967_299.0, "out-of-range"),
        (1e300, "out-of-range"),
        (f64::INFINITY, "out-of-range"),
        (f64::NAN, "out-of-range"),
        (2.5, "not-whole"),
    ] {
        let refused = chain("tanh", hidden).unwrap_err();
        assert_eq!(text(&refused, "kind"), kind, "{hidden}");
        assert_eq!(text(&refused, "place"), "hidden", "{hidden}");
    }
}

/// `JSON.parse` makes Infinity of 1e999 wherever it stands, and no place of a document takes it.
#[wasm_bindgen_test]
fn a_number_beyond_all_doubles_is_refused_wherever_it_stands() {
    let document = |text: &str| {
        format!(
            r#"{{"layers": [1, 1], "activations": ["logistic"], "bias": false, "inputs": [[1]],
            "targets": [[0.5]], "free": [0], "rule": {{"name": "steepest-descent", "rate": 0.5}},
            "steps": 10, "best_error": 0, {text},
            "view": [{{"weight": 0, "from": -8, "to": 8}}]}}"#
        )
    };
    let given = document(r#""weights": [4]"#);
    let drawn = document(r#""init": {"scheme": "he", "scale": 2, "seed": 7}"#);
    for (document, from, to, place) in [
        (&given, "[1, 1]", "[1, #]", "layers[1]"),
        (&given, "[[1]]", "[[#]]", "inputs[0][0]"),
        (&given, "[[0.5]]", "[[#]]", "targets[0][0]"),
        (&given, "[4]", "[#]", "weights[0]"),
        (&given, "\"free\": [0]", "\"free\": [#]", "free[0]"),
        (&given, "\"rate\": 0.5", "\"rate\": #", "rule.rate"),
        (&given, "\"steps\": 10", "\"steps\": #", "steps"),
        (
            &given,
            "\"best_error\": 0",
            "\"best_error\": #",
            "best_error",
        ),
        (&given, "\"weight\": 0", "\"weight\": #", "view[0].weight"),
        (&given, "-8", "#", "view[0].from"),
        (&given, "\"to\": 8", "\"to\": #", "view[0].to"),
        (&drawn, "\"scale\": 2", "\"scale\": #", "init.scale"),
        (&drawn, "\"seed\": 7", "\"seed\": #", "init.seed"),
    ] {
        assert!(Lab::new(&parsed(document)).is_ok());
        for number in [
            "1e309",
            "-1e309",
            "1e9223372036854775807",
            "1e99999999999999999999",
        ] {
            let broken = document.replacen(from, &to.replace('#', number), 1);
            let refused = Lab::new(&parsed(&broken)).err().unwrap();
            assert_eq!(text(&refused, "place"), place, "{broken}");
            assert_eq!(text(&refused, "kind"), "out-of-range", "{broken}");
            let found = text(&get(&refused, "values"), "found");
            assert!(found.ends_with("inf"), "{found}");
        }
    }
}

#[wasm_bindgen_test]
fn a_long_name_is_shortened_in_a_refusal() {
    for (code, begin) in [
        ("d['k'.repeat(1e7)] = 1; return d", "kkkk"),
        (
            "d.rule.name = 'r'.repeat(1e7); return d",
            "rule.name: one of ",
        ),
        (
            "d.rule = new ({['R'.repeat(1e7)]: class {}}['R'.repeat(1e7)])(); return d",
            "rule: an ",
        ),
    ] {
        let refused = Lab::new(&evaluated(code)).err().unwrap();
        let message = text(&refused, "message");
        assert!(
            message.starts_with(begin) && message.len() < 300,
            "{}",
            message.len()
        );
        assert!(text(&refused, "place").len() < 60);
        let found = get(&get(&refused, "values"), "found").as_string();
        assert!(found.unwrap_or_default().len() < 60);
    }
}

//! The façade in a real browser: the lecture's facts through it, errors as objects, and pictures
//! read back pixel by pixel.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

#[path = "../../backprop/tests/bits/mod.rs"]
mod bits;

use downhill_web::{Lab, chain, linked_document, palette, read_link, thresholds, write_link};
use downhill_worker::{FateWorker, Judge};
use js_sys::{JSON, Reflect};
use lessons::{Fact, LESSONS};
use links::{Link, Native};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

fn text(object: &JsValue, key: &str) -> String {
    get(object, key).as_string().unwrap()
}

fn number(object: &JsValue, key: &str) -> f64 {
    get(object, key).as_f64().unwrap()
}

/// As a page makes it of a text.
fn parsed(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

fn open(fact: Fact) -> Lab {
    Lab::new(&parsed(fact.document())).unwrap()
}

fn written(lab: &Lab) -> String {
    JSON::stringify(&lab.document()).unwrap().into()
}

fn lab(fact: Fact, start: &[f64]) -> Lab {
    let mut lab = open(fact);
    lab.set_start(start[0], start.get(1).copied()).unwrap();
    lab
}

fn verdict(lab: &mut Lab) -> JsValue {
    assert!(lab.advance(usize::MAX));
    lab.verdict()
}

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
        -2.225_073_858_507_201_1e-308,
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

/// A canvas with its pixels read back.
struct Picture {
    canvas: HtmlCanvasElement,
}

impl Picture {
    fn new(width: u32, height: u32) -> Picture {
        let document = web_sys::window().unwrap().document().unwrap();
        let canvas = document.create_element("canvas").unwrap();
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        canvas.set_width(width);
        canvas.set_height(height);
        Picture { canvas }
    }

    /// Red, green, blue and opacity of the pixel at a place.
    fn pixel(&self, x: f64, y: f64) -> [u8; 4] {
        let context = self.canvas.get_context("2d").unwrap().unwrap();
        let context: CanvasRenderingContext2d = context.unchecked_into();
        let image = context.get_image_data(x.floor(), y.floor(), 1.0, 1.0);
        image.unwrap().data().0.try_into().unwrap()
    }

    /// Whether a pixel within `reach` of a place is nearly opaque and of nearly that colour.
    fn shows(&self, color: &str, [x, y]: [f64; 2], reach: i32) -> bool {
        let channel = |k: usize| i32::from_str_radix(&color[k..k + 2], 16).unwrap();
        let wanted = [channel(1), channel(3), channel(5)];
        let near = |dx: i32, dy: i32| {
            let [r, g, b, opacity] = self.pixel(x + f64::from(dx), y + f64::from(dy));
            let found = [r, g, b].map(i32::from);
            let close = found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 24);
            opacity > 200 && close
        };
        (-reach..=reach).any(|dx| (-reach..=reach).any(|dy| near(dx, dy)))
    }
}

/// E of fact B, written down once more from its definition.
fn fact_b(w: f64) -> f64 {
    let f = |x: f64| 1.0 / (1.0 + (-x).exp());
    0.5 * (f(10.0 * w) - 0.1).powi(2) + 0.5 * (f(w) - 0.9).powi(2)
}

#[wasm_bindgen_test]
fn the_curve_is_where_the_error_says() {
    let color = text(&palette(false), "curve");
    for scale in [1.0, 2.0, 3.0] {
        let side = |length: f64| (length * scale) as u32;
        let picture = Picture::new(side(640.0), side(400.0));
        let mut lab = lab(Fact::TwoMinima, &[1.0]);
        lab.advance(usize::MAX);
        lab.draw_base(&picture.canvas, 0, scale, false).unwrap();
        for w in [
            -3.5, -2.0, -1.0, -0.1548, 0.3, 1.0, 2.1972, 3.0, 5.0, 8.0, 9.5,
        ] {
            let place: [f64; 2] = lab.pixel_of(w, fact_b(w)).try_into().unwrap();
            assert!(picture.shows(&color, place, 1), "w = {w}, scale {scale}");
            let [x, y] = place;
            let off = [x, y - 12.0 * scale];
            assert!(!picture.shows(&color, off, 1), "above the curve at {w}");
        }
    }
}

#[wasm_bindgen_test]
fn the_ball_is_where_the_weights_are() {
    let accent = text(&palette(false), "accent");
    let base = Picture::new(640, 400);
    let path = Picture::new(640, 400);
    let mut lab = lab(Fact::TwoMinima, &[-1.0]);
    lab.advance(usize::MAX);
    lab.draw_base(&base.canvas, 0, 1.0, false).unwrap();
    for step in [0, 10, 100, 2000] {
        lab.draw_path(&path.canvas, step, false).unwrap();
        let w = lab.weights_at_step(step)[0];
        let place: [f64; 2] = lab.pixel_of(w, fact_b(w)).try_into().unwrap();
        assert!(path.shows(&accent, place, 1), "step {step}");
    }
}

#[wasm_bindgen_test]
fn pixels_and_weights_lead_to_each_other() {
    let picture = Picture::new(500, 500);
    let mut lab = lab(Fact::FourMinima, &[1.0, -1.0]);
    lab.advance(usize::MAX);
    while !lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap() {
        lab.refine_ground().unwrap();
    }
    for weights in [[-3.0, -3.0], [0.0, 5.0], [9.5, -1.25]] {
        let pixel = lab.pixel_of(weights[0], weights[1]);
        let back = lab.place_at(pixel[0], pixel[1]);
        assert!((back[0] - weights[0]).abs() < 1e-9 && (back[1] - weights[1]).abs() < 1e-9);
    }
    // A finger beyond the edge stays in the view.
    assert_eq!(lab.place_at(-50.0, 1e6), [-4.0, -4.0]);
    let tint = Picture::new(1, 1);
    lab.draw_raster(&tint.canvas, false).unwrap();
    let [.., opacity] = tint.pixel(128.0, 128.0);
    assert_eq!((tint.canvas.width(), opacity), (256, 255));
}

#[wasm_bindgen_test]
fn the_timeline_knows_its_steps() {
    let picture = Picture::new(600, 120);
    let mut lab = lab(Fact::OneSample, &[8.0]);
    lab.advance(usize::MAX);
    lab.draw_timeline(&picture.canvas, 1.0, false).unwrap();
    lab.draw_timeline_cursor(&picture.canvas, 500, false)
        .unwrap();
    assert_eq!(lab.timeline_step_at(-1e6), 0);
    assert_eq!(lab.timeline_step_at(1e6), 1000);
}

/// Before anything is drawn, nothing is known of places, and nothing fails.
#[wasm_bindgen_test]
fn an_undrawn_picture_has_no_places() {
    let mut lab = lab(Fact::TwoMinima, &[1.0]);
    assert!(lab.place_at(1.0, 1.0).is_empty());
    assert!(lab.plot_rectangle().is_undefined());
    let picture = Picture::new(10, 10);
    lab.draw_path(&picture.canvas, 0, false).unwrap();
}

/// The whole map that a laboratory asks for, put into it.
fn fill_map(lab: &mut Lab, [columns, rows]: [usize; 2]) {
    let request = lab.map_request(columns, rows);
    let again = lab.map_request(columns, rows);
    assert!(again.is_undefined(), "asked for twice");
    let document = get(&request, "document");
    let best_error = number(&request, "best_error");
    let sides = numbers(&get(&request, "sides"));
    let rates = numbers(&get(&request, "rates"));
    let is_told = get(&request, "sensitivity").is_truthy();
    let worker = FateWorker::new(
        &document, best_error, columns, rows, &sides, &rates, is_told,
    );
    let mut worker = worker.unwrap();
    for stride in [16, 8, 4, 2, 1] {
        let tile = worker.compute(stride, 0, rows);
        assert!(lab.put_tile(stride, 0, rows, &tile));
    }
    let counts: js_sys::Array = lab.map_counts().unchecked_into();
    let known: f64 = counts.iter().map(|entry| number(&entry, "count")).sum();
    assert_eq!(known as usize, columns * rows);
}

/// A worker is told that no error is finite, and not that the best one is 0.
#[wasm_bindgen_test]
fn a_map_without_a_finite_error_has_diverged_everywhere() {
    let text = Fact::Parabola.document().replace("[[1]]", "[[1e200]]");
    let mut lab = Lab::new(&parsed(&text)).unwrap();
    assert_eq!(self::text(&verdict(&mut lab), "kind"), "diverged");
    let request = lab.map_request(16, 1);
    assert_eq!(number(&request, "best_error"), f64::INFINITY);
    lab.forget_map();
    fill_map(&mut lab, [16, 1]);
    let counts: js_sys::Array = lab.map_counts().unchecked_into();
    let diverged = counts
        .iter()
        .find(|entry| self::text(entry, "kind") == "diverged");
    assert_eq!(number(&diverged.unwrap(), "count"), 16.0);
}

fn numbers(list: &JsValue) -> Vec<f64> {
    let list = js_sys::Array::from(list);
    list.iter().map(|value| value.as_f64().unwrap()).collect()
}

/// Points of the canvas, one in each pixel of a map, somewhat off its middle.
fn points(lab: &Lab, [columns, rows]: [usize; 2]) -> Vec<(f64, f64)> {
    let plot = lab.plot_rectangle();
    let at = |place: usize, pixels: usize, from: &str, length: &str| {
        number(&plot, from) + (place as f64 + 0.6) / pixels as f64 * number(&plot, length)
    };
    let rows = (0..rows).map(|row| at(row, rows, "top", "height"));
    rows.flat_map(|y| {
        let columns = (0..columns).map(|column| at(column, columns, "left", "width"));
        columns.map(move |x| (x, y)).collect::<Vec<_>>()
    })
    .collect()
}

/// A strip says what becomes of starts in its pixels.
#[wasm_bindgen_test]
fn a_strip_agrees_with_clicks() {
    let size = [64, 1];
    let mut lab = open(Fact::TwoMinima);
    fill_map(&mut lab, size);
    let picture = Picture::new(500, 500);
    lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap();
    for (x, y) in points(&lab, size) {
        let told = lab.map_at(x, y);
        let start = numbers(&get(&told, "start"));
        let mut clicked = self::lab(Fact::TwoMinima, &start);
        let verdict = verdict(&mut clicked);
        assert_eq!(text(&told, "kind"), text(&verdict, "kind"), "{start:?}");
    }
}

/// Every pixel of a map says, to the bit, what a click on it leads to, on any plane.
#[wasm_bindgen_test]
fn a_map_agrees_with_clicks() {
    let size = [9, 7];
    for (fact, plane) in [
        (Fact::FourMinima, "view"),
        (Fact::Xor, "view"),
        (Fact::Xor, "random"),
        (Fact::Xor, "path"),
    ] {
        let mut lab = open(fact);
        assert!(lab.advance(usize::MAX));
        assert!(lab.set_plane(plane, 3));
        lab.set_shown("fates");
        fill_map(&mut lab, size);
        let picture = Picture::new(500, 500);
        while !lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap() {
            lab.refine_ground().unwrap();
        }
        for (x, y) in points(&lab, size) {
            let told = lab.map_at(x, y);
            let start = lab.place_at(x, y);
            assert_eq!(numbers(&get(&told, "start")), start);
            lab.set_start(start[0], Some(start[1])).unwrap();
            let verdict = verdict(&mut lab);
            let what = format!("{fact:?} on {plane} from {start:?}");
            assert_eq!(text(&told, "kind"), text(&verdict, "kind"), "{what}");
            assert_eq!(number(&told, "error"), number(&verdict, "error"), "{what}");
            let place = get(&told, "place");
            // Of four minima three are local: which, is where the run ends.
            let is_one_of_several =
                fact == Fact::FourMinima && text(&told, "kind") == "local-minimum";
            assert_eq!(place.is_null(), !is_one_of_several, "{what}");
            if is_one_of_several {
                let end = numbers(&get(&lab.state(usize::MAX), "weights"));
                for (found, wanted) in numbers(&place).into_iter().zip(end) {
                    assert!((found - wanted).abs() < 0.2, "{what} to {found}, {wanted}");
                }
            }
            // The start is where the click was, on the plane that stays, with the map on it.
            assert_eq!(lab.start_off_plane(), 0.0);
            for (found, wanted) in lab.start().into_iter().zip(start) {
                assert!((found - wanted).abs() < 1e-12, "{what}");
            }
            assert!(lab.map_request(size[0], size[1]).is_undefined());
        }
    }
}

/// What a map tells of how much an end depends on its start is, to the bit, what evidence says after a click.
#[wasm_bindgen_test]
fn maps_of_sensitivities_agree_with_clicks() {
    let size = [6, 6];
    for (fact, shown) in [
        (Fact::TwoMinima, "rates-sensitivity"),
        (Fact::FourMinima, "sensitivity"),
    ] {
        let mut lab = open(fact);
        lab.set_steps(200.0).unwrap();
        lab.advance(usize::MAX);
        lab.set_shown("fates");
        if fact == Fact::FourMinima {
            fill_map(&mut lab, size);
        }
        // What was asked for before tells too little.
        lab.set_shown(shown);
        fill_map(&mut lab, size);
        let picture = Picture::new(500, 500);
        while !lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap() {
            lab.refine_ground().unwrap();
        }
        let mut far = 0;
        for (x, y) in points(&lab, size) {
            let told = number(&lab.map_at(x, y), "sensitivity");
            let pair = lab.place_at(x, y);
            lab.set_start(pair[0], Some(pair[1])).unwrap();
            verdict(&mut lab);
            let alone = lab.sensitivity().unwrap();
            assert_eq!(told.to_bits(), alone.to_bits(), "{shown} {pair:?}");
            far += usize::from(told.abs() > 0.1);
            assert!(lab.map_request(size[0], size[1]).is_undefined());
        }
        // Some stand still, and some are in basins.
        assert!((6..31).contains(&far), "{shown}: {far}");
        // It tells all the rest, too.
        lab.set_shown(if fact == Fact::TwoMinima {
            "rates"
        } else {
            "fates"
        });
        assert!(lab.map_request(size[0], size[1]).is_undefined());
    }
}

/// A pair that a map of starts and rates tells of is one that a click makes, rate and all; and rates come
/// nearer at the pointer.
#[wasm_bindgen_test]
fn a_map_of_rates_agrees_with_clicks() {
    let size = [6, 6];
    let mut lab = lab(Fact::TwoMinima, &[1.0]);
    lab.set_steps(200.0).unwrap();
    lab.advance(usize::MAX);
    assert_eq!(lab.dimensions(), 1);
    lab.set_shown("rates");
    assert_eq!((lab.dimensions(), lab.start()), (2, vec![1.0, 0.5]));
    fill_map(&mut lab, size);
    let picture = Picture::new(500, 500);
    while !lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap() {
        lab.refine_ground().unwrap();
    }
    for (x, y) in points(&lab, size) {
        let told = lab.map_at(x, y);
        let pair = lab.place_at(x, y);
        assert_eq!(numbers(&get(&told, "start")), pair);
        lab.set_start(pair[0], Some(pair[1])).unwrap();
        assert_eq!((lab.start(), lab.rate()), (pair.clone(), pair[1]));
        let verdict = verdict(&mut lab);
        assert_eq!(text(&told, "kind"), text(&verdict, "kind"), "{pair:?}");
        assert_eq!(
            number(&told, "error"),
            number(&verdict, "error"),
            "{pair:?}"
        );
        assert!(
            lab.map_request(size[0], size[1]).is_undefined(),
            "another map"
        );
    }
    let [_, _, from, to] = lab.ranges()[..] else {
        panic!("two axes")
    };
    assert_eq!([from, to], [0.01, 100.0]);
    lab.set_start(0.0, Some(1.0)).unwrap();
    let up = lab.start_moved(0.0, 0.25);
    assert!(up[0] == 0.0 && (up[1] - 10.0).abs() < 1e-9, "{up:?}");
    let at = lab.pixel_of(0.0, 1.0);
    let near = lab.ranges_zoomed(at[0], at[1], 0.5);
    assert!(
        (near[2] - 0.1).abs() < 1e-6 && (near[3] - 10.0).abs() < 1e-4,
        "{near:?}"
    );
    lab.set_ranges(&near).unwrap();
    assert_eq!(lab.ranges(), near);
    let refused = lab.set_ranges(&[-1.0, 1.0, 0.0, 1.0]).unwrap_err();
    assert_eq!(text(&refused, "place"), "rates");
    // Above two weights there are none.
    let mut lab = open(Fact::FourMinima);
    lab.set_shown("rates");
    assert_eq!(lab.ranges().len(), 4);
    assert!(numbers(&get(&lab.map_request(2, 2), "rates")).is_empty());
}

#[wasm_bindgen_test]
fn a_plane_is_there_or_refused() {
    let mut lab = open(Fact::Xor);
    // Only the axes of a view are those of weights.
    let weights = |lab: &Lab| -> Vec<Option<f64>> {
        let axes = js_sys::Array::from(&get(&lab.info(), "axes"));
        let weight = |axis: JsValue| get(&axis, "weight").as_f64();
        axes.iter().map(weight).collect()
    };
    assert!(!lab.set_plane("path", 0), "the run has not ended");
    assert!(lab.set_plane("random", 7));
    assert_eq!(weights(&lab), [None, None]);
    assert_eq!(lab.start(), [0.0, 0.0]);
    lab.advance(usize::MAX);
    assert!(lab.set_plane("path", 0));
    let axes = js_sys::Array::from(&get(&lab.info(), "axes"));
    let share = number(&axes.get(0), "share");
    assert!(share > 0.5 && share <= 1.0, "{share}");
    assert!(lab.start_off_plane() > 0.0);
    lab.set_axes(vec![0, 3]).unwrap();
    assert_eq!(weights(&lab), [Some(0.0), Some(3.0)]);
    assert!(lab.set_plane("random", 7));
    assert!(lab.set_plane("view", 0));
    assert_eq!(weights(&lab), [Some(0.0), Some(3.0)]);

    // All gradients are exactly 0.
    let mut lab = self::lab(Fact::Valley, &[0.0, 0.0]);
    lab.advance(usize::MAX);
    assert!(!lab.set_plane("path", 0), "the run did not move");
    let mut curve = open(Fact::TwoMinima);
    assert!(!curve.set_plane("random", 1));
}

/// Numbers of a link have the same letters from a browser as from Rust, and come back to the last bit.
#[wasm_bindgen_test]
fn links_are_those_of_a_terminal() {
    let mut bits = 1_u64;
    for _ in 0..20_000 {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        let tens = 10_f64.powi((bits % 60) as i32 - 30);
        for number in [f64::from_bits(bits), (bits >> 40) as f64 * tens, -0.0] {
            if !number.is_finite() {
                continue;
            }
            let mut link = Link::to("xor", Some(1)).unwrap();
            link.set("rate", number.into()).unwrap();
            let text = link.write(&Native);
            let parts = read_link(&text).unwrap();
            assert_eq!(self::number(&parts, "rate").to_bits(), number.to_bits());
            assert_eq!(write_link(&parts).unwrap(), text);
            assert_eq!(Link::read(&text, &Native).unwrap().write(&Native), text);
        }
    }
    for text in [
        "?rate=0x10",
        "?rate=Infinity",
        "?rate=1_0",
        "?rate=",
        "?v=2",
        "?speed=1",
    ] {
        let refused = read_link(text).unwrap_err();
        let native = Link::read(text, &Native).unwrap_err();
        assert_eq!(self::text(&refused, "message"), native.to_string());
    }
}

#[wasm_bindgen_test]
fn a_link_changes_a_document() {
    let base = parsed(Fact::TwoMinima.document());
    let mut lab = Lab::new(&base).unwrap();
    lab.set_start(5.0, None).unwrap();
    lab.set_rate(0.2).unwrap();
    let changes = lab.changes_of(&base);
    assert_eq!(write_link(&changes).unwrap(), "?start=5&rate=0.2");
    let again = linked_document(&changes, &base).unwrap();
    assert_eq!(
        Lab::new(&again).unwrap().document_text(),
        lab.document_text()
    );
    // As the page stringifies it, but for zeros below 0.
    assert_eq!(written(&lab), lab.document_text());
    let below = Fact::TwoMinima.document().replace("[-1]", "[-0]");
    let below = Lab::new(&parsed(&below)).unwrap().document_text();
    assert!(below.contains("\"weights\":[-0]"), "{below}");
    assert!(open(Fact::Xor).changes_of(&base).is_undefined());
    let refused = linked_document(&read_link("?start=1,2").unwrap(), &base).unwrap_err();
    assert_eq!(text(&refused, "place"), "start");
}

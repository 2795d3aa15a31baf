//! Runs beside the present one through the façade: the same bits by whatever way they come, and in the
//! picture as long as they are there.

use backprop::{Draw, Experiment, Scheme};
use downhill_web::{Beside, Lab, linked_document, palette, read_link, write_link};
use js_sys::{Array, Object, Reflect};
use lessons::Fact;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::page::{get, open};

const MOST: usize = 1_000_000;

/// The run of a lab as a worker hands it on, and its verdict.
fn finished(lab: &mut Lab) -> (Vec<f64>, String) {
    assert!(lab.advance(usize::MAX));
    let kind = get(&lab.verdict(), "kind").as_string().unwrap();
    (lab.kept_run(MOST), kind)
}

/// A pin goes into a link and comes back: its run has the bits of the one that was pinned.
#[wasm_bindgen_test]
fn a_pinned_run_is_the_run_of_its_link() {
    let present = open(Fact::FourMinima);
    let mut pinned = open(Fact::FourMinima);
    pinned.set_start(0.1 + 0.2, Some(-1e-7)).unwrap();
    pinned.set_rate(0.3).unwrap();
    assert!(present.takes_pin(&pinned.document()));
    let parts = present.pin_parts(&pinned.document());
    let link = Object::new();
    let pins = Array::of2(&JsValue::NULL, &parts);
    Reflect::set(&link, &"pins".into(), &pins).unwrap();
    let text = write_link(&link).unwrap();
    assert_eq!(text, "?pins=,start:0.30000000000000004_-1e-7~rate:0.3");
    let read: Array = get(&read_link(&text).unwrap(), "pins").unchecked_into();
    let document = linked_document(&read.get(1), &present.document()).unwrap();
    let mut again = Lab::new(&document).unwrap();
    let bits = |(run, kind): (Vec<f64>, String)| {
        let bits = run.into_iter().map(f64::to_bits);
        (bits.collect::<Vec<_>>(), kind)
    };
    assert_eq!(bits(finished(&mut again)), bits(finished(&mut pinned)));
    // The present one differs from itself in nothing.
    let same: Object = present.pin_parts(&present.document()).unchecked_into();
    assert_eq!(Object::keys(&same).length(), 0);
    // A run of another network or of other samples stands on other ground.
    assert!(!present.takes_pin(&open(Fact::Valley).document()));
    assert!(!present.takes_pin(&open(Fact::Plateau).document()));
}

#[wasm_bindgen_test]
fn a_drawn_start_is_that_of_the_seed() {
    let mut lab = open(Fact::Plateau);
    lab.draw_start("normal", 4.0, 7.0).unwrap();
    let experiment = Experiment::parse(Fact::Plateau.document()).unwrap();
    let draw = Draw {
        scheme: Scheme::Normal,
        scale: 4.0,
        seed: 7,
    };
    assert_eq!(
        lab.weights_at_step(0),
        draw.weights(experiment.problem().network())
    );
    for (scale, seed) in [(0.0, 1.0), (f64::NAN, 1.0), (1.0, 1e300)] {
        assert!(lab.draw_start("normal", scale, seed).is_err());
    }
}

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let canvas = document.create_element("canvas").unwrap();
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    canvas.set_width(640);
    canvas.set_height(480);
    canvas
}

/// Pixels of just this colour, as CSS writes it.
fn pixels(canvas: &HtmlCanvasElement, color: &str) -> usize {
    let channel = |at: usize| u8::from_str_radix(&color[at..at + 2], 16).unwrap();
    let color = [channel(1), channel(3), channel(5), 255];
    let context = canvas.get_context("2d").unwrap().unwrap();
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let image = context.get_image_data(0.0, 0.0, 640.0, 480.0).unwrap();
    let bytes = image.data();
    bytes
        .chunks_exact(4)
        .filter(|pixel| **pixel == color)
        .count()
}

fn pin_color(slot: u32) -> String {
    let pins: Array = get(&palette(false), "pins").unchecked_into();
    get(&pins.get(slot), "color").as_string().unwrap()
}

/// On a curve, on a surface and over the steps.
#[wasm_bindgen_test]
fn runs_are_drawn_as_long_as_they_are_there() {
    for fact in [Fact::TwoMinima, Fact::FourMinima] {
        let mut lab = open(fact);
        let beside = Beside::new();
        lab.set_beside(&beside);
        lab.advance(usize::MAX);
        let mut other = open(fact);
        other.set_start(6.0, Some(3.0)).unwrap();
        let (run, kind) = finished(&mut other);
        let (base, path, timeline) = (canvas(), canvas(), canvas());
        let mut count = |step: usize, color: &str| {
            while !lab.draw_base(&base, step, 1.0, false).unwrap() {
                lab.refine_ground().unwrap();
            }
            lab.draw_path(&path, step, false).unwrap();
            lab.draw_timeline(&timeline, 1.0, false).unwrap();
            [pixels(&path, color), pixels(&timeline, color)]
        };
        let color = pin_color(2);
        assert_eq!(count(0, &color), [0, 0], "{fact:?}");
        assert!(beside.put_pin(2, "squared", &kind, &run));
        for step in [0, 7, usize::MAX] {
            let [path, timeline] = count(step, &color);
            assert!(path > 60 && timeline > 100, "{fact:?}: {path}, {timeline}");
        }
        beside.remove_pin(2);
        assert_eq!(count(0, &color), [0, 0], "{fact:?}");

        // One of many comes to rest in the colour of its verdict.
        let verdicts = get(&palette(false), "verdicts");
        let verdict = get(&get(&verdicts, &kind), "color").as_string().unwrap();
        let [before, _] = count(usize::MAX, &verdict);
        assert!(beside.put_drawn("squared", &kind, &run));
        assert!(count(usize::MAX, &verdict)[0] > before + 15, "{fact:?}");
        beside.remove_drawn();
        assert_eq!(count(usize::MAX, &verdict)[0], before);
        // What is no run is none.
        assert!(!beside.put_pin(0, "squared", &kind, &run[1..]));
        assert!(!beside.put_pin(0, "cubed", &kind, &run));
        assert!(!beside.put_drawn("squared", "asleep", &run));
        assert!(
            beside.put_pin(99, "squared", &kind, &run),
            "a slot that is none takes nothing"
        );
    }
}

/// Where errors are of another kind, their line has a scale of its own.
#[wasm_bindgen_test]
fn errors_of_one_kind_share_the_axis() {
    let mut lab = open(Fact::TwoMinima);
    let beside = Beside::new();
    lab.set_beside(&beside);
    let (run, kind) = finished(&mut open(Fact::TwoMinima));
    beside.put_pin(0, &lab.loss(), &kind, &run);
    assert_eq!(lab.own_scale(0), None);
    assert_eq!(lab.own_scale(1), None, "nothing is there");
    // Once E has come to the goal, that is how long it took.
    assert!(lab.advance(usize::MAX));
    lab.verdict();
    let goal = lab.steps_to_goal();
    let first = lab.best_error().is_some() && goal.is_some();
    assert_eq!(
        first,
        get(&lab.verdict(), "kind").as_string().unwrap() == "converged"
    );
}

//! Pictures of the lecture's facts, compared with those in the repository byte by byte.
//!
//! They are SVG files that a browser shows: look at them when they change.

#![allow(clippy::unwrap_used)]

use backprop::{Experiment, Run};
use charts::{
    Figure, OutputFigure, OutputNames, PinnedErrors, PinnedPath, ScatteredPath, SurfacePath,
    SurfaceScene, Theme, Timeline, TimelineLines, Trail, draw_badges, svg,
};
use landscape::{Plane, Surface, Tone};

/// Fact B from 4: one unit with one weight, two minima; it ends in the higher one.
const FACT_B: &str = r#"{
    "layers": [1, 1], "activations": ["logistic"], "bias": false,
    "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [4],
    "rule": { "name": "steepest-descent", "rate": 0.5 }, "steps": 2000,
    "best_error": 0.0990357, "view": [{ "weight": 0, "from": -8, "to": 8 }]
}"#;

/// Fact C from (−8, 8): saturated at first.
const FACT_C: &str = r#"{
    "layers": [1, 1], "activations": ["logistic"], "bias": true,
    "inputs": [[-2], [-1], [1], [2]], "targets": [[0.1], [0.3], [0.7], [0.9]],
    "weights": [-8, 8],
    "rule": { "name": "steepest-descent", "rate": 1 }, "steps": 2000, "best_error": 0.001285,
    "view": [{ "weight": 0, "from": -10, "to": 10 }, { "weight": 1, "from": -10, "to": 10 }]
}"#;

/// Fact D from (1, −1): the second of four minima.
const FACT_D: &str = r#"{
    "layers": [2, 1], "activations": ["logistic"], "bias": false,
    "inputs": [[10, 0], [1, 0], [0, 10], [0, 1]], "targets": [[0.1], [0.9], [0.1], [0.9]],
    "weights": [1, -1],
    "rule": { "name": "steepest-descent", "rate": 0.5 }, "steps": 2000, "best_error": 0.198071,
    "view": [{ "weight": 0, "from": -4, "to": 8 }, { "weight": 1, "from": -4, "to": 8 }]
}"#;

/// XOR, learned by the round weights of the lecture's update.
const XOR: &str = r#"{
    "layers": [2, 2, 1], "activations": ["tanh", "logistic"], "bias": true,
    "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [[0], [1], [1], [0]],
    "init": { "scheme": "xavier", "scale": 1, "seed": 7 },
    "rule": { "name": "steepest-descent", "rate": 1 }, "steps": 2000, "best_error": 0,
    "view": [{ "weight": 0, "from": -8, "to": 8 }]
}"#;

fn run(document: &str) -> (Experiment, Run) {
    let experiment = Experiment::parse(document).unwrap();
    let run = experiment.run();
    (experiment, run)
}

fn figure(document: &str, theme: &Theme) -> String {
    let (experiment, run) = run(document);
    let size = (760, 480);
    let figure = Figure {
        size,
        scale: 1.0,
        goal: "goal",
        projection: "path projected onto the slice",
    };
    svg(size, |pen| figure.draw(pen, &experiment, &run, theme)).unwrap()
}

fn timeline(document: &str, theme: &Theme, cursor: usize) -> String {
    let (experiment, run) = run(document);
    let size = (760, 170);
    let timeline = Timeline {
        errors: run.record.errors(),
        gradient_norms: run.record.gradient_norms(),
        steps: experiment.steps(),
        goal: Some((run.verdict.goal.error, "目標")),
        names: ["E", "‖g‖", ""],
        beside: &[],
    };
    let mut lines = TimelineLines::default();
    let frame = timeline.frame(&mut lines, size, 1.0);
    svg(size, |pen| {
        timeline.draw(pen, &mut lines, &frame, theme)?;
        timeline.draw_cursor(pen, &frame, theme, cursor)?;
        Ok(())
    })
    .unwrap()
}

fn golden(name: &str, document: &str) {
    // A page's worth of download, and no more than a repository should carry.
    assert!(document.len() < 300_000, "{name}: {} bytes", document.len());
    insta::assert_binary_snapshot!(&format!("{name}.svg"), document.as_bytes().to_vec());
}

#[test]
fn fact_b_on_its_curve() {
    golden("fact_b_light", &figure(FACT_B, &Theme::light()));
    golden("fact_b_dark", &figure(FACT_B, &Theme::dark()));
}

#[test]
fn fact_c_on_its_surface() {
    golden("fact_c_light", &figure(FACT_C, &Theme::light()));
    golden("fact_c_dark", &figure(FACT_C, &Theme::dark()));
}

#[test]
fn fact_d_on_its_surface() {
    golden("fact_d_light", &figure(FACT_D, &Theme::light()));
    golden("fact_d_dark", &figure(FACT_D, &Theme::dark()));
}

#[test]
fn fact_c_over_its_steps() {
    golden("timeline_light", &timeline(FACT_C, &Theme::light(), 400));
    golden("timeline_dark", &timeline(FACT_C, &Theme::dark(), 400));
}

fn outputs(document: &str, theme: &Theme) -> String {
    let (experiment, run) = run(document);
    let weights = [run.record.weights(0), run.record.last_weights()];
    let figure = OutputFigure::of(experiment.problem(), weights, 0).unwrap();
    let names = OutputNames {
        inputs: ["o1^2", "o2^2"],
        output: "o^0",
    };
    let (size, scene) = ((560, 420), figure.scene(names, Some(1)));
    let frame = scene.frame(size, 1.0);
    svg(size, |pen| Ok(scene.draw(pen, &frame, theme)?)).unwrap()
}

#[test]
fn outputs_over_one_input_and_over_two() {
    golden("outputs_fact_b_light", &outputs(FACT_B, &Theme::light()));
    golden("outputs_xor_dark", &outputs(XOR, &Theme::dark()));
}

/// Two runs of fact D pinned beside its own, and some starts that were drawn; where they are half-way or at
/// their ends.
fn beside(theme: &Theme, part: usize) -> String {
    let (experiment, run) = run(FACT_D);
    let size = (560, 480);
    let [x, y] = [experiment.view()[0], experiment.view()[1]];
    let surface =
        Surface::sample(experiment.problem(), experiment.start(), [x, y], [61, 61]).unwrap();
    let field = surface.error();
    let tone = Tone::of(field);
    let scene = SurfaceScene {
        field,
        tone: &tone,
        contours: &[],
        critical: &[],
        names: ["w1", "w2", "E"],
        words: ["", ""],
    };
    let frame = scene.frame(size, 1.0);
    let steps = experiment.steps();
    let cursor = part * steps / 2000;
    let from = |start: [f64; 2], rate: f64| {
        let other = experiment.with_start(start.to_vec()).unwrap();
        other.with_rate(rate).unwrap().run()
    };
    let plane = Plane::of_view(&experiment);
    let trail = |run: &Run| {
        let mut trail = Trail::on_surface(&frame);
        trail.extend(plane.path(&run.record));
        trail
    };
    let at = |run: &Run| plane.coordinates(run.record.weights(cursor.min(run.record.steps())));
    let pins = [
        ([-3.0, 6.0], 0.5),
        ([-3.0, 6.0], 0.02),
        ([1.0, -1.0], 0.5),
        ([6.0, 1.0], 0.3),
    ];
    let starts = [
        [3.0, 3.0],
        [-2.0, -3.0],
        [8.0, 7.0],
        [2.5, -3.0],
        [-1.0, 2.0],
        [7.0, -2.0],
    ];
    svg(size, |pen| {
        scene.draw(pen, &frame, theme)?;
        for start in starts {
            let run = from(start, 0.5);
            let trail = trail(&run);
            let is_over = cursor >= run.record.steps();
            let path = ScatteredPath {
                trail: &trail,
                cursor,
                at: at(&run),
                rest: is_over.then_some(run.verdict.kind),
            };
            path.draw_way(pen, &frame, theme)?;
            path.draw_place(pen, &frame, theme)?;
        }
        let mut places = Vec::new();
        for (slot, (start, rate)) in pins.into_iter().enumerate() {
            let run = from(start, rate);
            let trail = trail(&run);
            let path = PinnedPath {
                slot,
                trail: &trail,
                cursor,
                at: at(&run),
            };
            path.draw(pen, &frame, theme)?;
            places.push((slot, path.at));
        }
        draw_badges(pen, &frame, theme, at(&run), &places)?;
        let own = SurfacePath {
            trail: &trail(&run),
            cursor,
            at: at(&run),
            change: [0.0, 0.0],
            flat: None,
            hides_ahead: false,
        };
        own.draw(pen, &frame, theme)?;
        Ok(())
    })
    .unwrap()
}

#[test]
fn runs_beside_the_present_one() {
    golden("beside_light", &beside(&Theme::light(), 2000));
    golden("beside_dark", &beside(&Theme::dark(), 3));
}

/// Six pins: five errors of the axis's kind, and one of another, which has a scale of its own.
#[test]
fn errors_beside_the_present_ones() {
    let (experiment, run) = run(FACT_C);
    let rates = [0.1, 0.3, 2.0, 4.0, 8.0, 0.03];
    let others = rates.map(|rate| experiment.with_rate(rate).unwrap().run());
    let beside = others.iter().enumerate().map(|(slot, other)| PinnedErrors {
        slot,
        errors: other.record.errors(),
        quantity: usize::from(slot == 5),
    });
    let beside: Vec<_> = beside.collect();
    let timeline = Timeline {
        errors: run.record.errors(),
        gradient_norms: run.record.gradient_norms(),
        steps: experiment.steps(),
        goal: Some((run.verdict.goal.error, "goal")),
        names: ["E", "‖g‖", ""],
        beside: &beside,
    };
    assert_eq!(timeline.decades_of(0), None);
    let own = timeline.decades_of(1).unwrap();
    let last = others[5].record.errors();
    assert!(last.iter().all(|error| (own[0]..=own[1]).contains(error)));
    let size = (760, 170);
    for (name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        let mut lines = TimelineLines::default();
        let frame = timeline.frame(&mut lines, size, 1.0);
        let picture = svg(size, |pen| {
            Ok(timeline.draw(pen, &mut lines, &frame, &theme)?)
        });
        golden(&format!("timeline_beside_{name}"), &picture.unwrap());
    }
}

//! Maps of fates, made as a person makes them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by unwrapping it"
)]

#[path = "../../backprop/tests/common/mod.rs"]
mod common;
mod downhill;
mod picture;

use std::collections::BTreeMap;

use backprop::{Experiment, Kind};
use charts::Theme;
use common::{B, D, E, H, document, xor};
use downhill::{downhill, printed};
use picture::Picture;
use serde_json::Value;

/// The verdicts of single runs from the middles of `side` × `side` pixels, the lowest row first.
fn clicked(text: &str, side: usize) -> Vec<Kind> {
    let experiment = Experiment::parse(text).unwrap();
    let experiment = experiment
        .clone()
        .with_best_error(experiment.best_known_error());
    let axes = experiment.view();
    let mut kinds = Vec::new();
    for pixel in 0..side.pow(axes.len() as u32) {
        let mut start = experiment.start().to_vec();
        for (axis, place) in axes.iter().zip([pixel % side, pixel / side]) {
            let width = (axis.to - axis.from) / side as f64;
            start[axis.weight] = axis.from + width * (place as f64 + 0.5);
        }
        kinds.push(experiment.with_start(start).unwrap().run().verdict.kind);
    }
    kinds
}

#[test]
fn shares_are_those_of_single_runs() {
    for (text, side) in [
        (document(&B, &[1.0]), 24),
        (document(&D, &[1.0, 1.0]), 9),
        (document(&E, &[1.0, 1.0]), 8),
    ] {
        let number = side.to_string();
        let json = printed(&["map", "-", "--json", "--size", &number], &text);
        assert_eq!(json.lines().count(), 1);
        let map: Value = serde_json::from_str(&json).unwrap();
        let counts: BTreeMap<String, usize> =
            serde_json::from_value(map["counts"].clone()).unwrap();
        let kinds = clicked(&text, side);
        assert_eq!(map["starts"], kinds.len());
        for kind in Kind::ALL {
            let count = kinds.iter().filter(|one| **one == kind).count();
            assert_eq!(counts[kind.name()], count, "{kind:?}");
            let share = map["shares"][kind.name()].as_f64().unwrap();
            assert_eq!(share, count as f64 / kinds.len() as f64);
        }
    }
}

/// The solution is the one fate without hatching: where its pixels are is where it is.
#[test]
fn a_picture_has_a_pixel_for_each_start() {
    let text = document(&D, &[1.0, 1.0]);
    let side = 16;
    for theme in [&[][..], &["--dark"]] {
        let arguments = [&["map", "-", "-o", "-", "--size", "16"][..], theme].concat();
        let output = downhill(&arguments, &text);
        assert_eq!(output.status.code(), Some(0));
        let found = Picture::read(&output.stdout);
        assert_eq!([found.width, found.height], [side, side]);
        let kinds = clicked(&text, side);
        let paper = Theme::new(!theme.is_empty()).paper;
        let color = |column: usize, row: usize| found.pixels[(side - 1 - row) * side + column];
        let solved = kinds
            .iter()
            .position(|kind| *kind == Kind::Converged)
            .unwrap();
        let tint = color(solved % side, solved / side);
        assert_ne!(tint, [paper.0, paper.1, paper.2]);
        for (pixel, kind) in kinds.iter().enumerate() {
            let is_solved = color(pixel % side, pixel / side) == tint;
            assert_eq!(is_solved, *kind == Kind::Converged, "{pixel}: {kind:?}");
        }
    }
}

#[test]
fn a_line_of_starts_is_a_strip() {
    let output = downhill(
        &["map", "-", "-o", "-", "--size", "40"],
        &document(&B, &[1.0]),
    );
    let strip = Picture::read(&output.stdout);
    assert_eq!([strip.width, strip.height], [40, 5]);
}

#[test]
fn a_figure_has_axes_a_legend_and_the_map_in_it() {
    let file = format!("{}/map.svg", env!("CARGO_TARGET_TMPDIR"));
    for (text, images) in [
        (document(&D, &[1.0, -1.0]), true),
        (document(&B, &[1.0]), false),
    ] {
        let summary = printed(&["map", "-", "-o", &file, "--size", "20"], &text);
        assert!(summary.contains("local-minimum"), "{summary}");
        let figure = std::fs::read_to_string(&file).unwrap();
        assert!(figure.starts_with("<svg") && figure.ends_with("</svg>\n"));
        assert_eq!(figure.contains("data:image/png;base64,"), images);
        for part in ["local minimum", "vanishing gradient", " %</tspan>"] {
            assert!(figure.contains(part), "{part}");
        }
        assert_eq!(
            figure.matches("<g ").count(),
            figure.matches("</g>").count()
        );
    }
    std::fs::remove_file(&file).unwrap();
}

/// Three samples that contradict each other: three minima on one curve, two of them local.
const THREE_MINIMA: &str = r#"{"layers": [1, 1], "activations": ["logistic"], "bias": false,
    "inputs": [[50], [4], [0.4]], "targets": [[0.1], [0.9], [0.2]], "weights": [1],
    "rule": {"name": "steepest-descent", "rate": 0.05}, "steps": 20000,
    "view": [{"weight": 0, "from": -8, "to": 8}]}"#;

/// Minima are told by their places, in words, numbers and figures; where a verdict has one there is
/// nothing to tell apart.
#[test]
fn minima_that_starts_end_in_are_told_apart() {
    let file = format!("{}/minima.svg", env!("CARGO_TARGET_TMPDIR"));
    let four = document(&D, &[1.0, -1.0]);
    for (text, size, places) in [
        (THREE_MINIMA, "128", &["w = −3.46", "w = 0.41"][..]),
        (
            &four,
            "20",
            &["(−0.155, 2.2)", "(2.2, −0.155)", "(2.2, 2.2)"],
        ),
    ] {
        let arguments = ["map", "-", "-o", &file, "--size", size];
        let summary = printed(&arguments, text);
        let figure = std::fs::read_to_string(&file).unwrap();
        for place in places {
            assert!(summary.contains(&format!("local-minimum at {place}\n")));
            assert!(figure.contains(&format!(">local minimum at {place} <")));
        }
        assert_eq!(summary.matches(" at ").count(), places.len(), "{summary}");

        let json = printed(&["map", "-", "--json", "--size", size], text);
        let map: Value = serde_json::from_str(&json).unwrap();
        let local = |basin: &&Value| basin["kind"] == "local-minimum";
        let basins: Vec<&Value> = map["basins"]
            .as_array()
            .unwrap()
            .iter()
            .filter(local)
            .collect();
        assert_eq!(basins.len(), places.len());
        let counts = basins.iter().map(|basin| basin["count"].as_u64().unwrap());
        assert_eq!(map["counts"]["local-minimum"], counts.sum::<u64>());
        let experiment = Experiment::parse(text).unwrap();
        for basin in basins {
            let place: Vec<f64> = serde_json::from_value(basin["place"].clone()).unwrap();
            let (error, gradient) = experiment.problem().gradient(&place);
            assert_eq!(basin["error"].as_f64().unwrap(), error);
            assert!(
                gradient.iter().all(|slope| slope.abs() < 1e-9),
                "{gradient:?}"
            );
        }
    }
    std::fs::remove_file(&file).unwrap();
}

#[test]
fn planes_across_weights_are_named() {
    let text = xor(3, 1.0).replace("4000", "60");
    let summary = |plane: &[&str]| {
        printed(
            &[&["map", "-", "--json", "--size", "4", "--plane"][..], plane].concat(),
            &text,
        )
    };
    let random = summary(&["random", "--seed", "7"]);
    assert!(random.contains("two random directions, seed 7"), "{random}");
    assert_eq!(random, summary(&["random", "--seed", "7"]));
    assert_ne!(random, summary(&["random", "--seed", "8"]));
    let path = summary(&["path"]);
    assert!(path.contains("principal directions of the path"), "{path}");

    // In a figure each axis says what it is.
    let file = std::env::temp_dir().join(format!("downhill-planes-{}.svg", std::process::id()));
    let name = file.to_str().unwrap();
    for (plane, words) in [
        ("random", ["random direction 1", "random direction 2"]),
        (
            "path",
            ["principal direction 1 (", "principal direction 2 ("],
        ),
    ] {
        let arguments = ["map", "-", "--size", "4", "--plane", plane, "-o", name];
        printed(&arguments, &text);
        let figure = std::fs::read_to_string(&file).unwrap();
        for words in words {
            assert!(figure.contains(words), "{plane}: {words}");
        }
    }
    std::fs::remove_file(&file).unwrap();
}

/// As the page lays it: through the start, or through what the start was, as far as the view reaches or
/// as is said.
#[test]
fn a_link_says_what_the_starts_lie_on() {
    let map = |link: &str, more: &[&str]| -> Value {
        let arguments = [&["map", link, "--json", "--size", "3"][..], more].concat();
        serde_json::from_str(&printed(&arguments, "")).unwrap()
    };
    let ends = |map: &Value| {
        let end = |axis: &Value| [axis["from"].as_f64().unwrap(), axis["to"].as_f64().unwrap()];
        let axes = map["axes"].as_array().unwrap();
        axes.iter().map(end).collect::<Vec<_>>()
    };
    let short = "xor/1?steps=20";
    let view = map(short, &[]);
    assert_eq!(view["plane"], "the view");
    let [[from, to], ..] = ends(&view)[..] else {
        panic!("two axes")
    };
    let reach = 0.5 * (to - from);

    let random = map(&format!("{short}&plane=random&seed=7"), &[]);
    assert_eq!(random["plane"], "two random directions, seed 7");
    assert_eq!(ends(&random), [[-reach, reach]; 2]);
    // What is said beside the link goes before it.
    let more = ["--plane", "random", "--seed", "7", "--reach", "2.5"];
    let other = map(&format!("{short}&plane=path"), &more);
    assert_eq!(ends(&other), [[-2.5, 2.5]; 2]);
    assert_eq!(
        other["axes"][0]["direction"],
        random["axes"][0]["direction"]
    );

    let near = map(&format!("{short}&plane=path&ranges=-1:2,-3:0.5"), &[]);
    assert_eq!(near["plane"], "the two principal directions of the path");
    assert_eq!(ends(&near), [[-1.0, 2.0], [-3.0, 0.5]]);

    // Elsewhere other starts end otherwise.
    let far = "&plane=random&seed=7&ranges=-0.1:0.1,-0.1:0.1&through=";
    let at = |weights: &str| map(&format!("{short}{far}{weights}"), &[])["counts"].clone();
    assert_ne!(at("9,9,9,9,9,9,9,9,9"), at("6,-6,-3,-6,6,-3,8,8,-4"));

    for (parts, complaint) in [
        ("&plane=random&through=1,2", "through: "),
        ("&plane=path&ranges=1:2", "ranges: 2 needed"),
        ("&plane=path&ranges=1:2,3", "ranges: a beginning and an end"),
        ("&plane=path&ranges=1:2,4:3", "ranges: "),
    ] {
        let output = downhill(&["map", &format!("{short}{parts}"), "--json"], "");
        assert_eq!(output.status.code(), Some(2), "{parts}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(complaint), "{message}");
    }
}

#[test]
fn maps_that_make_no_sense_are_refused() {
    let text = document(&B, &[1.0]);
    for (arguments, complaint) in [
        (&["map", "-"][..], "--output"),
        (&["map", "-", "-o", "-", "--json"], "standard output"),
        (&["map", "-", "--json", "--size", "0"], "1..=4096"),
        (
            &["map", "-", "--json", "--plane", "random"],
            "two free weights",
        ),
        (
            &["map", "-", "--json", "--plane", "path"],
            "two free weights",
        ),
        (&["map", "-", "--json", "--plane", "sideways"], "random"),
    ] {
        let output = downhill(arguments, &text);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(output.stdout, b"");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(complaint), "{message}");
    }
    let output = downhill(
        &["map", "-", "-o", "no/such/folder.png", "--size", "2"],
        &text,
    );
    assert_eq!(output.status.code(), Some(1));
}

/// A map says what single runs say, also where no error is finite.
#[test]
fn a_map_without_a_finite_error_has_diverged_everywhere() {
    let file = format!("{}/diverged.svg", env!("CARGO_TARGET_TMPDIR"));
    for (fact, starts) in [(&H, 8), (&E, 64)] {
        let text = document(fact, &vec![0.5; if starts == 8 { 1 } else { 2 }]);
        let targets = format!("\"targets\":{}", fact.targets);
        let text = text.replace(&targets, "\"targets\":[[1e200]]");
        let single: Value = serde_json::from_str(&printed(&["run", "-", "--json"], &text)).unwrap();
        assert_eq!(single["verdict"]["kind"], "diverged");
        let summary = printed(&["map", "-", "-o", &file, "--size", "8"], &text);
        assert!(
            summary.starts_with(&format!("Starts    {starts}")),
            "{summary}"
        );
        assert!(summary.contains("100 %     diverged"), "{summary}");
        let json = printed(&["map", "-", "--json", "--size", "8"], &text);
        let map: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(map["starts"], starts);
        assert_eq!(map["counts"]["diverged"], starts);
        assert_eq!(map["shares"]["diverged"], 1.0);
        assert_eq!(map["best_error"], Value::Null);
        let figure = std::fs::read_to_string(&file).unwrap();
        assert!(figure.contains("diverged") && figure.contains("100 %"));
    }
    std::fs::remove_file(&file).unwrap();
}

/// Rates rise in equal ratios over the first axis; each pixel is a run at its start and its rate.
#[test]
fn a_map_of_starts_and_rates_is_that_of_single_runs() {
    let text = document(&B, &[1.0]);
    let more = ["--rate", "0.25..4", "--size", "4"];
    let json = printed(&[&["map", "-", "--json"], &more[..]].concat(), &text);
    let map: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(map["starts"], 16);
    assert_eq!(map["axes"][1]["name"], "rate");
    assert_eq!(map["axes"][1]["from"], 0.25);
    let experiment = Experiment::parse(&text).unwrap();
    let axis = experiment.view()[0];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for pixel in 0..16 {
        let (column, row) = (f64::from(pixel % 4), f64::from(pixel / 4));
        let start = axis.from + (axis.to - axis.from) * (column + 0.5) / 4.0;
        let rate = 0.25 * 16_f64.powf((row + 0.5) / 4.0);
        let run = experiment
            .with_start(vec![start])
            .unwrap()
            .with_rate(rate)
            .unwrap()
            .run();
        *counts.entry(run.verdict.kind.name()).or_default() += 1;
    }
    for (kind, count) in counts {
        assert_eq!(map["counts"][kind], count, "{kind}");
    }
}

#[test]
fn rates_that_are_no_axis_are_refused() {
    for rates in ["0.01", "1..1", "0..1", "2..1", "a..b", "1..inf"] {
        let output = downhill(
            &["map", "-", "--json", "--rate", rates],
            &document(&B, &[1.0]),
        );
        assert_eq!(output.status.code(), Some(2), "{rates}");
    }
}

//! Links in place of files, and files as links.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

mod downhill;

use downhill::{downhill, json, printed};
use lessons::{Fact, LESSONS};
use serde_json::{Value, json};

fn line(arguments: &[&str], input: &str) -> String {
    printed(arguments, input).trim_end().to_owned()
}

fn run(link: &str) -> Value {
    serde_json::from_str(&printed(&["run", link, "--json"], "")).unwrap()
}

#[test]
fn a_link_runs_as_its_document_does() {
    let other = r#"{"layers": [1, 1], "activations": ["tanh"], "bias": false, "inputs": [[1], [-0.0]],
        "targets": [[0.1], [0.30000000000000004]], "weights": [5e-324],
        "rule": {"name": "steepest-descent", "rate": 1}, "steps": 100}"#;
    for document in Fact::ALL.map(Fact::document).into_iter().chain([other]) {
        let link = line(&["link", "-"], document);
        assert_eq!(run(&link), json(document), "{link}");
        // With what stands before the #, without it, and as mail has it.
        assert_eq!(run(&format!("https://a.example/b/{link}.")), json(document));
        assert_eq!(line(&["link", &link], ""), link);
    }
    assert!(line(&["link", "-"], other).starts_with("#?experiment="));
}

#[test]
fn a_beat_with_other_numbers_is_readable() {
    let link = "initial-values/3?start=5&rate=0.2";
    let found = run(link);
    assert_eq!(found["verdict"]["kind"], json!("vanishing-gradient"));
    assert_eq!(
        line(&["link", link, "--page", "https://a.example/"], ""),
        format!("https://a.example/#{link}")
    );
    let mut document: Value = serde_json::from_str(Fact::TwoMinima.document()).unwrap();
    document["weights"] = json!([6.5]);
    let link = line(&["link", "-"], &document.to_string());
    assert_eq!(link, "#local-minima/1?start=6.5");
    assert_eq!(run(&link), json(&document.to_string()));
}

#[test]
fn every_beat_has_its_link() {
    for lesson in LESSONS {
        for (i, beat) in lesson.beats.iter().enumerate() {
            let experiment = beat.scene.experiment().unwrap();
            let text = serde_json::to_string(&experiment.to_document()).unwrap();
            let link = format!("#{}/{}", lesson.id, i + 1);
            // The shortest of those that show the same.
            let shortest = line(&["link", "-"], &text);
            assert!(!shortest.contains('?'), "{link}: {shortest}");
            assert_eq!(printed(&["link", &link], "").trim_end(), link);
        }
    }
}

#[test]
fn a_figure_and_a_map_take_a_link() {
    let figure = printed(&["figure", "#local-minima/1", "-o", "-"], "");
    assert!(figure.starts_with("<svg"));
    let map = printed(&["map", "#initial-values/1", "--json", "--size", "64"], "");
    assert!(map.contains("local-minimum"), "{map}");
}

#[test]
fn a_refused_link_says_where_and_what() {
    for (link, message) in [
        (
            "#xor/9",
            "#xor/9: beat: a number from 1 to 5 expected, 9 found",
        ),
        ("#?rate=1", "#?rate=1: lesson: expected, but missing"),
        (
            "xor?speed=1",
            "xor?speed=1: speed: unknown key; the known ones are v, experiment, axes",
        ),
        (
            "#xor?v=2&x=1",
            "#xor?v=2&x=1: v: made by a later version of Downhill, 2; 1 is the latest",
        ),
        (
            "#?experiment=abc",
            "#?experiment=abc: experiment: cannot be unpacked; perhaps a part of the link is missing",
        ),
        (
            "#xor?start=1",
            "#xor?start=1: start: 2 expected for the axes of the picture, 1 found",
        ),
    ] {
        for command in [
            &["run", link][..],
            &["link", link],
            &["figure", link, "-o", "-"],
        ] {
            let output = downhill(command, "");
            assert_eq!(
                (output.status.code(), output.stdout.len()),
                (Some(2), 0),
                "{link}"
            );
            let found = String::from_utf8(output.stderr).unwrap();
            assert!(
                found.starts_with(&format!("downhill: {message}")),
                "{found}"
            );
        }
    }
}

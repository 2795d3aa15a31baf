//! The scenes as the page reads them. They are data, and the page has no use for them compiled.
//!
//! `www/lessons/scenes.js` is written from the lessons by
//! `INSTA_UPDATE=always cargo test -p lessons`.

use std::fs;

use backprop::{Experiment, Value as Document};
use lessons::{Beat, Cursor, Focus, LESSONS, Lesson, Stage};
use serde_json::{Value, json};

#[test]
fn the_page_has_the_scenes_as_they_are() {
    let scenes = LESSONS.iter().map(scenes).collect::<Vec<_>>().concat();
    let expected =
        format!("// The lessons in the order of the lecture.\n\nexport default [\n{scenes}];\n");
    kept("scenes.js", &expected);
}

/// Fails where a file of `www/lessons` is not what it should be. With INSTA_UPDATE=always, which
/// renews all that is kept of pictures and texts, it becomes that.
pub(crate) fn kept(file: &str, expected: &str) {
    let path = words::page().join("lessons").join(file);
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&path, expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    let line = found
        .lines()
        .zip(expected.lines())
        .position(|(a, b)| a != b);
    assert!(
        found == expected,
        "www/lessons/{file} is behind the lessons from line {} on; \
         INSTA_UPDATE=always cargo test -p lessons renews it",
        line.map_or(1, |line| line + 1),
    );
}

/// A lesson's states of the page, one a line.
/// Whoever speaks of a start points at it.
#[test]
fn every_start_lies_in_its_picture() {
    let beats = LESSONS.iter().flat_map(|lesson| {
        let beats = lesson.beats.iter().enumerate();
        beats.map(move |(number, beat)| (lesson.id, number + 1, &beat.scene))
    });
    for (lesson, beat, scene) in beats {
        let experiment = scene.experiment().unwrap();
        for axis in experiment.view() {
            let start = experiment.start()[axis.weight];
            assert!(
                (axis.from..=axis.to).contains(&start),
                "beat {beat} of {lesson}: {start}"
            );
        }
    }
}

fn scenes(lesson: &Lesson) -> String {
    let beats: String = lesson.beats.iter().map(beat).collect();
    format!("  {{ id: {}, beats: [\n{beats}  ] }},\n", json!(lesson.id))
}

fn beat(beat: &Beat) -> String {
    let document = document(&beat.scene.experiment().unwrap());
    let at_end = beat.scene.cursor == Cursor::End;
    let focus = focus(beat.scene.focus);
    let asks = if beat.scene.asks { ", asks: true" } else { "" };
    format!("    {{ document: {document}, at_end: {at_end}, focus: {focus}{asks} }},\n")
}

/// With space between the keys of the document alone.
pub(crate) fn document(experiment: &Experiment) -> String {
    let Document::Object(entries) = experiment.to_document() else {
        unreachable!("an experiment is an object");
    };
    let text = |value| serde_json::to_string(value).unwrap();
    let entries = entries
        .iter()
        .map(|(key, value)| format!("{}: {}", json!(key), text(value)));
    format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
}

fn focus(focus: Focus) -> Value {
    match focus {
        Focus::Picture => json!({"on": "picture"}),
        Focus::Rates => json!({"on": "rates"}),
        Focus::Layers => json!({"on": "layers"}),
        Focus::Chain { sample, weight } => {
            json!({"on": "chain", "sample": sample, "weight": weight})
        }
        Focus::Walk { sample, stage } => {
            let (stage, layer) = match stage {
                Stage::Forward(layer) => ("forward", Some(layer)),
                Stage::Error => ("error", None),
                Stage::Delta(layer) => ("delta", Some(layer)),
                Stage::Update => ("update", None),
            };
            json!({"on": "walk", "sample": sample, "stage": stage, "layer": layer})
        }
    }
}

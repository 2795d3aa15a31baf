//! The lessons as the page reads them. They are data, and the page has no use for them compiled:
//! a reader needs the words of one language only.
//!
//! The modules in `www/lessons` are written from the lessons by
//! `INSTA_UPDATE=always cargo test -p lessons`.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use std::fs;
use std::path::Path;

use lessons::{Beat, Cursor, Focus, LESSONS, Lesson, Stage, Text};
use serde_json::{Value, json};

#[test]
fn the_page_has_the_lessons_as_they_are() {
    let scenes = LESSONS.iter().map(scenes).collect::<Vec<_>>().concat();
    check(
        "scenes.js",
        &format!("// The lessons in the order of the lecture.\n\nexport default [\n{scenes}];\n"),
    );
    for (language, name, of) in [
        ("ja", "Japanese", (|text| text.ja) as fn(&Text) -> &str),
        ("en", "English", |text| text.en),
    ] {
        let words = LESSONS.iter().map(|lesson| words(lesson, of));
        let words = words.collect::<Vec<_>>().concat();
        check(
            &format!("{language}.js"),
            &format!("// The words of the lessons. {name}.\n\nexport default {{\n{words}}};\n"),
        );
    }
}

/// A lesson's states of the page, one a line.
fn scenes(lesson: &Lesson) -> String {
    let beats: String = lesson.beats.iter().map(beat).collect();
    format!("  {{ id: {}, beats: [\n{beats}  ] }},\n", json!(lesson.id))
}

fn beat(beat: &Beat) -> String {
    let document = beat.scene.experiment().unwrap().to_json();
    let lines: Vec<&str> = document.lines().map(str::trim).collect();
    let at_end = beat.scene.cursor == Cursor::End;
    let focus = focus(beat.scene.focus);
    let document = lines.join(" ");
    format!("    {{ document: {document}, at_end: {at_end}, focus: {focus} }},\n")
}

fn focus(focus: Focus) -> Value {
    match focus {
        Focus::Picture => json!({"on": "picture"}),
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

/// A lesson's words in one language, a text a line.
fn words(lesson: &Lesson, of: fn(&Text) -> &str) -> String {
    let captions = lesson.beats.iter().map(|beat| &beat.caption);
    let captions: String = captions
        .map(|caption| format!("      {},\n", json!(of(caption))))
        .collect();
    format!(
        "  {}: {{\n    title: {},\n    text: {},\n    captions: [\n{captions}    ],\n  }},\n",
        json!(lesson.id),
        json!(of(&lesson.title)),
        json!(of(&lesson.text)),
    )
}

/// Fails where a module of the page is not what it should be. With INSTA_UPDATE=always, which
/// renews all that is kept of pictures and texts, it becomes that.
fn check(name: &str, expected: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/lessons");
    let path = folder.join(name);
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&path, expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    let line = found
        .lines()
        .zip(expected.lines())
        .position(|(a, b)| a != b);
    assert!(
        found == expected,
        "www/lessons/{name} is behind the lessons from line {} on; \
         INSTA_UPDATE=always cargo test -p lessons renews it",
        line.map_or(1, |line| line + 1),
    );
}

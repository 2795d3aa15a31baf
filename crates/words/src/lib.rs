//! The words of the lessons as tests read them. A language is one file of `www/lessons`, and which
//! there are is found by looking: another one is held against the lessons as soon as it stands there.
//!
//! A file of words is a module for the browser and JSON for everyone else: comments, then
//! `export default`, then one JSON object.
#![allow(
    clippy::panic,
    reason = "a test that cannot read the words has nothing to hold"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What one language says of a lesson.
///
/// Between backticks stands a formula in the notation of the page: `w_new = w_old`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonWords {
    /// A few words.
    pub title: String,
    /// One or two sentences that say what it is about and what to try.
    pub text: String,
    /// One or two sentences for each beat, in their order.
    pub captions: Vec<String>,
}

/// A speaker's notes for a beat in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteWords {
    /// What to say.
    pub say: String,
    /// What students ask.
    pub ask: String,
    /// What to answer.
    pub answer: String,
}

/// The folder of the page.
pub fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www")
}

/// The languages of the lessons, as their codes: `en`.
///
/// # Panics
/// Where `www/lessons` cannot be listed.
pub fn languages() -> BTreeSet<String> {
    let mut names = modules(&page().join("lessons"));
    names.remove("scenes");
    names
}

/// What one language says of a question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// What is asked about, in a sentence.
    pub ask: String,
    /// Why the run ends as it does, in one or two.
    pub why: String,
}

/// The names of the modules that stand in a folder, without `.js`.
///
/// # Panics
/// Where the folder cannot be listed.
pub fn modules(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let names = entries.filter_map(|entry| {
        let name = entry.ok()?.file_name().into_string().ok()?;
        Some(name.strip_suffix(".js")?.to_owned())
    });
    names.collect()
}

/// The words of the lessons in a language, by the lessons' ids.
///
/// # Panics
/// Where the language has no such file, or the file no such form.
pub fn lessons(language: &str) -> BTreeMap<String, LessonWords> {
    of_lessons("", language)
}

/// The words of the questions in a language, by the lessons' ids.
///
/// # Panics
/// As [`lessons`] does.
pub fn questions(language: &str) -> BTreeMap<String, Vec<QuestionWords>> {
    of_lessons("questions", language)
}

/// The speaker's notes in a language, one a beat, by the lessons' ids.
///
/// # Panics
/// As [`lessons`] does.
pub fn notes(language: &str) -> BTreeMap<String, Vec<NoteWords>> {
    of_lessons("notes", language)
}

fn of_lessons<T: DeserializeOwned>(folder: &str, language: &str) -> BTreeMap<String, T> {
    let path = page()
        .join("lessons")
        .join(folder)
        .join(format!("{language}.js"));
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    read(&source).unwrap_or_else(|error| panic!("{path:?}, after `export default`: {error}"))
}

fn read<T: DeserializeOwned>(source: &str) -> serde_json::Result<BTreeMap<String, T>> {
    let (_, words) = source.split_once("\nexport default ").unwrap_or_default();
    serde_json::from_str(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_read_and_what_is_no_json_refused() {
        let lesson = r#"{"title": "A", "text": "B `w`.", "captions": ["C"]}"#;
        let source = format!("// Words.\n\nexport default {{\n  \"one\": {lesson}\n}}\n");
        let words: BTreeMap<_, LessonWords> = read(&source).expect("words");
        assert_eq!(words["one"].captions, ["C"]);
        for (good, bad) in [
            ("\n}\n", ",\n}\n"),
            ("\"one\"", "one"),
            ("text", "texts"),
            ("export default", "export"),
        ] {
            assert!(
                read::<LessonWords>(&source.replace(good, bad)).is_err(),
                "{bad}"
            );
        }
    }
}

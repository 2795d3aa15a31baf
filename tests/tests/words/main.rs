//! The page's words, without a browser: every language complete, no key missing, none unused.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a page without its files fails the test"
)]

mod literals;
mod style;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use backprop::{Activation, Basis, Loss, Rule, Scheme, thresholds};
use literals::{Literal, literals};
use problems::Ready;
use words::{languages, page};

type Words = BTreeMap<String, String>;

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The table of a language: in `locales/*.js` a key and its words follow each other.
fn words(language: &str) -> Words {
    let source = read(&page().join("locales").join(format!("{language}.js")));
    // The brace that opens it is the first one at the end of a line.
    let (_, table) = source.split_once("{\n").unwrap();
    let literals = literals(table);
    assert_eq!(literals.len() % 2, 0, "{language}.js: a key without words");
    let mut words = Words::new();
    for pair in literals.chunks(2) {
        let [key, text] = pair else { unreachable!() };
        let key = &key.text;
        let twice = words.insert(key.clone(), text.text.clone());
        assert_eq!(twice, None, "{language}.js: {key} stands there twice");
    }
    words
}

/// All modules of the page.
fn modules() -> Vec<PathBuf> {
    let mut folders = vec![page().join("js")];
    let mut modules = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "js") {
                modules.push(path);
            }
        }
    }
    modules
}

/// The keys that index.html names: `data-t="key"` and `data-t-label="key"`.
fn keys_of_the_document() -> BTreeSet<String> {
    let source = read(&page().join("index.html"));
    let uses = source.split("data-t").skip(1).filter_map(|rest| {
        let rest = rest.strip_prefix("-label").unwrap_or(rest);
        rest.strip_prefix("=\"")?.split('"').next()
    });
    uses.map(str::to_owned).collect()
}

/// The keys of what the core has names for, which the page asks for by name.
fn keys_of_the_core() -> impl Iterator<Item = String> {
    let activations = Activation::ALL.iter();
    let activations = activations.map(|f| format!("activation.{}", f.name()));
    let schemes = Scheme::ALL.map(|scheme| format!("scheme.{}", scheme.name()));
    let ready = Ready::ALL.map(|ready| format!("ready.{}", ready.name()));
    let rules = Rule::NAMES.iter().map(|name| format!("rule.{name}"));
    let losses = Loss::NAMES.iter().map(|name| format!("loss.{name}"));
    let bases = Basis::all();
    let bases: Vec<_> = bases
        .iter()
        .map(|basis| format!("basis.{}", basis.name()))
        .collect();
    let named = activations.chain(schemes).chain(ready).chain(bases);
    named.chain(rules).chain(losses)
}

/// The places `{name}` that the page fills in.
fn places(text: &str) -> BTreeSet<&str> {
    let pieces = text.split('{').skip(1);
    pieces
        .filter_map(|piece| Some(piece.split_once('}')?.0))
        .collect()
}

#[test]
fn every_language_says_the_same_things() {
    let japanese = words("ja");
    assert!(japanese.len() > 100, "{} words", japanese.len());
    let keys = |words: &Words| words.keys().cloned().collect::<BTreeSet<_>>();
    for language in languages() {
        let words = words(&language);
        let (wanted, found) = (keys(&japanese), keys(&words));
        let differing: Vec<_> = wanted.symmetric_difference(&found).collect();
        assert!(
            differing.is_empty(),
            "ja or {language} alone: {differing:?}"
        );
        for (key, text) in &words {
            assert!(!text.trim().is_empty(), "{key} is empty in {language}");
            assert_eq!(
                places(text),
                places(&japanese[key]),
                "what is filled in, in {key} in {language}"
            );
        }
    }
}

#[test]
fn no_japanese_is_left_in_english() {
    for (key, english) in words("en") {
        assert!(
            english.chars().all(|letter| !is_japanese(letter)) || key == "language.choose",
            "{key} in English: {english}"
        );
    }
}

/// The list in `locale.js`, by which the page finds them.
#[test]
fn the_page_lists_the_languages_that_are_there() {
    let source = read(&page().join("js").join("locale.js"));
    let imports = source.split("import('../locales/").skip(1);
    let listed: BTreeSet<_> = imports
        .filter_map(|rest| rest.split_once(".js')"))
        // A type is no entry.
        .filter(|(_, after)| !after.starts_with('.'))
        .map(|(language, _)| language.to_owned())
        .collect();
    assert_eq!(listed, languages());
    for language in languages() {
        // The lessons' words come with the page's.
        let source = read(&page().join("locales").join(format!("{language}.js")));
        let lessons = format!("export {{ default as lessons }} from '../lessons/{language}.js';");
        assert!(source.contains(&lessons), "{language} has not: {lessons}");
    }
}

/// Whether only Japanese is written with it.
fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}')
}

#[test]
fn every_key_that_is_used_exists() {
    let known = words("ja");
    let mut used = keys_of_the_document();
    assert!(used.len() > 40, "{} in the document", used.len());
    used.extend(keys_of_the_core());
    for module in modules() {
        let asked = literals(&read(&module))
            .into_iter()
            .filter(Literal::is_asked_for);
        used.extend(asked.map(|literal| literal.text));
    }
    assert!(used.len() > 100, "{} keys in use", used.len());
    let missing: Vec<_> = used
        .iter()
        .filter(|key| !known.contains_key(*key))
        .collect();
    assert!(missing.is_empty(), "used and not translated: {missing:?}");
}

#[test]
fn every_key_is_used() {
    let mut used = keys_of_the_document();
    used.extend(keys_of_the_core());
    let texts = modules()
        .into_iter()
        .flat_map(|module| literals(&read(&module)));
    used.extend(texts.map(|literal| literal.text));
    let known = words("ja");
    let unused: Vec<_> = known.keys().filter(|key| !used.contains(*key)).collect();
    assert!(unused.is_empty(), "translated and not used: {unused:?}");
}

/// What the page says of verdicts: sentences, reasons and notes.
fn words_of_verdicts(language: &str) -> Words {
    let mut words = words(language);
    words.retain(|key, _| {
        let rooms = ["verdict.", "cause.", "why.", "evidence.", "standstill."];
        rooms.iter().any(|room| key.starts_with(room))
    });
    words
}

/// Where one verdict ends and the next begins is the core's to say.
#[test]
fn words_write_no_threshold_themselves() {
    for language in languages() {
        for (key, text) in words_of_verdicts(&language) {
            // Between backticks stand formulas, such as 1 + E; 0 is no threshold.
            let plain = text.split('`').step_by(2);
            let without_places = plain.flat_map(|piece| {
                let pieces = piece.split('{').enumerate();
                pieces.map(|(i, part)| match part.split_once('}') {
                    Some((_, after)) if i > 0 => after,
                    _ => part,
                })
            });
            let figures: String = without_places
                .flat_map(str::chars)
                .filter(|letter| letter.is_ascii_digit() && *letter != '0')
                .collect();
            assert_eq!(figures, "", "{key} in {language}: {text}");
        }
    }
}

#[test]
fn what_words_ask_of_a_verdict_is_there() {
    let source = read(&page().join("js/verdict/quantities.js"));
    let (_, quantities) = source.split_once("export function quantities").unwrap();
    let is_told = |name: &str| {
        let threshold = ["limit_", "percent_"]
            .iter()
            .find_map(|prefix| name.strip_prefix(prefix));
        match threshold {
            Some(name) => thresholds::ALL.iter().any(|(known, _)| *known == name),
            None => [
                format!(" {name}: "),
                format!(" {name},"),
                format!("{name} }}"),
            ]
            .iter()
            .any(|entry| quantities.contains(entry)),
        }
    };
    for (key, text) in words_of_verdicts("ja") {
        // What a row says of a share that is too small comes from beside it.
        if key == "evidence.less" {
            continue;
        }
        for name in places(&text) {
            assert!(is_told(name), "{{{name}}} in {key}");
        }
    }
}

//! Each lesson has its words in every language, and no language has others.

use std::collections::BTreeSet;

use lessons::LESSONS;
use words::{languages, lessons, modules, page};

#[test]
fn lessons_have_ids_of_their_own_and_a_beat() {
    for (i, lesson) in LESSONS.iter().enumerate() {
        assert!(LESSONS[..i].iter().all(|other| other.id != lesson.id));
        assert!(!lesson.beats.is_empty(), "{}", lesson.id);
    }
}

#[test]
fn the_lessons_speak_the_languages_of_the_page() {
    let languages = languages();
    assert_eq!(languages, modules(&page().join("locales")));
    for known in ["ja", "en"] {
        assert!(languages.contains(known), "{languages:?}");
    }
}

#[test]
fn every_language_has_words_for_every_beat_and_no_more() {
    let ids: BTreeSet<&str> = LESSONS.iter().map(|lesson| lesson.id).collect();
    for language in languages() {
        let words = lessons(&language);
        let known: BTreeSet<&str> = words.keys().map(String::as_str).collect();
        assert_eq!(known, ids, "lessons in {language}");
        for lesson in &LESSONS {
            let place = format!("{} in {language}", lesson.id);
            let words = &words[lesson.id];
            assert_eq!(words.captions.len(), lesson.beats.len(), "{place}");
            for text in words.captions.iter().chain([&words.title, &words.text]) {
                assert!(!text.trim().is_empty(), "{place}");
                assert_eq!(text.matches('`').count() % 2, 0, "{place}: {text}");
            }
        }
    }
}

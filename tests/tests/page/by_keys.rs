//! The whole lecture by one key, as a clicker sends it: each beat of each lesson on one screen.

use fantoccini::key::Key;
use lessons::LESSONS;
use serde_json::json;

use crate::page::Page;

#[test]
fn the_lecture_goes_by_one_key_on_a_small_projector() {
    let page = Page::in_chromium("ja", &json!({}));
    page.set_size_and_calm(1280, 720);
    for language in words::languages() {
        page.speak(&language);
        give(&page, &language, 560);
    }
}

#[test]
fn the_lecture_goes_by_one_key_on_a_large_projector() {
    let page = Page::in_firefox("ja, en");
    page.set_viewport(1920, 1080);
    for language in words::languages() {
        page.speak(&language);
        give(&page, &language, 840);
    }
}

/// Gives all of it, from the first lesson to the last beat of the last; no surface is lower than so many
/// pixels.
#[track_caller]
fn give(page: &Page, language: &str, lowest: u32) {
    page.choose_lesson_from_afar(LESSONS[0].id);
    page.strike("m");
    let projects = "return document.documentElement.hasAttribute('data-projector')";
    assert_eq!(page.browser.script(projects, &[]), json!(true));
    for (number, lesson) in LESSONS.iter().enumerate() {
        let title = &words::lessons(language)[lesson.id].title;
        assert_eq!(&page.browser.text("#lesson-title"), title, "{language}");
        for beat in 0..=lesson.beats.len() {
            let place = format!("beat {beat} of {} in {language}", lesson.id);
            let count = lesson.beats.len();
            let shown = if beat == 0 {
                "–".to_owned()
            } else {
                beat.to_string()
            };
            assert_eq!(
                page.content("#beat"),
                format!("{shown} / {count}"),
                "{place}"
            );
            assert!(page.browser.is_seen("#lesson-text"), "{place}");
            page.assert_fits(lowest, &place);
            if (number, beat) != (LESSONS.len() - 1, count) {
                page.press(&[Key::PageDown]);
            }
        }
    }
    // There is nothing behind the end.
    let end = page.content("#beat");
    page.press(&[Key::PageDown]);
    assert_eq!(page.content("#beat"), end);
    page.strike("m");
    page.assert_quiet();
}

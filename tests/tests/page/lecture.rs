//! Every lesson, walked from its first beat to its last as a lecturer would.

use lessons::{Beat, Claim, LESSONS};
use serde_json::json;

use crate::fates::called;
use crate::page::Page;

#[test]
fn every_beat_in_japanese_in_firefox() {
    walk(&Page::in_firefox("ja, en"), "ja");
}

#[test]
fn every_beat_in_english_in_firefox() {
    walk(&Page::in_firefox("en-US, en"), "en");
}

#[test]
fn every_beat_in_both_languages_in_chromium() {
    let page = Page::in_chromium("ja", &json!({}));
    walk(&page, "ja");
    page.speak("en");
    walk(&page, "en");
}

/// Walks all lessons and reads what each beat says and how its run ends.
#[track_caller]
fn walk(page: &Page, language: &str) {
    assert_eq!(page.language(), language);
    let words = words::lessons(language);
    for lesson in LESSONS {
        let words = &words[lesson.id];
        page.choose_lesson(lesson.id);
        assert_eq!(page.browser.text("#lesson-title"), words.title);
        let count = lesson.beats.len();
        for (index, beat) in lesson.beats.iter().enumerate() {
            page.click("#beat-forward");
            let place = format!("beat {} of {} in {language}", index + 1, lesson.id);
            assert_eq!(
                page.content("#beat"),
                format!("{} / {count}", index + 1),
                "{place}"
            );

            let kind = end(beat);
            assert_eq!(page.verdict(), kind, "{place}");
            assert_eq!(page.verdict_name(), called(kind, language), "{place}");
            for claim in beat.claims {
                if let Claim::Because(cause) = claim {
                    let shown = page.browser.attribute("#verdict", "data-cause");
                    assert_eq!(shown, cause.name(), "{place}");
                }
            }

            let wanted = &words.captions[index];
            let caption = page.content("#lesson-text");
            for piece in wanted.split('`').step_by(2) {
                assert!(
                    caption.contains(piece),
                    "{place} says {caption:?}, not {piece:?}"
                );
            }
            assert!(
                !caption.contains('`'),
                "{place}: a formula shows its notation: {caption:?}"
            );
            assert!(page.browser.is_seen("#lesson-text"), "{place}");
        }
        // Behind the last beat there is nothing, and the way back leads to the one before it.
        page.click("#beat-forward");
        assert_eq!(page.content("#beat"), format!("{count} / {count}"));
        if count > 1 {
            page.click("#beat-back");
            assert_eq!(page.content("#beat"), format!("{} / {count}", count - 1));
            assert_eq!(page.verdict(), end(&lesson.beats[count - 2]));
        }
    }
    page.assert_quiet();
}

/// How the run of a beat ends: as its caption claims, or else as the mathematics says.
#[track_caller]
fn end(beat: &Beat) -> &'static str {
    let claimed = beat.claims.iter().find_map(|claim| match claim {
        Claim::Ends(kind) => Some(*kind),
        Claim::Because(_) | Claim::NoBottom | Claim::Shows(..) => None,
    });
    let computed = || {
        let experiment = beat.scene.experiment().expect("a scene that opens");
        experiment.run().verdict.kind
    };
    claimed.unwrap_or_else(computed).name()
}

//! Every lesson, walked from its first beat to its last as a lecturer would.

use lessons::{Beat, Claim, Cursor, LESSONS};
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
            assert_panel(page, beat, called(kind, language), &place);
            for claim in beat.claims {
                if let Claim::Because(cause) = claim
                    && !beat.scene.asks
                {
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
        // Behind the last beat the next lesson begins, and the way back leads from its text to the beat.
        page.click("#beat-forward");
        let next = LESSONS
            .iter()
            .skip_while(|other| other.id != lesson.id)
            .nth(1);
        if let Some(next) = next {
            let title = &words::lessons(language)[next.id].title;
            assert_eq!(&page.browser.text("#lesson-title"), title);
            assert_eq!(page.content("#beat"), format!("– / {}", next.beats.len()));
            page.click("#beat-back");
        }
        assert_eq!(page.content("#beat"), format!("{count} / {count}"));
        if count > 1 {
            page.click("#beat-back");
            assert_eq!(page.content("#beat"), format!("{} / {count}", count - 1));
            assert_eq!(page.verdict(), end(&lesson.beats[count - 2]));
        }
    }
    page.assert_quiet();
}

/// At the start of a run the panel is about that step, and tells of the end quietly; where the
/// caption asks, it waits. The last step is what the panel is about otherwise.
#[track_caller]
fn assert_panel(page: &Page, beat: &Beat, verdict: &str, place: &str) {
    let told = page.browser.attribute("#main", "data-told");
    let quiet = "#verdict-end";
    match beat.scene.cursor {
        Cursor::Start => {
            assert_eq!(told, "step", "{place}");
            assert!(page.verdict_name().ends_with('0'), "{place}");
            assert!(page.content(quiet).contains(verdict), "{place}");
            assert!(!page.browser.is_seen(".evidence"), "{place}");
        }
        Cursor::End if beat.scene.asks => {
            assert_eq!(told, "asked", "{place}");
            let panel = page.content("#verdict");
            assert!(!panel.contains(verdict), "{place}: {panel}");
            let figure = page.browser.attribute("#plot", "aria-valuetext");
            assert!(!figure.contains(verdict), "{place}: {figure}");
            assert!(!page.browser.is_seen(".evidence"), "{place}");
            // Nor do the signs of the picture answer.
            assert_eq!(page.content("#plot-critical"), "", "{place}");
            assert_eq!(page.content("#legend-critical"), "", "{place}");
            page.click("#verdict-reveal");
            assert_eq!(page.verdict_name(), verdict, "{place}");
            page.wait_until("document.getElementById('plot-critical').textContent !== ''");
            assert!(page.browser.is_seen(".evidence"), "{place}");
        }
        Cursor::End => {
            assert_eq!(told, "end", "{place}");
            assert_eq!(page.verdict_name(), verdict, "{place}");
            assert!(!page.browser.is_seen(quiet), "{place}");
        }
    }
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

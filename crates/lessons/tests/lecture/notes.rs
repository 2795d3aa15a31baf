//! Every beat has its speaker's notes in every language, and no number in them is without proof.

use lessons::{Claim, LESSONS};
use words::{NoteWords, languages, notes};

use crate::numbers::{numbers, without_names};

#[test]
fn every_beat_has_notes_in_every_language_and_no_number_that_its_caption_does_not_prove() {
    let mut all = Vec::new();
    for language in languages() {
        let words = notes(&language);
        assert_eq!(words.len(), LESSONS.len(), "{language}");
        for lesson in &LESSONS {
            assert_eq!(
                words[lesson.id].len(),
                lesson.beats.len(),
                "{} in {language}",
                lesson.id
            );
            for (beat, NoteWords { say, ask, answer }) in lesson.beats.iter().zip(&words[lesson.id])
            {
                for text in [say, ask, answer] {
                    let place = format!("{} in {language}: {text}", lesson.id);
                    assert!(text.ends_with(['.', '?', '。']), "{place}");
                    assert_eq!(text.matches('`').count() % 2, 0, "{place}");
                    let proven = |number: &String| {
                        let shown = |claim: &Claim| matches!(claim, Claim::Shows(text, _) if text == number);
                        beat.claims.iter().any(shown)
                    };
                    let found = numbers(&without_names(text));
                    all.extend(
                        found
                            .iter()
                            .filter(|number| !proven(number))
                            .map(|number| format!("nothing backs {number} in {place}")),
                    );
                }
            }
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

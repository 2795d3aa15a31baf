//! No caption can be false: every number in it is computed, and so is every verdict.

use backprop::Kind;
use lessons::{Claim, LESSONS, chain};
use words::{languages, lessons};

use crate::computed::falsehoods;
use crate::numbers::departures;

#[test]
fn every_number_and_verdict_in_a_caption_is_true() {
    let mut all = Vec::new();
    for lesson in &LESSONS {
        for (index, beat) in lesson.beats.iter().enumerate() {
            let place = format!("{}, beat {}", lesson.id, index + 1);
            let found = falsehoods(&beat.scene, beat.claims).into_iter();
            all.extend(found.map(|text| format!("{place}: {text}")));
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn every_language_writes_the_numbers_that_are_computed() {
    let mut all = Vec::new();
    for language in languages() {
        let words = lessons(&language);
        for lesson in &LESSONS {
            let captions = &words[lesson.id].captions;
            assert_eq!(
                captions.len(),
                lesson.beats.len(),
                "{language}: {}",
                lesson.id
            );
            for (index, (beat, caption)) in lesson.beats.iter().zip(captions).enumerate() {
                let place = format!("{language}, {}, beat {}", lesson.id, index + 1);
                let found = departures(beat.claims, caption).into_iter();
                all.extend(found.map(|text| format!("{place}: {text}")));
            }
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

/// What makes the last beat of "Deeper is worse" true beyond its numbers.
#[test]
fn in_the_deep_chain_only_the_weights_at_the_output_move() {
    let experiment = chain(backprop::Activation::Logistic, 10).unwrap();
    let run = experiment.run();
    let moved: Vec<f64> = run
        .record
        .last_weights()
        .iter()
        .zip(experiment.start())
        .map(|(end, start)| (end - start).abs())
        .collect();
    assert!(moved[0] < 1e-4, "{moved:?}");
    assert!(moved[10] > 0.5, "{moved:?}");
}

/// All seven verdicts but none by accident: the lecture shows each of them.
#[test]
fn the_lecture_shows_every_verdict() {
    let shown: Vec<Kind> = LESSONS
        .iter()
        .flat_map(|lesson| lesson.beats)
        .flat_map(|beat| beat.claims)
        .filter_map(|claim| match claim {
            Claim::Ends(kind) => Some(*kind),
            _ => None,
        })
        .collect();
    for kind in Kind::ALL {
        assert!(shown.contains(&kind), "{}", kind.name());
    }
}

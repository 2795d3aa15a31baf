//! Lessons as links name them.

use backprop::Experiment;
use lessons::{Beat, LESSONS};

/// The beat of a lesson, from 1; before the first it shows what that shows.
///
/// # Errors
/// In a sentence, where there is no such beat.
pub(crate) fn beat(lesson: &str, beat: Option<usize>) -> Result<&'static Beat, String> {
    let Some(found) = LESSONS.iter().find(|known| known.id == lesson) else {
        let known: Vec<_> = LESSONS.iter().map(|lesson| lesson.id).collect();
        let known = known.join(", ");
        return Err(format!(
            "lesson: one of {known} expected, \"{lesson}\" found"
        ));
    };
    let number = beat.unwrap_or(1);
    let index = number.checked_sub(1);
    let beat = index.and_then(|index| found.beats.get(index));
    let count = found.beats.len();
    beat.ok_or_else(|| format!("beat: a number from 1 to {count} expected, {number} found"))
}

/// Every beat with its lesson's name, its number from 1 and its experiment.
pub(crate) fn beats() -> impl Iterator<Item = (&'static str, usize, Experiment)> {
    LESSONS.iter().flat_map(|lesson| {
        let beats = lesson.beats.iter().enumerate();
        beats.filter_map(|(i, beat)| {
            let experiment = beat.scene.experiment().ok()?;
            Some((lesson.id, i + 1, experiment))
        })
    })
}

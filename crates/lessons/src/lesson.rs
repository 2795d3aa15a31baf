//! A lesson: the small steps of a demonstration.

use crate::claim::Claim;
use crate::scene::Scene;

/// One step of a demonstration: a state of the page, and what its caption says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beat {
    /// The state of the page.
    pub scene: Scene,
    /// What the caption says, in every language.
    pub claims: &'static [Claim],
}

/// One claim of the lecture, shown in a few steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson {
    /// Its name in tests and in the files of its words.
    pub id: &'static str,
    /// The demonstration; never empty.
    pub beats: &'static [Beat],
}

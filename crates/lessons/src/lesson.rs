//! A lesson: the small steps of a demonstration.

use crate::claim::Claim;
use crate::scene::Scene;
use crate::text::Text;

/// One step of a demonstration: a state of the page with its caption.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beat {
    /// One or two sentences.
    pub caption: Text,
    /// The state of the page.
    pub scene: Scene,
    /// What the caption says, for the tests.
    pub claims: &'static [Claim],
}

/// One claim of the lecture, shown in a few steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson {
    /// Its name in links and tests.
    pub id: &'static str,
    /// A few words.
    pub title: Text,
    /// One or two sentences that say what it is about and what to try.
    pub text: Text,
    /// The demonstration; never empty.
    pub beats: &'static [Beat],
}

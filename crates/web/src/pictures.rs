//! What the pictures of the error and of the timeline keep from one drawing to the next.

use charts::{Frame, TimelineLines, Trail};
use landscape::{Curve, Plane};

use crate::shown::Shown;
use crate::slice::{Slice, SliceCache};

/// What the pictures keep from one drawing to the next.
#[derive(Default)]
pub(crate) struct Pictures {
    pub(crate) slices: SliceCache,
    /// Where everything is in the picture of the error, once it has been drawn.
    pub(crate) frame: Option<Frame>,
    /// The same for the timeline.
    pub(crate) timeline: Option<Frame>,
    /// What can be seen of the present run in the timeline, as far as it has been drawn there.
    pub(crate) lines: TimelineLines,
    /// The same in the picture of the error, with the plane that it lies on.
    pub(crate) trail: Option<(Plane, Trail)>,
    /// The page's word for the error that counts as solved.
    pub(crate) goal_word: String,
    /// The page's names for what the axes run along.
    pub(crate) axis_names: [String; 2],
    /// The page's words for the axes of a plane across weights.
    pub(crate) axis_words: [String; 2],
    /// What a picture of two weights shows.
    pub(crate) shown: Shown,
    /// Whether a surface bears no signs of its minima and saddles.
    pub(crate) is_unmarked: bool,
    /// Whether nothing tells where the run leads.
    pub(crate) is_secret: bool,
    /// Whether the path ends at the ball, and nothing is drawn of where it leads.
    pub(crate) ends_at_ball: bool,
    /// The scale of the picture of the error.
    pub(crate) scale: f64,
}

impl Pictures {
    /// Pictures of the same, of which nothing has been drawn, with paths that end at the ball.
    pub(crate) fn animated(of: &Pictures) -> Pictures {
        Pictures {
            goal_word: of.goal_word.clone(),
            axis_names: of.axis_names.clone(),
            axis_words: of.axis_words.clone(),
            shown: of.shown,
            is_unmarked: of.is_unmarked,
            is_secret: of.is_secret,
            ends_at_ball: true,
            ..Pictures::default()
        }
    }

    /// What the picture of the error shows, once it has been drawn.
    pub(crate) fn slice(&self) -> Option<&Slice> {
        self.slices.present()
    }

    /// Where everything is in the picture of the error, once it has been drawn.
    pub(crate) fn frame(&self) -> Option<&Frame> {
        self.frame.as_ref()
    }

    /// The curve that the picture shows, where it shows one.
    pub(crate) fn curve(&self) -> Option<&Curve> {
        match self.slice() {
            Some(Slice::Curve(curve)) => Some(curve),
            _ => None,
        }
    }

    /// Keeps the path that was drawn last, and the plane that it lies on.
    pub(crate) fn keep_trail(&mut self, plane: Plane, trail: Trail) {
        self.trail = Some((plane, trail));
    }

    /// Forgets the run: another one begins.
    pub(crate) fn forget_run(&mut self) {
        self.lines = TimelineLines::default();
        self.trail = None;
    }
}

//! What became of one start.

use crate::verdict::Kind;

/// What became of one start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fate {
    /// The verdict.
    pub kind: Kind,
    /// Steps done; the start is not one.
    pub steps: usize,
    /// The step from which on E stayed within the goal, 0 for the start; none where it was above it
    /// at the end.
    pub steps_to_goal: Option<usize>,
    /// E at the end; infinite or NaN for some that diverged.
    pub error: f64,
    /// ‖∂E/∂w‖ over the free weights at the start.
    pub gradient_norm_at_start: f64,
    /// The free weights at the end, where there are one or two: which of several minima it was. The
    /// second number is 0 where one weight is free.
    pub end: Option<[f64; 2]>,
}

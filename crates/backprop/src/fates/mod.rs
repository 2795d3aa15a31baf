//! What becomes of many starts.

mod lanes;

use lanes::Lanes;

use crate::experiment::Experiment;
use crate::verdict::{Goal, Kind};

/// What became of one start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fate {
    /// The verdict.
    pub kind: Kind,
    /// Steps done; the start is not one.
    pub steps: usize,
    /// The first step after which E was not above the goal, 0 for the start; none where it was
    /// always above.
    pub steps_to_goal: Option<usize>,
    /// E at the end; infinite or NaN for some that diverged.
    pub error: f64,
    /// ‖∂E/∂w‖ over the free weights at the start.
    pub gradient_norm_at_start: f64,
}

impl Experiment {
    /// What becomes of `count` starts: bit for bit what a run from each of them comes to
    /// ([`Experiment::run`]), but of eight starts side by side and without their records.
    ///
    /// `place` is given the number of a start, from 0, and this experiment's initial values, and
    /// moves some of the free weights. `goal` is that of the experiment ([`Goal::new`]); it does
    /// not depend on where the free weights start. Where `place` moves a weight that is not free,
    /// the goal has to be that of the moved one.
    pub fn fates(
        &self,
        goal: Goal,
        count: usize,
        place: &mut dyn FnMut(usize, &mut [f64]),
    ) -> Vec<Fate> {
        Lanes::new(self, goal, count).descend(place)
    }
}

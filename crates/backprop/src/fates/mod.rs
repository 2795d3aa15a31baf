//! What becomes of many starts.

mod abreast;
mod fate;
mod lanes;
mod quarters;
mod start;
mod step;
mod tenths;

pub use fate::Fate;
pub use start::Start;

use lanes::Lanes;

use crate::experiment::Experiment;
use crate::verdict::Goal;

impl Experiment {
    /// What becomes of `count` starts: bit for bit what a run from each of them comes to
    /// ([`Experiment::run`]), but of many starts side by side and without their records.
    ///
    /// `place` is given the number of a start, from 0, with this experiment's initial values and rate,
    /// and moves some of the free weights, or the rate. `goal` is that of the experiment ([`Goal::new`]); it does
    /// not depend on where the free weights start. Where `place` moves a weight that is not free,
    /// the goal has to be that of the moved one.
    ///
    /// ```
    /// use backprop::{Experiment, Goal, Kind};
    /// let experiment = Experiment::parse(r#"{"layers": [1, 1], "activations": ["logistic"],
    ///     "bias": false, "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [1],
    ///     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#)?;
    /// let goal = Goal::new(&experiment, experiment.best_known_error());
    /// let starts = [-1.0, 1.0, 8.0];
    /// let fates = experiment.fates(goal, 3, &mut |number, start| start.weights[0] = starts[number]);
    /// let kinds: Vec<Kind> = fates.iter().map(|fate| fate.kind).collect();
    /// assert_eq!(kinds, [Kind::Converged, Kind::LocalMinimum, Kind::VanishingGradient]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fates(
        &self,
        goal: Goal,
        count: usize,
        place: &mut dyn FnMut(usize, &mut Start),
    ) -> Vec<Fate> {
        Lanes::new(self, goal, count).descend(place)
    }
}

//! How a run ended, with evidence.
//!
//! "The gradient is small" does not tell a minimum from a plateau, and neither do the signs of the
//! Hessian: on the plateaus of XOR all eigenvalues can be positive, yet 2-2-1 XOR has no local
//! minimum there (Hamey, 1998). What tells them apart is whether there is a bottom here: Newton's
//! iteration settles at one in a few turns (`bottom.rs`); on the tail of a sigmoid the bottom that it
//! is after moves on as fast as it goes.
//!
//! A verdict does not depend on units: no threshold is a length, a slope or a curvature
//! (`thresholds.rs`). It does not blame the slope for the rate, and its horizon is as many steps
//! again as the run had. The rules stand in their order in `case.rs`.

mod all_pairs;
mod both_ends;
mod bottom;
mod case;
mod direction;
mod ending;
mod evidence;
mod goal;
mod kind;
mod method;
mod nudge;
mod oscillation;
mod pull;
mod rprop;
mod run;
mod saturation;
mod search;
mod spectrum;
mod stall;
mod surroundings;
pub mod thresholds;
mod typical;
mod work;

pub(crate) use case::Case;
pub use ending::Ending;
pub(crate) use ending::{Quarter, Tail, WINDOW, last_tenth};
pub use evidence::{Evidence, Named};
pub use goal::Goal;
pub use kind::{Cause, Kind};
pub use oscillation::Swing;
pub use run::Run;
pub use saturation::SmallestFactor;
pub use search::Search;
pub use spectrum::Curvature;
pub use stall::{Balance, Stall};
pub(crate) use typical::Typical;

use crate::descent::Stop;

/// How a run ended, with evidence. What no rule had to ask for is none.
///
/// ```
/// use backprop::{Cause, Evidence, Experiment, Kind};
///
/// // The solution is at w = ln 4, but the start, 8, is far out on the tail.
/// let experiment = Experiment::parse(
///     r#"{"layers": [1, 1], "activations": ["logistic"], "bias": false,
///         "inputs": [[1]], "targets": [[0.8]], "weights": [8],
///         "rule": {"name": "steepest-descent", "rate": 1}, "steps": 1000}"#,
/// )?;
/// let run = experiment.run();
/// let verdict = &run.verdict;
/// assert_eq!((verdict.kind, verdict.cause), (Kind::VanishingGradient, Some(Cause::Saturation)));
/// assert!(verdict.error > verdict.goal.error && verdict.gradient_norm < 1e-4);
///
/// // Where the way is closed: f′(x) of the one unit is a thousandth of its maximum, ¼.
/// let stall = verdict.stall.as_ref().expect("it stalled");
/// let smallest = stall.smallest_factor.expect("a unit is saturated");
/// assert_eq!((smallest.layer, smallest.unit, smallest.sample), (1, 0, 0));
/// assert!(smallest.derivative < 0.002 * smallest.greatest_derivative);
///
/// // All of it under names, for whoever prints it.
/// let evidence = verdict.evidence(run.record.steps());
/// assert!(evidence.contains(&("kind", Evidence::Name("vanishing-gradient"))));
/// assert!(evidence.contains(&("steps", Evidence::Whole(1000))));
/// # Ok::<(), backprop::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The verdict.
    pub kind: Kind,
    /// What made it end so, where several things can.
    pub cause: Option<Cause>,
    /// Why no further step was taken.
    pub stop: Stop,
    /// E at the end.
    pub error: f64,
    /// ‖∂E/∂w‖ over the free weights at the end.
    pub gradient_norm: f64,
    /// The error that counts as solved.
    pub goal: Goal,
    /// The share of the excess error E − E* that as many steps again would remove at this speed: for
    /// steepest descent N ε ‖g‖² / (E − E*); for other rules, and with batches, ten times what E fell by
    /// in the last tenth of the steps. None where the end is not above E*.
    pub descent_left: Option<f64>,
    /// What E did over the last quarter of the steps; none where not all were done, or fewer than
    /// eight.
    pub lost_again: Option<LostAgain>,
    /// The swinging of the last steps; none where fewer than two steps were done.
    pub swing: Option<Swing>,
    /// The curvature; none where it is not finite, or on a kink, where there is none.
    pub curvature: Option<Curvature>,
    /// The bottom that Newton's iteration found, where it was asked for and found one.
    pub bottom: Option<BottomAhead>,
    /// The slope in natural units relative to that at typical starts; none where it was not asked
    /// for, or is 0 there.
    pub relative_slope: Option<f64>,
    /// What holds up a run whose gradient has vanished.
    pub stall: Option<Stall>,
}

impl Verdict {
    /// About how many more steps a run of an experiment of `steps` steps takes to leave the plateau
    /// that it is on: 1 / (ε κ), within which its slope grows by e. None where it does not gather
    /// speed.
    pub fn steps_to_leave(&self, steps: usize) -> Option<f64> {
        let gathering = self.curvature.as_ref()?.gathering?;
        (gathering > 0.0).then_some(steps as f64 / gathering)
    }

    /// How many more steps would remove all of the excess error E − E*, if the run kept its speed,
    /// where as many steps again would be more than that. The speed is no such promise: it falls on
    /// the way down.
    pub fn steps_at_this_speed(&self, steps: usize) -> Option<f64> {
        let left = self.descent_left.filter(|&left| left >= 1.0)?;
        Some(steps as f64 / left)
    }
}

/// What E did over the last quarter of the steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LostAgain {
    /// The sum of its rises.
    pub rises: f64,
    /// The sum of its falls.
    pub falls: f64,
    /// The highest E.
    pub highest: f64,
}

/// The bottom that a run is at, or on its way to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BottomAhead {
    /// Turns of Newton's iteration that led there.
    pub turns: usize,
    /// E there.
    pub error: f64,
    /// (E − E_bottom) / (E − E*)
    pub fall: f64,
}

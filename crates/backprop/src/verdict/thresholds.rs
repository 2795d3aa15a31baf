//! Where one verdict ends and the next begins: each threshold once, for the rules and for all who
//! tell of them. None is a length, a slope or a curvature: a verdict does not depend on units.
//!
//! ```
//! use backprop::thresholds;
//!
//! // Steepest descent down a parabola needs ε λ below 2.
//! assert_eq!(thresholds::RATE_CURVATURE, 2.0);
//! assert!(thresholds::ALL.contains(&("rate_curvature", 2.0)));
//! ```

use crate::descent;

macro_rules! thresholds {
    ($($(#[$doc:meta])* $constant:ident, $name:literal = $value:expr;)*) => {
        $($(#[$doc])* pub const $constant: f64 = $value;)*

        /// Every threshold with its name.
        pub const ALL: &[(&str, f64)] = &[$(($name, $constant)),*];
    };
}

thresholds! {
    /// Share of what can be learned (baseline − E*) that may be left where a run has converged.
    GOAL, "goal" = 0.01;
    /// Share of 1 + E* that may be left at least.
    GOAL_AT_LEAST, "goal_at_least" = 1e-6;
    /// Share of the baseline above which even E* explains little.
    EXPLAINS_LITTLE, "explains_little" = 0.5;

    /// |w| in natural units beyond which a weight has run away.
    RUNAWAY_WEIGHT, "runaway_weight" = descent::RUNAWAY_WEIGHT;
    /// E beyond this many times 1 + E at the start has run away.
    RUNAWAY_ERROR, "runaway_error" = descent::RUNAWAY_ERROR;

    /// Share of its fall that an oscillating E has lost again.
    LOST_AGAIN, "lost_again" = 0.5;
    /// Share of the highest excess error that its rises come to.
    RISES, "rises" = 0.01;
    /// Cosine between two updates below which the second turns back.
    TURNING_BACK, "turning_back" = -0.9;
    /// Share of the updates that turn back where a run swings to and fro.
    SWINGING, "swinging" = 0.9;
    /// Fall of E over the last steps below which swinging leads nowhere.
    SWINGING_FALL, "swinging_fall" = 0.01;
    /// ε λ from which on no valley holds a run.
    RATE_CURVATURE, "rate_curvature" = 2.0;

    /// Share of the excess error that as many steps again would remove.
    DESCENT_LEFT, "descent_left" = 0.01;
    /// Power of e by which a nudge grows within as many steps again at a saddle.
    NUDGE_GROWTH, "nudge_growth" = 20.0;
    /// Share of the excess error that lies between a run and its bottom.
    FALL_AHEAD, "fall_ahead" = 0.01;
    /// λ_max / λ_min from which on a valley is narrow.
    NARROW_VALLEY, "narrow_valley" = 100.0;
    /// Power of e by which the slope grows within as many steps again where a run leaves a plateau.
    GATHERING, "gathering" = 0.5;
    /// Slope as a share of the typical one from which on the steps are too short.
    RELATIVE_SLOPE, "relative_slope" = 0.03;
    /// The samples' pull as a share of the typical one below which each sample's slope is gone.
    PULL, "pull" = 0.03;
    /// f′ as a share of its maximum below which a unit is saturated.
    SATURATED, "saturated" = 1e-3;

    /// Free weights up to which all eigenvalues are found, beyond which the two ends of the spectrum.
    ALL_EIGENVALUES, "all_eigenvalues" = 64.0;
}

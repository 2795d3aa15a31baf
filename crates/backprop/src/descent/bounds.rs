//! How far a run may go before it counts as diverged.

/// A weight beyond this many natural units has run away.
pub(crate) const RUNAWAY_WEIGHT: f64 = 1e8;
/// So has an error above this many times 1 + the error at the start.
pub(crate) const RUNAWAY_ERROR: f64 = 1000.0;

/// The bounds of one run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bounds {
    /// The greatest error, infinite where that at the start is beyond all bounds.
    pub(crate) error: f64,
}

impl Bounds {
    /// The bounds of a run whose error at the start is `error`.
    pub(crate) fn from_start(error: f64) -> Bounds {
        Bounds {
            error: RUNAWAY_ERROR * (1.0 + error),
        }
    }

    /// Whether everything is finite and within the bounds. Each free weight comes with its natural
    /// unit.
    pub(crate) fn hold(
        self,
        error: f64,
        gradient_norm: f64,
        mut free_weights: impl Iterator<Item = (f64, f64)>,
    ) -> bool {
        error.is_finite()
            && error <= self.error
            && gradient_norm.is_finite()
            && free_weights.all(|(w, unit)| w.abs() / unit <= RUNAWAY_WEIGHT)
    }
}

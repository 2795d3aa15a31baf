//! How much of the Hessian's spectrum is found.

use crate::experiment::Experiment;
use crate::verdict::thresholds::ALL_EIGENVALUES;

/// How much of the Hessian's spectrum is found. All of it costs the number of free weights cubed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// All eigenpairs.
    All,
    /// Its two ends, by products with vectors.
    Ends,
}

impl Method {
    /// What is affordable for `experiment`.
    pub(crate) fn of(experiment: &Experiment) -> Method {
        if experiment.free().len() as f64 <= ALL_EIGENVALUES {
            Method::All
        } else {
            Method::Ends
        }
    }
}

//! Error back-propagation, complete: networks, gradients, descent, and a verdict on how a run
//! ended and why.
//!
//! | lecture | meaning | here |
//! |---|---|---|
//! | x_i = Σ_j o_j w_ji | net input of unit i | [`Signals::net_input`] |
//! | o_i = f(x_i) | its output | [`Signals::output`] |
//! | E = ½ Σ (o − d)² | error, summed over the samples | [`Problem::error`] |
//! | δ = ∂E/∂x | delta of a unit | [`Signals::delta`] |
//! | ∂E/∂w_ji = δ_i o_j | slope along one weight | [`Problem::error_and_gradient`] |
//! | ŵ = w − ε ∂E/∂w | steepest descent | [`Rule`] |
//!
//! One document, an [`Experiment`], says everything that a run depends on; [`Experiment::run`]
//! gives the whole path and a [`Verdict`].
//!
//! Sums and products come in one fixed order, and the exponential is this crate's own, so that a
//! run gives the same bits on every platform. This crate knows no browser, no files and no clock.

mod batch;
mod descent;
mod error;
mod experiment;
mod fates;
mod inspect;
mod network;
mod number;
mod problem;
mod rules;
mod verdict;

/// How large an experiment may be: each limit once, for checks, messages and the page.
pub mod limits {
    pub use crate::experiment::{MOST_RECORD, MOST_STEPS, MOST_WORK};
    pub use crate::network::{MOST_HIDDEN_LAYERS, MOST_SCALE, MOST_SEED, MOST_UNITS};
    pub use crate::problem::MOST_SAMPLES;
}

pub use batch::{Row, Signals, backward, forward, sample_error};
pub use descent::{End, Record, Training};
pub use error::{Error, Reason};
pub use experiment::{Axis, Experiment, Initial, Parts};
pub use fates::Fate;
pub use inspect::{GradientCheck, LogScale, SamplePass, Sum, layer_norms};
pub use network::{Activation, Draw, Layer, Network, Scheme, Source, WeightPlace};
pub use number::{Decay, Real};
pub use problem::{Problem, Samples};
pub use rules::Rule;
pub use verdict::{
    Curvature, DESCENDING, Eigen, Evidence, Goal, Kind, NEWTON, Named, Run, SADDLE, SmallestSlope,
    Swing, Verdict, hessian,
};

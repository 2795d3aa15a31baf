//! Error back-propagation, complete: networks, gradients, descent, and a verdict on how a run
//! ended and why.
//!
//! | lecture | meaning | here |
//! |---|---|---|
//! | x_i = Σ_j o_j w_ji | net input of unit i | [`Signals::net_input`] |
//! | o_i = f(x_i) | its output | [`Signals::output`] |
//! | E = ½ Σ (o − d)² | error, summed over the samples | [`Problem::error_and_gradient`], [`Loss`] |
//! | δ = ∂E/∂x | delta of a unit | [`Signals::delta`] |
//! | ∂E/∂w_ji = δ_i o_j | slope along one weight | [`Problem::gradient`] |
//! | ŵ = w − ε ∂E/∂w | steepest descent | [`Rule`] |
//!
//! One document, an [`Experiment`], says everything that a run depends on; [`Experiment::run`]
//! gives the whole path and a [`Verdict`].
//!
//! Sums and products come in one fixed order, and the exponential is this crate's own, so that a
//! run gives the same bits on every platform. This crate knows no browser, no files and no clock.
//! A document is a [`Value`], whoever has parsed it; the feature `json` reads and writes it as text.

mod basis;
mod batch;
mod descent;
pub mod equations;
mod error;
mod experiment;
mod fates;
mod hessian;
mod inspect;
mod losses;
mod network;
mod number;
mod problem;
mod rules;
mod sensitivity;
mod text;
mod verdict;

/// How large an experiment may be: each limit once, for checks, messages and the page.
///
/// ```
/// use backprop::limits::{MOST_HIDDEN_LAYERS, MOST_UNITS};
/// use backprop::{Activation, Network};
///
/// let logistic = |layers: usize| vec![Activation::Logistic; layers];
/// let deepest = vec![MOST_UNITS; MOST_HIDDEN_LAYERS + 2];
/// assert!(Network::new(deepest.clone(), logistic(deepest.len() - 1), true).is_ok());
/// let deeper = vec![1; deepest.len() + 1];
/// assert!(Network::new(deeper, logistic(deepest.len()), true).is_err());
/// ```
pub mod limits {
    pub use crate::experiment::{MOST_RECORD, MOST_STEPS, MOST_VALUES, MOST_WORK};
    pub use crate::network::{MOST_HIDDEN_LAYERS, MOST_SCALE, MOST_SEED, MOST_UNITS};
    pub use crate::problem::MOST_SAMPLES;
}

pub use basis::Basis;
pub use batch::{Lanes, Workspace};
pub use descent::{Record, Stop, Training, Update};
pub use equations::Signals;
pub use error::{Error, Reason};
#[cfg(feature = "json")]
pub use experiment::TextError;
pub use experiment::{Axis, Batch, Experiment, Initial, Order, Parts, Value};
pub use fates::{Fate, Start};
pub use hessian::{Eigen, hessian, slopes_and_bends};
pub use inspect::{GradientCheck, Sum, layer_norms};
pub use losses::Loss;
pub use network::{Activation, Connection, Draw, Layer, Network, Scheme, Source};
pub use number::{Arithmetic, Decay, Draws, Real, sorted};
pub use problem::{Outputs, Problem, SamplePass, Samples};
pub use rules::{AdaGrad, Adam, Momentum, RmsProp, Rule, Setting, State, SteepestDescent};
pub use sensitivity::Sensitivity;
pub use verdict::{
    Balance, BottomAhead, Cause, Curvature, Ending, Evidence, Goal, Kind, LostAgain, Named, Run,
    Search, SmallestFactor, Stall, Swing, Verdict, thresholds,
};

/// The example that stands in front of the crate, run as a test.
#[cfg(all(doctest, feature = "json"))]
#[doc = include_str!("../README.md")]
struct Readme;

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

mod activation;
mod backward;
mod best;
mod bounds;
mod case;
mod curvature;
mod decimal;
mod document;
mod ending;
mod error;
mod evidence;
mod experiment;
mod exponential;
mod fate;
mod forward;
mod hessian;
mod initial;
mod inspect;
mod json;
mod lanes;
pub mod limits;
mod network;
mod node;
mod nudge;
mod oscillation;
mod problem;
mod real;
mod record;
mod row;
mod rule;
mod run;
mod samples;
mod saturation;
mod sheet;
mod signals;
mod verdict;
mod written;

pub use activation::Activation;
pub use backward::{backward, sample_error};
pub use case::{DESCENDING, SADDLE};
pub use curvature::{Curvature, NEWTON};
pub use error::{Error, Reason};
pub use evidence::{Evidence, Named};
pub use experiment::{Axis, Experiment, Initial, Parts};
pub use exponential::Decay;
pub use fate::Fate;
pub use forward::forward;
pub use hessian::{Eigen, hessian};
pub use initial::{Draw, Scheme};
pub use inspect::{GradientCheck, LogScale, SamplePass, Sum, layer_norms};
pub use network::{Layer, Network, Source, WeightPlace};
pub use oscillation::Swing;
pub use problem::Problem;
pub use real::Real;
pub use record::Record;
pub use row::Row;
pub use rule::Rule;
pub use run::{End, Run, Training};
pub use samples::Samples;
pub use saturation::SmallestSlope;
pub use signals::Signals;
pub use verdict::{Goal, Kind, Verdict};

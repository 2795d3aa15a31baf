//! The error of a network as a landscape: slices of E(w) along one or two weights.
//!
//! A [`Curve`] is E along one weight, with its minima; a [`Surface`] is E over two weights, or over any
//! [`Plane`]. Both go through given weights: the weights that are not on an axis keep their values. A
//! [`Tone`] orders the errors of a surface for the eye, and [`levels`] and [`contour_lines`] turn it
//! into a map on which basins and plateaus both show.
//!
//! A [`FateMap`] says of every start of a [`Domain`] what becomes of it, and [`Basins`] in which minimum:
//! starts on a [`Plane`], or along a line with [`Rates`] above it, where [`rate_limits`] stand.
//!
//! An [`OutputCurve`] or an [`OutputMap`] is what the network computes with given weights.
//!
//! Nothing here draws, and nothing here knows a browser. What is not finite (a run-away network, a
//! part of a grid that is not computed yet) is a gap, never a failure.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod basins;
mod contours;
mod critical;
mod curve;
mod domain;
mod error;
mod fates;
mod field;
mod levels;
mod local;
mod outputs;
mod plane;
mod probe;
mod race;
mod rates;
mod rings;
mod short;
mod stability;
mod surface;
mod told;
mod tone;
mod turn;
mod window;

pub use backprop::Fate;
pub use basins::{Basin, Basins, Bottom, Bottoms, Census, Outcome};
pub use contours::{Contour, Region, contour_lines, regions};
pub use critical::{CriticalPoint, CriticalPoints, Form};
pub use curve::{Curve, Minimum};
pub use domain::Domain;
pub use error::Error;
pub use fates::{FateMap, counts};
pub use field::Field;
pub use levels::levels;
pub use outputs::{OutputCurve, OutputMap, halfway, input_range, output_range};
pub use plane::{Plane, Side};
pub use race::race;
pub use rates::Rates;
pub use short::short;
pub use stability::{RateLimit, rate_limits};
pub use surface::Surface;
pub use told::Told;
pub use tone::Tone;
pub use window::{fitting, moved, zoomed};

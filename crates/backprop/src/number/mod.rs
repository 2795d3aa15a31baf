//! The numbers that a network computes with.

mod arithmetic;
mod draws;
mod exponential;
mod logarithm;
mod norm;
mod real;
mod sorted;
mod tangent;

pub use arithmetic::Arithmetic;
pub use draws::Draws;
pub use exponential::Decay;
pub(crate) use exponential::{Binary, Reduced, decay};
pub(crate) use logarithm::{ln, ln_1p};
pub(crate) use norm::norm;
pub use real::Real;
pub use sorted::sorted;
pub(crate) use tangent::Tangent;

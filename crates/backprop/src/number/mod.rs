//! The numbers that a network computes with.

mod exponential;
mod norm;
mod real;

pub use exponential::Decay;
pub(crate) use exponential::decay;
pub(crate) use norm::norm;
pub use real::Real;

//! E to second order: the Hessian and all its eigenpairs where the weights are few; where they are
//! many, the Hessian times a vector, the two ends of its spectrum, and Newton's steps.

mod directions;
mod eigen;
#[cfg(feature = "ends")]
mod ends;
#[cfg(feature = "ends")]
mod krylov;
mod matrix;
#[cfg(feature = "ends")]
mod newton;
#[cfg(feature = "ends")]
mod products;
#[cfg(feature = "ends")]
mod sheet;

pub use directions::slopes_and_bends;
pub use eigen::Eigen;
#[cfg(feature = "ends")]
pub(crate) use ends::Ends;
pub use matrix::hessian;
#[cfg(feature = "ends")]
pub(crate) use newton::{Turn, newton_step};
#[cfg(feature = "ends")]
pub(crate) use products::Products;

#[cfg(test)]
pub(crate) mod examples;
#[cfg(test)]
mod tests;

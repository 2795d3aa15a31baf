//! E to second order: the Hessian and all its eigenpairs where the weights are few; where they are
//! many, the Hessian times a vector, the two ends of its spectrum, and Newton's steps.

mod directions;
mod eigen;
mod ends;
mod krylov;
mod matrix;
mod newton;
mod products;
mod sheet;

pub use directions::slopes_and_bends;
pub use eigen::Eigen;
pub(crate) use ends::Ends;
pub use matrix::hessian;
pub(crate) use newton::{Turn, newton_step};
pub(crate) use products::Products;

#[cfg(test)]
pub(crate) mod examples;
#[cfg(test)]
mod tests;

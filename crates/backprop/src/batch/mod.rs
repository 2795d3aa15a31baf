//! The equations for many samples and lanes at once. They add in the order of `equations.rs`: every
//! number has the same bits.

mod backward;
mod columns;
mod forward;
mod lanes;
mod row;
mod sheet;
mod sum;

pub(crate) use columns::Columns;
pub use lanes::{Lanes, Workspace};
pub(crate) use sum::Task;

//! The equations for many samples and networks at once. They add in the order of `equations.rs`:
//! every number has the same bits.
//!
//! Samples go through the network in blocks of a few rows, and networks stand side by side in
//! parts. Both counts are known to the compiler, and the sizes of layers are not: a sum over sources
//! or units then has all its rows in the processor's registers and reads each weight once, whatever
//! the network.

mod backward;
mod block;
mod chain;
mod columns;
mod forward;
mod lanes;
mod outputs;
mod sources;
mod weight;
mod workspace;

pub(crate) use block::Task;
pub(crate) use chain::sum_abreast;
pub(crate) use columns::Columns;
pub(crate) use lanes::Kernel;
pub use lanes::{Lanes, Workspace};
pub(crate) use workspace::Room;

//! The reader's own problem: what is typed, pasted or changed, made into an experiment.
//!
//! A table's text is read into numbers ([`read_table`]); data sets that everybody knows are ready to
//! use ([`Ready`]); inputs are [`standardise`]); a network takes another shape and
//! keeps the weights that are still there ([`carried_over`]); what a run costs is told before it
//! runs ([`Cost`]).
//!
//! Like `backprop` it knows no browser, no files and no clock.

mod carry;
mod change;
mod cost;
mod digits;
mod ready;
mod standard;
mod table;

pub use carry::carried_over;
pub use change::{with_free, with_start};
pub use cost::Cost;
pub use digits::{Mark, ToNumber, read_number};
pub use ready::Ready;
pub use standard::{Standard, standardise};
pub use table::{MOST_COLUMNS, Table, TableError, TableReason, read_table};

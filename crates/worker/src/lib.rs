//! What the page's workers compute: parts of maps of fates, and verdicts on large runs.
//!
//! The page fetches and compiles this module when it first wants either, and hands it to its workers.

mod fate_worker;
mod judge;

pub use fate_worker::FateWorker;
pub use judge::Judge;

//! What the page's workers compute: parts of maps of fates, verdicts on large runs, and which rate
//! suits each update rule.
//!
//! The page fetches and compiles this module when it first wants either, and hands it to its workers.

mod fate_worker;
mod judge;
mod race;

pub use fate_worker::FateWorker;
pub use judge::Judge;
pub use race::race;

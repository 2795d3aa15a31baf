//! What the page's workers compute: parts of maps of fates, verdicts on runs that take longer than a frame
//! to judge, and which rate suits each update rule.

mod fate_worker;
mod judge;
mod race;

pub use fate_worker::FateWorker;
pub use judge::Judge;
pub use race::race;

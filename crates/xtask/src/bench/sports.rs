//! What contenders race in.

use super::contender::Kind;
use super::promise::Promise;
use super::race::{Race, Sport};

pub(crate) const STEPS: Sport = Sport {
    title: "Full-batch steps of 2-4-1 logistic XOR with biases, one thread, by processor time",
    unit: "M steps/s",
    scale: 1e6,
    yardstick: Kind::TypedArrays,
    ratio: "to the better of the typed arrays",
};

pub(crate) const WORKERS: Sport = Sport {
    title: "A map of fates of fact F by worker threads",
    unit: "k starts/s",
    scale: 1e3,
    yardstick: Kind::OneWorker,
    ratio: "to one worker",
};

/// What is promised of the fates of XOR's starts.
pub(crate) fn promise_of_fates(steps: &Race) -> Promise {
    let (fates, arrays) = (Kind::WasmFates, Kind::TypedArrays);
    steps.promise("fates in wasm to typed arrays", fates, arrays, 4.5)
}

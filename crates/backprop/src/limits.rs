//! How large an experiment may be: each limit once, for checks, messages and the page.

/// Layers between the input and the output.
pub const MOST_HIDDEN_LAYERS: usize = 10;
/// Units in a layer, the input's among them.
pub const MOST_UNITS: usize = 16;
/// Samples in a data set.
pub const MOST_SAMPLES: usize = 1000;
/// Steps of one run.
pub const MOST_STEPS: usize = 100_000;
/// Seeds: the largest whole number that every JSON parser keeps.
pub const MOST_SEED: u64 = (1 << 53) - 1;
/// Scale of drawn initial values: what is drawn stays finite.
pub const MOST_SCALE: f64 = 1e300;
/// Weights × samples × steps: the work of one run, a few seconds of one core.
pub const MOST_WORK: usize = 2_000_000_000;
/// Weights × steps: the record of one run, 160 MB.
pub const MOST_RECORD: usize = 20_000_000;

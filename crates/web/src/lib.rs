//! The page's way into the core: a thin façade over wasm-bindgen.
//!
//! It owns the experiment and draws on the page's canvases; it decides nothing. Every failure
//! becomes a plain object that the page puts into words, and nothing here panics.

mod activations;
#[cfg(target_family = "wasm")]
mod allocator;
mod backend;
mod canvas;
mod chain;
mod critical;
mod document;
mod fate_map;
mod fates;
mod flat;
mod inspector;
mod judge;
mod lab;
mod number;
mod object;
mod outputs;
mod palette;
mod pictures;
mod refusal;
mod report;
mod shown;
mod slice;
mod thresholds;
mod typescript;
mod window;

pub use activations::activations;
pub use chain::chain;
pub use fates::{FateTile, FateWorker, draw_swatch};
pub use judge::Judge;
pub use lab::Lab;
pub use palette::palette;
pub use thresholds::thresholds;

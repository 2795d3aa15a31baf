//! The page's way into the core: a thin façade over wasm-bindgen.
//!
//! It owns the experiment and draws on the page's canvases; it decides nothing. Every failure
//! becomes a plain object that the page puts into words, and nothing here panics.

#[cfg(target_family = "wasm")]
mod allocator;
mod canvas;
mod chain;
mod fate_map;
mod fates;
mod inspector;
mod lab;
mod object;
mod palette;
mod pictures;
mod problem;
mod report;
mod shown;
mod slice;
mod typescript;

pub use chain::chain;
pub use fates::{FateTile, FateWorker, draw_swatch};
pub use lab::Lab;
pub use palette::palette;

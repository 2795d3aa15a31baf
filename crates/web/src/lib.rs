//! The page's way into the core: a thin façade over wasm-bindgen.
//!
//! It owns the experiment and draws on the page's canvases; it decides nothing. Every failure
//! becomes a plain object that the page puts into words, and nothing here panics.

mod activations;
mod animation;
mod beside;
mod chain;
mod company;
mod cost;
mod critical;
mod drawing;
mod drawn_outputs;
mod drawn_planes;
mod fate_map;
mod fates;
mod ground;
mod inspector;
mod kept;
mod lab;
mod link;
mod number;
mod outputs;
mod palette;
mod pictures;
mod problem;
mod relief;
mod report;
mod rule;
mod search;
mod shown;
mod slice;
mod thresholds;
mod typescript;
mod window;
mod work;

use screen::canvas;
use values::{document, fate_tile, flat, judgement, object, passes, refusal};

pub use activations::activations;
pub use chain::chain;
pub use company::Beside;
pub use fates::draw_swatch;
pub use lab::Lab;
pub use link::{document_text, linked_document, read_link, write_link};
pub use palette::palette;
pub use problem::{cost, limits, read_number, read_table, ready_problem, ready_problems, schemes};
pub use rule::{losses, rules};
pub use thresholds::thresholds;
pub use work::{FateWorker, Judge, race};

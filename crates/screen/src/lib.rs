//! Canvases of the page as a backend of plotters: what the page's compiled modules draw on.

mod backend;
pub mod canvas;

pub use backend::{CanvasBackend, CanvasError};

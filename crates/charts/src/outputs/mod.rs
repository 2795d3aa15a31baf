//! What a network computes, with the samples that it learns from.

mod curve_scene;
mod figure;
mod map_scene;
mod sample_marks;

pub use curve_scene::OutputCurveScene;
pub use figure::{OutputFigure, OutputNames, OutputScene};
pub use map_scene::OutputMapScene;
pub use sample_marks::OutputSample;

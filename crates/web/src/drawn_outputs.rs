//! What a picture of an output keeps from one drawing to the next.

use charts::Rect;

/// What has been drawn of the outputs.
#[derive(Default)]
pub(crate) struct DrawnOutputs {
    /// The page's names for two inputs and an output.
    pub(crate) names: [String; 3],
    /// Which output is drawn, from 0.
    pub(crate) output: usize,
    /// The chosen sample, from 0.
    pub(crate) sample: Option<usize>,
    pub(crate) plot: Option<Rect>,
    /// Where the samples are on the canvas.
    pub(crate) places: Vec<(f64, f64)>,
}

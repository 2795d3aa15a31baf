//! What a network computes, o = g(o^N; w): an output over one input, or over two.

mod curve;
mod map;
mod range;

pub use curve::OutputCurve;
pub use map::OutputMap;
pub use range::{halfway, input_range, output_range};

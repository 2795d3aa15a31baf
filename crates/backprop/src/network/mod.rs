//! The shape of a multilayer perceptron, its activations and its initial values.

mod activation;
mod initial;
mod shape;

pub use activation::Activation;
pub(crate) use activation::Many;
pub use initial::{Draw, MOST_SCALE, MOST_SEED, Scheme};
pub use shape::{Connection, Layer, MOST_HIDDEN_LAYERS, MOST_UNITS, Network, Source};

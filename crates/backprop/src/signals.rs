//! What flows through a network for one sample, forward and back.

use crate::network::Network;
use crate::real::Real;

/// The numbers on the units for one sample. All lists are in the order of the units, the input's
/// first; for the input's units only `output` has a meaning.
#[derive(Clone, Debug)]
pub struct Signals<R> {
    /// x: what flows into a unit.
    pub net_input: Vec<R>,
    /// o = f(x), and the sample's input for the input's units.
    pub output: Vec<R>,
    /// f′(x)
    pub slope: Vec<R>,
    /// δ = ∂E/∂x of this sample's error.
    pub delta: Vec<R>,
}

impl<R: Real> Signals<R> {
    /// Room for the signals of `network`, all zero.
    pub fn new(network: &Network) -> Signals<R> {
        let zeros = vec![R::from_f64(0.0); network.unit_count()];
        Signals {
            net_input: zeros.clone(),
            output: zeros.clone(),
            slope: zeros.clone(),
            delta: zeros,
        }
    }
}

//! What flows through a network, forward and back.

use crate::batch::{Room, Sheet};
use crate::network::Network;
use crate::number::Real;

/// The numbers on the units for one sample. All lists are in the order of the units, the input's
/// first; for the input's units only `output` has a meaning.
///
/// Beside them, room for several samples at once, in which a pass over a whole data set works
/// ([`crate::Problem::error_and_gradient`]); such a pass leaves the lists as they are.
#[derive(Clone, Debug)]
pub struct Signals<R: Real> {
    /// x: what flows into a unit.
    pub net_input: Vec<R>,
    /// o = f(x), and the sample's input for the input's units.
    pub output: Vec<R>,
    /// f′(x)
    pub slope: Vec<R>,
    /// δ = ∂E/∂x of this sample's error.
    pub delta: Vec<R>,
    pub(crate) room: Room<R::Row>,
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
            room: Room::new(network),
        }
    }

    /// The one sample as a sheet, and its net inputs.
    pub(crate) fn sheet(&mut self) -> (Sheet<'_, R>, &mut [R]) {
        let sheet = Sheet {
            room: 1,
            rows: 1,
            output: &mut self.output,
            slope: &mut self.slope,
            delta: &mut self.delta,
        };
        (sheet, &mut self.net_input)
    }
}

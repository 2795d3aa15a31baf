//! Memory for the signals of a block.

use crate::batch::sources::Signal;
use crate::batch::weight::Row;
use crate::network::Network;

/// Rows of a block: as many as a processor has registers for, beside a weight.
pub(crate) const MOST_ROWS: usize = 4;

/// Room for the signals of a block of any number of rows, in `P` parts.
#[derive(Clone, Debug)]
pub struct Room<const P: usize> {
    output: Vec<Row>,
    derivative: Vec<Row>,
    /// Of one layer.
    net_input: Vec<Row>,
    spare: Vec<Row>,
}

/// The signals of a block, one for each unit; those of the input's units are not used.
pub(crate) struct Signals<'a, const P: usize, const N: usize> {
    /// o = f(x)
    pub(crate) output: &'a mut [Signal<P, N>],
    /// f′(x), and then δ.
    pub(crate) derivative: &'a mut [Signal<P, N>],
    /// x of the units of one layer.
    pub(crate) net_input: &'a mut [Signal<P, N>],
    /// As long.
    pub(crate) spare: &'a mut [Signal<P, N>],
}

impl<const P: usize> Room<P> {
    pub(crate) fn new(network: &Network) -> Room<P> {
        let of_units = |units: usize| vec![Row::ZERO; units * P * MOST_ROWS];
        let widest = network.sizes()[1..].iter().max();
        let (all, layer) = (network.unit_count(), widest.copied().unwrap_or(0));
        Room {
            output: of_units(all),
            derivative: of_units(all),
            net_input: of_units(layer),
            spare: of_units(layer),
        }
    }

    /// The signals of a block of `N` rows, [`MOST_ROWS`] at most.
    pub(crate) fn signals<const N: usize>(&mut self) -> Signals<'_, P, N> {
        Signals {
            output: as_signals(&mut self.output),
            derivative: as_signals(&mut self.derivative),
            net_input: as_signals(&mut self.net_input),
            spare: as_signals(&mut self.spare),
        }
    }
}

fn as_signals<const P: usize, const N: usize>(values: &mut [Row]) -> &mut [Signal<P, N>] {
    values.as_chunks_mut().0.as_chunks_mut().0
}

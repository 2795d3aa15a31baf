//! The signals of several samples, layer by layer.

use std::mem::size_of;
use std::ops::Range;

use crate::network::Network;
use crate::number::Real;

/// Memory for the signals of one pass: less than the fastest cache of a processor holds.
const BYTES: usize = 16 * 1024;
/// More rows than this gain nothing.
const MOST_ROWS: usize = 16;

/// Room for a sheet.
#[derive(Clone, Debug)]
pub(crate) struct Room<V> {
    rows: usize,
    output: Vec<V>,
    derivative: Vec<V>,
    delta: Vec<V>,
}

impl<V: Real> Room<V> {
    pub(crate) fn new(network: &Network) -> Room<V> {
        let row = 3 * network.unit_count() * size_of::<V>();
        let rows = (BYTES / row.max(1)).clamp(1, MOST_ROWS);
        let zeros = vec![V::from_f64(0.0); rows * network.unit_count()];
        Room {
            rows,
            output: zeros.clone(),
            derivative: zeros.clone(),
            delta: zeros,
        }
    }

    /// Rows that there is room for, at least one.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// A sheet with room for `room` rows, of which `rows` are filled.
    pub(crate) fn sheet(&mut self, room: usize, rows: usize) -> Sheet<'_, V> {
        Sheet {
            room,
            rows,
            output: &mut self.output,
            derivative: &mut self.derivative,
            delta: &mut self.delta,
        }
    }
}

/// The signals of several rows of samples. Unit stands after unit, and a unit has a place for each
/// row: a layer meets all samples at once, and what it has to know of itself and of a unit is at
/// hand for all of them.
pub(crate) struct Sheet<'a, V> {
    /// Rows that there is room for.
    pub(crate) room: usize,
    /// Rows that are filled.
    pub(crate) rows: usize,
    /// o = f(x), and the samples' inputs for the input's units.
    pub(crate) output: &'a mut [V],
    /// f′(x)
    pub(crate) derivative: &'a mut [V],
    /// δ
    pub(crate) delta: &'a mut [V],
}

impl<V> Sheet<'_, V> {
    /// The places of a unit.
    #[inline(always)]
    pub(crate) fn unit(&self, unit: usize) -> Range<usize> {
        let first = self.room * unit;
        first..first + self.rows
    }
}

//! What four numbers side by side are to a weight.

use wide::f64x4;

use crate::number::{Arithmetic, Real};

/// Four numbers side by side: processors work on several at once.
pub(crate) type Row = f64x4;

/// A weight. Where it is an `f64`, of one network, a row has one number for each of four samples:
/// they share the weights, and nothing else connects them until their errors and derivatives are
/// summed. Where the weight itself is a row, of four networks, a row has one sample of each.
pub(crate) trait Weight: Real {
    /// Samples in a row.
    const SAMPLES: usize;

    /// The weight of each number in a row.
    fn of_row(self) -> Row;

    /// A row of the samples that `values` begins with.
    fn of_samples(values: &[f64]) -> Row;

    /// The sum of `self` and a row's samples, added one after another: a sum over a data set does
    /// not depend on how many samples stand in a row.
    fn plus(self, row: Row) -> Self;

    /// The same with the first `samples` samples only, of which there is at least one.
    fn plus_first(self, samples: usize, row: Row) -> Self;
}

impl Weight for f64 {
    const SAMPLES: usize = 4;

    #[inline(always)]
    fn of_row(self) -> Row {
        Row::from_f64(self)
    }

    #[inline(always)]
    fn of_samples(values: &[f64]) -> Row {
        Row::new([values[0], values[1], values[2], values[3]])
    }

    #[inline(always)]
    fn plus(self, row: Row) -> f64 {
        let [a, b, c, d] = row.to_array();
        self + a + b + c + d
    }

    #[inline(always)]
    fn plus_first(self, samples: usize, row: Row) -> f64 {
        let [a, b, c, _] = row.to_array();
        match samples {
            1 => self + a,
            2 => self + a + b,
            3 => self + a + b + c,
            _ => self.plus(row),
        }
    }
}

impl Weight for Row {
    const SAMPLES: usize = 1;

    #[inline(always)]
    fn of_row(self) -> Row {
        self
    }

    #[inline(always)]
    fn of_samples(values: &[f64]) -> Row {
        Row::from_f64(values[0])
    }

    #[inline(always)]
    fn plus(self, row: Row) -> Row {
        self + row
    }

    #[inline(always)]
    fn plus_first(self, _samples: usize, row: Row) -> Row {
        self + row
    }
}

/// How the sums of a block join those of the blocks before.
#[derive(Clone, Copy)]
pub(crate) struct Joining {
    /// Whether there is none before: then sums begin at 0.
    pub(crate) is_first: bool,
    /// Samples in the last row.
    pub(crate) samples_of_last: usize,
}

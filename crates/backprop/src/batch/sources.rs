//! What a layer gets its outputs from.

use crate::batch::columns::Columns;
use crate::batch::weight::{Row, Weight};

/// What a unit has for a block of samples: `P` parts of networks side by side, each with `N` rows.
pub(crate) type Signal<const P: usize, const N: usize> = [[Row; N]; P];

/// Parts of a tile, where a block has one row: more rows leave room for fewer.
pub(crate) const MOST_PARTS: usize = 4;

/// The parts that are worked on together, from the first of each tile on: all rows of them have room
/// in a processor's registers, and no more.
pub(crate) const fn tile(parts: usize, rows: usize) -> usize {
    let most = MOST_PARTS / rows;
    if parts < most { parts } else { most }
}

/// What one source has for a block of samples.
pub(crate) trait Source<const N: usize> {
    /// In one of the parts.
    fn part(&self, part: usize) -> &[Row; N];
}

impl<const P: usize, const N: usize> Source<N> for Signal<P, N> {
    #[inline(always)]
    fn part(&self, part: usize) -> &[Row; N] {
        &self[part]
    }
}

/// The same in every part.
pub(crate) struct Same<const N: usize>([Row; N]);

impl<const N: usize> Source<N> for Same<N> {
    #[inline(always)]
    fn part(&self, _part: usize) -> &[Row; N] {
        &self.0
    }
}

/// The units that feed a layer of networks whose weights are `R`s.
pub(crate) trait Sources<R, const N: usize> {
    /// One of them.
    type Output: Source<N>;

    /// Does `work` with the output o of each of them in turn, beside what it is given `with`.
    fn each<T>(&self, with: impl Iterator<Item = T>, work: impl FnMut(&Self::Output, T));
}

/// Units of another layer.
pub(crate) struct Units<'a, const P: usize, const N: usize>(pub(crate) &'a [Signal<P, N>]);

impl<R, const P: usize, const N: usize> Sources<R, N> for Units<'_, P, N> {
    type Output = Signal<P, N>;

    #[inline(always)]
    fn each<T>(&self, with: impl Iterator<Item = T>, mut work: impl FnMut(&Signal<P, N>, T)) {
        for (o, with) in self.0.iter().zip(with) {
            work(o, with);
        }
    }
}

/// What samples have, from the one numbered `first`: the same for every network.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    pub(crate) columns: &'a Columns,
    pub(crate) first: usize,
}

impl<R: Weight, const N: usize> Sources<R, N> for Given<'_> {
    type Output = Same<N>;

    #[inline(always)]
    fn each<T>(&self, with: impl Iterator<Item = T>, mut work: impl FnMut(&Same<N>, T)) {
        for (column, with) in with.enumerate() {
            let values = self.columns.part(column, self.first, N * R::SAMPLES);
            let row = |n: usize| R::of_samples(&values[n * R::SAMPLES..]);
            work(&Same(std::array::from_fn(row)), with);
        }
    }
}

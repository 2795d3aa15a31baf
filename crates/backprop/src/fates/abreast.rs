//! One number for each of the descents that go side by side.

use wide::f64x4;

/// Four of them.
pub(super) type Row = f64x4;
/// Rows that make up all.
pub(super) const PARTS: usize = 8;
/// Descents side by side. The numbers of one wait for each other; thirty-two keep a processor busy also
/// where a network is so small that it has little else to compute meanwhile, and share what a step
/// costs beside its sums: with sixteen, maps of one sample and one to three weights take 1.1 times as
/// long.
pub(super) const LANES: usize = 4 * PARTS;

/// A number for each lane.
pub(super) type Abreast = [Row; PARTS];

pub(super) const ZERO: Abreast = [Row::ZERO; PARTS];

/// The same number in every lane.
pub(super) fn splat(value: f64) -> Abreast {
    [Row::splat(value); PARTS]
}

/// The number of one lane.
pub(super) fn at(numbers: &Abreast, lane: usize) -> f64 {
    numbers[lane / 4].as_array()[lane % 4]
}

pub(super) fn at_mut(numbers: &mut Abreast, lane: usize) -> &mut f64 {
    &mut numbers[lane / 4].as_mut_array()[lane % 4]
}

/// The numbers of all lanes in turn.
pub(super) fn lanes(numbers: &Abreast) -> impl Iterator<Item = f64> {
    numbers.iter().flat_map(|row| row.to_array())
}

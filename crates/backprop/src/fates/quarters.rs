//! What E did over the last quarter of each lane's steps, summed up in portions.

use crate::fates::abreast::{Abreast, PARTS, Row, ZERO, at, at_mut};
use crate::verdict::Quarter;

/// The running sums of [`Quarter`], lane by lane.
///
/// Rows of lanes take in many steps at once: meanwhile a row's sums are in a processor's registers, and rows that
/// have not come to their last quarter have nothing to do.
pub(super) struct Quarters {
    /// When the last quarter of a lane's steps begins.
    begins: Abreast,
    /// When the earliest of them does, row by row.
    earliest: [u64; PARTS],
    /// The first time that has not been taken in, row by row.
    next: [u64; PARTS],
    rises: Abreast,
    falls: Abreast,
    highest: Abreast,
}

impl Quarters {
    pub(super) fn new() -> Quarters {
        Quarters {
            begins: ZERO,
            earliest: [0; PARTS],
            next: [0; PARTS],
            rises: ZERO,
            falls: ZERO,
            highest: ZERO,
        }
    }

    /// Takes in E of all lanes at the times before `end`.
    pub(super) fn take_in(&mut self, errors: &[Abreast], end: u64) {
        for part in 0..PARTS {
            self.take_in_row(part, errors, end);
        }
    }

    /// The same for one row. `errors` are the last ones, as many as a power of two, that of a time at the
    /// place which its lowest digits tell; the times are fewer than these.
    fn take_in_row(&mut self, part: usize, errors: &[Abreast], end: u64) {
        let first = self.next[part].max(self.earliest[part]);
        self.next[part] = end;
        let place = |time: u64| time as usize & (errors.len() - 1);
        let row = |time: u64| errors[place(time)][part];
        let begins = self.begins[part];
        let mut time = Row::splat(first as f64);
        let mut has_begun = (time - Row::ONE).simd_ge(begins);
        let mut before = row(first.wrapping_sub(1));
        let (mut rises, mut falls) = (self.rises[part], self.falls[part]);
        let mut highest = self.highest[part];
        for t in first..end {
            let error = row(t);
            // A lane that is not to be counted adds 0.
            let rise = (error - before) & has_begun;
            let up = rise & rise.simd_gt(Row::ZERO);
            rises += up;
            falls += up - rise;
            has_begun = time.simd_ge(begins);
            let higher = has_begun & error.simd_gt(highest);
            highest = higher.select(error, highest);
            time += Row::ONE;
            before = error;
        }
        self.rises[part] = rises;
        self.falls[part] = falls;
        self.highest[part] = highest;
    }

    /// A lane takes a new start at `time`, whose last quarter begins at `begins`.
    pub(super) fn begin(&mut self, lane: usize, errors: &[Abreast], time: u64, begins: u64) {
        let part = lane / 4;
        self.take_in_row(part, errors, time);
        *at_mut(&mut self.begins, lane) = begins as f64;
        let earliest = self.begins[part].to_array();
        self.earliest[part] = earliest.into_iter().fold(f64::INFINITY, f64::min) as u64;
        for sum in [&mut self.rises, &mut self.falls, &mut self.highest] {
            *at_mut(sum, lane) = 0.0;
        }
    }

    /// What E did in the last quarter of the descent that ends in a lane, up to the times before `end`.
    pub(super) fn of(&mut self, lane: usize, errors: &[Abreast], end: u64) -> Quarter {
        self.take_in_row(lane / 4, errors, end);
        Quarter {
            rises: at(&self.rises, lane),
            falls: at(&self.falls, lane),
            highest: at(&self.highest, lane),
        }
    }
}

//! What E did over the last quarter of each lane's steps, summed up on the way.

use crate::fates::abreast::{Abreast, PARTS, Row, ZERO, at, at_mut, lanes};
use crate::verdict::Quarter;

/// The running sums of [`Quarter`], lane by lane.
pub(super) struct Quarters {
    /// When the last quarter of a lane's steps begins.
    begins: Abreast,
    /// When the earliest of them does.
    earliest: f64,
    rises: Abreast,
    falls: Abreast,
    highest: Abreast,
}

impl Quarters {
    pub(super) fn new() -> Quarters {
        Quarters {
            begins: ZERO,
            earliest: 0.0,
            rises: ZERO,
            falls: ZERO,
            highest: ZERO,
        }
    }

    /// Takes in E at `time`, and before.
    #[inline(always)]
    pub(super) fn see(&mut self, time: u64, before: &Abreast, error: &Abreast) {
        let time = time as f64;
        if time < self.earliest {
            return;
        }
        let (zero, time) = (Row::ZERO, Row::splat(time));
        for part in 0..PARTS {
            let (begins, error) = (self.begins[part], error[part]);
            let highest = &mut self.highest[part];
            let higher = time.simd_ge(begins) & error.simd_gt(*highest);
            *highest = higher.select(error, *highest);
            let rise = error - before[part];
            // A lane that is not to be counted adds 0.
            let within = time.simd_gt(begins);
            self.rises[part] += rise & (within & rise.simd_gt(zero));
            self.falls[part] -= rise & (within & rise.simd_lt(zero));
        }
    }

    /// A lane takes a new start, whose last quarter begins `time`.
    pub(super) fn begin(&mut self, lane: usize, time: u64) {
        *at_mut(&mut self.begins, lane) = time as f64;
        self.earliest = lanes(&self.begins).fold(f64::INFINITY, f64::min);
        for sum in [&mut self.rises, &mut self.falls, &mut self.highest] {
            *at_mut(sum, lane) = 0.0;
        }
    }

    /// What E did in the last quarter of the descent that ends in a lane.
    pub(super) fn of(&self, lane: usize) -> Quarter {
        Quarter {
            rises: at(&self.rises, lane),
            falls: at(&self.falls, lane),
            highest: at(&self.highest, lane),
        }
    }
}

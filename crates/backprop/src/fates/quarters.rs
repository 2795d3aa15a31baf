//! What E did over the last quarter of each lane's steps, summed up on the way.

use wide::f64x8;

use crate::verdict::Quarter;

/// The running sums of [`Quarter`], lane by lane.
pub(super) struct Quarters {
    /// When the last quarter of a lane's steps begins.
    begins: f64x8,
    /// When the earliest of them does.
    earliest: f64,
    rises: f64x8,
    falls: f64x8,
    highest: f64x8,
}

impl Quarters {
    pub(super) fn new() -> Quarters {
        let zero = f64x8::ZERO;
        Quarters {
            begins: zero,
            earliest: 0.0,
            rises: zero,
            falls: zero,
            highest: zero,
        }
    }

    /// Takes in E at `time`, and before.
    pub(super) fn see(&mut self, time: u64, before: f64x8, error: f64x8) {
        let time = time as f64;
        if time < self.earliest {
            return;
        }
        let zero = f64x8::ZERO;
        let time = f64x8::splat(time);
        let within = time.simd_ge(self.begins);
        self.highest = (within & error.simd_gt(self.highest)).select(error, self.highest);
        let rise = error - before;
        let within = time.simd_gt(self.begins);
        self.rises += (within & rise.simd_gt(zero)).select(rise, zero);
        self.falls += (within & rise.simd_lt(zero)).select(-rise, zero);
    }

    /// A lane takes a new start, whose last quarter begins `at` a time.
    pub(super) fn begin(&mut self, lane: usize, at: u64) {
        self.begins.as_mut_array()[lane] = at as f64;
        let begins = self.begins.as_array().iter();
        self.earliest = begins.copied().fold(f64::INFINITY, f64::min);
        for sum in [&mut self.rises, &mut self.falls, &mut self.highest] {
            sum.as_mut_array()[lane] = 0.0;
        }
    }

    /// What E did in the last quarter of the descent that ends in a lane.
    pub(super) fn of(&self, lane: usize) -> Quarter {
        Quarter {
            rises: self.rises.as_array()[lane],
            falls: self.falls.as_array()[lane],
            highest: self.highest.as_array()[lane],
        }
    }
}

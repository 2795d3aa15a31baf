//! E where the last tenth of each lane's steps begins.

use crate::fates::abreast::{Abreast, Row, ZERO, at, at_mut, lanes};

/// E where the last tenth of a lane's steps begins, lane by lane.
pub(super) struct Tenths {
    begins: Abreast,
    earliest: f64,
    errors: Abreast,
}

impl Tenths {
    pub(super) fn new() -> Tenths {
        Tenths {
            begins: ZERO,
            earliest: 0.0,
            errors: ZERO,
        }
    }

    /// Takes in E at `time`.
    #[inline(always)]
    pub(super) fn see(&mut self, time: u64, error: &Abreast) {
        let time = time as f64;
        if time < self.earliest {
            return;
        }
        let time = Row::splat(time);
        let kept = self.errors.iter_mut().zip(&self.begins);
        for ((kept, &begins), &error) in kept.zip(error) {
            *kept = time.simd_eq(begins).select(error, *kept);
        }
    }

    /// A lane takes a new start, whose last tenth begins at `time`.
    pub(super) fn begin(&mut self, lane: usize, time: u64) {
        *at_mut(&mut self.begins, lane) = time as f64;
        self.earliest = lanes(&self.begins).fold(f64::INFINITY, f64::min);
    }

    /// E where the last tenth of the descent began that ends in a lane.
    pub(super) fn of(&self, lane: usize) -> f64 {
        at(&self.errors, lane)
    }
}

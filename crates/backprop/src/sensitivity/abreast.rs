//! Numbers whose lanes are looked at one by one.

use wide::f64x8;

use crate::number::Real;

/// One number, or several side by side.
pub(super) trait Abreast: Real {
    /// How many.
    const LANES: usize;

    fn lane(&self, lane: usize) -> f64;

    fn lane_mut(&mut self, lane: usize) -> &mut f64;
}

impl Abreast for f64 {
    const LANES: usize = 1;

    #[inline(always)]
    fn lane(&self, _lane: usize) -> f64 {
        *self
    }

    #[inline(always)]
    fn lane_mut(&mut self, _lane: usize) -> &mut f64 {
        self
    }
}

impl Abreast for f64x8 {
    const LANES: usize = 8;

    #[inline(always)]
    fn lane(&self, lane: usize) -> f64 {
        self.as_array()[lane]
    }

    #[inline(always)]
    fn lane_mut(&mut self, lane: usize) -> &mut f64 {
        &mut self.as_mut_array()[lane]
    }
}

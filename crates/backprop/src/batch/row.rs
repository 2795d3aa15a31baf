//! The numbers of several samples side by side.

use wide::f64x4;

use crate::number::{Arithmetic, Real};

/// One number for each of several samples, in a network whose weights are `R`s: the samples share
/// the weights, and nothing else connects them until their errors and derivatives are summed.
///
/// Processors work on several numbers at once. Where `R` itself is several networks side by side,
/// a row is one sample.
pub trait Row<R>: Real {
    /// Samples in a row.
    const SAMPLES: usize;

    /// The same number for every sample.
    fn splat(value: R) -> Self;

    /// The given number of each sample, numbered from 0.
    fn of_samples(value: impl Fn(usize) -> f64) -> Self;

    /// `sum` plus the numbers of all samples, added one after another: a sum over a data set does
    /// not depend on how many samples stand in a row.
    fn add_onto(self, sum: R) -> R;

    /// The same with the first `samples` samples only, of which there is at least one.
    fn add_first_onto(self, samples: usize, sum: R) -> R;
}

impl<R: Real> Row<R> for R {
    const SAMPLES: usize = 1;

    #[inline(always)]
    fn splat(value: R) -> R {
        value
    }

    #[inline(always)]
    fn of_samples(value: impl Fn(usize) -> f64) -> R {
        R::from_f64(value(0))
    }

    #[inline(always)]
    fn add_onto(self, sum: R) -> R {
        sum + self
    }

    #[inline(always)]
    fn add_first_onto(self, _samples: usize, sum: R) -> R {
        sum + self
    }
}

impl Row<f64> for f64x4 {
    const SAMPLES: usize = 4;

    #[inline(always)]
    fn splat(value: f64) -> f64x4 {
        f64x4::from_f64(value)
    }

    #[inline(always)]
    fn of_samples(value: impl Fn(usize) -> f64) -> f64x4 {
        f64x4::from([value(0), value(1), value(2), value(3)])
    }

    #[inline(always)]
    fn add_onto(self, sum: f64) -> f64 {
        let [a, b, c, d] = self.to_array();
        sum + a + b + c + d
    }

    #[inline(always)]
    fn add_first_onto(self, samples: usize, sum: f64) -> f64 {
        let [a, b, c, _] = self.to_array();
        match samples {
            1 => sum + a,
            2 => sum + a + b,
            3 => sum + a + b + c,
            _ => self.add_onto(sum),
        }
    }
}

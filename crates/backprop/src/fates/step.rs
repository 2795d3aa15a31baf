//! A step of all lanes, and the one question that it asks of them.

use crate::descent::RUNAWAY_WEIGHT;
use crate::fates::abreast::{Abreast, PARTS, Row};
use crate::rules::{OfRule, Update};

/// Below this sum of squares, in natural units, no free weight has run away. Just above none need have: those few
/// are held against the exact bounds.
pub(super) const NEAR: f64 = 0.9 * RUNAWAY_WEIGHT * RUNAWAY_WEIGHT;

/// What the one question asks about.
pub(super) struct Watch {
    /// The greatest error that is in bounds, or within the goal once it is there; below all errors where
    /// the next step is to be looked at.
    pub(super) most: Abreast,
    /// The goal, while E is above it.
    pub(super) goal: Abreast,
    /// A bit for each lane that has work.
    pub(super) busy: u32,
    /// When the first of the lanes will have done all its steps.
    pub(super) deadline: u64,
}

/// A step of all lanes, with what the one question asks about.
pub(super) struct Step<'a> {
    pub(super) free: &'a [usize],
    pub(super) error: &'a Abreast,
    pub(super) weights: &'a mut [Abreast],
    pub(super) gradient: &'a [Abreast],
    pub(super) rates: &'a Abreast,
    pub(super) state: &'a mut [Row],
    /// Where the free weights after the step are kept.
    pub(super) after: &'a mut [Abreast],
    /// 1 over the natural unit of each free weight.
    pub(super) scale: &'a [f64],
    pub(super) watch: &'a Watch,
}

impl OfRule for Step<'_> {
    type Result = u32;

    /// Moves the weights by the rule. A bit is set for each lane that needs a look.
    #[inline(never)]
    fn with<U: Update>(self, rule: &U) -> u32 {
        let free = self.free;
        // The number of a few weights is known to the compiler: there is no loop over them.
        match *free {
            [a] => self.of_weights(rule, &[a]),
            [a, b] => self.of_weights(rule, &[a, b]),
            [a, b, c] => self.of_weights(rule, &[a, b, c]),
            _ => self.of_weights(rule, free),
        }
    }
}

impl Step<'_> {
    /// The same, of the weights that are `free`.
    #[inline(always)]
    fn of_weights<U: Update>(self, rule: &U, free: &[usize]) -> u32 {
        let weights = self.weights;
        let gradient = &self.gradient[..weights.len()];
        let (after, scale) = (&mut self.after[..free.len()], &self.scale[..free.len()]);
        let near = const { Row::splat(NEAR) };
        let mut nothing = 0;
        for part in 0..PARTS {
            let rate = self.rates[part];
            let mut moved = Row::ZERO;
            let mut squares = Row::ZERO;
            let kept = after.iter_mut().zip(scale);
            for (&i, (after, &scale)) in free.iter().zip(kept) {
                let state = &mut self.state[(i * PARTS + part) * U::STATE..][..U::STATE];
                let before = weights[i][part];
                let w = rule.next(rate, before, gradient[i][part], state);
                weights[i][part] = w;
                after[part] = w;
                moved |= w.simd_ne(before);
                let scaled = w * Row::splat(scale);
                squares += scaled * scaled;
            }
            let error = self.error[part];
            let of_part = moved
                & squares.simd_le(near)
                & error.simd_le(self.watch.most[part])
                & error.simd_gt(self.watch.goal[part]);
            nothing |= of_part.to_bitmask() << (4 * part);
        }
        !nothing & self.watch.busy
    }
}

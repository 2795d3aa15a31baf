//! Which samples a step is taken with.

use crate::error::Error;
use crate::network::MOST_SEED;
use crate::number::Draws;

/// The order in which an epoch goes through the samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// That of the data set.
    Given,
    /// A new one for each epoch, drawn from a seed.
    Shuffled {
        /// From 0 to 2⁵³ − 1.
        seed: u64,
    },
}

impl Order {
    /// Every kind of order, with a placeholder for its seed.
    pub const ALL: [Order; 2] = [Order::Given, Order::Shuffled { seed: 0 }];

    /// Its name in an experiment's document.
    pub fn name(self) -> &'static str {
        match self {
            Order::Given => "given",
            Order::Shuffled { .. } => "shuffled",
        }
    }
}

/// Steps that are taken with a part of the samples each, those that come next. An epoch goes once
/// through all of them; its last batch may be smaller.
///
/// ```
/// use backprop::{Batch, Order};
///
/// let batch = Batch { size: 2, order: Order::Given };
/// assert_eq!(batch.steps_in_epoch(5), 3);
/// let steps: Vec<_> = (0..4).map(|step| batch.samples(5, step)).collect();
/// assert_eq!(steps, [vec![0, 1], vec![2, 3], vec![4], vec![0, 1]]);
///
/// let shuffled = Batch { size: 5, order: Order::Shuffled { seed: 7 } };
/// let (first, second) = (shuffled.samples(5, 0), shuffled.samples(5, 1));
/// assert_ne!(first, second);
/// assert_eq!(first, shuffled.samples(5, 0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Samples in a batch: from 1 to all of them.
    pub size: usize,
    /// Which come next.
    pub order: Order,
}

impl Batch {
    /// Checks it against the number of samples.
    pub(crate) fn check(&self, samples: usize) -> Result<(), Error> {
        Error::check_range("batch.size", self.size as f64, 1.0, samples as f64)?;
        match self.order {
            Order::Shuffled { seed } if seed > MOST_SEED => {
                let (found, most) = (seed as f64, MOST_SEED as f64);
                Err(Error::out_of_range("batch.seed", found, 0.0, most))
            }
            _ => Ok(()),
        }
    }

    /// Steps that go once through so many samples.
    pub fn steps_in_epoch(&self, samples: usize) -> usize {
        samples.div_ceil(self.size)
    }

    /// The numbers, from 0, of those of `samples` samples with which the step after the one numbered
    /// `step` is taken.
    pub fn samples(&self, samples: usize, step: usize) -> Vec<usize> {
        let each = self.steps_in_epoch(samples);
        let order = self.epoch(samples, step / each);
        let batches = order.chunks(self.size).nth(step % each);
        batches.unwrap_or_default().to_vec()
    }

    /// Whether another epoch has other batches.
    pub(crate) fn changes_with_epoch(&self) -> bool {
        self.order != Order::Given
    }

    /// All samples in the order of the epoch numbered `epoch`, from 0.
    pub(crate) fn epoch(&self, samples: usize, epoch: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..samples).collect();
        if let Order::Shuffled { seed } = self.order {
            // Each epoch has a seed of its own, so that any step can be told without those before it.
            let mut draws = Draws::seeded(seed.wrapping_add(APART.wrapping_mul(epoch as u64)));
            draws.shuffle(&mut order);
        }
        order
    }
}

/// Between the seeds of two epochs: 2⁶⁴ over the golden ratio, so that no two seeds of readers have
/// epochs in common.
const APART: u64 = 0x9e37_79b9_7f4a_7c15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_epoch_goes_through_all_samples_once() {
        for (size, seed) in [(1, 0), (3, 1), (4, 2), (10, 3)] {
            let batch = Batch {
                size,
                order: Order::Shuffled { seed },
            };
            let each = batch.steps_in_epoch(10);
            for epoch in 0..20 {
                let steps = epoch * each..(epoch + 1) * each;
                let mut seen: Vec<usize> = steps.flat_map(|s| batch.samples(10, s)).collect();
                seen.sort_unstable();
                assert_eq!(seen, (0..10).collect::<Vec<_>>());
            }
        }
    }

    /// Each of four samples comes first in a quarter of 4000 epochs: 1000 ± four times √750.
    #[test]
    fn no_sample_is_preferred() {
        let batch = Batch {
            size: 4,
            order: Order::Shuffled { seed: 5 },
        };
        let mut first = [0; 4];
        for step in 0..4000 {
            first[batch.samples(4, step)[0]] += 1;
        }
        assert!(
            first.iter().all(|count| (890..=1110).contains(count)),
            "{first:?}"
        );
    }
}

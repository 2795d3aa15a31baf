//! What a run costs, told before it runs.

use backprop::limits::{MOST_RECORD, MOST_WORK};

/// The size of a run beside its limits. Whole numbers, as the page has them too.
///
/// ```
/// use problems::Cost;
///
/// // XOR with two hidden units.
/// let cost = Cost::new(&[2, 2, 1], true, 4.0, 2000.0);
/// assert_eq!((cost.weights, cost.work), (9.0, 72_000.0));
/// assert!(cost.is_allowed());
/// assert!(!Cost::new(&[16, 16, 16, 16], true, 1000.0, 1e5).is_allowed());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Weights and biases.
    pub weights: f64,
    /// Weights × steps, which are kept.
    pub record: f64,
    /// Weights × samples × steps, which are computed.
    pub work: f64,
}

impl Cost {
    /// Of a network with `layers` units a layer and a bias for each unit or none. However many samples
    /// and steps are asked for, it is told what they would come to.
    pub fn new(layers: &[usize], bias: bool, samples: f64, steps: f64) -> Cost {
        let bias = if bias { 1.0 } else { 0.0 };
        let pairs = layers.iter().zip(layers.iter().skip(1));
        let weights = pairs.map(|(&sources, &units)| (sources as f64 + bias) * units as f64);
        let weights = weights.sum();
        let record = weights * steps;
        Cost {
            weights,
            record,
            work: record * samples,
        }
    }

    /// Whether it is within the limits of an experiment.
    pub fn is_allowed(&self) -> bool {
        self.record <= MOST_RECORD as f64 && self.work <= MOST_WORK as f64
    }
}

//! The box that the ground stands in.

use backprop::sorted;
use landscape::short;

/// A place in the box: to the right and away from who sees it from the front, each from −1 to 1 at
/// most, and upwards, from [`Space::FLOOR`] to 1.
pub type Place = [f64; 3];

/// Sides less unlike than this have lengths like their axes'.
const SLIM: f64 = 0.4;
/// Ground half of which lies below this part of the range of its heights stands on a logarithm.
const LOW: f64 = 0.05;
/// So many places along an axis a hand can choose from.
const CHOICES: f64 = 400.0;

/// Which place in the box a pair of weights and an error have.
///
/// Heights are the errors themselves, so that the slopes that are seen are those that descent goes by.
/// Where half of the ground would lie on the bottom of the box, under a few peaks of rectifiers far from
/// any solution, they are its logarithm, ln(1 + height / bend), with the bend that puts the median half
/// way up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    /// From where to where the axes run: across, away.
    pub ranges: [[f64; 2]; 2],
    /// The lowest and the highest error of the ground.
    pub errors: [f64; 2],
    bend: Option<f64>,
}

impl Space {
    /// Where the floor is, under the ground.
    pub const FLOOR: f64 = -0.45;

    /// A box for errors over a rectangle of weights; those that are not finite do not count.
    pub fn new(ranges: [[f64; 2]; 2], errors: impl IntoIterator<Item = f64>) -> Space {
        let finite = errors.into_iter().filter(|error| error.is_finite());
        let sorted = sorted(finite);
        let (lowest, highest, median) = match sorted.as_slice() {
            [] => (0.0, 0.0, 0.0),
            [one] => (*one, *one, *one),
            [first, .., last] => (*first, *last, sorted[sorted.len() / 2]),
        };
        let (range, median) = (highest - lowest, median - lowest);
        // (1 + median / bend)² = 1 + range / bend.
        let bend = median * median / (range - 2.0 * median);
        let is_bent = median < LOW * range && bend.is_normal();
        Space {
            ranges,
            errors: [lowest, highest],
            bend: is_bent.then_some(bend),
        }
    }

    /// Whether heights are logarithms, from which error on.
    pub fn bend(&self) -> Option<f64> {
        self.bend
    }

    /// Half the lengths of the box's sides, the longer of which is 1.
    pub fn half(&self) -> [f64; 2] {
        let lengths = self.ranges.map(|[from, to]| to - from);
        let longer = lengths[0].max(lengths[1]);
        let parts = lengths.map(|length| length / longer);
        if parts[0].min(parts[1]) < SLIM {
            [1.0; 2]
        } else {
            parts
        }
    }

    /// The place of an error over a pair of weights.
    pub fn place(&self, weights: [f64; 2], error: f64) -> Place {
        let half = self.half();
        let part = |axis: usize| {
            let [from, to] = self.ranges[axis];
            half[axis] * (2.0 * (weights[axis] - from) / (to - from) - 1.0)
        };
        [part(0), part(1), self.height(error)]
    }

    /// The height of an error: 0 for the lowest of the ground, 1 for the highest.
    pub fn height(&self, error: f64) -> f64 {
        let [lowest, highest] = self.errors;
        let (above, range) = (error - lowest, highest - lowest);
        if range <= 0.0 {
            return 0.0;
        }
        match self.bend {
            Some(bend) => (1.0 + above.max(0.0) / bend).ln() / (1.0 + range / bend).ln(),
            None => above / range,
        }
    }

    /// Weights that a hand has chosen: as short as it can choose them.
    pub fn chosen(&self, weights: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|axis| {
            let [from, to] = self.ranges[axis];
            short(weights[axis], (to - from) / CHOICES).clamp(from, to)
        })
    }

    /// The weights over which a place lies.
    pub fn weights(&self, place: Place) -> [f64; 2] {
        let half = self.half();
        [0, 1].map(|axis| {
            let [from, to] = self.ranges[axis];
            from + 0.5 * (place[axis] / half[axis] + 1.0) * (to - from)
        })
    }
}

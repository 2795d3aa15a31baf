//! Minima that descents end in, each once.

use crate::plane::Plane;

/// Two that are closer than this part of the plane's sides are one.
const SAME: f64 = 1e-3;
/// More are not told apart.
const MOST: usize = 64;

/// A minimum in which descents end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bottom {
    /// Where it is, in multiples of the plane's directions; the second is 0 along a line.
    pub place: [f64; 2],
    /// E there.
    pub error: f64,
}

/// Minima in the order in which they were found, each once. At most 64.
#[derive(Clone, Debug, Default)]
pub struct Bottoms {
    found: Vec<Bottom>,
    /// Closer than this is the same, along each direction.
    same: [f64; 2],
}

impl Bottoms {
    /// None yet, of a plane.
    pub fn new(plane: &Plane) -> Bottoms {
        let mut same = [0.0; 2];
        for (same, side) in same.iter_mut().zip(plane.sides()) {
            *same = SAME * (side.to - side.from);
        }
        Bottoms {
            found: Vec::new(),
            same,
        }
    }

    /// All that were found.
    pub fn as_slice(&self) -> &[Bottom] {
        &self.found
    }

    /// The number, from 0, of the one at a place.
    pub fn at(&self, place: [f64; 2]) -> Option<usize> {
        let is_near = |bottom: &Bottom| {
            [0, 1]
                .iter()
                .all(|&k| self.is_level(k, bottom.place, place))
        };
        self.found.iter().position(is_near)
    }

    /// The number of a minimum, which is new where it is none of those that were found. None where
    /// there are too many.
    pub fn add(&mut self, bottom: Bottom) -> Option<usize> {
        let known = self.at(bottom.place);
        if known.is_none() && self.found.len() < MOST {
            self.found.push(bottom);
            return Some(self.found.len() - 1);
        }
        known
    }

    /// The numbers of all of them from left to right, and upwards where they lie above each other:
    /// the same order, whichever was found first.
    pub(super) fn in_order(&self) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::new();
        for (number, bottom) in self.found.iter().enumerate() {
            let is_after = |&other: &usize| self.is_before(bottom.place, self.found[other].place);
            let at = numbers.iter().position(is_after);
            numbers.insert(at.unwrap_or(numbers.len()), number);
        }
        numbers
    }

    /// Whether a place is to the left of another one, or below it where they lie above each other.
    fn is_before(&self, one: [f64; 2], other: [f64; 2]) -> bool {
        let k = usize::from(self.is_level(0, one, other));
        one[k] < other[k]
    }

    /// Whether two places are the same along a direction.
    fn is_level(&self, k: usize, one: [f64; 2], other: [f64; 2]) -> bool {
        (one[k] - other[k]).abs() <= self.same[k]
    }
}

//! What the starts of a map differ in.

use backprop::Start;

use crate::plane::Plane;
use crate::rates::Rates;

/// What the starts of a map differ in: what its pixels stand for.
#[derive(Clone, Debug, PartialEq)]
pub enum Domain {
    /// Their weights: places on a plane, or along a line.
    Plane(Plane),
    /// Their weights along a line, to the right, and their learning rates, upwards.
    Rates(Plane, Rates),
}

impl From<Plane> for Domain {
    fn from(plane: Plane) -> Domain {
        Domain::Plane(plane)
    }
}

impl Domain {
    /// The plane or the line that the weights lie on.
    pub fn plane(&self) -> &Plane {
        match self {
            Domain::Plane(plane) | Domain::Rates(plane, _) => plane,
        }
    }

    /// The learning rates upwards, where that is what the starts differ in.
    pub fn rates(&self) -> Option<Rates> {
        match self {
            Domain::Plane(_) => None,
            Domain::Rates(_, rates) => Some(*rates),
        }
    }

    /// The middle of a pixel of a grid: multiples of the plane's directions, or a multiple and a rate.
    /// Column 0 and row 0 are the lowest.
    pub fn pixel(&self, pixel: [usize; 2], size: [usize; 2]) -> [f64; 2] {
        let place = self.plane().pixel(pixel, size);
        match self {
            Domain::Plane(_) => place,
            Domain::Rates(_, rates) => {
                let part = (pixel[1] as f64 + 0.5) / size[1].max(1) as f64;
                [place[0], rates.at(part)]
            }
        }
    }

    /// Puts a start at a place: its weights, and its rate where that differs.
    pub(crate) fn put(&self, place: [f64; 2], start: &mut Start) {
        let weights = self.plane().at(place);
        start.weights.copy_from_slice(&weights);
        if let Domain::Rates(..) = self {
            start.rate = place[1];
        }
    }
}

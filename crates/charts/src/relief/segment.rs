//! What is drawn in space apart from the ground.

use plotters::style::RGBColor;

use super::space::Place;

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where it begins and ends.
    pub ends: [Place; 2],
    /// Its colour.
    pub color: RGBColor,
    /// How much of it covers what lies behind, 0 to 1.
    pub alpha: f64,
    /// Its width, in pixels of the page.
    pub width: f64,
}

/// A place this near to a line lies on it, in halves of the box's longer side: a fraction of a pixel.
const STRAIGHT: f64 = 0.0012;
/// More segments than this do not become one: finding that they could takes the square of it.
const MOST_JOINED: usize = 24;

impl Segment {
    /// Whether another one goes on where this one ends, and looks the same.
    pub(crate) fn goes_on(&self, next: &Segment) -> bool {
        let look = |segment: &Segment| (segment.color, segment.alpha, segment.width);
        self.ends[1] == next.ends[0] && look(self) == look(next)
    }

    /// Fewer segments that look the same: those that follow each other in a straight line are one.
    pub fn joined(segments: &[Segment]) -> Vec<Segment> {
        let mut joined = Vec::new();
        for line in segments.chunk_by(Segment::goes_on) {
            let mut rest = line;
            while let [first, ..] = rest {
                let straight = |&count: &usize| {
                    let end = rest[count - 1].ends[1];
                    let mut inner = rest[..count - 1].iter().map(|segment| segment.ends[1]);
                    inner.all(|at| off(at, [first.ends[0], end]) < STRAIGHT)
                };
                let most = rest.len().min(MOST_JOINED);
                let count = (2..=most).take_while(straight).last().unwrap_or(1);
                let ends = [first.ends[0], rest[count - 1].ends[1]];
                joined.push(Segment { ends, ..*first });
                rest = &rest[count..];
            }
        }
        joined
    }
}

/// How far a place is from the piece of a line.
fn off(at: Place, [from, to]: [Place; 2]) -> f64 {
    let way = [0, 1, 2].map(|axis| to[axis] - from[axis]);
    let aside = [0, 1, 2].map(|axis| at[axis] - from[axis]);
    let product =
        |one: Place, other: Place| -> f64 { one.iter().zip(other).map(|(a, b)| a * b).sum() };
    let part = (product(aside, way) / product(way, way).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
    let rest = [0, 1, 2].map(|axis| aside[axis] - part * way[axis]);
    product(rest, rest).sqrt()
}

/// A disc, a ring or a ball, as large wherever it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoundMark {
    /// Its middle.
    pub at: Place,
    /// Its radius, in pixels of the page.
    pub radius: f64,
    /// That of the hole in it; 0 where there is none.
    pub hole: f64,
    /// Its colour.
    pub color: RGBColor,
    /// Whether it is round to all sides, and lit.
    pub is_ball: bool,
}

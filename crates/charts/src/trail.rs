//! The path of a run as far as a picture can show it.

use std::collections::HashSet;

use crate::frame::Frame;
use crate::rect::Point;

/// Neighbours closer than this are one point of a line, in pixels.
const CLOSE: f64 = 0.75;
/// More corners than this are drawn coarser.
const MOST_CORNERS: usize = 4000;
/// A path with more dots than this gets them farther apart.
const MOST_DOTS: usize = 150;
/// Dots in a row are no closer than this, in pixels of the page.
const DOTS_APART: f64 = 8.0;
/// A step along a curve that is at least as long as this is a leap, in pixels of the page.
const LEAP: f64 = 10.0;

/// What of a path is a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// All of it.
    Steps,
    /// Its leaps. The rest runs along a curve that is there already.
    Leaps,
}

/// A path in a picture without what nobody could see of it: points that are not a pixel from the
/// last one, and lines from one place to another that were drawn before (a run that swings between
/// two places for ever is one line).
///
/// It grows with the run: each new point costs the same however long the path is. A path that wanders
/// for ever has its corners farther apart the more of them there are, so that drawing it costs no more
/// than some milliseconds either.
#[derive(Clone, Debug)]
pub struct Trail {
    frame: Frame,
    line: Line,
    /// Points that were looked at.
    count: usize,
    start: Option<Point>,
    /// Where the last line ended, or would have.
    tip: Option<(usize, Point)>,
    corners: Vec<Corner>,
    /// Both ends of each line in whole grains, in the order of their size.
    drawn: HashSet<[(i32, i32); 2]>,
    /// Ends of lines that are this near to each other are at one place, in pixels.
    grain: f64,
    dots: Dots,
}

/// A point of the line that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Corner {
    /// The step that leads to it.
    pub(crate) step: usize,
    /// Where it is.
    pub(crate) at: Point,
    /// Whether the line leads here from the corner before.
    pub(crate) joined: bool,
}

impl Trail {
    /// An empty path over the surface that `frame` is of.
    pub fn on_surface(frame: &Frame) -> Trail {
        Trail::new(frame, Line::Steps)
    }

    /// An empty path along the curve that `frame` is of.
    pub fn on_curve(frame: &Frame) -> Trail {
        Trail::new(frame, Line::Leaps)
    }

    fn new(frame: &Frame, line: Line) -> Trail {
        Trail {
            frame: frame.clone(),
            line,
            count: 0,
            start: None,
            tip: None,
            corners: Vec::new(),
            drawn: HashSet::new(),
            grain: 1.0,
            dots: Dots::new(frame.px(DOTS_APART)),
        }
    }

    /// The measures of the picture that it is in.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Points that were taken in: one more than steps.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Goes on through `places`, in the picture's numbers: those at the start and after each step.
    pub fn extend(&mut self, places: impl IntoIterator<Item = [f64; 2]>) {
        for [x, y] in places {
            let (step, at) = (self.count, self.frame.pixel(x, y));
            self.count += 1;
            if step == 0 {
                self.start = Some(at);
            }
            self.dots.add(step, at);
            if at.0.is_finite() && at.1.is_finite() {
                self.go(step, at);
            } else {
                self.tip = None;
            }
            if self.corners.len() > MOST_CORNERS {
                self.coarsen();
            }
        }
    }

    /// Goes on to a point of the picture.
    fn go(&mut self, step: usize, at: Point) {
        let Some((before, from)) = self.tip else {
            self.tip = Some((step, at));
            return;
        };
        let close = CLOSE * self.grain;
        let is_seen = match self.line {
            Line::Steps => (at.0 - from.0).abs() >= close || (at.1 - from.1).abs() >= close,
            Line::Leaps => squared_distance(from, at) >= self.frame.px(LEAP).powi(2),
        };
        if is_seen {
            self.draw((before, from), (step, at));
        }
        if is_seen || self.line == Line::Leaps {
            self.tip = Some((step, at));
        }
    }

    /// A line between two points, unless there is one.
    fn draw(&mut self, (before, from): (usize, Point), (step, at): (usize, Point)) {
        let whole = |x: f64| (x / self.grain).round() as i32;
        let [one, other] = [from, at].map(|(x, y)| (whole(x), whole(y)));
        if !self.drawn.insert([one.min(other), one.max(other)]) {
            return;
        }
        if self.corners.last().is_none_or(|last| last.at != from) {
            self.corners.push(Corner {
                step: before,
                at: from,
                joined: false,
            });
        }
        self.corners.push(Corner {
            step,
            at,
            joined: true,
        });
    }

    /// Makes what is there coarser, until at most half of the corners remain.
    fn coarsen(&mut self) {
        let goes_on = self.line == Line::Steps && self.ends_at_corner();
        let tip = self.tip.take();
        while self.corners.len() > MOST_CORNERS / 2 {
            self.grain *= 2.0;
            self.drawn.clear();
            for corner in std::mem::take(&mut self.corners) {
                if !corner.joined {
                    self.tip = None;
                }
                self.go(corner.step, corner.at);
            }
        }
        // Where the line went on from its last corner, it goes on from the coarser one.
        if !goes_on {
            self.tip = tip;
        }
    }

    /// The steps that lead to the corners of the line, and whether the line leads there from the corner
    /// before.
    pub fn steps(&self) -> impl Iterator<Item = (usize, bool)> {
        self.corners
            .iter()
            .map(|corner| (corner.step, corner.joined))
    }

    /// The steps that have a dot.
    pub fn dotted(&self) -> impl Iterator<Item = usize> {
        self.dots.dots.iter().map(|&(step, _)| step)
    }

    /// The corners of the line.
    pub(crate) fn corners(&self) -> &[Corner] {
        &self.corners
    }

    /// Whether the path has not come farther from the last corner than can be seen.
    pub(crate) fn ends_at_corner(&self) -> bool {
        self.corners.last().map(|last| last.at) == self.tip.map(|tip| tip.1)
    }

    /// Whether it runs over a tinted ground, and not along a curve.
    pub(crate) fn is_on_surface(&self) -> bool {
        self.line == Line::Steps
    }

    /// The steps that have a dot: no two in a row closer than dots are apart, and no more than can
    /// be told apart.
    pub(crate) fn dots(&self) -> &[(usize, Point)] {
        &self.dots.dots
    }

    /// Where the path begins.
    pub(crate) fn start(&self) -> Option<Point> {
        self.start
    }
}

/// Dots on a path.
#[derive(Clone, Debug)]
struct Dots {
    spacing: f64,
    dots: Vec<(usize, Point)>,
    /// Squares as wide as the spacing in which there is a dot.
    taken: HashSet<(i32, i32)>,
}

impl Dots {
    fn new(spacing: f64) -> Dots {
        Dots {
            spacing,
            dots: Vec::new(),
            taken: HashSet::new(),
        }
    }

    fn add(&mut self, step: usize, at: Point) {
        let far = |&(_, last): &(usize, Point)| squared_distance(last, at) >= self.spacing.powi(2);
        let is_place = at.0.is_finite() && at.1.is_finite();
        if !is_place || !self.dots.last().is_none_or(far) {
            return;
        }
        let (x, y) = (at.0 / self.spacing, at.1 / self.spacing);
        if !self.taken.insert((x.floor() as i32, y.floor() as i32)) {
            return;
        }
        self.dots.push((step, at));
        if self.dots.len() == MOST_DOTS {
            self.spacing *= 2.0;
            self.taken.clear();
            for (step, at) in std::mem::take(&mut self.dots) {
                self.add(step, at);
            }
        }
    }
}

fn squared_distance(one: Point, other: Point) -> f64 {
    (one.0 - other.0).powi(2) + (one.1 - other.1).powi(2)
}

#[cfg(test)]
#[path = "trail_tests.rs"]
mod tests;

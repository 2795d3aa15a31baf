//! The run on the ground.

use crate::theme::Theme;

use super::ground::Ground;
use super::segment::{RoundMark, Segment};
use super::space::{Place, Space};

/// How strong the part of the path is that the cursor has not come to.
const AHEAD: f64 = 0.45;
/// So far above the ground the path runs, in parts of the box's height.
const LIFT: f64 = 0.004;
/// Widths, in pixels of the page.
const PATH: f64 = 2.4;
const EDGE: f64 = 4.8;
/// Radius of the ball, of the ring at the start, of a dot.
const BALL: f64 = 8.5;
const RING: f64 = 6.5;
const DOT: f64 = 2.4;

/// A corner of the path's line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Its weights.
    pub to: [f64; 2],
    /// The step that leads to it.
    pub step: usize,
    /// Whether the line leads here from the corner before.
    pub joined: bool,
}

/// What a run looks like on a ground.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The corners of its line.
    pub line: &'a [Stretch],
    /// Steps with a dot, and their weights.
    pub dots: &'a [(usize, [f64; 2])],
    /// Where it starts.
    pub start: [f64; 2],
    /// The step that is shown.
    pub cursor: usize,
    /// The weights at that step.
    pub at: [f64; 2],
    /// E there.
    pub error: f64,
}

impl Course<'_> {
    /// Where the ball stands: at the height of E over its weights. None outside of the box, or where E
    /// is no number.
    pub fn ball(&self, space: &Space) -> Option<Place> {
        let place = space.place(self.at, self.error);
        let half = space.half();
        let is_inside = (0..2).all(|axis| place[axis].abs() <= half[axis] * (1.0 + 1e-9));
        (is_inside && place[2].is_finite()).then(|| {
            let [right, away, up] = place;
            // Of a slice that the run has not come to yet, the ground may be lower or higher.
            [right, away, up.clamp(Space::FLOOR, 1.25)]
        })
    }

    /// The path on the ground, behind the cursor strong, ahead of it faint; before both of them the edge
    /// of paper that the part behind stands out by.
    pub fn path(&self, ground: &Ground, theme: &Theme) -> Vec<Segment> {
        let mut behind = Vec::new();
        let mut ahead = Vec::new();
        let mut last: Option<[f64; 2]> = None;
        let mut has_ball = false;
        for corner in self.line {
            let from = last.replace(corner.to).filter(|_| corner.joined);
            let Some(from) = from else { continue };
            if corner.step <= self.cursor {
                behind.extend(ground.laid(from, corner.to));
            } else if has_ball {
                ahead.extend(ground.laid(from, corner.to));
            } else {
                // The ball is on the way to this corner.
                has_ball = true;
                behind.extend(ground.laid(from, self.at));
                ahead.extend(ground.laid(self.at, corner.to));
            }
        }
        if let (false, Some(last)) = (has_ball, last) {
            behind.extend(ground.laid(last, self.at));
        }
        let lifted = |ends: [Place; 2]| ends.map(|[right, away, up]| [right, away, up + LIFT]);
        let edge = |&ends: &[Place; 2]| Segment {
            ends: lifted(ends),
            color: theme.paper,
            alpha: 0.75,
            width: EDGE,
        };
        let line = |alpha: f64| {
            move |&ends: &[Place; 2]| Segment {
                ends: lifted(ends),
                color: theme.accent,
                alpha,
                width: PATH,
            }
        };
        let edges = behind.iter().map(edge);
        let lines = ahead
            .iter()
            .map(line(AHEAD))
            .chain(behind.iter().map(line(1.0)));
        edges.chain(lines).collect()
    }

    /// Dots at steps, a ring at the start, and the ball.
    pub fn marks(&self, ground: &Ground, theme: &Theme) -> Vec<RoundMark> {
        let space = ground.space();
        let on_ground = |weights: [f64; 2]| {
            let [right, away, up] = ground.over(weights)?;
            Some([right, away, up + LIFT])
        };
        let mark = |at: Place, radius: f64| RoundMark {
            at,
            radius,
            hole: 0.0,
            color: theme.accent,
            is_ball: false,
        };
        let mut marks = Vec::new();
        let behind = self.dots.iter().filter(|(step, _)| *step <= self.cursor);
        for at in behind.filter_map(|&(_, weights)| on_ground(weights)) {
            marks.push(mark(at, DOT));
        }
        if let Some(at) = on_ground(self.start) {
            marks.push(RoundMark {
                color: theme.paper,
                ..mark(at, RING + 0.5)
            });
            marks.push(RoundMark {
                hole: RING - 2.2,
                ..mark(at, RING)
            });
        }
        if let Some(at) = self.ball(space) {
            marks.push(RoundMark {
                color: theme.paper,
                ..mark(at, BALL + 1.6)
            });
            marks.push(RoundMark {
                is_ball: true,
                ..mark(at, BALL)
            });
        }
        marks
    }

    /// From the ball down to the floor, and where it ends there.
    pub fn plumb(&self, space: &Space, theme: &Theme) -> Option<(Segment, RoundMark)> {
        let ball = self.ball(space)?;
        let foot = [ball[0], ball[1], Space::FLOOR];
        let line = Segment {
            ends: [ball, foot],
            color: theme.accent,
            alpha: 0.55,
            width: 1.2,
        };
        let dot = RoundMark {
            at: foot,
            radius: 3.6,
            hole: 0.0,
            color: theme.accent,
            is_ball: false,
        };
        Some((line, dot))
    }
}

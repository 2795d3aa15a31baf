//! The box around the ground: its floor, its two walls behind, and its three axes.

use crate::frame::measure;
use crate::rect::Point;
use crate::theme::Theme;
use crate::ticks::{Tick, linear, logarithmic};

use super::segment::Segment;
use super::space::{Place, Space};
use super::view::View;

/// Numbers of an axis stand at least so far apart, in pixels of the page.
const APART: f64 = 40.0;
/// An axis shorter than this, in pixels of the page, has no numbers: it is looked along.
const SHORT: f64 = 48.0;

/// An axis in the picture.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Edge {
    /// Its ends.
    pub(crate) ends: [Place; 2],
    /// Its numbers and where they are on it.
    pub(crate) ticks: Vec<(Tick, Place)>,
    /// The way out of the box, in the picture; its length is 1.
    pub(crate) out: Point,
}

/// A box as a view sees it: which of its edges carry axes and which walls are behind depends on from
/// where it is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Cage {
    /// Across, away, upwards; none of those that are looked along.
    pub(crate) axes: [Option<Edge>; 3],
    /// The corner behind, and that in front.
    behind: [f64; 2],
    floor: [Place; 4],
}

impl Cage {
    /// The box of `space` in `view`.
    pub fn new(space: &Space, view: &View) -> Cage {
        let [across, away] = space.half();
        let corner = |right: f64, back: f64| [right * across, back * away, Space::FLOOR];
        let floor = [
            corner(-1.0, -1.0),
            corner(1.0, -1.0),
            corner(1.0, 1.0),
            corner(-1.0, 1.0),
        ];
        let by_depth =
            |one: &&Place, other: &&Place| view.depth(**one).total_cmp(&view.depth(**other));
        // There are four.
        let near = floor.iter().min_by(by_depth).copied().unwrap_or(floor[0]);
        let left =
            |one: &&Place, other: &&Place| view.pixel(**one).0.total_cmp(&view.pixel(**other).0);
        let leftmost = floor.iter().min_by(left).copied().unwrap_or(floor[0]);
        let middle = view.pixel([0.0, 0.0, Space::FLOOR]);
        // Seen from high above, the box is larger at its top, and the ground would lie on the numbers.
        let [below, above] = [Space::FLOOR, 1.0].map(|up| view.pixel([near[0], near[1], up]).1);
        let height = if above > below { 1.0 } else { Space::FLOOR };
        let level = |axis: usize| {
            let half = space.half()[axis];
            let [from, to] = space.ranges[axis];
            let on = |at: f64| {
                let mut place = [near[0], near[1], height];
                place[axis] = at;
                place
            };
            let place = |value: f64| on(half * (2.0 * (value - from) / (to - from) - 1.0));
            let ticks = |most| linear(from, to, most);
            edge(view, [on(-half), on(half)], middle, ticks, place)
        };
        let foot = [leftmost[0], leftmost[1], 0.0];
        let upright = |up: f64| [leftmost[0], leftmost[1], up];
        let [lowest, highest] = space.errors;
        let ticks = |most: usize| match space.bend() {
            Some(bend) => logarithmic(bend.max(lowest), highest, most),
            None => linear(lowest, highest, most),
        };
        let place = |error: f64| upright(space.height(error));
        let up = edge(view, [foot, upright(1.0)], middle, ticks, place).map(|edge| Edge {
            out: (-1.0, 0.0),
            ..edge
        });
        Cage {
            axes: [level(0), level(1), up],
            behind: [-near[0], -near[1]],
            floor,
        }
    }

    /// The lines of the box: the edge of the floor, and on the walls behind how high the errors are.
    pub fn segments(&self, theme: &Theme) -> Vec<Segment> {
        let line = |ends: [Place; 2], strong: bool| Segment {
            ends,
            color: if strong { theme.muted } else { theme.grid },
            alpha: 1.0,
            width: 1.0,
        };
        let mut segments = Vec::new();
        let [right, back] = self.behind;
        let wall = |up: f64| {
            let corner = [right, back, up];
            [[-right, back, up], [right, -back, up]].map(|end| [end, corner])
        };
        let ticks = self.axes[2].iter().flat_map(|axis| &axis.ticks);
        for up in ticks.map(|(_, place)| place[2]).chain([0.0, 1.0]) {
            segments.extend(wall(up).map(|ends| line(ends, false)));
        }
        for foot in [[right, back], [-right, back], [right, -back]] {
            let at = |up: f64| [foot[0], foot[1], up];
            segments.push(line([at(Space::FLOOR), at(1.0)], false));
        }
        for (index, &from) in self.floor.iter().enumerate() {
            let to = self.floor[(index + 1) % self.floor.len()];
            segments.push(line([from, to], true));
        }
        segments.extend(self.axes[2].iter().map(|axis| line(axis.ends, true)));
        segments
    }
}

/// An axis between two places of the box, with as many numbers as have room.
fn edge(
    view: &View,
    ends: [Place; 2],
    middle: Point,
    ticks: impl Fn(usize) -> Vec<Tick>,
    place: impl Fn(f64) -> Place,
) -> Option<Edge> {
    let [from, to] = ends.map(|end| view.pixel(end));
    let way = (to.0 - from.0, to.1 - from.1);
    let length = way.0.hypot(way.1);
    if length < view.px(SHORT) {
        return None;
    }
    let most = (length / view.px(APART)) as usize + 1;
    let ticks = ticks(most.clamp(2, 9)).into_iter();
    let ticks = ticks.map(|tick| {
        let at = place(tick.value);
        (tick, at)
    });
    // Across the edge, away from the middle of the floor.
    let across = (-way.1 / length, way.0 / length);
    let aside = (
        0.5 * (from.0 + to.0) - middle.0,
        0.5 * (from.1 + to.1) - middle.1,
    );
    let sign = if across.0 * aside.0 + across.1 * aside.1 < 0.0 {
        -1.0
    } else {
        1.0
    };
    let out = (sign * across.0, sign * across.1);
    Some(Edge {
        ends,
        ticks: ticks.collect(),
        out,
    })
}

/// How far numbers are from their axis, in pixels of the page.
pub(crate) const BESIDE: f64 = measure::TICK + 1.2 * measure::GAP;

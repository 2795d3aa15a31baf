//! Lines that lie on the ground, and on the floor under it.

use landscape::Contour;

use crate::theme::Theme;
use crate::ticks::linear;

use super::ground::Ground;
use super::segment::Segment;
use super::space::{Place, Space};

/// Ticks of an axis that have a line over the ground.
const LINES: usize = 9;
/// How heavy contour lines are: every fourth, and the others.
const HEAVY: (f64, f64) = (1.25, 0.85);
const LIGHT: (f64, f64) = (0.9, 0.55);
/// The same on the floor.
const ON_FLOOR: f64 = 0.8;

/// What is drawn on the ground and on the floor, apart from the run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draped {
    /// Contour lines, the edge of the ground, and faint lines at round weights.
    pub on_ground: Vec<Segment>,
    /// Contour lines again.
    pub on_floor: Vec<Segment>,
}

impl Draped {
    /// The lines of a ground; its contour lines, the lowest first.
    pub fn new(ground: &Ground, contours: &[Contour], theme: &Theme) -> Draped {
        let mut draped = Draped::default();
        for ends in ground.round_lines() {
            draped.on_ground.push(Segment {
                ends,
                color: theme.contour,
                alpha: 0.13,
                width: 0.8,
            });
        }
        let space = ground.space();
        for (index, contour) in contours.iter().enumerate() {
            let (width, alpha) = if index.is_multiple_of(4) {
                HEAVY
            } else {
                LIGHT
            };
            let color = theme.contour;
            for pair in contour.lines.iter().flat_map(|line| line.windows(2)) {
                let ends = [pair[0], pair[1]].map(|weights| space.place(weights, contour.level));
                let segment = Segment {
                    ends,
                    color,
                    alpha,
                    width,
                };
                draped.on_ground.push(segment);
                draped.on_floor.push(Segment {
                    ends: ends.map(|[right, away, _]| [right, away, Space::FLOOR]),
                    alpha: ON_FLOOR * alpha,
                    ..segment
                });
            }
        }
        for ends in ground.edge() {
            draped.on_ground.push(Segment {
                ends,
                color: theme.contour,
                alpha: 0.9,
                width: 1.2,
            });
        }
        draped
    }
}

impl Ground {
    /// The straight way between two pairs of weights, laid on the ground: a place in each cell or more.
    /// What lies beyond the ground or in a gap is left out.
    pub(crate) fn laid(&self, from: [f64; 2], to: [f64; 2]) -> Vec<[Place; 2]> {
        let space = self.space();
        let [from, to] = [from, to].map(|weights| space.place(weights, 0.0));
        let (rows, columns) = self.dim();
        let half = space.half();
        let cells = |axis: usize, nodes: usize| {
            (to[axis] - from[axis]).abs() / (2.0 * half[axis]) * (nodes.max(2) - 1) as f64
        };
        let longest = 2 * rows.max(columns);
        let pieces = cells(0, columns).max(cells(1, rows)).ceil() as usize;
        let pieces = pieces.clamp(1, longest);
        let place = |number: usize| {
            let part = number as f64 / pieces as f64;
            let [right, away] = [0, 1].map(|axis| from[axis] + part * (to[axis] - from[axis]));
            self.at(right, away)
        };
        let pairs = (0..pieces).map(|number| (place(number), place(number + 1)));
        pairs.filter_map(|(from, to)| Some([from?, to?])).collect()
    }

    /// Over round numbers of both axes.
    fn round_lines(&self) -> Vec<[Place; 2]> {
        let [across, away] = self.space().ranges;
        let inner = |[from, to]: [f64; 2]| {
            let ticks = linear(from, to, LINES).into_iter().map(|tick| tick.value);
            let edge = 1e-6 * (to - from);
            ticks.filter(move |&at| at > from + edge && at < to - edge)
        };
        let upwards = inner(across).map(|at| [[at, away[0]], [at, away[1]]]);
        let sideways = inner(away).map(|at| [[across[0], at], [across[1], at]]);
        let lines = upwards.chain(sideways);
        lines.flat_map(|[from, to]| self.laid(from, to)).collect()
    }

    /// Around the ground, from node to node.
    fn edge(&self) -> Vec<[Place; 2]> {
        let (rows, columns) = self.dim();
        if rows < 2 || columns < 2 {
            return Vec::new();
        }
        let front = (0..columns).map(|column| (0, column));
        let right = (1..rows).map(|row| (row, columns - 1));
        let back = (0..columns - 1).rev().map(|column| (rows - 1, column));
        let left = (0..rows - 1).rev().map(|row| (row, 0));
        let nodes: Vec<Place> = front
            .chain(right)
            .chain(back)
            .chain(left)
            .map(|(row, column)| self.node(row, column))
            .collect();
        let pairs = nodes.windows(2).map(|pair| [pair[0], pair[1]]);
        let is_there = |pair: &[Place; 2]| pair.iter().all(|place| place[2].is_finite());
        pairs.filter(is_there).collect()
    }
}

//! The ground: errors on a grid, as places in their box.

use landscape::Field;
use ndarray::Array2;

use super::space::{Place, Space};

/// Errors at the nodes of an even grid, standing in a box.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    errors: Array2<f64>,
    space: Space,
}

impl Ground {
    /// Errors as a [`Field`] has them: row 0 lies where the second axis begins.
    pub fn new(errors: Array2<f64>, ranges: [[f64; 2]; 2]) -> Ground {
        let space = Space::new(ranges, errors.iter().copied());
        Ground { errors, space }
    }

    /// The same with at most `cells` cells along each side, every so many nodes.
    pub fn coarser(&self, cells: usize) -> Ground {
        let (rows, columns) = self.errors.dim();
        let stride = |nodes: usize| (nodes.saturating_sub(1)).div_ceil(cells.max(1)).max(1);
        let strides = [stride(rows), stride(columns)];
        let kept = |nodes: usize, stride: usize| nodes.saturating_sub(1) / stride + 1;
        let size = (kept(rows, strides[0]), kept(columns, strides[1]));
        let errors = Array2::from_shape_fn(size, |(row, column)| {
            self.errors[(row * strides[0], column * strides[1])]
        });
        Ground {
            errors,
            space: self.space,
        }
    }

    /// The box that it stands in.
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// The errors.
    pub fn field(&self) -> Field<'_> {
        let [x, y] = self.space.ranges;
        Field {
            values: self.errors.view(),
            x,
            y,
        }
    }

    /// Nodes to the back and to the right.
    pub fn dim(&self) -> (usize, usize) {
        self.errors.dim()
    }

    /// Where a node is; its height is no number in a gap.
    pub fn node(&self, row: usize, column: usize) -> Place {
        let (rows, columns) = self.errors.dim();
        let part =
            |index: usize, nodes: usize| 2.0 * index as f64 / (nodes.max(2) - 1) as f64 - 1.0;
        let half = self.space.half();
        let error = self.errors[(row, column)];
        let height = if error.is_finite() {
            self.space.height(error)
        } else {
            f64::NAN
        };
        [
            half[0] * part(column, columns),
            half[1] * part(row, rows),
            height,
        ]
    }

    /// The normal of the ground at a node, of length 1, from its neighbours.
    pub fn normal(&self, row: usize, column: usize) -> Place {
        let (rows, columns) = self.errors.dim();
        let slope = |before: Place, after: Place, axis: usize| {
            let slope = (after[2] - before[2]) / (after[axis] - before[axis]);
            if slope.is_finite() { slope } else { 0.0 }
        };
        let near =
            |index: usize, nodes: usize| [index.saturating_sub(1), (index + 1).min(nodes - 1)];
        let [left, right] = near(column, columns).map(|column| self.node(row, column));
        let [front, back] = near(row, rows).map(|row| self.node(row, column));
        let (across, away) = (slope(left, right, 0), slope(front, back, 1));
        let length = (1.0 + across * across + away * away).sqrt();
        [-across / length, -away / length, 1.0 / length]
    }

    /// Whether a cell, by its node in front on the left, has all its corners.
    pub fn is_whole(&self, row: usize, column: usize) -> bool {
        !self.field().is_gap(column, row)
    }

    /// The place of the ground over a pair of weights; none beyond its sides and in gaps.
    pub fn over(&self, weights: [f64; 2]) -> Option<Place> {
        let [right, away, _] = self.space.place(weights, 0.0);
        self.at(right, away)
    }

    /// The ground over or under a place of the box; none beyond its sides and in gaps.
    pub(crate) fn at(&self, right: f64, away: f64) -> Option<Place> {
        let (rows, columns) = self.errors.dim();
        let half = self.space.half();
        let grid = |at: f64, half: f64, nodes: usize| {
            let cells = nodes.checked_sub(1)?;
            let place = 0.5 * (at / half + 1.0) * cells as f64;
            let is_inside = (-1e-9..=cells as f64 + 1e-9).contains(&place) && cells > 0;
            let place = place.clamp(0.0, cells as f64);
            let node = (place as usize).min(cells.saturating_sub(1));
            is_inside.then_some((node, place - node as f64))
        };
        let (column, right_part) = grid(right, half[0], columns)?;
        let (row, back_part) = grid(away, half[1], rows)?;
        let height = |row: usize, column: usize| self.node(row, column)[2];
        let mix = |a: f64, b: f64, part: f64| a + part * (b - a);
        let front = mix(height(row, column), height(row, column + 1), right_part);
        let back = mix(
            height(row + 1, column),
            height(row + 1, column + 1),
            right_part,
        );
        let height = mix(front, back, back_part);
        height.is_finite().then_some([right, away, height])
    }
}

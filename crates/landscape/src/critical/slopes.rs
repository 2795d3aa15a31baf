//! The slopes on a grid, and the cells in which both can be 0.

use backprop::Problem;
use wide::f64x8;

use crate::plane::Side;
use crate::probe::{Probe, node};

/// Nodes that are evaluated side by side.
const LANES: usize = 8;

/// The slopes along both sides at the nodes of a grid, row by row; of the rows only the last is
/// kept, and of the cells those in which both slopes change their sign.
#[derive(Clone, Debug)]
pub(super) struct Slopes {
    size: [usize; 2],
    /// Rows that are done.
    filled: usize,
    /// The slopes at the nodes of the last of them.
    last: Vec<[f64; 2]>,
    cells: Vec<[usize; 2]>,
    /// The lowest and the highest error.
    errors: [f64; 2],
}

impl Slopes {
    pub(super) fn new(size: [usize; 2]) -> Slopes {
        Slopes {
            size,
            filled: 0,
            last: Vec::new(),
            cells: Vec::new(),
            errors: [f64::INFINITY, f64::NEG_INFINITY],
        }
    }

    pub(super) fn size(&self) -> [usize; 2] {
        self.size
    }

    pub(super) fn columns(&self) -> usize {
        self.size[0]
    }

    pub(super) fn is_complete(&self) -> bool {
        self.filled == self.size[1]
    }

    /// How far apart the errors at the nodes are.
    pub(super) fn range(&self) -> f64 {
        self.errors[1] - self.errors[0]
    }

    /// The cells, column and row of their lower left node, in which there may be a critical point;
    /// every so many where there is more than one to so many `nodes`.
    pub(super) fn take_cells(&mut self, nodes: usize) -> Vec<[usize; 2]> {
        let cells = std::mem::take(&mut self.cells);
        let most = (self.size[0] * self.size[1]).div_ceil(nodes);
        let stride = cells.len().div_ceil(most).max(1);
        cells.into_iter().step_by(stride).collect()
    }

    /// Computes the next row; false when all are there.
    pub(super) fn next_row(
        &mut self,
        problem: &Problem,
        origin: &[f64],
        sides: &[Side; 2],
    ) -> bool {
        if self.is_complete() {
            return false;
        }
        let row = self.row(problem, origin, sides);
        if let Some(above) = self.filled.checked_sub(1) {
            for (column, (lower, upper)) in self.last.windows(2).zip(row.windows(2)).enumerate() {
                let corners = [lower[0], lower[1], upper[0], upper[1]];
                if [0, 1]
                    .iter()
                    .all(|&k| changes_sign(corners.map(|slopes| slopes[k])))
                {
                    self.cells.push([column, above]);
                }
            }
        }
        self.last = row;
        self.filled += 1;
        true
    }

    fn row(&mut self, problem: &Problem, origin: &[f64], sides: &[Side; 2]) -> Vec<[f64; 2]> {
        let [columns, rows] = self.size;
        let [across, upwards] = sides;
        let y = node(upwards.from, upwards.to, self.filled, rows);
        let mut probe = Probe::<f64x8>::new(problem, origin);
        let mut row = Vec::with_capacity(columns);
        for first in (0..columns).step_by(LANES) {
            // The lanes past the end of a row repeat its last node.
            let x = [0, 1, 2, 3, 4, 5, 6, 7]
                .map(|lane| node(across.from, across.to, first + lane, columns));
            let x = f64x8::from(x);
            let parts = across.direction.iter().zip(&upwards.direction);
            for (i, ((&right, &up), &origin)) in parts.zip(origin).enumerate() {
                if right != 0.0 || up != 0.0 {
                    probe.place(i, f64x8::splat(origin + y * up) + x * right);
                }
            }
            let errors = probe.measure();
            let slopes = sides.each_ref().map(|side| {
                let slope = |(i, part)| probe.slope(i) * f64x8::splat(part);
                side.parts()
                    .map(slope)
                    .fold(f64x8::ZERO, |sum, slope| sum + slope)
            });
            for lane in 0..LANES.min(columns - first) {
                let error = errors.as_array()[lane];
                if error.is_finite() {
                    self.errors = [self.errors[0].min(error), self.errors[1].max(error)];
                }
                row.push(slopes.each_ref().map(|slope| slope.as_array()[lane]));
            }
        }
        row
    }
}

/// Whether a slope may be 0 between the corners of a cell. Not where it is 0 at all of them: that is
/// level ground.
fn changes_sign(corners: [f64; 4]) -> bool {
    let is_finite = corners.iter().all(|slope| slope.is_finite());
    let falls = corners.iter().any(|&slope| slope <= 0.0);
    let rises = corners.iter().any(|&slope| slope >= 0.0);
    let is_level = corners.iter().all(|&slope| slope == 0.0);
    is_finite && falls && rises && !is_level
}

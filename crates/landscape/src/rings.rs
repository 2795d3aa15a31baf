//! Marching squares: the rings around all ground that is at least as high as a level.

use crate::field::Field;

/// A place in nodes: column, row.
pub(crate) type Point = [f64; 2];
/// A closed line; its last point is its first.
pub(crate) type Ring = Vec<Point>;

/// A side of a cell.
#[derive(Clone, Copy)]
enum Side {
    Bottom,
    Right,
    Top,
    Left,
}
use Side::{Bottom, Left, Right, Top};

/// For the corners that are at least as high as the level (1: upper left, 2: upper right, 4: lower
/// right, 8: lower left), from which side to which the rings cross a cell: the higher ground is on
/// their right. Where only two opposite corners are high, they stay apart.
const CROSSINGS: [&[[Side; 2]]; 16] = [
    &[],
    &[[Top, Left]],
    &[[Right, Top]],
    &[[Right, Left]],
    &[[Bottom, Right]],
    &[[Top, Left], [Bottom, Right]],
    &[[Bottom, Top]],
    &[[Bottom, Left]],
    &[[Left, Bottom]],
    &[[Top, Bottom]],
    &[[Left, Bottom], [Right, Top]],
    &[[Right, Bottom]],
    &[[Left, Right]],
    &[[Top, Right]],
    &[[Left, Top]],
    &[],
];

/// No side comes next.
const NONE: u32 = u32::MAX;

/// The rings at each of `levels`, which rise. Gaps count as the highest ground, and all around the
/// field lies lower ground: rings that leave it run around it at a distance of half a cell.
///
/// One walk over the cells finds what crosses them at any level; then the pieces are joined, each
/// side of a cell being left by the one ring that comes to it. Where there are more than `most` pieces,
/// only every second, fourth, … level is traced, and the others have no rings.
pub(crate) fn rings(field: Field<'_>, levels: &[f64], most: usize) -> Vec<Vec<Ring>> {
    let Some(grid) = Grid::new(field, levels) else {
        return vec![Vec::new(); levels.len()];
    };
    let mut pieces = grid.pieces(levels.len());
    let mut stride = 2;
    while pieces.iter().map(Vec::len).sum::<usize>() > most {
        for (index, pieces) in pieces.iter_mut().enumerate() {
            // Those that stay lie in the middle of those that go; of the last level none stays.
            if index % stride != stride - 1 {
                pieces.clear();
            }
        }
        stride *= 2;
    }
    let mut next = vec![NONE; grid.side_count()];
    let joined = pieces.into_iter().zip(levels);
    let joined = joined.map(|(pieces, &level)| grid.join(&pieces, level, &mut next));
    joined.collect()
}

/// The nodes of a field, in cells that reach half a cell beyond it.
struct Grid {
    columns: usize,
    rows: usize,
    /// The heights of the nodes, row by row; a gap has the greatest.
    heights: Vec<f64>,
    /// How many levels are not above each of them.
    ranks: Vec<u16>,
}

impl Grid {
    /// None where there is nothing to trace.
    fn new(field: Field<'_>, levels: &[f64]) -> Option<Grid> {
        let (rows, columns) = field.values.dim();
        let highest = field.finite().fold(f64::NEG_INFINITY, f64::max);
        if rows < 2 || columns < 2 || !highest.is_finite() {
            return None;
        }
        let heights = field.values.iter();
        let filled = heights.map(|&height| if height.is_finite() { height } else { highest });
        let heights: Vec<f64> = filled.collect();
        // Few levels are sooner counted than searched.
        let rank = |&height: &f64| levels.iter().map(|&level| u16::from(level <= height)).sum();
        Some(Grid {
            columns,
            rows,
            ranks: heights.iter().map(rank).collect(),
            heights,
        })
    }

    /// Sides between nodes of a row, then those between nodes of a column. The outermost lead to
    /// the lower ground around.
    fn side_count(&self) -> usize {
        self.first_upright() + self.columns * (self.rows + 1)
    }

    fn first_upright(&self) -> usize {
        (self.columns + 1) * self.rows
    }

    /// For each level the sides between which its lines cross a cell.
    fn pieces(&self, levels: usize) -> Vec<Vec<[u32; 2]>> {
        let mut pieces = vec![Vec::new(); levels];
        for row in 0..=self.rows {
            let [mut lower_left, mut upper_left] = [0, 0];
            for column in 0..=self.columns {
                let lower_right = self.rank(column, row.wrapping_sub(1));
                let upper_right = self.rank(column, row);
                let corners = [upper_left, upper_right, lower_right, lower_left];
                let (lowest, highest) = extremes(corners);
                for level in lowest..highest {
                    let bits = corners.iter().rev();
                    let case = bits.fold(0, |case, &rank| 2 * case + usize::from(rank > level));
                    for crossing in CROSSINGS[case] {
                        let sides = crossing.map(|side| self.side(column, row, side));
                        pieces[usize::from(level)].push(sides);
                    }
                }
                [lower_left, upper_left] = [lower_right, upper_right];
            }
        }
        pieces
    }

    /// Of a node; the lowest outside the field.
    fn rank(&self, column: usize, row: usize) -> u16 {
        if column < self.columns && row < self.rows {
            self.ranks[row * self.columns + column]
        } else {
            0
        }
    }

    /// The number of a side of the cell whose upper right corner is node (`column`, `row`). Only
    /// asked for where it is crossed, and then it is there.
    fn side(&self, column: usize, row: usize, side: Side) -> u32 {
        let level = |row: usize| row * (self.columns + 1) + column;
        let upright = |column: usize| self.first_upright() + row * self.columns + column;
        let number = match side {
            Bottom => level(row - 1),
            Top => level(row),
            Left => upright(column - 1),
            Right => upright(column),
        };
        number as u32
    }

    /// The rings of a level. `next` has a place for each side and is left as it came: empty.
    fn join(&self, pieces: &[[u32; 2]], level: f64, next: &mut [u32]) -> Vec<Ring> {
        for &[from, to] in pieces {
            next[from as usize] = to;
        }
        let mut rings = Vec::new();
        for &[first, _] in pieces {
            let mut ring = Vec::new();
            let mut side = first;
            while next[side as usize] != NONE {
                ring.push(self.point(side as usize, level));
                side = std::mem::replace(&mut next[side as usize], NONE);
            }
            if let Some(&start) = ring.first() {
                ring.push(start);
                rings.push(ring);
            }
        }
        rings
    }

    /// Where a level lies on a side between nodes below and above it.
    fn point(&self, side: usize, level: f64) -> Point {
        let between = |after: usize, step: usize| {
            let [from, to] = [self.heights[after - step], self.heights[after]];
            (level - from) / (to - from)
        };
        // The distance from the node before to the place on the side; ½ where one of them is not there.
        let along = |place: usize, count: usize, node: usize, step: usize| {
            let part = if place == 0 || place == count {
                0.5
            } else {
                between(node, step)
            };
            place as f64 - 1.0 + part
        };
        if let Some(upright) = side.checked_sub(self.first_upright()) {
            let (row, column) = (upright / self.columns, upright % self.columns);
            [column as f64, along(row, self.rows, upright, self.columns)]
        } else {
            let (row, column) = (side / (self.columns + 1), side % (self.columns + 1));
            let node = row * self.columns + column;
            [along(column, self.columns, node, 1), row as f64]
        }
    }
}

fn extremes(ranks: [u16; 4]) -> (u16, u16) {
    let [a, b, c, d] = ranks;
    (a.min(b).min(c.min(d)), a.max(b).max(c.max(d)))
}

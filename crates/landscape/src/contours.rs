//! Contour lines of a field.

use crate::field::Field;
use crate::rings::{Point, rings};

/// All lines of one height.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// The height.
    pub level: f64,
    /// The lines, as weights `[x, y]`. One that comes back to where it began is closed; the others
    /// end at the edge of the field or at a gap.
    pub lines: Vec<Vec<[f64; 2]>>,
}

/// A closed line of one height together with the piece of ground that it surrounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// The height of its edge.
    pub level: f64,
    /// Whether the ground just inside is higher than the edge; it is lower otherwise.
    pub rises: bool,
    /// The edge, as weights `[x, y]`; the last joins the first. Where the ground runs on beyond
    /// the field, the field's edge.
    pub edge: Vec<[f64; 2]>,
}

/// Traces the lines at each of `levels`, which rise.
///
/// Heights between nodes are interpolated along the sides of the cells (marching squares). A cell
/// with a corner that is not finite is a gap: lines end at its side. Rings thinner than the grid
/// can tell are left out: along a narrow valley they would show the grid and not the ground. Where the
/// ground is so rough that the lines would be a grey cloud, and take longer to draw than a frame lasts,
/// only every second, fourth, … level has lines.
///
/// ```
/// use landscape::{Field, contour_lines};
/// use ndarray::Array2;
///
/// // A ramp that rises to the right: the line of height 2.5 runs upwards between columns 2 and 3.
/// let ramp = Array2::from_shape_fn((5, 5), |(_, column)| column as f64);
/// let field = Field { values: ramp.view(), x: [0.0, 4.0], y: [0.0, 4.0] };
/// let contours = contour_lines(field, &[2.5]);
/// assert_eq!(contours[0].level, 2.5);
/// let [line] = &contours[0].lines[..] else { panic!("one line") };
/// assert!(line.iter().all(|[x, _]| *x == 2.5));
/// ```
pub fn contour_lines(field: Field<'_>, levels: &[f64]) -> Vec<Contour> {
    let traced = levels.iter().zip(rings(field, levels, MOST_PIECES));
    let contours = traced.map(|(&level, rings)| Contour {
        level,
        lines: rings
            .iter()
            .filter(|ring| !is_sliver(field, ring))
            .flat_map(|ring| open(field, ring))
            .collect(),
    });
    contours.collect()
}

/// The pieces of ground at each of `levels`, which rise; the largest first.
///
/// Edges never cross, so painting one piece after the other, each in the colour of the ground just
/// inside its edge, leaves a correct layer-tinted map. What lies below all levels is not covered,
/// and gaps are covered as if they were the highest ground: paint them over.
///
/// ```
/// use landscape::{Field, regions};
/// use ndarray::Array2;
///
/// // One pit in a plain.
/// let pit = Array2::from_shape_fn((5, 5), |place| if place == (2, 2) { 0.0 } else { 1.0 });
/// let field = Field { values: pit.view(), x: [0.0, 4.0], y: [0.0, 4.0] };
/// let found = regions(field, &[0.5]);
/// let hollow = found.last().expect("a piece of ground");
/// assert!(!hollow.rises && hollow.level == 0.5);
/// // Its edge lies half a cell around the pit.
/// assert!(hollow.edge.iter().all(|[x, y]| (x - 2.0).abs() + (y - 2.0).abs() <= 0.5));
/// ```
pub fn regions(field: Field<'_>, levels: &[f64]) -> Vec<Region> {
    let mut regions = Vec::new();
    for (&level, rings) in levels.iter().zip(rings(field, levels, usize::MAX)) {
        for ring in rings {
            let edge: Vec<Point> = ring.iter().map(|&point| clamp(field, point)).collect();
            let area = signed_area(&edge);
            let edge = edge.iter().map(|&[x, y]| field.weights(x, y)).collect();
            let rises = area < 0.0;
            regions.push((area.abs(), Region { level, rises, edge }));
        }
    }
    // At the same size the higher edge lies inside: a field with a cliff has such.
    regions.sort_unstable_by(|(a, one), (b, other)| {
        b.total_cmp(a).then(one.level.total_cmp(&other.level))
    });
    regions.into_iter().map(|(_, region)| region).collect()
}

/// Pieces of lines in a picture at most. A smooth surface on the finest grid of the page has some
/// thousands.
const MOST_PIECES: usize = 20_000;
/// Rings thinner than this many cells are left out,
const SLIVER: f64 = 0.7;
/// unless they are no longer around than this many: those are small and not thin.
const SMALL: f64 = 5.0;

/// Whether a whole ring is on average thinner than the grid can tell. Half the thickness of a long thin
/// ring is its area over its length.
fn is_sliver(field: Field<'_>, ring: &[Point]) -> bool {
    if ring.iter().any(|&point| outside(field, point)) {
        return false;
    }
    let steps = ring.windows(2);
    let length: f64 = steps
        .map(|p| (p[1][0] - p[0][0]).hypot(p[1][1] - p[0][1]))
        .sum();
    // The signed area is twice the area.
    length > SMALL && signed_area(ring).abs() < SLIVER * length
}

/// The pieces of a ring that lie on the field and not on a gap. A ring that never leaves it comes
/// back closed.
fn open(field: Field<'_>, ring: &[Point]) -> Vec<Vec<[f64; 2]>> {
    let (rows, columns) = field.values.dim();
    // A segment along the last row or column belongs to the cell before it.
    let cell = |place: f64, count: usize| (place as usize).min(count - 2);
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut running = false;
    for pair in ring.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        // Each segment lies in one cell, so its middle tells which.
        let middle = [0.5 * (from[0] + to[0]), 0.5 * (from[1] + to[1])];
        let shown = middle[0] >= 0.0
            && middle[1] >= 0.0
            && !outside(field, from)
            && !outside(field, to)
            && !field.is_gap(cell(middle[0], columns), cell(middle[1], rows));
        match pieces.last_mut() {
            Some(piece) if shown && running => piece.push(to),
            _ if shown => pieces.push(vec![from, to]),
            _ => {}
        }
        running = shown;
    }
    join_ends(ring, &mut pieces);
    let weights = |piece: Vec<Point>| piece.iter().map(|&[x, y]| field.weights(x, y)).collect();
    pieces.into_iter().map(weights).collect()
}

/// A ring is cut where its tracing happened to begin: joins its last piece to its first.
fn join_ends(ring: &[Point], pieces: &mut Vec<Vec<Point>>) {
    if pieces.len() < 2 {
        return;
    }
    let starts = pieces.first().and_then(|piece| piece.first()) == ring.first();
    let ends = pieces.last().and_then(|piece| piece.last()) == ring.last();
    if starts
        && ends
        && let Some(mut last) = pieces.pop()
    {
        last.pop();
        last.append(&mut pieces[0]);
        pieces[0] = last;
    }
}

fn outside(field: Field<'_>, [x, y]: Point) -> bool {
    let (rows, columns) = field.values.dim();
    x < 0.0 || y < 0.0 || x > (columns - 1) as f64 || y > (rows - 1) as f64
}

fn clamp(field: Field<'_>, [x, y]: Point) -> Point {
    let (rows, columns) = field.values.dim();
    [
        x.clamp(0.0, (columns - 1) as f64),
        y.clamp(0.0, (rows - 1) as f64),
    ]
}

/// Twice the area inside a ring, positive where it runs counter-clockwise. Rings run around higher
/// ground clockwise, around lower ground the other way.
fn signed_area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| a[0] * b[1] - b[0] * a[1])
        .sum()
}

#[cfg(test)]
#[path = "contours_tests.rs"]
mod tests;

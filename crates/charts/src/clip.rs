//! Lines cut to a rectangle, and thinned to what can be seen.

use crate::rect::{Point, Rect};

/// The pieces of the line through `points` that lie in `rect`. A point that is not finite
/// interrupts the line.
pub(crate) fn clip(points: impl IntoIterator<Item = Point>, rect: &Rect) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut previous: Option<Point> = None;
    for point in points {
        if !(point.0.is_finite() && point.1.is_finite()) {
            previous = None;
            continue;
        }
        if let Some(from) = previous
            && let Some((start, end)) = clip_segment(from, point, rect)
        {
            match pieces.last_mut() {
                Some(piece) if piece.last() == Some(&start) => piece.push(end),
                _ => pieces.push(vec![start, end]),
            }
        }
        previous = Some(point);
    }
    pieces
}

/// The part of one segment in a rectangle (Liang and Barsky, 1984).
fn clip_segment(from: Point, to: Point, rect: &Rect) -> Option<(Point, Point)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (change, room) in [
        (-dx, from.0 - rect.left),
        (dx, rect.right() - from.0),
        (-dy, from.1 - rect.top),
        (dy, rect.bottom() - from.1),
    ] {
        if change == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if change < 0.0 {
            enter = enter.max(room / change);
        } else {
            leave = leave.min(room / change);
        }
    }
    // Ends that are kept are kept exactly, so that neighbouring segments meet.
    let at = |part: f64| match part {
        0.0 => from,
        1.0 => to,
        _ => (from.0 + part * dx, from.1 + part * dy),
    };
    (enter <= leave).then(|| (at(enter), at(leave)))
}

/// The line without the points that lie within `tolerance` of it (Ramer, Douglas and Peucker).
pub(crate) fn simplify(points: &[Point], tolerance: f64) -> Vec<Point> {
    let Some(last) = points.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut keep = vec![false; points.len()];
    keep[0] = true;
    keep[last] = true;
    let mut spans = vec![(0, last)];
    while let Some((from, to)) = spans.pop() {
        let mut farthest = (tolerance, None);
        for index in from + 1..to {
            let distance = distance(points[index], points[from], points[to]);
            if distance > farthest.0 {
                farthest = (distance, Some(index));
            }
        }
        if let Some(index) = farthest.1 {
            keep[index] = true;
            spans.extend([(from, index), (index, to)]);
        }
    }
    let kept = points.iter().zip(keep).filter(|(_, keep)| *keep);
    kept.map(|(&point, _)| point).collect()
}

/// From a point to the segment between two others.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (px, py) = (point.0 - from.0, point.1 - from.1);
    let square = dx * dx + dy * dy;
    let part = if square > 0.0 {
        ((px * dx + py * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (px - part * dx).hypot(py - part * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: Rect = Rect {
        left: 0.0,
        top: 0.0,
        width: 10.0,
        height: 10.0,
    };

    #[test]
    fn a_line_is_cut_at_the_edges() {
        let pieces = clip([(-5.0, 5.0), (15.0, 5.0)], &SQUARE);
        assert_eq!(pieces, [[(0.0, 5.0), (10.0, 5.0)]]);
    }

    #[test]
    fn a_line_that_leaves_and_returns_is_two_pieces() {
        let pieces = clip([(2.0, 2.0), (2.0, 20.0), (8.0, 20.0), (8.0, 2.0)], &SQUARE);
        assert_eq!(
            pieces,
            [[(2.0, 2.0), (2.0, 10.0)], [(8.0, 10.0), (8.0, 2.0)]]
        );
    }

    #[test]
    fn what_is_not_finite_interrupts() {
        let points = [
            (1.0, 1.0),
            (2.0, 1.0),
            (3.0, f64::NAN),
            (4.0, 1.0),
            (5.0, f64::INFINITY),
            (6.0, 1.0),
            (7.0, 1.0),
        ];
        let pieces = clip(points, &SQUARE);
        assert_eq!(pieces, [[(1.0, 1.0), (2.0, 1.0)], [(6.0, 1.0), (7.0, 1.0)]]);
    }

    #[test]
    fn lines_outside_vanish() {
        assert!(clip([(-1.0, -1.0), (-1.0, 11.0), (5.0, 11.0)], &SQUARE).is_empty());
        assert!(clip([(5.0, 5.0)], &SQUARE).is_empty());
        assert!(clip([], &SQUARE).is_empty());
    }

    #[test]
    fn simplifying_keeps_corners_and_drops_the_rest() {
        let corner: Vec<Point> = (0..=10)
            .map(|i| (f64::from(i), 0.0))
            .chain((1..=10).map(|i| (10.0, f64::from(i))))
            .collect();
        assert_eq!(
            simplify(&corner, 0.1),
            [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
        );
        assert_eq!(simplify(&[], 0.1), []);
        assert_eq!(simplify(&[(1.0, 2.0)], 0.1), [(1.0, 2.0)]);
    }

    #[test]
    fn simplifying_moves_nothing_farther_than_the_tolerance() {
        let wave: Vec<Point> = (0..1000)
            .map(|i| (f64::from(i), 50.0 * (f64::from(i) / 60.0).sin()))
            .collect();
        let thin = simplify(&wave, 0.25);
        assert!(thin.len() < 150, "{}", thin.len());
        for &point in &wave {
            let nearest = thin
                .windows(2)
                .map(|pair| distance(point, pair[0], pair[1]));
            assert!(nearest.fold(f64::INFINITY, f64::min) <= 0.25);
        }
    }
}

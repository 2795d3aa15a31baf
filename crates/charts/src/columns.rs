//! Lines with many more points than the picture has columns.

use crate::rect::Point;

/// The line through `points`, which go to the right, with at most four points a column of pixels:
/// the first, the lowest, the highest and the last. It covers the same pixels. A point that is not
/// finite still interrupts it.
pub(crate) fn columns(points: impl IntoIterator<Item = Point>) -> Vec<Point> {
    let mut thinned: Vec<Point> = Vec::new();
    let mut column: Option<Column> = None;
    for point in points {
        let number = point.0.floor();
        match &mut column {
            Some(open) if open.number == number && point.1.is_finite() => open.add(point),
            _ => {
                thinned.extend(column.take().into_iter().flat_map(Column::points));
                if point.0.is_finite() && point.1.is_finite() {
                    column = Some(Column::new(number, point));
                } else {
                    thinned.push(point);
                }
            }
        }
    }
    thinned.extend(column.into_iter().flat_map(Column::points));
    thinned
}

/// The points in one column of pixels; each with its rank, to keep their order.
struct Column {
    number: f64,
    count: usize,
    first: (usize, Point),
    lowest: (usize, Point),
    highest: (usize, Point),
    last: (usize, Point),
}

impl Column {
    fn new(number: f64, point: Point) -> Column {
        let only = (0, point);
        Column {
            number,
            count: 1,
            first: only,
            lowest: only,
            highest: only,
            last: only,
        }
    }

    fn add(&mut self, point: Point) {
        self.last = (self.count, point);
        if point.1 < self.lowest.1.1 {
            self.lowest = self.last;
        }
        if point.1 > self.highest.1.1 {
            self.highest = self.last;
        }
        self.count += 1;
    }

    fn points(self) -> impl Iterator<Item = Point> {
        let (mut one, mut other) = (self.lowest, self.highest);
        if one.0 > other.0 {
            (one, other) = (other, one);
        }
        let mut points = vec![self.first, one, other, self.last];
        points.dedup_by_key(|(rank, _)| *rank);
        points.into_iter().map(|(_, point)| point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_points_stay_as_they_are() {
        let line = [(0.0, 1.0), (10.0, 5.0), (20.0, 2.0)];
        assert_eq!(columns(line), line);
    }

    #[test]
    fn a_swing_in_one_column_keeps_its_ends() {
        let swing = (0..100_000).map(|i| (f64::from(i) * 1e-5, f64::from((i * 7 + 3) % 11)));
        let thin = columns(swing);
        assert_eq!(thin.len(), 4);
        let heights = |find: fn(f64, f64) -> f64| thin.iter().map(|p| p.1).reduce(find);
        assert_eq!(heights(f64::min), Some(0.0));
        assert_eq!(heights(f64::max), Some(10.0));
    }

    #[test]
    fn gaps_stay() {
        let points = [(0.1, 1.0), (0.2, f64::NAN), (0.3, 2.0)];
        let thin = columns(points);
        assert_eq!(thin.len(), 3);
        assert!(thin[1].1.is_nan());
    }
}

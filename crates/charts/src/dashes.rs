//! Lines of dashes along any way.

use crate::rect::Point;

/// The dashes of the line through `points`, in pixels: `pattern` is the length of a dash, of the gap
/// after it, and so on, and begins again at its end; an empty one
/// leaves the line whole.
pub(crate) fn dashed(points: &[Point], pattern: &[f64]) -> Vec<Vec<Point>> {
    let length: f64 = pattern.iter().sum();
    if length <= 0.0 {
        return vec![points.to_vec()];
    }
    let mut dashes: Vec<Vec<Point>> = Vec::new();
    let mut dash: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut index, mut left) = (0, pattern[0]);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut way = (to.0 - from.0).hypot(to.1 - from.1);
        while way > left {
            let part = left / way;
            from = (
                from.0 + part * (to.0 - from.0),
                from.1 + part * (to.1 - from.1),
            );
            way -= left;
            if index % 2 == 0 {
                dash.push(from);
                dashes.push(std::mem::take(&mut dash));
            } else {
                dash = vec![from];
            }
            index = (index + 1) % pattern.len();
            left = pattern[index];
        }
        left -= way;
        if index % 2 == 0 {
            dash.push(to);
        }
    }
    if dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(dashes: &[Vec<Point>]) -> f64 {
        let pieces = dashes.iter().flat_map(|dash| dash.windows(2));
        pieces
            .map(|pair| (pair[1].0 - pair[0].0).hypot(pair[1].1 - pair[0].1))
            .sum()
    }

    #[test]
    fn dashes_and_gaps_go_on_around_corners() {
        let corner = [(0.0, 0.0), (7.0, 0.0), (7.0, 13.0)];
        let dashes = dashed(&corner, &[4.0, 2.0]);
        assert_eq!(dashes.len(), 4);
        assert_eq!(dashes[0], [(0.0, 0.0), (4.0, 0.0)]);
        // Its second begins on the one side and ends on the other.
        assert_eq!(dashes[1], [(6.0, 0.0), (7.0, 0.0), (7.0, 3.0)]);
        assert_eq!(length(&dashes), 4.0 + 4.0 + 4.0 + 2.0);
    }

    #[test]
    fn without_a_pattern_the_line_is_whole() {
        let line = [(0.0, 0.0), (5.0, 5.0)];
        assert_eq!(dashed(&line, &[]), [line.to_vec()]);
        assert!(dashed(&[(1.0, 1.0)], &[3.0, 1.0]).is_empty());
    }
}

//! Long paths, thinned to what a picture can show.

use crate::rect::Point;

/// Neighbours closer than this are one point of a line, in pixels.
const CLOSE: f64 = 0.75;
/// More points than this are looked through for segments that lie on each other.
const MANY: usize = 2000;
/// Segments that are remembered in that: more than a run swings between.
const REMEMBERED: usize = 4096;
/// A path with more dots than this gets them farther apart.
const MOST_DOTS: usize = 150;

/// A path with the points left out that nobody could see: at most a pixel from the last one, or a
/// segment drawn before (a run that swings between two places for ever is one line). What is left
/// out at a gap, or jumped over, is marked by a point that is not finite.
pub(crate) fn thin(points: impl IntoIterator<Item = Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    let mut skipped: Option<Point> = None;
    for point in points {
        let near = kept.last().is_some_and(|last: &Point| {
            (point.0 - last.0).abs() < CLOSE && (point.1 - last.1).abs() < CLOSE
        });
        if near {
            skipped = Some(point);
        } else {
            kept.push(point);
            skipped = None;
        }
    }
    // The end of a path is where it ended.
    kept.extend(skipped);
    if kept.len() > MANY {
        drop_repeated(&kept)
    } else {
        kept
    }
}

/// Each segment has its place among those that are remembered, and takes it from the one before: a
/// segment that has been forgotten is drawn once more, and lies where it lay.
fn drop_repeated(points: &[Point]) -> Vec<Point> {
    let whole = |(x, y): Point| (x.round() as i32, y.round() as i32);
    let mut drawn = vec![None; REMEMBERED];
    let mut kept: Vec<Point> = Vec::new();
    for pair in points.windows(2) {
        let (from, to) = (whole(pair[0]), whole(pair[1]));
        let (from, to) = (from.min(to), from.max(to));
        let remembered = &mut drawn[place(&[from.0, from.1, to.0, to.1])];
        if remembered.replace((from, to)) != Some((from, to)) {
            if kept.last() != Some(&pair[0]) {
                kept.extend([(f64::NAN, f64::NAN), pair[0]]);
            }
            kept.push(pair[1]);
        }
    }
    kept
}

/// Where a segment is remembered, by its coordinates.
fn place(segment: &[i32]) -> usize {
    let mixed = segment.iter().fold(0_u32, |mixed, &part| {
        mixed.wrapping_mul(31).wrapping_add_signed(part)
    });
    mixed as usize % REMEMBERED
}

/// The segments of a path that are at least `length` pixels long, each after a point that is not
/// finite unless it goes on from the one before.
pub(crate) fn leaps(points: impl IntoIterator<Item = Point>, length: f64) -> Vec<Point> {
    let mut previous: Option<Point> = None;
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        if let Some(from) = previous
            && (point.0 - from.0).hypot(point.1 - from.1) >= length
        {
            if kept.last() != Some(&from) {
                kept.extend([(f64::NAN, f64::NAN), from]);
            }
            kept.push(point);
        }
        previous = Some(point);
    }
    kept
}

/// The steps of a path that get a dot: no two in a row closer than `spacing` pixels, and no more
/// than can be told apart.
pub(crate) fn dots(
    points: impl IntoIterator<Item = Point> + Clone,
    spacing: f64,
) -> Vec<(usize, Point)> {
    let mut spacing = spacing;
    loop {
        let dots = spaced(points.clone(), spacing);
        if dots.len() < MOST_DOTS {
            return dots;
        }
        spacing *= 2.0;
    }
}

/// As [`dots`], cut off at [`MOST_DOTS`].
fn spaced(points: impl IntoIterator<Item = Point>, spacing: f64) -> Vec<(usize, Point)> {
    let mut taken = Vec::new();
    let mut dots = Vec::new();
    for (step, point) in points.into_iter().enumerate() {
        let (x, y) = (point.0 / spacing, point.1 / spacing);
        let cell = (x.floor() as i32, y.floor() as i32);
        let far =
            |&(_, last): &(usize, Point)| (last.0 - point.0).hypot(last.1 - point.1) >= spacing;
        let free = || dots.last().is_none_or(far) && !taken.contains(&cell);
        if x.is_finite() && y.is_finite() && free() {
            taken.push(cell);
            dots.push((step, point));
            if dots.len() == MOST_DOTS {
                break;
            }
        }
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crawl_is_thinned_to_pixels_and_keeps_its_end() {
        let crawl = (0..100_000).map(|i| (f64::from(i) * 1e-3, 5.0));
        let thin = thin(crawl);
        assert!((90..=140).contains(&thin.len()), "{}", thin.len());
        assert_eq!(thin[0], (0.0, 5.0));
        assert_eq!(thin[thin.len() - 1], (99.999, 5.0));
    }

    #[test]
    fn an_endless_swing_is_one_line() {
        let swing = (0..100_000).map(|i| (if i % 2 == 0 { 10.0 } else { 90.0 }, 5.0));
        let drawn: Vec<Point> = thin(swing).into_iter().filter(|p| !p.0.is_nan()).collect();
        assert_eq!(drawn, [(10.0, 5.0), (90.0, 5.0)]);
    }

    #[test]
    fn dots_keep_their_distance() {
        let line: Vec<Point> = (0..1000).map(|i| (f64::from(i) * 0.5, 0.0)).collect();
        let dots = dots(line, 7.0);
        assert_eq!(dots[0], (0, (0.0, 0.0)));
        assert!(dots.windows(2).all(|pair| pair[1].1.0 - pair[0].1.0 >= 7.0));
        assert!(dots.len() > 40, "{}", dots.len());
    }

    #[test]
    fn a_long_path_has_its_dots_farther_apart_to_its_end() {
        let line: Vec<Point> = (0..100_000).map(|i| (f64::from(i) * 0.1, 0.0)).collect();
        let dots = dots(line, 7.0);
        assert!(
            (MOST_DOTS / 3..MOST_DOTS).contains(&dots.len()),
            "{}",
            dots.len()
        );
        assert!(dots[dots.len() - 1].0 > 95_000);
    }

    #[test]
    fn only_leaps_are_lines() {
        let path = [(0.0, 0.0), (1.0, 0.0), (20.0, 0.0), (0.0, 5.0), (1.0, 5.0)];
        let found: Vec<Point> = leaps(path, 10.0);
        assert!(found[0].0.is_nan());
        assert_eq!(found[1..], [(1.0, 0.0), (20.0, 0.0), (0.0, 5.0)]);
    }

    #[test]
    fn what_is_not_finite_gets_no_dot() {
        let points = [(f64::NAN, 0.0), (f64::INFINITY, 0.0), (3.0, 3.0)];
        assert_eq!(dots(points, 5.0), [(2, (3.0, 3.0))]);
    }
}

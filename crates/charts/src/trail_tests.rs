use super::*;
use crate::frame::Plan;
use crate::scale::Scale;

/// A picture whose numbers are its pixels, from the lower left of its plot.
fn frame() -> Frame {
    let plan = |right, top| Plan {
        size: (700, 600),
        scale: 1.0,
        x: Scale::Linear(0.0, right),
        y: Scale::Linear(0.0, top),
        names: ["x", "y"],
        right: 0.0,
        strip: 0.0,
        floor: 0.0,
    };
    // The numbers beside an axis take room from it.
    let mut frame = plan(600.0, 500.0).filled();
    for _ in 0..3 {
        frame = plan(frame.plot().width, frame.plot().height).filled();
    }
    frame
}

fn on_surface(places: impl IntoIterator<Item = [f64; 2]>) -> Trail {
    let mut trail = Trail::on_surface(&frame());
    trail.extend(places);
    trail
}

/// Corners in the picture's numbers; whether they are joined.
fn corners(trail: &Trail) -> Vec<([f64; 2], bool)> {
    let plot = trail.frame().plot();
    let number =
        |(x, y): Point| [x - plot.left, plot.bottom() - y].map(|x| (x * 1e6).round() / 1e6);
    let corners = trail.corners().iter();
    corners.map(|c| (number(c.at), c.joined)).collect()
}

/// Something that wanders over the whole picture and comes back nowhere.
fn wanderer(steps: usize) -> impl Iterator<Item = [f64; 2]> {
    (0..steps).map(|i| {
        let i = i as f64;
        [
            300.0 + 280.0 * (i * 2.399963).cos() * (i * 0.61803).fract(),
            250.0 + 240.0 * (i * 1.7).sin(),
        ]
    })
}

#[test]
fn a_crawl_is_thinned_to_pixels() {
    let trail = on_surface((0..100_000).map(|i| [f64::from(i) * 1e-3, 5.0]));
    let corners = corners(&trail);
    assert!((90..=140).contains(&corners.len()), "{}", corners.len());
    assert_eq!(corners[0], ([0.0, 5.0], false));
    assert!(corners[1..].iter().all(|corner| corner.1));
    assert!(corners[corners.len() - 1].0[0] > 99.0);
}

#[test]
fn an_endless_swing_is_one_line() {
    let trail = on_surface((0..100_000).map(|i| [if i % 2 == 0 { 10.0 } else { 90.0 }, 5.0]));
    assert_eq!(corners(&trail), [([10.0, 5.0], false), ([90.0, 5.0], true)]);
}

#[test]
fn along_a_curve_only_leaps_are_lines() {
    let mut trail = Trail::on_curve(&frame());
    trail.extend([
        [0.0, 0.0],
        [1.0, 0.0],
        [20.0, 0.0],
        [0.0, 5.0],
        [1.0, 5.0],
        [1.0, 30.0],
    ]);
    let expected = [
        ([1.0, 0.0], false),
        ([20.0, 0.0], true),
        ([0.0, 5.0], true),
        ([1.0, 5.0], false),
        ([1.0, 30.0], true),
    ];
    assert_eq!(corners(&trail), expected);
}

#[test]
fn what_is_not_finite_interrupts() {
    let nowhere = [f64::NAN, 0.0];
    let trail = on_surface([[0.0, 0.0], [5.0, 0.0], nowhere, [9.0, 0.0], [9.0, 9.0]]);
    let expected = [
        ([0.0, 0.0], false),
        ([5.0, 0.0], true),
        ([9.0, 0.0], false),
        ([9.0, 9.0], true),
    ];
    assert_eq!(corners(&trail), expected);
    let beyond = on_surface([[f64::NAN, 0.0], [f64::INFINITY, 0.0], [3.0, 3.0]]);
    assert_eq!(
        beyond.dots().iter().map(|dot| dot.0).collect::<Vec<_>>(),
        [2]
    );
}

#[test]
fn a_trail_that_grows_is_the_trail_that_is_there_at_once() {
    for kind in [Trail::on_surface, Trail::on_curve] {
        let places: Vec<[f64; 2]> = wanderer(9000).collect();
        let mut growing = kind(&frame());
        for end in [1, 2, 3, 500, 501, 4000, 8999, 9000] {
            growing.extend(places[growing.count()..end].iter().copied());
            let mut at_once = kind(&frame());
            at_once.extend(places[..end].iter().copied());
            assert_eq!(growing.corners(), at_once.corners());
            assert_eq!(growing.dots(), at_once.dots());
        }
    }
}

#[test]
fn a_wanderer_has_no_more_corners_and_dots_than_can_be_drawn() {
    for kind in [Trail::on_surface, Trail::on_curve] {
        let mut trail = kind(&frame());
        for place in wanderer(100_000) {
            trail.extend([place]);
            assert!(trail.corners().len() <= MOST_CORNERS);
        }
        assert!(trail.corners().len() > 100, "{}", trail.corners().len());
        assert!((MOST_DOTS / 4..MOST_DOTS).contains(&trail.dots().len()));
        // A line stays near the path: none leads where the path does not.
        let places: Vec<Point> = wanderer(100_000)
            .map(|[x, y]| trail.frame().pixel(x, y))
            .collect();
        assert!(
            trail
                .corners()
                .iter()
                .all(|corner| places[corner.step] == corner.at)
        );
    }
}

#[test]
fn a_line_made_coarser_is_still_one_line() {
    // A spiral as long as 20 000 pixels.
    let spiral = (0..30_000).map(|i| {
        let turns = f64::from(i) * 0.004;
        [
            330.0 + 2.0 * turns * turns.cos(),
            270.0 + 2.0 * turns * turns.sin(),
        ]
    });
    let trail = on_surface(spiral);
    assert!(trail.grain > 1.0);
    let gaps = trail.corners()[1..].iter().filter(|corner| !corner.joined);
    assert_eq!(gaps.count(), 0);
    let longest = trail
        .corners()
        .windows(2)
        .map(|pair| squared_distance(pair[0].at, pair[1].at));
    assert!(longest.fold(0.0, f64::max).sqrt() < 4.0 * trail.grain);
}

#[test]
fn dots_keep_their_distance() {
    let trail = on_surface((0..1000).map(|i| [f64::from(i) * 0.5, 0.0]));
    let dots = trail.dots();
    assert_eq!(dots[0].0, 0);
    assert!(
        dots.windows(2)
            .all(|pair| pair[1].1.0 - pair[0].1.0 >= DOTS_APART)
    );
    assert!(dots.len() > 40, "{}", dots.len());
}

#[test]
fn a_long_path_has_its_dots_farther_apart_to_its_end() {
    let trail = on_surface((0..100_000).map(|i| [f64::from(i) * 0.1, 0.0]));
    let dots = trail.dots();
    assert!(
        (MOST_DOTS / 3..MOST_DOTS).contains(&dots.len()),
        "{}",
        dots.len()
    );
    assert!(dots[dots.len() - 1].0 > 95_000);
}

use ndarray::Array2;

use super::*;
use crate::theme::Theme;

const SIZE: (u32, u32) = (900, 600);

/// A bowl over −2 … 2 to the right and −1 … 1 away.
fn bowl() -> Ground {
    let errors = Array2::from_shape_fn((33, 65), |(row, column)| {
        let (x, y) = (column as f64 / 16.0 - 2.0, row as f64 / 16.0 - 1.0);
        x * x + y * y
    });
    Ground::new(errors, [[-2.0, 2.0], [-1.0, 1.0]])
}

fn views(ground: &Ground) -> Vec<View> {
    let cameras = [(0.0, 1.2), (0.6, 0.5), (2.4, 0.3), (4.0, 1.5)];
    let camera = |(azimuth, elevation)| Camera {
        azimuth,
        elevation,
        zoom: 1.0,
    };
    let view = |at| View::new(ground.space(), camera(at), SIZE, 1.0);
    cameras.into_iter().map(view).collect()
}

#[test]
fn weights_and_places_are_inverse() {
    let ground = bowl();
    let space = ground.space();
    assert_eq!(space.half(), [1.0, 0.5]);
    assert_eq!(space.place([-2.0, 1.0], 5.0), [-1.0, 0.5, 1.0]);
    assert_eq!(space.place([0.0, 0.0], 0.0), [0.0; 3]);
    for weights in [[1.5, -0.25], [-2.0, 1.0], [0.0, 0.0]] {
        assert_eq!(space.weights(space.place(weights, 3.0)), weights);
    }
}

#[test]
fn a_graphics_card_projects_as_plotters_does() {
    let ground = bowl();
    for view in views(&ground) {
        let matrix = view.matrix();
        for place in [[-1.0, -0.5, 0.0], [0.3, 0.1, 0.8], [1.0, 0.5, Space::FLOOR]] {
            let row = |row: usize| {
                let parts = (0..3).map(|axis| f64::from(matrix[4 * axis + row]) * place[axis]);
                parts.sum::<f64>() + f64::from(matrix[12 + row])
            };
            let [x, y, z, w] = [0, 1, 2, 3].map(row);
            let pixel = view.pixel(place);
            assert!((0.5 * (1.0 + x / w) * 900.0 - pixel.0).abs() < 1e-3);
            assert!((0.5 * (1.0 - y / w) * 600.0 - pixel.1).abs() < 1e-3);
            assert!((w - view.depth(place)).abs() < 1e-5 && z.abs() < w);
        }
    }
}

#[test]
fn the_whole_box_is_in_the_picture_whichever_way_it_is_turned() {
    let ground = bowl();
    for turned in 0..24 {
        for elevation in [0.06, 0.5, 1.0, 1.57] {
            let camera = Camera {
                azimuth: f64::from(turned) * 0.3,
                elevation,
                zoom: 1.0,
            };
            let view = View::new(ground.space(), camera, SIZE, 1.0);
            for corner in 0..8 {
                let side = |bit: usize| if corner >> bit & 1 == 0 { -1.0 } else { 1.0 };
                let up = if side(2) < 0.0 { Space::FLOOR } else { 1.0 };
                let (x, y) = view.pixel([side(0), 0.5 * side(1), up]);
                assert!(
                    (0.0..=900.0).contains(&x) && (0.0..=600.0).contains(&y),
                    "{x}, {y}"
                );
            }
        }
    }
}

#[test]
fn what_is_seen_at_a_pixel_is_what_lies_there() {
    let ground = bowl();
    for view in views(&ground) {
        for weights in [[0.0, 0.0], [0.5, -0.3], [-0.7, 0.2]] {
            let place = ground.over(weights).unwrap();
            let seen = ground.seen_at(&view, view.pixel(place)).unwrap();
            // A place that is hidden has another one before it.
            let nearer = ground.over(seen).unwrap();
            let same = (seen[0] - weights[0]).hypot(seen[1] - weights[1]) < 1e-4;
            assert!(
                same || view.depth(nearer) < view.depth(place),
                "{weights:?} {seen:?}"
            );
        }
    }
    // From high above nothing is hidden.
    let view = views(&ground)[0];
    let place = ground.over([0.5, -0.3]).unwrap();
    let [x, y] = ground.seen_at(&view, view.pixel(place)).unwrap();
    assert!((x - 0.5).abs() < 1e-4 && (y + 0.3).abs() < 1e-4);
    assert_eq!(ground.seen_at(&view, (3.0, 3.0)), None);
}

#[test]
fn a_hand_that_leaves_the_ground_stays_at_its_edge() {
    let ground = bowl();
    let view = views(&ground)[0];
    let left = ground.reached_at(&view, (-500.0, 300.0), 1.0);
    assert_eq!(left[0], -2.0);
    assert!((-1.0..=1.0).contains(&left[1]));
}

#[test]
fn level_ground_has_its_tint_and_slopes_have_not() {
    let ground = bowl();
    let view = views(&ground)[1];
    let light = Light::of(&view, false);
    assert_eq!(light.on([0.0, 0.0, 1.0]), 0.0);
    let tint = crate::RGBColor(120, 150, 200);
    assert_eq!(light.shaded(tint, 0.0), tint);
    let away = light.toward.map(|part| -part);
    assert_eq!(light.on(away), -1.0);
    assert!(light.on(light.toward) > 0.2);
}

#[test]
fn a_few_peaks_do_not_press_the_ground_to_the_bottom() {
    let space = Space::new([[0.0, 1.0]; 2], (0..=100).map(|i| f64::from(i).powi(6)));
    assert!(space.bend().is_some());
    let median = space.height(50f64.powi(6));
    assert!((median - 0.5).abs() < 1e-9, "{median}");
    assert_eq!((space.height(0.0), space.height(1e12)), (0.0, 1.0));
    let even = Space::new([[0.0, 1.0]; 2], (0..=100).map(f64::from));
    assert_eq!((even.bend(), even.height(25.0)), (None, 0.25));
}

#[test]
fn gaps_and_constants_are_no_trouble() {
    for value in [f64::NAN, 0.25] {
        let ground = Ground::new(Array2::from_elem((5, 5), value), [[0.0, 1.0]; 2]);
        let view = views(&ground)[1];
        assert_eq!(ground.over([0.5, 0.5]).is_some(), value.is_finite());
        let draped = Draped::new(&ground, &[], &Theme::light());
        assert_eq!(draped.on_ground.is_empty(), value.is_nan());
        assert!(
            !Cage::new(ground.space(), &view)
                .segments(&Theme::light())
                .is_empty()
        );
    }
}

#[test]
fn the_path_lies_on_the_ground_and_the_ball_at_its_error() {
    let ground = bowl();
    let line = [([1.5, 0.5], false), ([0.5, 0.25], true), ([0.0, 0.0], true)];
    let line: Vec<Stretch> = line
        .iter()
        .enumerate()
        .map(|(step, &(to, joined))| Stretch { to, step, joined })
        .collect();
    let course = Course {
        line: &line,
        dots: &[],
        start: [1.5, 0.5],
        cursor: 1,
        at: [0.5, 0.25],
        error: 0.3125,
    };
    let theme = Theme::light();
    assert_eq!(
        course.ball(ground.space()),
        Some(ground.space().place([0.5, 0.25], 0.3125))
    );
    let path = course.path(&ground, &theme);
    for end in path.iter().flat_map(|segment| segment.ends) {
        let below = ground.over(ground.space().weights(end)).unwrap();
        assert!((end[2] - below[2] - 0.004).abs() < 1e-9);
    }
    let strong = path.iter().filter(|segment| segment.alpha == 1.0);
    let farthest = strong.map(|segment| segment.ends[1][0]).fold(1.0, f64::min);
    assert!((farthest - 0.25).abs() < 1e-9, "no farther than the ball");
    let gone = Course {
        at: [9.0, 0.0],
        ..course
    };
    assert_eq!(gone.ball(ground.space()), None);
}

#[test]
fn straight_lines_are_one_segment_and_bends_stay() {
    let segment = |from: Place, to: Place| Segment {
        ends: [from, to],
        color: crate::RGBColor(0, 0, 0),
        alpha: 1.0,
        width: 1.0,
    };
    let at = |part: f64| [part, 0.0, 0.0];
    let straight = [(0.0, 0.1), (0.1, 0.25), (0.25, 0.5)].map(|(a, b)| segment(at(a), at(b)));
    assert_eq!(Segment::joined(&straight), [segment(at(0.0), at(0.5))]);
    let bent = [straight[0], segment(at(0.1), [0.1, 0.2, 0.0])];
    assert_eq!(Segment::joined(&bent), bent);
    let apart = [straight[0], straight[2]];
    assert_eq!(Segment::joined(&apart), apart);
    let faint = Segment {
        alpha: 0.5,
        ..straight[1]
    };
    assert_eq!(Segment::joined(&[straight[0], faint]), [straight[0], faint]);
}

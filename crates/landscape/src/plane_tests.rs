use backprop::{Experiment, Training};
use lessons::Fact;

use super::*;

const TIGHT: f64 = 1e-12;

fn experiment(fact: Fact) -> Experiment {
    Experiment::parse(fact.document()).unwrap()
}

fn trained(experiment: &Experiment) -> Training {
    let mut training = Training::new(experiment);
    training.advance(usize::MAX);
    training
}

fn assert_orthonormal(plane: &Plane) {
    let [a, b] = plane.sides() else {
        panic!("two sides")
    };
    for (product, expected) in [
        (dot(&a.direction, &a.direction), 1.0),
        (dot(&b.direction, &b.direction), 1.0),
        (dot(&a.direction, &b.direction), 0.0),
    ] {
        assert!((product - expected).abs() < TIGHT, "{product}");
    }
}

#[test]
fn the_view_is_a_plane_whose_places_are_the_weights() {
    let experiment = experiment(Fact::Xor);
    let plane = Plane::of_view(&experiment);
    assert_orthonormal(&plane);
    let weights = plane.at([1.25, -3.5]);
    let [x, y] = experiment.view() else {
        panic!("two axes")
    };
    assert_eq!([weights[x.weight], weights[y.weight]], [1.25, -3.5]);
    assert_eq!(plane.coordinates(&weights), [1.25, -3.5]);
    let [start, moved] = [experiment.start(), &weights].map(|w| {
        let others = w
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != x.weight && *i != y.weight);
        others.map(|(_, w)| *w).collect::<Vec<_>>()
    });
    assert_eq!(start, moved);
}

#[test]
fn pixels_are_seen_at_their_middles() {
    let plane = Plane::of_view(&experiment(Fact::Plateau));
    let [x, y] = plane.sides() else {
        panic!("two sides")
    };
    let [low, high] = [plane.pixel([0, 0], [2, 4]), plane.pixel([1, 3], [2, 4])];
    let part = |side: &Side, part: f64| side.from + part * (side.to - side.from);
    assert_eq!(low, [part(x, 0.25), part(y, 0.125)]);
    assert_eq!(high, [part(x, 0.75), part(y, 0.875)]);
}

#[test]
fn random_planes_are_their_seeds() {
    let experiment = experiment(Fact::Xor);
    let plane = |seed| Plane::random(&experiment, seed, 8.0).unwrap();
    assert_orthonormal(&plane(3));
    assert_eq!(plane(3), plane(3));
    assert_ne!(plane(3), plane(4));
    assert_eq!(plane(3).origin(), experiment.start());
    // The start is in the middle.
    let middle = plane(3).at(plane(3).pixel([0, 0], [1, 1]));
    assert_eq!(middle, experiment.start());
    assert_eq!(Plane::random(&experiment, 3, 0.0), None);
    assert_eq!(Plane::random(&experiment, 3, f64::NAN), None);
}

#[test]
fn planes_move_free_weights_only() {
    let text = Fact::Xor.document().replacen('{', r#"{"free":[1,4,6],"#, 1);
    let experiment = Experiment::parse(&text).unwrap();
    let training = trained(&experiment);
    for plane in [
        Plane::random(&experiment, 1, 8.0).unwrap(),
        Plane::principal(&experiment, training.record(), 0.25).unwrap(),
    ] {
        assert_orthonormal(&plane);
        for side in plane.sides() {
            assert!(!side.moves_other_than(experiment.free()));
        }
    }
}

#[test]
fn one_free_weight_has_no_other_planes() {
    let experiment = experiment(Fact::OneSample);
    assert_eq!(Plane::random(&experiment, 1, 8.0), None);
    let training = trained(&experiment);
    assert_eq!(Plane::principal(&experiment, training.record(), 0.25), None);
}

#[test]
fn a_principal_plane_holds_the_path_and_its_end() {
    for fact in [Fact::Xor, Fact::XorPlateau, Fact::Mirror, Fact::XorXavier] {
        let experiment = experiment(fact);
        let training = trained(&experiment);
        let record = training.record();
        let plane = Plane::principal(&experiment, record, 0.25).unwrap();
        assert_orthonormal(&plane);
        assert_eq!(plane.coordinates(record.last_weights()), [0.0, 0.0]);
        assert_eq!(plane.origin(), record.last_weights());
        let widths = plane.sides().iter().map(|side| side.to - side.from);
        let widths: Vec<f64> = widths.collect();
        assert!((widths[0] / widths[1] - 1.0).abs() < TIGHT);
        for step in 0..=record.steps() {
            let place = plane.coordinates(record.weights(step));
            for (side, place) in plane.sides().iter().zip(place) {
                assert!(side.from < place && place < side.to, "{fact:?}: {place}");
            }
        }
    }
}

/// No other direction has a path reach farther than the first principal one, and with two free
/// weights two directions lose nothing.
#[test]
fn principal_directions_are_principal() {
    let experiment = experiment(Fact::Mirror);
    let training = trained(&experiment);
    let plane = Plane::principal(&experiment, training.record(), 0.0).unwrap();
    let points = even_points(&experiment, training.record()).unwrap();
    let reach = |direction: &[f64]| {
        points
            .iter()
            .map(|p| dot(p, direction).powi(2))
            .sum::<f64>()
    };
    let [first, second] = plane.sides() else {
        panic!("two sides")
    };
    let best = reach(&first.direction);
    for angle in 0..360 {
        let (sin, cos) = f64::from(angle).to_radians().sin_cos();
        assert!(reach(&[cos, sin]) <= best * (1.0 + TIGHT));
    }
    let whole: f64 = points.iter().map(|p| dot(p, p)).sum();
    for side in [first, second] {
        let share = reach(&side.direction) / whole;
        assert!((side.share.unwrap() - share).abs() < TIGHT);
    }
    assert!((first.share.unwrap() + second.share.unwrap() - 1.0).abs() < TIGHT);
}

#[test]
fn a_path_is_projected_place_by_place() {
    let experiment = experiment(Fact::Xor);
    let training = trained(&experiment);
    let record = training.record();
    for plane in [
        Plane::of_view(&experiment),
        Plane::random(&experiment, 5, 8.0).unwrap(),
        Plane::principal(&experiment, record, 0.25).unwrap(),
    ] {
        let path = plane.path(record);
        assert_eq!(path.len(), record.steps() + 1);
        for (step, place) in path.into_iter().enumerate() {
            assert_eq!(place, plane.coordinates(record.weights(step)));
        }
        let end = plane.path_from(record, record.steps() - 2);
        assert_eq!(end, plane.path(record)[record.steps() - 2..]);
        assert!(plane.path_from(record, record.steps() + 1).is_empty());
        // A step leads along the plane as far as its gradient does.
        let (_, gradient) = experiment.problem().gradient(experiment.start());
        let rate = experiment.rule().rate();
        let [before, after] = [0, 1].map(|step| plane.coordinates(record.weights(step)));
        for (k, slope) in plane.along(&gradient).into_iter().enumerate() {
            assert!((before[k] - rate * slope - after[k]).abs() < TIGHT);
        }
    }
}

#[test]
fn a_plane_moved_through_weights_has_them_at_their_place() {
    let experiment = experiment(Fact::Xor);
    let training = trained(&experiment);
    let weights = training.record().last_weights();
    let view = Plane::of_view(&experiment);
    let random = Plane::random(&experiment, 2, 8.0).unwrap();
    for plane in [&view, &random] {
        let moved = plane.through(weights);
        assert_eq!(moved.sides(), plane.sides());
        for (a, b) in moved
            .coordinates(weights)
            .into_iter()
            .zip(plane.coordinates(weights))
        {
            assert!((a - b).abs() < TIGHT);
        }
        assert!(plane.distance(weights) > 0.1);
        assert_eq!(moved.distance(weights), 0.0);
        assert_eq!(plane.distance(&plane.at([1.5, -3.0])), 0.0);
    }
    // To the bit, as a picture is kept for as long as its plane stays.
    let moved = view.at([2.5, -1.0]);
    assert_eq!(view.through(&moved), view);
    let mut run_away = weights.to_vec();
    run_away[0] = f64::INFINITY;
    assert_eq!(random.through(&run_away), random);
}

/// A parabola with one curvature: every path is a straight line.
#[test]
fn a_straight_path_has_a_plane_too() {
    let text = r#"{"layers":[3,1],"activations":["identity"],"bias":false,
        "inputs":[[1,0,0],[0,1,0],[0,0,1]],"targets":[[1],[2],[-1]],"weights":[4,-1,2],
        "rule":{"name":"steepest-descent","rate":0.1},"steps":50}"#;
    let experiment = Experiment::parse(text).unwrap();
    let training = trained(&experiment);
    let plane = Plane::principal(&experiment, training.record(), 0.25).unwrap();
    assert_orthonormal(&plane);
    for step in 0..=training.record().steps() {
        let [_, aside] = plane.coordinates(training.record().weights(step));
        assert!(aside.abs() < TIGHT);
    }
}

/// A bowl with two curvatures, across the axes: the path is bent, and lies in one plane of all three
/// weights. However slightly it is bent, its plane holds it.
#[test]
fn a_bent_path_lies_on_its_plane() {
    for bent in [1.0, 1e-2, 1e-4] {
        let text = format!(
            r#"{{"layers":[3,1],"activations":["identity"],"bias":false,
            "inputs":[[1,1,1],[2,-1,-1]],"targets":[[0],[0]],
            "weights":[{},{},{}],
            "rule":{{"name":"steepest-descent","rate":0.05}},"steps":60}}"#,
            1.0 + 2.0 * bent,
            1.0 - bent,
            1.0 - bent
        );
        let experiment = Experiment::parse(&text).unwrap();
        let training = trained(&experiment);
        let record = training.record();
        let plane = Plane::principal(&experiment, record, 0.25).unwrap();
        assert_orthonormal(&plane);
        let aside = |step: usize| {
            let weights = record.weights(step);
            let nearest = plane.at(plane.coordinates(weights));
            let across = weights.iter().zip(nearest).map(|(w, n)| (w - n).powi(2));
            across.sum::<f64>().sqrt()
        };
        for step in 0..=record.steps() {
            assert!(
                aside(step) < 1e-3 * bent * TIGHT.sqrt(),
                "{bent}: {}",
                aside(step)
            );
        }
    }
}

#[test]
fn a_run_that_went_nowhere_or_everywhere_has_no_plane() {
    let still = experiment(Fact::Valley).with_start(vec![0.0, 0.0]).unwrap();
    let training = trained(&still);
    assert_eq!(Plane::principal(&still, training.record(), 0.25), None);
}

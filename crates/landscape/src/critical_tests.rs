use approx::assert_abs_diff_eq;
use backprop::Experiment;
use lessons::Fact;
use proptest::prelude::*;

use super::*;

fn experiment(fact: Fact) -> Experiment {
    Experiment::parse(fact.document()).unwrap()
}

fn search(experiment: &Experiment, plane: Plane) -> CriticalPoints {
    CriticalPoints::search(experiment.problem(), plane, [129, 129]).unwrap()
}

/// Place and error of each minimum, and of each saddle.
type Found = [Vec<([f64; 2], f64)>; 2];

fn found(fact: Fact) -> Found {
    let experiment = experiment(fact);
    let search = search(&experiment, Plane::of_view(&experiment));
    assert_eq!(search.left_out(), 0);
    [Form::Minimum, Form::Saddle].map(|form| {
        let points = search.points().iter().filter(|point| point.form == form);
        points.map(|point| (point.place, point.error)).collect()
    })
}

fn assert_near(found: &[([f64; 2], f64)], expected: &[([f64; 2], f64)]) {
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for ((place, error), (expected_place, expected_error)) in found.iter().zip(expected) {
        for k in [0, 1] {
            assert_abs_diff_eq!(place[k], expected_place[k], epsilon = 1e-3);
        }
        assert_abs_diff_eq!(error, expected_error, epsilon = 1e-5);
    }
}

#[test]
fn fact_c_has_one_minimum() {
    let [minima, saddles] = found(Fact::Plateau);
    assert_near(&minima, &[([0.9767, 0.0], 0.001285)]);
    assert_near(&saddles, &[]);
}

/// E is a sum of fact B's curve over each weight: minima at −0.1548 and 2.1972, between them a
/// maximum at 0.4892. So four minima, a saddle between each two neighbours, and a summit in the
/// middle, which is not marked.
#[test]
fn fact_d_has_four_minima_and_the_saddles_between_them() {
    let (low, high, pass) = (-0.154802, 2.197224, 0.489219);
    let [minima, saddles] = found(Fact::FourMinima);
    assert_near(
        &minima,
        &[
            ([low, low], 0.198071),
            ([low, high], 0.504036),
            ([high, low], 0.504036),
            ([high, high], 0.81),
        ],
    );
    assert_near(
        &saddles,
        &[
            ([low, pass], 0.536581),
            ([pass, low], 0.536581),
            ([pass, high], 0.842545),
            ([high, pass], 0.842545),
        ],
    );
    let experiment = experiment(Fact::FourMinima);
    let search = search(&experiment, Plane::of_view(&experiment));
    let lowest = search.points().iter().filter(|point| point.is_lowest);
    assert_eq!(lowest.count(), 1);
    assert!(search.points()[0].is_lowest);
}

/// Its solutions are a curve, level all along: none of them is marked.
#[test]
fn fact_e_has_the_saddle_at_0_alone() {
    let [minima, saddles] = found(Fact::Valley);
    assert_near(&minima, &[]);
    assert_near(&saddles, &[([0.0, 0.0], 0.125)]);
}

#[test]
fn fact_f_has_two_mirror_images_and_a_saddle_at_0() {
    let [minima, saddles] = found(Fact::Mirror);
    let (place, error) = ([0.6729, 1.0452], 2.02e-5);
    assert_near(&minima, &[(place.map(|w| -w), error), (place, error)]);
    assert_near(&saddles, &[([0.0, 0.0], 0.4525)]);
}

/// A plateau's tail leads Newton's iteration on for ever, and level ground has no curvature.
#[test]
fn a_plateau_and_level_ground_have_none() {
    let experiment = experiment(Fact::Plateau);
    let far = |from: f64, to: f64| {
        let axes = [0, 1].map(|weight| backprop::Axis { weight, from, to });
        Plane::along_weights(experiment.start(), &axes)
    };
    for plane in [far(4.0, 12.0), far(60.0, 90.0), far(1e4, 2e4)] {
        assert!(search(&experiment, plane).points().is_empty());
    }
}

/// The same two weights on directions across them: the same places.
#[test]
fn a_turned_plane_has_the_same_points() {
    let experiment = experiment(Fact::Mirror);
    let view = search(&experiment, Plane::of_view(&experiment));
    let plane = Plane::random(&experiment, 3, 8.0).unwrap();
    let turned = search(&experiment, plane.clone());
    assert_eq!(turned.points().len(), view.points().len());
    for point in view.points() {
        let same = turned.points().iter().any(|other| {
            let weights = plane.at(other.place);
            let off = (weights[0] - point.place[0]).hypot(weights[1] - point.place[1]);
            other.form == point.form && off < 1e-6 && (other.error - point.error).abs() < 1e-12
        });
        assert!(same, "{point:?} among {:?}", turned.points());
    }
}

/// Whatever the portions, the search is one and the same.
#[test]
fn portions_make_no_difference() {
    let experiment = experiment(Fact::FourMinima);
    let plane = Plane::of_view(&experiment);
    let whole = search(&experiment, plane.clone());
    let mut slow = CriticalPoints::new(experiment.problem(), plane, [129, 129]).unwrap();
    let mut calls = 1;
    while !slow.advance(experiment.problem(), 1) {
        calls += 1;
    }
    assert!(calls > 129, "{calls}");
    assert_eq!(slow.points(), whole.points());
}

#[test]
fn of_more_than_can_be_told_apart_the_lowest_minima_stay() {
    let point = |number: usize| CriticalPoint {
        place: [number as f64, 0.0],
        error: (number % 7) as f64,
        form: if number.is_multiple_of(2) {
            Form::Minimum
        } else {
            Form::Saddle
        },
        is_lowest: false,
    };
    let mut points: Vec<CriticalPoint> = (0..40).map(point).collect();
    order(&mut points, 6.0);
    let errors: Vec<f64> = points.iter().map(|point| point.error).collect();
    assert!(errors[..20].is_sorted() && errors[20..].is_sorted());
    assert!(points[..20].iter().all(|point| point.form == Form::Minimum));
    let lowest: Vec<f64> = points
        .iter()
        .filter(|point| point.is_lowest)
        .map(|point| point.place[0])
        .collect();
    assert_eq!(lowest, [0.0, 14.0, 28.0]);
}

#[test]
fn refuses_what_is_no_plane() {
    let experiment = experiment(Fact::Mirror);
    let problem = experiment.problem();
    let plane = Plane::of_view(&experiment);
    let refused = |plane: Plane, size| CriticalPoints::new(problem, plane, size).unwrap_err();
    let line = Plane::new(plane.origin().to_vec(), plane.sides()[..1].to_vec());
    assert_eq!(refused(line, [9, 9]), Error::Sides { found: 1 });
    assert_eq!(
        refused(plane.clone(), [9, 1]),
        Error::TooFewPoints { found: 1 }
    );
    let elsewhere = Plane::new(vec![0.0; 3], plane.sides().to_vec());
    let expected = Error::Weights {
        expected: 2,
        found: 3,
    };
    assert_eq!(refused(elsewhere, [9, 9]), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Around a minimum E is higher everywhere, around a saddle higher and lower; and where a node
    /// of a grid is lower than all around it by more than a trace, a minimum is nearby.
    #[test]
    fn the_ground_looks_as_it_is_said_to(seed in 0u64..1000, scale in 0.5f64..4.0) {
        let document = format!(
            r#"{{"layers": [2, 2, 1], "activations": ["tanh", "tanh"], "bias": true,
                "inputs": [[-1, 0.5], [0.3, 1], [1, -1], [0.2, 0.1]],
                "targets": [[0.4], [-0.3], [0.6], [-0.5]],
                "init": {{"scheme": "normal", "scale": {scale}, "seed": {seed}}},
                "rule": {{"name": "steepest-descent", "rate": 0.1}}, "steps": 10,
                "view": [{{"weight": 0, "from": -5, "to": 5}}, {{"weight": 4, "from": -5, "to": 5}}]}}"#
        );
        let experiment = Experiment::parse(&document).unwrap();
        let plane = Plane::of_view(&experiment);
        let search = search(&experiment, plane.clone());
        let error = |place: [f64; 2]| experiment.problem().gradient(&plane.at(place)).0;
        let around = |[x, y]: [f64; 2], radius: f64, count: u32| {
            (0..count).map(move |k| {
                let turn = std::f64::consts::TAU * f64::from(k) / f64::from(count);
                [x + radius * turn.cos(), y + radius * turn.sin()]
            })
        };
        for point in search.points() {
            // Near enough that the ground is one of second order, far enough for more than rounding.
            let is_as_said = [1e-2, 1e-3, 1e-4, 1e-5].iter().any(|&radius| {
                let ring = around(point.place, radius, 4096);
                let higher = ring.filter(|&at| error(at) > point.error).count();
                match point.form {
                    Form::Minimum => higher == 4096,
                    Form::Saddle => (1..4096).contains(&higher),
                }
            });
            prop_assert!(is_as_said, "{point:?}");
        }
        // Less is a floor that is all but level.
        const DEPTH: f64 = 1e-3;
        let step = 10.0 / 64.0;
        for pit in (1..64).flat_map(|x| (1..64).map(move |y| [x, y])) {
            let pit = pit.map(|k| -5.0 + step * f64::from(k));
            let is_pit = |count| around(pit, 1.5 * step, count).all(|at| error(at) > error(pit) + DEPTH);
            // A narrow valley leads out between few points.
            if is_pit(8) && is_pit(4096) {
                let is_near = |point: &CriticalPoint| {
                    let off = (point.place[0] - pit[0]).hypot(point.place[1] - pit[1]);
                    point.form == Form::Minimum && off < 1.5 * step
                };
                prop_assert!(search.points().iter().any(is_near), "{:?}", pit);
            }
        }
    }
}

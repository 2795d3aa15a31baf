use approx::{assert_abs_diff_eq, assert_relative_eq};
use backprop::Experiment;
use proptest::prelude::*;

use super::*;
use crate::{Tone, contour_lines, levels};

const FACT_C: &str = r#"{
    "layers": [1, 1], "activations": ["logistic"], "bias": true,
    "inputs": [[-2], [-1], [1], [2]], "targets": [[0.1], [0.3], [0.7], [0.9]], "weights": [0, 0],
    "rule": { "name": "steepest-descent", "rate": 1 }, "steps": 2000
}"#;

const FACT_D: &str = r#"{
    "layers": [2, 1], "activations": ["logistic"], "bias": false,
    "inputs": [[10, 0], [1, 0], [0, 10], [0, 1]], "targets": [[0.1], [0.9], [0.1], [0.9]],
    "weights": [0, 0],
    "rule": { "name": "steepest-descent", "rate": 0.5 }, "steps": 2000
}"#;

const FACT_E: &str = r#"{
    "layers": [1, 1, 1], "activations": ["tanh", "tanh"], "bias": false,
    "inputs": [[1]], "targets": [[0.5]], "weights": [1, 1],
    "rule": { "name": "steepest-descent", "rate": 0.2 }, "steps": 3000
}"#;

fn axes(from: f64, to: f64) -> [Axis; 2] {
    [0, 1].map(|weight| Axis { weight, from, to })
}

fn surface(document: &str, axes: [Axis; 2], size: [usize; 2]) -> Surface {
    let experiment = Experiment::parse(document).unwrap();
    Surface::sample(experiment.problem(), experiment.start(), axes, size).unwrap()
}

/// The nodes that lie lower than all their neighbours, with their errors.
fn pits(surface: &Surface) -> Vec<([f64; 2], f64)> {
    let field = surface.error();
    let (rows, columns) = field.values.dim();
    let mut pits = Vec::new();
    for row in 1..rows - 1 {
        for column in 1..columns - 1 {
            let here = field.values[(row, column)];
            let around = [row - 1, row, row + 1].map(|row| {
                [column - 1, column, column + 1].map(|column| field.values[(row, column)])
            });
            if around
                .as_flattened()
                .iter()
                .filter(|&&error| error <= here)
                .count()
                == 1
            {
                pits.push((field.weights(column as f64, row as f64), here));
            }
        }
    }
    pits
}

#[test]
fn fact_c_has_its_one_minimum() {
    let surface = surface(FACT_C, axes(-8.0, 8.0), [161, 161]);
    let [([w, b], error)] = pits(&surface)[..] else {
        panic!("{:?}", pits(&surface));
    };
    // The nodes are 0.1 apart; E rises by about 0.05 d² a distance d from the minimum.
    assert_abs_diff_eq!(w, 0.9767, epsilon = 0.05);
    assert_abs_diff_eq!(b, 0.0, epsilon = 1e-9);
    assert_abs_diff_eq!(error, 0.001285, epsilon = 1e-4);
}

#[test]
fn fact_d_has_its_four_minima() {
    let surface = surface(FACT_D, axes(-4.0, 6.0), [201, 201]);
    let pits = pits(&surface);
    assert_eq!(pits.len(), 4, "{pits:?}");
    for (expected, error) in [
        ([-0.1548, -0.1548], 0.198071),
        ([-0.1548, 2.1972], 0.504036),
        ([2.1972, -0.1548], 0.504036),
        ([2.1972, 2.1972], 0.81),
    ] {
        // The nodes are 0.05 apart.
        let near = |at: [f64; 2]| {
            let [x, y] = [at[0] - expected[0], at[1] - expected[1]];
            x.abs() < 0.03 && y.abs() < 0.03
        };
        let found = pits.iter().find(|(at, _)| near(*at));
        let (_, height) = found.unwrap_or_else(|| panic!("none near {expected:?}: {pits:?}"));
        assert_abs_diff_eq!(*height, error, epsilon = 5e-3);
    }
}

#[test]
fn the_lowest_contour_of_fact_e_follows_the_curve_of_solutions() {
    let surface = surface(FACT_E, axes(-4.0, 4.0), [201, 201]);
    let field = surface.error();
    let lowest = levels(&Tone::of(field))[0];
    let contours = contour_lines(field, &[lowest]);
    let lines = &contours[0].lines;
    // Both branches, each with a line on either side.
    let longest: Vec<_> = lines.iter().filter(|line| line.len() > 50).collect();
    assert!(
        longest
            .iter()
            .any(|line| line.iter().all(|[w1, _]| *w1 > 0.0))
    );
    assert!(
        longest
            .iter()
            .any(|line| line.iter().all(|[w1, _]| *w1 < 0.0))
    );
    for [w1, w2] in lines.iter().flatten() {
        // On the valley floor tanh(w2 tanh w1) is 0.5; on this contour it is off by √(2E).
        let output = (w2 * w1.tanh()).tanh();
        assert_abs_diff_eq!(output, 0.5, epsilon = (2.0 * lowest).sqrt() + 2e-2);
    }
    assert!(
        lowest < 0.02,
        "the lowest contour hugs the valley: {lowest}"
    );
}

#[test]
fn nodes_can_be_filled_a_few_at_a_time() {
    let experiment = Experiment::parse(FACT_D).unwrap();
    let problem = experiment.problem();
    let plane = Plane::along_weights(experiment.start(), &axes(-2.0, 2.0));
    let mut slowly = Surface::on_plane(problem, plane, [9, 7]).unwrap();
    assert!(slowly.error().finite().next().is_none());
    assert!(!slowly.fill(problem, 27));
    assert_eq!(slowly.error().finite().count(), 27);
    assert!(!slowly.fill(problem, 1));
    assert_eq!(slowly.error().finite().count(), 27 + 8);
    assert!(!slowly.fill(problem, 27));
    assert!(slowly.fill(problem, 1));
    assert!(slowly.fill(problem, usize::MAX));
    assert_eq!(slowly, surface(FACT_D, axes(-2.0, 2.0), [9, 7]));
}

#[test]
fn what_runs_away_is_a_gap() {
    let document = r#"{
        "layers": [1, 1, 1], "activations": ["identity", "identity"], "bias": false,
        "inputs": [[1]], "targets": [[1]], "weights": [1, 1],
        "rule": { "name": "steepest-descent", "rate": 0.2 }, "steps": 1
    }"#;
    let surface = surface(document, axes(-1e100, 1e100), [9, 9]);
    let field = surface.error();
    assert!(!field.values[(0, 0)].is_finite());
    assert!(field.values[(4, 4)].is_finite());
    assert!(field.is_gap(0, 0));
    let levels = levels(&Tone::of(field));
    contour_lines(field, &levels);
}

#[test]
fn refuses_what_is_no_surface() {
    let experiment = Experiment::parse(FACT_C).unwrap();
    let refused = |weights: [usize; 2], size| {
        let axes = weights.map(|weight| Axis {
            weight,
            from: 0.0,
            to: 1.0,
        });
        let surface = Surface::sample(experiment.problem(), &[0.0, 0.0], axes, size);
        surface.unwrap_err()
    };
    assert_eq!(refused([1, 1], [3, 3]), Error::SameWeight { weight: 1 });
    let (weight, count) = (2, 2);
    assert_eq!(refused([0, 2], [3, 3]), Error::Weight { weight, count });
    assert_eq!(refused([0, 1], [3, 1]), Error::TooFewPoints { found: 1 });
    let line = Plane::along_weights(&[0.0, 0.0], &axes(0.0, 1.0)[..1]);
    let surface = Surface::on_plane(experiment.problem(), line, [3, 3]);
    assert_eq!(surface.unwrap_err(), Error::Sides { found: 1 });
}

#[test]
fn a_surface_over_a_plane_is_the_error_there() {
    let experiment = Experiment::parse(lessons::Fact::Xor.document()).unwrap();
    let problem = experiment.problem();
    let plane = Plane::random(&experiment, 4, 6.0).unwrap();
    let mut surface = Surface::on_plane(problem, plane.clone(), [11, 7]).unwrap();
    assert!(surface.fill(problem, usize::MAX));
    for ((row, column), &error) in surface.error().values.indexed_iter() {
        let place = surface.error().weights(column as f64, row as f64);
        let (expected, _) = problem.gradient(&plane.at(place));
        // The weights may differ in their last digits.
        assert_relative_eq!(error, expected, max_relative = 1e-10, epsilon = 1e-13);
    }
    // The start is in the middle.
    let (at_start, _) = problem.gradient(experiment.start());
    assert_relative_eq!(
        surface.error().values[(3, 5)],
        at_start,
        max_relative = 1e-12
    );
}

#[test]
fn one_place_at_a_time_has_the_bits_of_eight() {
    let experiment = Experiment::parse(lessons::Fact::Xor.document()).unwrap();
    let problem = experiment.problem();
    let plane = Plane::of_view(&experiment);
    let [one, eight] = [0, 8].map(|lanes| {
        let mut surface = Surface::on_plane(problem, plane.clone(), [13, 5]).unwrap();
        match lanes {
            8 => surface.fill_to::<f64x8>(problem, 65),
            _ => surface.fill_to::<f64>(problem, 65),
        }
        assert!(surface.is_complete());
        surface.error
    });
    assert_eq!(one, eight);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nodes_are_the_errors_there(
        weights in prop::collection::vec(-3.0..3.0, 9),
        axes in prop::sample::subsequence((0..9).collect::<Vec<usize>>(), 2),
        size in prop::array::uniform2(2usize..8),
        from in -5.0..0.0,
        length in 0.1..5.0,
    ) {
        let document = format!(
            r#"{{ "layers": [2, 2, 1], "activations": ["tanh", "logistic"], "bias": true,
            "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [[0], [1], [1], [0]],
            "weights": {weights:?}, "rule": {{ "name": "steepest-descent", "rate": 0.5 }},
            "steps": 1 }}"#
        );
        let experiment = Experiment::parse(&document).unwrap();
        let axes = [axes[0], axes[1]].map(|weight| Axis { weight, from, to: from + length });
        let problem = experiment.problem();
        let surface = Surface::sample(problem, &weights, axes, size).unwrap();
        let field = surface.error();
        for ((row, column), &error) in field.values.indexed_iter() {
            let mut there = weights.clone();
            let [x, y] = field.weights(column as f64, row as f64);
            there[axes[0].weight] = x;
            there[axes[1].weight] = y;
            let (expected, _) = problem.gradient(&there);
            // Lanes round as single numbers do, but the node may differ in its last digit.
            assert_relative_eq!(error, expected, max_relative = 1e-12, epsilon = 1e-14);
        }
    }
}

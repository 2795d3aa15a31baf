use approx::assert_abs_diff_eq;
use backprop::Experiment;

use super::*;

fn experiment(document: &str) -> Experiment {
    Experiment::parse(document).unwrap()
}

/// Fact B: one logistic unit, (10 → 0.1) and (1 → 0.9).
const FACT_B: &str = r#"{
    "layers": [1, 1], "activations": ["logistic"], "bias": false,
    "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [4],
    "rule": { "name": "steepest-descent", "rate": 0.5 }, "steps": 2000
}"#;

fn axis(from: f64, to: f64) -> Axis {
    Axis {
        weight: 0,
        from,
        to,
    }
}

#[test]
fn fact_b_has_its_two_minima() {
    let experiment = experiment(FACT_B);
    let curve = Curve::sample(experiment.problem(), &[4.0], axis(-8.0, 8.0), 513).unwrap();
    let [low, high] = curve.minima() else {
        panic!("two minima expected: {:?}", curve.minima());
    };
    // TRUTH.md gives six digits of w and seven of E.
    assert_abs_diff_eq!(low.weight, -0.154802, epsilon = 5e-7);
    assert_abs_diff_eq!(low.error, 0.0990357, epsilon = 5e-8);
    assert_abs_diff_eq!(high.weight, 2.197224, epsilon = 5e-7);
    assert_abs_diff_eq!(high.error, 0.4050000, epsilon = 5e-8);
}

#[test]
fn minima_do_not_depend_on_the_grid() {
    let experiment = experiment(FACT_B);
    let minima = |points, from| {
        let curve = Curve::sample(experiment.problem(), &[4.0], axis(from, 8.0), points).unwrap();
        curve.minima().to_vec()
    };
    let fine = minima(4001, -8.0);
    for coarse in [minima(129, -8.0), minima(200, -7.3)] {
        assert_eq!(coarse.len(), fine.len());
        for (one, other) in coarse.iter().zip(&fine) {
            // Slopes are good to about 1e-16 and the curvatures above 0.07.
            assert_abs_diff_eq!(one.weight, other.weight, epsilon = 1e-12);
        }
    }
}

#[test]
fn samples_are_the_error_and_its_slope() {
    let experiment = experiment(FACT_B);
    let problem = experiment.problem();
    let curve = Curve::sample(problem, &[4.0], axis(-3.0, 5.0), 17).unwrap();
    let samples: Vec<(f64, f64)> = curve.samples().collect();
    assert_eq!([samples[0].0, samples[16].0], [-3.0, 5.0]);
    for (&(weight, sampled), &slope) in samples.iter().zip(&curve.slopes) {
        let (error, gradient) = problem.gradient(&[weight]);
        assert_eq!((sampled, slope), (error, gradient[0]));
    }
}

#[test]
fn a_curve_can_be_computed_an_evaluation_at_a_time() {
    let experiment = experiment(FACT_B);
    let problem = experiment.problem();
    let mut slowly = Curve::begin(problem, &[4.0], axis(-8.0, 8.0), 100).unwrap();
    assert_eq!(slowly.samples().count(), 0);
    for evaluations in 1..=100 {
        slowly.advance(problem, 1);
        assert_eq!(slowly.samples().count(), evaluations);
        if evaluations == 7 {
            // Every sixteenth sample first.
            let weights: Vec<f64> = slowly.samples().map(|(weight, _)| weight).collect();
            let expected: Vec<f64> = (0..7).map(|i| slowly.weights[16 * i]).collect();
            assert_eq!(weights, expected);
        }
    }
    let mut looks = 0;
    while !slowly.advance(problem, 1) {
        looks += 1;
    }
    // Two turns for each of two minima, some 45 halvings each.
    assert!((160..200).contains(&looks), "{looks}");
    assert_eq!(
        slowly,
        Curve::sample(problem, &[4.0], axis(-8.0, 8.0), 100).unwrap()
    );
}

#[test]
fn the_tails_of_a_sigmoid_hold_no_minimum() {
    // Fact A: from w = 40 on the slope is lost in rounding.
    let experiment = experiment(
        r#"{
        "layers": [1, 1], "activations": ["logistic"], "bias": false,
        "inputs": [[1]], "targets": [[0.8]], "weights": [0],
        "rule": { "name": "steepest-descent", "rate": 1 }, "steps": 10
    }"#,
    );
    let curve = Curve::sample(experiment.problem(), &[0.0], axis(-1000.0, 1000.0), 2001).unwrap();
    let [only] = curve.minima() else {
        panic!("one minimum expected: {:?}", curve.minima());
    };
    assert_abs_diff_eq!(only.weight, 4f64.ln(), epsilon = 1e-12);
}

/// Minima along the first weight of one ReLU unit with samples at 1 and −1.
fn relu_minima(targets: &str, bias: f64, from: f64, to: f64) -> Vec<f64> {
    let experiment = experiment(&format!(
        r#"{{ "layers": [1, 1], "activations": ["relu"], "bias": true,
        "inputs": [[1], [-1]], "targets": {targets}, "weights": [1, {bias}],
        "rule": {{ "name": "steepest-descent", "rate": 1 }}, "steps": 1 }}"#
    ));
    let weights = experiment.start();
    let curve = Curve::sample(experiment.problem(), weights, axis(from, to), 100).unwrap();
    curve.minima().iter().map(|m| m.weight).collect()
}

#[test]
fn the_middle_of_a_flat_floor_is_one_minimum() {
    // ½ relu(w − 1)² + ½ relu(−w − 1)² is 0 from −1 to 1.
    let found = relu_minima("[[0], [0]]", -1.0, -3.0, 4.0);
    assert_eq!(found.len(), 1);
    assert_abs_diff_eq!(found[0], 0.0, epsilon = 1e-12);
}

#[test]
fn a_minimum_beside_a_kink_is_found_and_an_end_is_none() {
    // ½ relu(w)² + ½ (relu(−w) − 1)² has its slope jump at 0 and its minimum at −1.
    let found = relu_minima("[[0], [1]]", 0.0, -3.0, 2.0);
    assert_eq!(found.len(), 1);
    assert_abs_diff_eq!(found[0], -1.0, epsilon = 1e-12);
    // It rises all the way from 0.5 to 2.
    assert!(relu_minima("[[0], [1]]", 0.0, 0.5, 2.0).is_empty());
}

#[test]
fn what_runs_away_is_a_gap() {
    // Two identity layers: w0 w1 overflows near the ends.
    let experiment = experiment(
        r#"{ "layers": [1, 1, 1], "activations": ["identity", "identity"], "bias": false,
        "inputs": [[1]], "targets": [[1]], "weights": [1, 1],
        "rule": { "name": "steepest-descent", "rate": 1 }, "steps": 1 }"#,
    );
    let weights = [1.0, 1e100];
    let curve = Curve::sample(experiment.problem(), &weights, axis(-1e100, 1e100), 101).unwrap();
    let samples: Vec<(f64, f64)> = curve.samples().collect();
    assert!(!samples[0].1.is_finite());
    assert!(samples[50].1.is_finite());
}

#[test]
fn refuses_what_is_no_slice() {
    let experiment = experiment(FACT_B);
    let problem = experiment.problem();
    let sample = |weights: &[f64], axis, points| {
        let refused = Curve::sample(problem, weights, axis, points);
        refused.unwrap_err().to_string()
    };
    let elsewhere = Axis {
        weight: 1,
        from: 0.0,
        to: 1.0,
    };
    assert_eq!(
        sample(&[0.0, 1.0], axis(0.0, 1.0), 9),
        "the slice goes through 2 weights, the network has 1"
    );
    assert_eq!(
        sample(&[0.0], elsewhere, 9),
        "weight 1 is not one of the network's 1"
    );
    assert_eq!(
        sample(&[0.0], axis(1.0, 1.0), 9),
        "an axis has to run upwards between finite ends, not from 1 to 1"
    );
    assert_eq!(
        sample(&[0.0], axis(0.0, f64::NAN), 9),
        "an axis has to run upwards between finite ends, not from 0 to NaN"
    );
    assert_eq!(
        sample(&[0.0], axis(0.0, 1.0), 1),
        "a grid needs at least 2 points along each axis, 1 asked for"
    );
}

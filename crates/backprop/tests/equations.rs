//! What is run gives the bits of what is read: data sets and lanes, in rows and blocks, against the
//! lecture's equations, sample by sample.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

mod textbook;

use backprop::equations::{backward, error, forward};
use backprop::{Lanes, Loss, Problem, Real, Signals, Workspace};
use proptest::prelude::*;
use proptest::test_runner::Config;
use textbook::{Case, cases};
use wide::f64x8;

/// E and ∂E/∂w, sample by sample.
fn read<R: Real>(problem: &Problem, weights: &[R]) -> (R, Vec<R>) {
    let (network, loss, samples) = (problem.network(), problem.loss(), problem.samples());
    let mut sum = R::from_f64(0.0);
    let mut gradient = vec![sum; weights.len()];
    let mut signals = Signals::new(network);
    for sample in 0..samples.count() {
        let (input, target) = samples.get(sample).unwrap();
        let (input, target) = (input.to_vec(), target.to_vec());
        forward(network, weights, &input, &mut signals);
        sum += error(network, loss, &target, &signals);
        backward(network, loss, weights, &target, &mut signals, &mut gradient);
    }
    (sum, gradient)
}

/// The same at once.
fn run<R: Lanes>(problem: &Problem, weights: &[R]) -> (R, Vec<R>) {
    let mut gradient = vec![R::from_f64(f64::NAN); weights.len()];
    let mut workspace = Workspace::new(problem.network());
    let error = problem.error_and_gradient(weights, &mut gradient, &mut workspace);
    (error, gradient)
}

/// E alone.
fn run_forward<R: Lanes>(problem: &Problem, weights: &[R]) -> R {
    problem.error(weights, &mut Workspace::new(problem.network()))
}

/// The case with `count` samples, each a little different: fewer and more than stand in a
/// row or in a block.
fn with_samples(case: &Case, count: usize) -> Case {
    let many = |rows: &[Vec<f64>]| -> Vec<Vec<f64>> {
        let row = |s: usize| {
            rows[s % rows.len()]
                .iter()
                .map(move |x| x + (s as f64).sin())
        };
        (0..count).map(|s| row(s).collect()).collect()
    };
    let many = Case {
        inputs: many(&case.inputs),
        targets: many(&case.targets),
        ..case.clone()
    };
    match case.loss {
        Loss::SquaredError => many,
        Loss::CrossEntropy => many.with_cross_entropy(),
    }
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]

    #[test]
    fn what_is_run_has_the_bits_of_what_is_read(
        case in cases(4, 6, 4.0),
        count in prop_oneof![1..=20_usize, 60..=150_usize],
        shift in -20.0..20.0_f64,
    ) {
        let problem = with_samples(&case, count).problem();
        let (error, gradient) = run(&problem, &case.weights);
        let (expected, slopes) = read(&problem, &case.weights);
        let alone = run_forward(&problem, &case.weights);
        prop_assert_eq!([error, alone].map(f64::to_bits), [expected.to_bits(); 2]);
        for (found, expected) in gradient.iter().zip(&slopes) {
            prop_assert_eq!(found.to_bits(), expected.to_bits());
        }

        let lane = |w: f64, lane: usize| w + shift * (lane as f64 * w).sin();
        let weights = case.weights.iter();
        let weights = weights.map(|&w| f64x8::from(std::array::from_fn(|k| lane(w, k))));
        let weights: Vec<f64x8> = weights.collect();
        let (error, gradient) = run(&problem, &weights);
        let (expected, slopes) = read(&problem, &weights);
        let bits = |numbers: f64x8| numbers.to_array().map(f64::to_bits);
        let alone = run_forward(&problem, &weights);
        prop_assert_eq!([error, alone].map(bits), [bits(expected); 2]);
        for (found, expected) in gradient.iter().zip(&slopes) {
            prop_assert_eq!(bits(*found), bits(*expected));
        }
    }
}

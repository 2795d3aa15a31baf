//! ∂E/∂w and the Hessian against two other methods: dual numbers through a forward pass of the
//! test's own, and central differences.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod textbook;

use std::cell::Cell;

use backprop::{Activation, Eigen, Loss, Network, Problem, Samples, Workspace, hessian};
use ndarray::{Array1, Array2, Axis, array};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};
use textbook::cases;

/// Where f′ leaves the range of normal numbers, for net inputs beyond ±708 (±354 for tanh), it is 0
/// in one computation and the last of its digits in the other.
const FLOOR: f64 = 1e-290;

fn norm<'a>(values: impl IntoIterator<Item = &'a f64>) -> f64 {
    values.into_iter().map(|x| x * x).sum::<f64>().sqrt()
}

fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        max_global_rejects: 20 * cases,
        ..Config::default()
    }
}

/// 1e-10 relative, component by component and as a whole. Two ways of computing the same sum
/// differ more than that only where it cancels: there the bound of the error analysis takes over.
/// To see that this is rare, components that are held to 1e-10 are counted.
#[test]
fn the_gradient_is_that_of_dual_numbers() {
    let (held, all) = (Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(config(400));
    let outcome = runner.run(&cases(5, 5, 4.0), |case| {
        let bounds = case.gradient_bounds();
        prop_assume!(bounds.is_some());
        let bounds = bounds.unwrap_or_default();
        let (error, found) = case.problem().gradient(&case.weights);
        let expected = case.gradient();
        let textbook_error = case.error(&case.weights);
        prop_assert!((error - textbook_error).abs() <= 1e-10 * (1.0 + textbook_error));

        let mut off = Vec::new();
        for (k, ((found, expected), bound)) in found.iter().zip(&expected).zip(&bounds).enumerate()
        {
            let allowed = 1e-10 * expected.abs() + FLOOR;
            all.set(all.get() + 1);
            held.set(held.get() + usize::from(*bound <= allowed));
            off.push(found - expected);
            prop_assert!(
                off[k].abs() <= allowed.max(*bound),
                "∂E/∂w{k} = {found:e}, dual numbers say {expected:e}"
            );
        }
        prop_assert!(norm(&off) <= (1e-10 * norm(&expected) + FLOOR).max(norm(&bounds)));
        Ok(())
    });
    outcome.unwrap();
    let share = f64::from(held.get() as u32) / f64::from(all.get() as u32);
    assert!(
        share > 0.8,
        "only {share} of the components were held to 1e-10"
    );
}

/// Fourth-order central differences, (8 (E₁ − E₋₁) − (E₂ − E₋₂)) / 12h with h = 5e-4. Their own
/// errors: h⁴/30 times a fifth derivative, which is mostly below 1e5 and gives 2e-10; rounding of E
/// at 1e-13, divided by h, 2e-10. 1e-7 of the error's and the gradient's size leaves a reserve, and no
/// formula is wrong by less. Where a chain of large weights makes the fifth derivative greater, twice h
/// tells: there the difference is off by 15 times as much more.
#[test]
fn the_gradient_is_that_of_central_differences() {
    const H: f64 = 5e-4;
    let mut runner = TestRunner::new(config(200));
    let outcome = runner.run(&cases(2, 4, 2.0), |case| {
        let problem = case.problem();
        let (error, gradient) = problem.gradient(&case.weights);
        let mut workspace = Workspace::new(problem.network());
        let mut slopes = gradient.clone();
        let tolerance = 1e-7 * (1.0 + error + norm(&gradient));
        let mut weights = case.weights.clone();
        for k in 0..weights.len() {
            let mut at = |steps: i32| {
                weights[k] = case.weights[k] + f64::from(steps) * H;
                let result = (
                    problem.error_and_gradient(&weights, &mut slopes, &mut workspace),
                    case.sides(&weights),
                );
                weights[k] = case.weights[k];
                result
            };
            let places = [-4, -2, -1, 1, 2, 4].map(&mut at);
            // On a kink within reach a ReLU has no derivative.
            if places.iter().any(|(_, sides)| *sides != places[0].1) {
                continue;
            }
            let [b4, b2, b1, e1, e2, e4] = places.map(|(error, _)| error);
            let of = |b2: f64, b1: f64, e1: f64, e2: f64, h: f64| {
                (8.0 * (e1 - b1) - (e2 - b2)) / (12.0 * h)
            };
            let difference = of(b2, b1, e1, e2, H);
            let off = (of(b4, b2, e2, e4, 2.0 * H) - difference).abs() / 15.0;
            prop_assert!(
                (gradient[k] - difference).abs() <= tolerance + 2.0 * off,
                "∂E/∂w{k} = {:e}, differences say {difference:e}",
                gradient[k]
            );
        }
        Ok(())
    });
    outcome.unwrap();
}

/// The Hessian of a data set may cancel between the samples; the tolerance is 1e-10 of the sum of
/// the samples' own Hessians.
#[test]
fn the_hessian_is_that_of_hyper_dual_numbers() {
    let mut runner = TestRunner::new(config(150));
    let outcome = runner.run(&cases(3, 3, 2.0), |case| {
        prop_assume!(case.gradient_bounds().is_some());
        let all: Vec<usize> = (0..case.weights.len()).collect();
        let found = hessian(&case.problem(), &case.weights, &all);
        let parts: Vec<Array2<f64>> = (0..case.inputs.len())
            .map(|sample| case.only_sample(sample).hessian())
            .collect();
        let scale: f64 = parts.iter().map(norm).sum();
        let expected = parts
            .iter()
            .fold(Array2::<f64>::zeros(found.raw_dim()), |sum, h| sum + h);
        prop_assert!(norm(&(&found - &expected)) <= 1e-10 * scale + FLOOR);

        // Over some of the weights it is a part of the whole.
        let free: Vec<usize> = all.iter().copied().step_by(2).collect();
        let part = hessian(&case.problem(), &case.weights, &free);
        for ((row, column), value) in part.indexed_iter() {
            prop_assert_eq!(*value, found[[free[row], free[column]]]);
        }
        Ok(())
    });
    outcome.unwrap();
}

/// H v = λ v with orthonormal v, ascending λ. A symmetric solver is backward stable: its errors
/// are some units of rounding of the matrix' norm, here at most 40 × 40.
fn solve_their_equation(matrix: &Array2<f64>) -> TestCaseResult {
    let eigen = Eigen::of(matrix).unwrap();
    let scale = 1e-12 * (norm(matrix) + FLOOR);
    prop_assert!(eigen.values.is_sorted(), "{:?}", eigen.values);
    for (lambda, v) in eigen.values.iter().zip(eigen.vectors.rows()) {
        let residual = matrix.dot(&v) - *lambda * &v;
        prop_assert!(norm(&residual) <= scale, "λ = {lambda}: {residual}");
    }
    let gram = eigen.vectors.dot(&eigen.vectors.t());
    let off = norm(&(gram - Array2::<f64>::eye(matrix.nrows())));
    prop_assert!(off < 1e-12, "{off}");
    Ok(())
}

#[test]
fn eigenpairs_solve_their_equation() {
    let mut runner = TestRunner::new(config(100));
    let outcome = runner.run(&cases(2, 4, 2.0), |case| {
        let all: Vec<usize> = (0..case.weights.len()).collect();
        solve_their_equation(&hessian(&case.problem(), &case.weights, &all))
    });
    outcome.unwrap();
}

/// Dead units and few samples: Σ ± 10^g v vᵀ of a few v, half of them with entries that are 0, of sizes
/// that are as far apart as tails of sigmoids. Some of these were too much for a QR iteration
/// that measures what is small by its neighbours.
#[test]
fn eigenpairs_of_a_matrix_of_low_rank_solve_their_equation() {
    let entry = prop_oneof![3 => Just(0.0), 1 => -1.0..1.0];
    let term = (-40..=0, any::<bool>(), prop::collection::vec(entry, 40));
    let matrices = (30..=40_usize, prop::collection::vec(term, 1..=3)).prop_map(|(n, terms)| {
        let mut matrix = Array2::zeros((n, n));
        for (exponent, up, v) in terms {
            let v = Array1::from_vec(v[..n].to_vec());
            let size = if up { 1.0 } else { -1.0 } * 10_f64.powi(exponent);
            let (column, row) = (v.view().insert_axis(Axis(1)), v.view().insert_axis(Axis(0)));
            matrix += &(size * column.dot(&row));
        }
        matrix
    });
    let mut runner = TestRunner::new(config(4000));
    let outcome = runner.run(&matrices, |matrix| solve_their_equation(&matrix));
    outcome.unwrap();
}

#[test]
fn a_hessian_that_is_not_finite_has_no_eigenpairs() {
    assert_eq!(Eigen::of(&array![[1.0, f64::NAN], [f64::NAN, 1.0]]), None);
    assert_eq!(Eigen::of(&array![[f64::INFINITY]]), None);
}

fn one_unit(activation: Activation, target: f64) -> Problem {
    let network = Network::new(vec![1, 1], vec![activation], false).unwrap();
    Problem::new(
        network,
        Loss::SquaredError,
        Samples::new(array![[1.0]], array![[target]]).unwrap(),
    )
    .unwrap()
}

/// Far out on the tail 1 − o has no digits left, f′ has them all. e⁻³⁰, e⁻⁶⁰ and e⁻⁶⁰⁰ come from
/// a decimal calculator; the residual o − d keeps 15 of its own.
#[test]
fn the_tail_keeps_its_digits() {
    const E_30: f64 = 9.357_622_968_840_175e-14;
    const E_60: f64 = 8.756_510_762_696_52e-27;
    const E_600: f64 = 2.650_396_553_004_310_8e-261;
    let logistic = [
        (
            30.0,
            (1.0 / (1.0 + E_30) - 0.8) * E_30 / (1.0 + E_30).powi(2),
        ),
        (
            -30.0,
            (E_30 / (1.0 + E_30) - 0.8) * E_30 / (1.0 + E_30).powi(2),
        ),
        (60.0, 0.2 * E_60),
        (600.0, 0.2 * E_600),
        (-600.0, -0.8 * E_600),
    ];
    let tanh = [
        (30.0, 0.2 * 4.0 * E_60),
        (-30.0, -1.8 * 4.0 * E_60),
        (300.0, 0.2 * 4.0 * E_600),
    ];
    let tables = [
        (Activation::Logistic, &logistic[..]),
        (Activation::Tanh, &tanh[..]),
    ];
    for (activation, table) in tables {
        let problem = one_unit(activation, 0.8);
        for (w, expected) in table {
            let (_, gradient) = problem.gradient(&[*w]);
            let off = (gradient[0] / expected - 1.0).abs();
            assert!(off < 1e-12, "{activation:?} at {w}: {:e}", gradient[0]);
        }
    }
}

/// A second derivative on the tail: E″ = f′² + (o − d) f″, and f″ = f′ (1 − 2o) there.
#[test]
fn the_tail_of_the_hessian_keeps_its_digits() {
    const E_30: f64 = 9.357_622_968_840_175e-14;
    let found = hessian(&one_unit(Activation::Logistic, 0.8), &[30.0], &[0]);
    let (o, slope) = (1.0 / (1.0 + E_30), E_30 / (1.0 + E_30).powi(2));
    let expected = slope * slope + (o - 0.8) * slope * (E_30 - 1.0) / (1.0 + E_30);
    assert!((found[[0, 0]] / expected - 1.0).abs() < 1e-12, "{found}");
}

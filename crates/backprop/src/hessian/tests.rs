//! Products, ends and steps against the whole matrix and all its eigenpairs.

use super::examples::Example;
use super::*;
use crate::network::Activation;
use crate::number::norm;
use crate::problem::Problem;

fn all(problem: &Problem) -> Vec<usize> {
    (0..problem.network().weight_count()).collect()
}

/// Both add up the same numbers, in another order.
const ROUNDING: f64 = 1e-13;

#[test]
fn a_product_is_that_of_the_whole_matrix() {
    for Example { problem, weights } in Example::all() {
        let count = weights.len();
        // Some weights stay, and the others are measured in units of their own.
        let free: Vec<usize> = (0..count).filter(|i| i % 5 != 3).collect();
        let units: Vec<f64> = free.iter().map(|&i| 0.5 + (i % 7) as f64).collect();
        let matrix = hessian(&problem, &weights, &free);
        let vector: Vec<f64> = free.iter().map(|&i| (0.7 * i as f64).sin()).collect();
        let mut products = Products::new(&problem, &weights, &free, units.clone(), &|| ());
        let found = products.times(&vector);
        let entries = matrix.rows().into_iter().zip(&units);
        let expected: Vec<f64> = entries
            .map(|(row, unit)| {
                let scaled = row.iter().zip(&units).zip(&vector);
                scaled.map(|((h, u), v)| unit * h * u * v).sum()
            })
            .collect();
        let size = norm(expected.iter().copied());
        let off = norm(
            found
                .iter()
                .zip(&expected)
                .map(|(a, b)| a - b)
                .collect::<Vec<_>>()
                .into_iter(),
        );
        assert!(off <= ROUNDING * size, "{off} of {size}");
        // Again, and with nothing left over from before.
        assert_eq!(products.times(&vector), found);
    }
}

#[test]
fn the_ends_are_those_of_all_eigenvalues() {
    for Example { problem, weights } in Example::all() {
        let free = all(&problem);
        let eigen = Eigen::of(&hessian(&problem, &weights, &free)).unwrap();
        let [least, greatest] = [eigen.values[0], eigen.values[free.len() - 1]];
        let size = greatest.max(-least);
        let mut products = Products::new(&problem, &weights, &free, vec![1.0; free.len()], &|| ());
        for seed in 0..3 {
            let ends = Ends::of(&mut products, seed).unwrap();
            // Each look costs the directions cubed: none is taken before there are as many as these.
            assert!(ends.values().len() >= free.len().min(24));
            let [from, to] = ends.both();
            assert!(
                (from - least).abs() <= 1e-6 * size,
                "{from} for {least} of {size}"
            );
            assert!(
                (to - greatest).abs() <= 1e-6 * size,
                "{to} for {greatest} of {size}"
            );
            assert!((ends.size() / size - 1.0).abs() < 1e-6);
        }
    }
}

/// The slope that the quadratic at `weights` leaves after a step, as a share of the slope there.
fn left_after(step: &[f64], gradient: &[f64], products: &mut Products<'_>) -> f64 {
    let change = products.times(step);
    let left: Vec<f64> = gradient.iter().zip(change).map(|(g, h)| g + h).collect();
    norm(left.into_iter()) / norm(gradient.iter().copied())
}

/// Where no eigenvalue is negative, the steepest part of the slope included.
#[test]
fn a_step_leads_to_the_bottom_of_the_quadratic() {
    for (samples, is_flat) in [(40, false), (9, true)] {
        // One layer without a bend is a parabola; with fewer samples than weights a unit, a flat one.
        let identity = [Activation::Identity];
        let example = Example::new(&[15, 11], &identity, samples, 5);
        let Example { problem, weights } = example;
        let free = all(&problem);
        let (_, gradient) = problem.gradient(&weights);
        let eigen = Eigen::of(&hessian(&problem, &weights, &free)).unwrap();
        let size = eigen.values[free.len() - 1];
        assert_eq!(eigen.values[0] < 1e-12 * size, is_flat);
        let mut products = Products::new(&problem, &weights, &free, vec![1.0; free.len()], &|| ());
        let Turn::Step(step) = newton_step(&mut products, &gradient, 1e-10 * size) else {
            panic!("a parabola that leads down");
        };
        assert!(left_after(&step, &gradient, &mut products) <= 1e-4);
        let moved: Vec<f64> = weights.iter().zip(&step).map(|(w, s)| w + s).collect();
        let left = norm(problem.gradient(&moved).1.into_iter());
        assert!(left <= 1e-4 * norm(gradient.iter().copied()), "{left}");
    }
}

#[test]
fn a_step_stops_where_the_error_curves_downwards() {
    let mut met = 0;
    for Example { problem, weights } in Example::all() {
        let free = all(&problem);
        let eigen = Eigen::of(&hessian(&problem, &weights, &free)).unwrap();
        let size = eigen.values[free.len() - 1].max(-eigen.values[0]);
        let (_, gradient) = problem.gradient(&weights);
        let mut products = Products::new(&problem, &weights, &free, vec![1.0; free.len()], &|| ());
        match newton_step(&mut products, &gradient, 1e-10 * size) {
            Turn::Downwards => {
                assert!(eigen.values[0] < 0.0);
                met += 1;
            }
            Turn::Step(step) => {
                assert!(left_after(&step, &gradient, &mut products) <= 1e-4);
            }
        }
    }
    assert!(met >= 4, "{met} of 7");
}

/// Nothing but zeros, one direction, and what is not finite.
#[test]
fn the_ends_of_the_smallest_and_of_nothing() {
    let identity = [Activation::Identity];
    let Example { problem, weights } = Example::new(&[1, 1], &identity, 3, 1);
    let one = [0];
    let expected = hessian(&problem, &weights, &one)[(0, 0)];
    let mut products = Products::new(&problem, &weights, &one, vec![1.0], &|| ());
    let [from, to] = Ends::of(&mut products, 0).unwrap().both();
    assert!(from == to && (to / expected - 1.0).abs() < 1e-15);

    let mut products = Products::new(&problem, &weights, &one, vec![0.0], &|| ());
    assert_eq!(Ends::of(&mut products, 0).unwrap().both(), [0.0, 0.0]);
    let far = [f64::NAN, 0.0];
    let mut products = Products::new(&problem, &far, &one, vec![1.0], &|| ());
    assert!(Ends::of(&mut products, 0).is_none());
}

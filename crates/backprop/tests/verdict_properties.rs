//! What holds of verdicts over random problems and over grids of starts.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;
mod textbook;

use std::sync::Arc;

use backprop::thresholds::RELATIVE_SLOPE;
use backprop::{
    Activation, Cause, Experiment, Fate, Goal, Initial, Kind, Parts, Rule, SteepestDescent,
};
use common::{A, B, C, D, E, F, Fact, document};
use proptest::prelude::*;
use proptest::test_runner::Config;
use textbook::{Case, cases};

fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        max_global_rejects: 50 * cases,
        ..Config::default()
    }
}

fn experiment(case: &Case, free: Option<Vec<usize>>, rate: f64, steps: usize) -> Experiment {
    Experiment::new(Parts {
        problem: Arc::new(case.problem()),
        initial: Initial::Given(case.weights.clone()),
        free,
        rule: Rule::SteepestDescent(SteepestDescent { rate }),
        batch: None,
        steps,
        best_error: None,
        view: None,
    })
    .unwrap()
}

/// The weights that multiply inputs.
fn input_weights(case: &Case) -> Vec<usize> {
    let fan_in = case.sizes[0] + usize::from(case.bias);
    let is_input = |i: &usize| !case.bias || i % fan_in != case.sizes[0];
    (0..fan_in * case.sizes[1]).filter(is_input).collect()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * (1e-6 + a.abs().max(b.abs()))
}

proptest! {
    #![proptest_config(config(300))]

    /// Inputs × c, the weights that multiply them / c and ε / c² is the same run.
    #[test]
    fn a_verdict_does_not_depend_on_units(
        case in cases(2, 3, 4.0),
        power in -3.0..3.0_f64,
        rate in prop::sample::select(vec![1e-4, 0.03, 0.3]),
    ) {
        let c = 10_f64.powf(power);
        let free = input_weights(&case);
        let mut other = case.clone();
        other.inputs.iter_mut().flatten().for_each(|x| *x *= c);
        free.iter().for_each(|&i| other.weights[i] /= c);
        let one = experiment(&case, Some(free.clone()), rate, 300).run();
        let other = experiment(&other, Some(free), rate / (c * c), 300).run();
        let (a, b) = (one.verdict.goal, other.verdict.goal);
        for (a, b) in [(a.best_error, b.best_error), (a.baseline, b.baseline), (a.error, b.error)] {
            prop_assert!(near(a, b), "{} and {}", a, b);
        }
        // The same run, but for rounding; one that wanders is chaotic and soon another.
        let errors = one.record.errors().iter().zip(other.record.errors());
        prop_assume!(errors.clone().all(|(a, b)| near(*a, *b) || !a.is_finite()));
        let (one, other) = (one.verdict, other.verdict);
        prop_assert_eq!((one.kind, one.cause), (other.kind, other.cause), "{:?}, {:?}", one, other);
    }
}

fn primes() -> impl Iterator<Item = u32> {
    (2..).filter(|n| (2..*n).all(|divisor| n % divisor != 0))
}

/// The slope in natural units, relative to what is at least its median at the verdict's 64 typical
/// starts: to the upper quartile at 501 of the test's own, or to the greatest where units are dead at
/// so many that the median may be 0.
fn relative_slope(experiment: &Experiment, weights: &[f64]) -> f64 {
    let problem = experiment.problem();
    let units = problem.natural_units();
    let slope = |weights: &[f64]| {
        let (_, gradient) = problem.gradient(weights);
        let free = experiment.free().iter();
        free.map(|&i| (units[i] * gradient[i]).powi(2))
            .sum::<f64>()
            .sqrt()
    };
    let mut slopes: Vec<f64> = (0..501)
        .map(|k| {
            // Weyl's sequence: even in all directions at once, and no generator of the crate's.
            let free = experiment.free().iter().zip(primes());
            let mut weights = weights.to_vec();
            free.for_each(|(&i, prime)| {
                let place = (f64::from(k) * f64::from(prime).sqrt()).fract();
                weights[i] = units[i] * (2.0 * place - 1.0);
            });
            slope(&weights)
        })
        .collect();
    slopes.sort_by(f64::total_cmp);
    let is_dead_at_many = slopes[150] == 0.0;
    let typical = slopes[if is_dead_at_many { 500 } else { 375 }];
    slope(weights) / typical
}

proptest! {
    #![proptest_config(config(150))]

    /// A rate that is too small is told from a slope that is gone. Two samples of starts differ:
    /// twice the threshold is asked for.
    #[test]
    fn a_small_rate_is_not_a_vanishing_gradient(
        case in cases(2, 3, 2.0),
        smaller in prop::sample::select(vec![1e4, 1e5, 1e6]),
    ) {
        let converging = experiment(&case, None, 0.1, 400);
        prop_assume!(converging.run().verdict.kind == Kind::Converged);
        let slow = converging.with_rate(0.1 / smaller).unwrap();
        let run = slow.run();
        let relative = relative_slope(&slow, run.record.last_weights());
        if relative >= 2.0 * RELATIVE_SLOPE {
            prop_assert_ne!(run.verdict.kind, Kind::VanishingGradient, "{}", relative);
        }
    }

    /// A run whose E rises again and again to the end is not on its way down.
    #[test]
    fn a_rate_that_is_too_large_is_not_still_descending(
        case in cases(2, 3, 2.0),
        rate in 0.5..20.0_f64,
    ) {
        let run = experiment(&case, None, rate, 400).run();
        let errors = run.record.errors();
        prop_assume!(run.record.steps() == 400 && errors.iter().all(|e| e.is_finite()));
        let changes: Vec<f64> = errors[300..].windows(2).map(|e| e[1] - e[0]).collect();
        let rises = changes.iter().filter(|change| **change > 0.0);
        let (count, rises) = (rises.clone().count(), rises.sum::<f64>());
        let falls: f64 = changes.iter().filter(|c| **c < 0.0).map(|c| -c).sum();
        let highest = errors[300..].iter().copied().fold(0.0, f64::max);
        // Again and again, and not by rounding alone.
        let excess = highest - run.verdict.goal.best_error;
        prop_assume!(count >= 25 && rises > 0.55 * falls && rises > 0.011 * excess);
        prop_assert_ne!(run.verdict.kind, Kind::StillDescending);
    }
}

/// What becomes of starts within the given steps.
fn fates(experiment: &Experiment, steps: usize, goal: Goal, starts: &[Vec<f64>]) -> Vec<Fate> {
    let experiment = experiment.with_steps(steps).unwrap();
    experiment.fates(goal, starts.len(), &mut |i, start| {
        start.weights.copy_from_slice(&starts[i]);
    })
}

fn grid(weights: usize, count: usize) -> Vec<Vec<f64>> {
    let place = |k: usize| -9.0 + 18.0 * (k as f64 + 0.5) / count as f64;
    (0..count.pow(weights as u32))
        .map(|k| vec![place(k % count), place(k / count)][..weights].to_vec())
        .collect()
}

/// "As many steps again" is a verdict's horizon: of what it says stands still, next to nothing moves
/// on by more than 5 % of its excess error within it.
#[test]
fn what_is_said_to_stand_still_does() {
    let (mut stalls, mut minima, mut moved) = (0, 0, 0);
    for (fact, weights) in [(&A, 1), (&B, 1), (&C, 2), (&D, 2), (&E, 2), (&F, 2)] {
        let experiment = Experiment::parse(&document(fact, &vec![0.0; weights])).unwrap();
        let goal = Goal::new(&experiment, experiment.best_known_error());
        let starts = grid(weights, if weights == 1 { 181 } else { 19 });
        let once = fates(&experiment, fact.steps, goal, &starts);
        let twice = fates(&experiment, 2 * fact.steps, goal, &starts);
        for ((now, later), start) in once.iter().zip(&twice).zip(&starts) {
            let is_moved = now.error - later.error > 0.05 * (now.error - goal.best_error);
            match now.kind {
                Kind::VanishingGradient => stalls += 1,
                Kind::LocalMinimum => minima += 1,
                _ => continue,
            }
            assert!(
                !(is_moved && now.kind == Kind::LocalMinimum),
                "{start:?}: {now:?}"
            );
            moved += usize::from(is_moved);
        }
    }
    assert!(
        stalls > 300 && minima > 100,
        "{stalls} stalls, {minima} minima"
    );
    let share = f64::from(moved as u32) / f64::from((stalls + minima) as u32);
    assert!(share <= 0.02, "{moved} of {stalls} stalls moved on");
}

/// The kinds along a line of starts, each once where it begins.
fn kinds_along(fact: &Fact) -> Vec<Kind> {
    let experiment = Experiment::parse(&document(fact, &[0.0])).unwrap();
    let goal = Goal::new(&experiment, experiment.best_known_error());
    let mut kinds: Vec<Kind> = fates(&experiment, fact.steps, goal, &grid(1, 1800))
        .iter()
        .map(|fate| fate.kind)
        .collect();
    kinds.dedup();
    kinds
}

#[test]
fn fates_along_a_curve_follow_each_other_as_they_should() {
    use Kind::{Converged, LocalMinimum, StillDescending, VanishingGradient};
    assert_eq!(
        kinds_along(&A),
        [
            VanishingGradient,
            StillDescending,
            Converged,
            StillDescending,
            VanishingGradient
        ]
    );
    assert_eq!(
        kinds_along(&B),
        [
            VanishingGradient,
            StillDescending,
            Converged,
            LocalMinimum,
            StillDescending,
            VanishingGradient
        ]
    );
}

/// 2-2-1 XOR has no finite local minimum (Hamey, 1998).
#[test]
fn no_start_of_xor_ends_in_a_local_minimum() {
    let drawn = |seed: u64| {
        let scale = [0.5, 1.0, 3.0, 8.0][seed as usize % 4];
        Experiment::parse(&common::xor(seed, scale)).unwrap()
    };
    let starts: Vec<Vec<f64>> = (0..2000).map(|seed| drawn(seed).start().to_vec()).collect();
    let experiment = drawn(0);
    let goal = Goal::new(&experiment, experiment.best_known_error());
    let fates = fates(&experiment, 2000, goal, &starts);
    let count = |kind| fates.iter().filter(|fate| fate.kind == kind).count();
    assert_eq!(count(Kind::LocalMinimum), 0);
    let counts = Kind::ALL.map(count);
    assert!(count(Kind::Converged) > 200, "{counts:?}");
    assert!(count(Kind::VanishingGradient) > 20, "{counts:?}");
}

/// Half of XOR's stalls are no saturation alone: the samples still pull, against each other.
#[test]
fn the_plateaus_of_xor_are_balances() {
    let mut seen = 0;
    for seed in 0..400 {
        let experiment = Experiment::parse(&common::xor(seed, 6.0)).unwrap();
        let verdict = experiment.run().verdict;
        let at = |error: f64| (verdict.error - error).abs() < 0.01;
        if verdict.kind != Kind::VanishingGradient || !(at(0.25) || at(1.0 / 3.0)) {
            continue;
        }
        seen += 1;
        let stall = verdict.stall.unwrap();
        assert_eq!(
            verdict.cause,
            Some(Cause::BalanceAndSaturation),
            "seed {seed}"
        );
        let pull = stall.pull.unwrap();
        assert!((0.3..0.9).contains(&pull), "seed {seed}: {pull}");
        // Along what is left nothing cancels: there it is saturation.
        assert!(stall.pull_left.unwrap() < 0.01, "seed {seed}: {stall:?}");
        let [one, other] = stall.balance.unwrap().deltas;
        assert!(one * other < 0.0, "seed {seed}: {stall:?}");
        let smallest = stall.smallest_factor.unwrap();
        assert!(smallest.derivative < 1e-3 * Activation::Logistic.greatest_derivative());
    }
    assert!(seen >= 5, "{seen} plateaus seen");
}

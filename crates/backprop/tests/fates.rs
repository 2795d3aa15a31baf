//! Starts side by side come to what each comes to alone, bit for bit.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;
mod textbook;

use std::collections::HashSet;
use std::sync::Arc;

use backprop::{Batch, Experiment, Fate, Goal, Initial, Kind, Order, Parts, Rule, Training};
use common::{A, B, C, D, E, F, Fact, H, changed, document, xor};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;
use textbook::cases;

/// What a single run from `start` comes to.
fn single(experiment: &Experiment, start: &[f64], goal: Goal) -> Fate {
    let experiment = experiment.with_start(start.to_vec()).unwrap();
    let mut training = Training::new(&experiment);
    training.advance(usize::MAX);
    let record = training.record();
    let verdict = training.verdict(goal.best_error).unwrap();
    Fate {
        kind: verdict.kind,
        steps: record.steps(),
        steps_to_goal: record.steps_to(verdict.goal.error),
        error: verdict.error,
        gradient_norm_at_start: record.gradient_norms()[0],
        end: match *experiment.free() {
            [one] => Some([record.last_weights()[one], 0.0]),
            [one, other] => Some([one, other].map(|i| record.last_weights()[i])),
            _ => None,
        },
    }
}

fn assert_same(found: &Fate, expected: &Fate, start: &[f64]) {
    // Which of the many NaNs an operation gives is not defined.
    let bits = |x: f64| if x.is_nan() { 0 } else { x.to_bits() };
    let parts = |fate: &Fate| {
        let Fate {
            kind,
            steps,
            steps_to_goal,
            error,
            gradient_norm_at_start,
            end,
        } = *fate;
        let numbers = [bits(error), bits(gradient_norm_at_start)];
        let end = end.map(|end| end.map(bits));
        (kind, steps, steps_to_goal, numbers, end)
    };
    assert_eq!(parts(found), parts(expected), "from {start:?}: {found:?}");
}

/// Compares the fates of all starts with single runs, and gives the kinds that occurred.
fn compare(experiment: &Experiment, starts: &[Vec<f64>]) -> HashSet<Kind> {
    let goal = Goal::new(experiment, experiment.best_known_error());
    let fates = experiment.fates(goal, starts.len(), &mut |i, start| {
        start.weights.copy_from_slice(&starts[i]);
    });
    assert_eq!(fates.len(), starts.len());
    for (fate, start) in fates.iter().zip(starts) {
        assert_same(fate, &single(experiment, start, goal), start);
    }
    fates.iter().map(|fate| fate.kind).collect()
}

/// The centres of 16 × 16 pixels, or of 16, between −9 and 9.
fn grid(weights: usize) -> Vec<Vec<f64>> {
    let centre = |i: usize| -9.0 + 18.0 * (i as f64 + 0.5) / 16.0;
    (0..16_usize.pow(weights as u32))
        .map(|i| vec![centre(i % 16), centre(i / 16)][..weights].to_vec())
        .collect()
}

fn kinds_of_fact(fact: &Fact, weights: usize, rate: f64) -> HashSet<Kind> {
    let text = document(fact, &vec![0.0; weights]);
    let experiment = Experiment::parse(&text).unwrap().with_rate(rate).unwrap();
    compare(&experiment, &grid(weights))
}

#[test]
fn every_pixel_of_the_facts_maps_is_a_single_run() {
    let mut kinds = HashSet::new();
    for (fact, weights) in [(&A, 1), (&B, 1), (&C, 2), (&D, 2), (&E, 2), (&F, 2)] {
        kinds.extend(kinds_of_fact(fact, weights, fact.rate));
    }
    for rate in [0.01, 0.5, 2.0, 2.1, 40.0] {
        kinds.extend(kinds_of_fact(&H, 1, rate));
    }
    for kind in Kind::ALL {
        assert!(kinds.contains(&kind) || kind == Kind::Saddle, "{kind:?}");
    }
}

#[test]
fn saddles_and_starts_at_the_goal_are_seen_at_once() {
    let experiment = Experiment::parse(&document(&E, &[0.0, 0.0])).unwrap();
    let near_goal = vec![0.8772, 0.7791];
    let kinds = compare(&experiment, &[vec![0.0, 0.0], near_goal]);
    assert_eq!(kinds, HashSet::from([Kind::Saddle, Kind::Converged]));
}

/// Descents side by side may have a rate each: they are what single runs at these rates come to.
#[test]
fn each_start_may_have_its_own_rate() {
    for rule in ["steepest-descent", "momentum", "adam"] {
        let rule = json!({"rule": {"name": rule, "rate": 0.5}, "steps": 300});
        let experiment = Experiment::parse(&changed(&B, &[0.0], rule)).unwrap();
        let goal = Goal::new(&experiment, experiment.best_known_error());
        let pair = |i: usize| (-8.0 + 0.4 * i as f64, 10_f64.powf(-2.0 + 0.1 * i as f64));
        let fates = experiment.fates(goal, 41, &mut |i, start| {
            (start.weights[0], start.rate) = pair(i);
        });
        for (i, fate) in fates.iter().enumerate() {
            let (w, rate) = pair(i);
            let alone = single(&experiment.with_rate(rate).unwrap(), &[w], goal);
            assert_same(fate, &alone, &[w, rate]);
        }
    }
}

#[test]
fn starts_beyond_all_bounds_are_those_of_single_runs() {
    let experiment = Experiment::parse(&document(&H, &[0.0])).unwrap();
    let starts = [1e7, 9.6e7, -1e8, 1.000_001e8, 1e60, 1e200, -3e300];
    for rate in [1e-3, 0.5, 2.0, 1e-290] {
        compare(
            &experiment.with_rate(rate).unwrap(),
            &starts.map(|w| vec![w]),
        );
    }
}

/// One step leads out of bounds, the next would lead back.
#[test]
fn a_short_visit_beyond_the_bounds_is_seen() {
    let fact = Fact {
        activations: r#"["relu"]"#,
        inputs: "[[1],[-0.5]]",
        targets: "[[0],[0]]",
        rate: 2.2,
        ..H
    };
    let experiment = Experiment::parse(&document(&fact, &[0.0])).unwrap();
    // 10⁸ natural units of this weight are 1.26 · 10⁸.
    let kinds = compare(&experiment, &[vec![1.14e8], vec![8.9e7]]);
    assert!(
        kinds.contains(&Kind::Diverged) && kinds.len() == 2,
        "{kinds:?}"
    );
}

#[test]
fn no_start_has_no_fate() {
    let experiment = Experiment::parse(&document(&H, &[0.0])).unwrap();
    assert!(compare(&experiment, &[]).is_empty());
}

#[test]
fn frozen_weights_keep_their_values() {
    let text = xor(6, 2.0).replace(r#""steps":4000"#, r#""free":[7,2],"steps":700"#);
    let experiment = Experiment::parse(&text).unwrap();
    let starts: Vec<Vec<f64>> = grid(2)
        .into_iter()
        .map(|pixel| {
            let mut start = experiment.start().to_vec();
            (start[2], start[7]) = (pixel[0], pixel[1]);
            start
        })
        .collect();
    compare(&experiment, &starts);
}

proptest! {
    #![proptest_config(Config { cases: 60, failure_persistence: None, ..Config::default() })]

    #[test]
    fn random_problems_in_lanes_are_single_runs(
        case in cases(3, 4, 3.0),
        free in prop::collection::vec(any::<bool>(), 100),
        rule in prop::sample::select(Rule::ALL.to_vec()),
        rate in prop::sample::select(vec![0.01, 0.3, 2.0, 30.0]),
        batch in prop::option::weighted(0.3, (1..=5_usize, any::<bool>(), 0..100_u64)),
        steps in 1..300_usize,
        shifts in prop::collection::vec(-6.0..6.0_f64, 0..40),
    ) {
        let free: Vec<usize> = (0..case.weights.len()).filter(|&i| free[i]).collect();
        let experiment = Experiment::new(Parts {
            problem: Arc::new(case.problem()),
            initial: Initial::Given(case.weights.clone()),
            free: (!free.is_empty()).then_some(free),
            rule: rule.with_rate(rate),
            batch: batch.map(|(size, is_shuffled, seed)| Batch {
                size: size.min(case.inputs.len()),
                order: if is_shuffled { Order::Shuffled { seed } } else { Order::Given },
            }),
            steps,
            best_error: Some(0.0),
            view: None,
        }).unwrap();
        let starts: Vec<Vec<f64>> = shifts.iter().map(|shift| {
            let mut start = case.weights.clone();
            for &i in experiment.free() {
                start[i] += shift * (0.7 * i as f64 + shift).sin();
            }
            start
        }).collect();
        compare(&experiment, &starts);
    }
}

/// What wanders passes through the goal many times: it is there when it stays.
#[test]
fn who_passes_through_the_goal_has_not_come_to_it() {
    let rules = [
        json!({"name": "steepest-descent", "rate": 2.0}),
        json!({"name": "momentum", "rate": 1.5, "momentum": 0.95}),
        json!({"name": "adam", "rate": 2.0}),
        json!({"name": "adagrad", "rate": 100.0}),
    ];
    let mut passing = 0;
    for rule in rules {
        let text = changed(&H, &[3.0], json!({"rule": rule, "steps": 400}));
        let experiment = Experiment::parse(&text).unwrap();
        let goal = Goal::new(&experiment, experiment.best_known_error());
        let starts: Vec<Vec<f64>> = (0..40).map(|i| vec![0.15 * f64::from(i) - 2.0]).collect();
        compare(&experiment, &starts);
        for start in &starts {
            let mut training = Training::new(&experiment.with_start(start.clone()).unwrap());
            training.advance(usize::MAX);
            let (record, errors) = (training.record(), training.record().errors());
            let steps = record.steps_to(goal.error);
            let first = errors.iter().position(|error| *error <= goal.error);
            passing += usize::from(first != steps);
            let Some(steps) = steps else {
                assert!(errors[record.steps()] > goal.error);
                continue;
            };
            assert!(errors[steps..].iter().all(|error| *error <= goal.error));
            assert!(steps == 0 || errors[steps - 1] > goal.error);
        }
    }
    assert!(passing >= 40, "{passing}");
}

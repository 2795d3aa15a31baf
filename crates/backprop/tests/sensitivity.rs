//! How much the end of a run depends on its start, held against other ways to find it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Batch, Experiment, Goal, Order, Rule, Start};
use common::{B, document, xor};
use serde_json::{Value, json};

fn experiment(start: f64) -> Experiment {
    Experiment::parse(&document(&B, &[start])).unwrap()
}

/// E″ of one logistic unit without a bias, by hand: Σ x² (f′² + (f − d) f″).
fn bend(weight: f64) -> f64 {
    let of_sample = |(x, d): (f64, f64)| {
        let f = 1.0 / (1.0 + (-weight * x).exp());
        let slope = f * (1.0 - f);
        x * x * (slope * slope + (f - d) * slope * (1.0 - 2.0 * f))
    };
    [(10.0, 0.1), (1.0, 0.9)].into_iter().map(of_sample).sum()
}

/// Steepest descent on one weight: each step multiplies what is between two starts by 1 − ε E″(w).
#[test]
fn one_weight_is_a_product() {
    for (start, rate) in [
        (-1.0, 0.5),
        (1.0, 0.5),
        (5.0, 0.5),
        (8.0, 0.5),
        (-1.0, 3.0),
        (4.0, 2.0),
    ] {
        let experiment = experiment(start).with_rate(rate).unwrap();
        let record = experiment.run().record;
        let found = experiment.sensitivity(&record, &[&[1.0]]).unwrap();
        let factors = (0..record.steps()).map(|step| 1.0 - rate * bend(record.weights(step)[0]));
        let by_hand: f64 = factors.map(|factor| factor.abs().log10()).sum();
        assert!(
            (found.log10() - by_hand).abs() < 1e-6 * by_hand.abs().max(1.0),
            "{start} {rate}: {} {by_hand}",
            found.log10()
        );
    }
}

/// In a basin nothing is left of the start, on a plateau all of it, and a run that wanders makes of its last
/// digit all the digits of the end.
#[test]
fn basin_plateau_and_chaos() {
    let log10 = |start: f64, rate: f64| {
        let experiment = experiment(start).with_rate(rate).unwrap();
        experiment
            .sensitivity(&experiment.run().record, &[&[1.0]])
            .unwrap()
            .log10()
    };
    assert!(log10(-1.0, 0.5) < -100.0);
    assert!(log10(8.0, 0.5).abs() < 0.1);
    assert!(log10(-1.0, 4.0) > 100.0);
}

/// The end of the run of `experiment` from `start`.
fn end(experiment: &Experiment, start: Vec<f64>) -> Vec<f64> {
    let record = experiment.with_start(start).unwrap().run().record;
    record.last_weights().to_vec()
}

/// All rules, all samples and batches in both orders, nine weights of which some stay: against central
/// differences of two lengths, whose errors cancel.
#[test]
fn every_rule_and_batch_agrees_with_differences() {
    let mut text: Value = serde_json::from_str(&xor(3, 1.0)).unwrap();
    text["steps"] = json!(25);
    text["free"] = json!([0, 1, 2, 3, 5, 6, 7, 8]);
    let base = Experiment::parse(&text.to_string()).unwrap();
    let batches =
        [Order::Given, Order::Shuffled { seed: 3 }].map(|order| Some(Batch { size: 3, order }));
    for &rule in Rule::ALL {
        for batch in [None].into_iter().chain(batches) {
            let experiment = base.with_rule(rule.with_rate(0.05)).unwrap();
            let experiment = experiment.with_batch(batch).unwrap();
            let record = experiment.run().record;
            let mut third = [0.0; 9];
            third[2] = 1.0;
            let found = experiment.sensitivity(&record, &[&third]).unwrap();
            let moved = |by: f64| {
                let mut start = experiment.start().to_vec();
                start[2] += by;
                end(&experiment, start)
            };
            let difference = |h: f64| -> Vec<f64> {
                let ends = moved(h).into_iter().zip(moved(-h));
                ends.map(|(above, below)| (above - below) / (2.0 * h))
                    .collect()
            };
            let (coarse, fine) = (difference(2e-4), difference(1e-4));
            for weight in 0..9 {
                let expected = (4.0 * fine[weight] - coarse[weight]) / 3.0;
                let found = found.of_weight(weight);
                assert!(
                    (found - expected).abs() < 1e-7,
                    "{rule:?} {batch:?} {weight}: {found} {expected}"
                );
            }
        }
    }
}

/// Inputs × c, their weights / c, ε / c²: the same run has the same sensitivity.
#[test]
fn it_does_not_depend_on_units() {
    let of = |c: f64| {
        let text = format!(
            r#"{{"layers": [1, 1], "activations": ["logistic"], "bias": false,
            "inputs": [[{}], [{}]], "targets": [[0.1], [0.9]], "weights": [{}],
            "rule": {{"name": "steepest-descent", "rate": {}}}, "steps": 50}}"#,
            10.0 * c,
            c,
            1.0 / c,
            0.5 / (c * c)
        );
        let experiment = Experiment::parse(&text).unwrap();
        experiment
            .sensitivity(&experiment.run().record, &[&[1.0]])
            .unwrap()
            .log10()
    };
    assert!((of(1.0) - of(16.0)).abs() < 1e-12);
}

/// Every rule, loss and batch, one direction and two, starts in a number that fills no row, and a rate of
/// each start's own.
#[test]
fn lanes_have_the_bits_of_single_runs() {
    let mut text: Value = serde_json::from_str(&xor(3, 1.0)).unwrap();
    text["steps"] = json!(60);
    text["free"] = json!([0, 1, 2, 3, 5, 6, 7, 8]);
    let squared = Experiment::parse(&text.to_string()).unwrap();
    text["loss"] = json!("cross-entropy");
    let entropy = Experiment::parse(&text.to_string()).unwrap();
    let shuffled = Batch {
        size: 3,
        order: Order::Shuffled { seed: 3 },
    };
    let (mut across, mut upwards) = ([0.0; 9], [0.0; 9]);
    across[2] = 1.0;
    (upwards[6], upwards[8]) = (0.8, -0.6);
    let mut known = 0;
    for base in [squared, entropy] {
        let goal = Goal::new(&base, base.best_known_error());
        for &rule in Rule::ALL {
            for batch in [None, Some(shuffled)] {
                let experiment = base.with_rule(rule.with_rate(0.05)).unwrap();
                let experiment = experiment.with_batch(batch).unwrap();
                let mut place = |number: usize, start: &mut Start| {
                    start.weights[2] = number as f64 - 5.0;
                    // From steps that are short to those that throw runs out.
                    start.rate = 0.05 * 4_f64.powi(number as i32 % 5);
                };
                let fates = experiment.fates(goal, 11, &mut place);
                for directions in [&[&across[..]][..], &[&across[..], &upwards[..]]] {
                    let found = experiment.sensitivities(&fates, directions, &mut place);
                    for (number, found) in found.iter().enumerate() {
                        let mut start = Start {
                            weights: experiment.start().to_vec(),
                            rate: 0.0,
                        };
                        place(number, &mut start);
                        let single = experiment.with_start(start.weights).unwrap();
                        let single = single.with_rate(start.rate).unwrap();
                        let record = single.run().record;
                        let alone = single.sensitivity(&record, directions);
                        let alone = alone.map_or(f64::NAN, |found| found.log10());
                        assert_eq!(found.to_bits(), alone.to_bits(), "{rule:?} {number}");
                        known += usize::from(found.is_finite());
                    }
                }
            }
        }
    }
    assert!(known > 300, "{known}");
}

/// Of two directions the one between them counts that moves the end most; on a level plateau any, by 1.
#[test]
fn two_axes_have_the_greatest_of_all_directions_between_them() {
    let experiment = Experiment::parse(&document(&common::F, &[1.0, 2.0])).unwrap();
    let record = experiment.run().record;
    let [across, upwards] = [[1.0, 0.0], [0.0, 1.0]];
    let of = |directions: &[&[f64]]| {
        let found = experiment.sensitivity(&record, directions).unwrap();
        10_f64.powf(found.log10())
    };
    let most = of(&[&across, &upwards]);
    let between = (0..=180).map(|degrees| {
        let (sin, cos) = f64::from(degrees).to_radians().sin_cos();
        of(&[&[cos, sin]])
    });
    let found = between.fold(0.0, f64::max);
    assert!((found / most - 1.0).abs() < 1e-3, "{found} {most}");
    assert!(most > of(&[&across]) && most > of(&[&upwards]));

    let level = Experiment::parse(&document(&common::F, &[20.0, 20.0])).unwrap();
    let record = level.run().record;
    let found = level.sensitivity(&record, &[&across, &upwards]).unwrap();
    assert!(found.log10().abs() < 1e-6, "{}", found.log10());
}

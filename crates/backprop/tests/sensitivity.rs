//! How much the end of a run depends on its start, held against other ways to find it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Batch, Experiment, Order, Rule};
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
        let found = experiment.sensitivity(&record, 0).unwrap();
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
            .sensitivity(&experiment.run().record, 0)
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
            let found = experiment.sensitivity(&record, 2).unwrap();
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
            .sensitivity(&experiment.run().record, 0)
            .unwrap()
            .log10()
    };
    assert!((of(1.0) - of(16.0)).abs() < 1e-12);
}

//! The same document gives the same bits: run twice, run in portions, run in eight lanes.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;
mod textbook;

use backprop::{
    Activation, Connection, Draw, Experiment, Network, Record, Scheme, Source, Stop, Training,
    Workspace,
};
use common::{B, E, H, document, xor};
use proptest::prelude::*;
use proptest::test_runner::Config;
use textbook::cases;
use wide::f64x8;

fn parse(document: &str) -> Experiment {
    Experiment::parse(document).unwrap()
}

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

fn assert_same_bits(one: &Record, other: &Record) {
    assert_eq!(one.steps(), other.steps());
    assert_eq!(bits(one.errors()), bits(other.errors()));
    assert_eq!(bits(one.gradient_norms()), bits(other.gradient_norms()));
    for step in 0..=one.steps() {
        assert_eq!(bits(one.weights(step)), bits(other.weights(step)), "{step}");
    }
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, ..Config::default() })]

    /// Eight networks side by side are eight networks: another order of one sum would show.
    #[test]
    fn eight_lanes_give_the_bits_of_eight_networks(
        case in cases(4, 5, 4.0),
        shifts in prop::array::uniform8(-40.0..40.0_f64),
    ) {
        let problem = case.problem();
        let starts = shifts.map(|shift| -> Vec<f64> {
            let turned = case.weights.iter().enumerate();
            turned.map(|(k, w)| w + shift * (0.7 * k as f64 + shift).sin()).collect()
        });
        let weights: Vec<f64x8> = (0..case.weights.len())
            .map(|k| f64x8::from(std::array::from_fn(|lane| starts[lane][k])))
            .collect();
        let mut gradient = vec![f64x8::splat(0.0); weights.len()];
        let mut workspace = Workspace::new(problem.network());
        let error = problem.error_and_gradient(&weights, &mut gradient, &mut workspace);

        for (lane, start) in starts.iter().enumerate() {
            let (single, slopes) = problem.gradient(start);
            prop_assert_eq!(error.to_array()[lane].to_bits(), single.to_bits());
            let found: Vec<f64> = gradient.iter().map(|g| g.to_array()[lane]).collect();
            prop_assert_eq!(bits(&found), bits(&slopes));
        }
    }

    #[test]
    fn a_run_in_portions_is_the_whole_run(seed in 0..1000_u64, portion in 1..700_usize) {
        let text = xor(seed, 2.0).replace(r#""steps""#, r#""best_error":0,"steps""#);
        let experiment = parse(&text).with_steps(1000).unwrap();
        let whole = experiment.run();
        let mut training = Training::new(&experiment);
        let mut calls = 1;
        while !training.advance(portion) {
            calls += 1;
        }
        prop_assert!(calls >= 1000 / portion);
        assert_same_bits(training.record(), &whole.record);
        prop_assert_eq!(training.stop(), Some(whole.verdict.stop));
        let verdict = training.verdict(experiment.best_known_error()).unwrap();
        prop_assert_eq!(verdict, whole.verdict);
    }
}

#[test]
fn two_runs_give_the_same_bits_and_the_same_verdict() {
    for document in [xor(3, 1.0), xor(4, 6.0), document(&E, &[1.0, 1.0])] {
        let (one, other) = (parse(&document).run(), parse(&document).run());
        assert_same_bits(&one.record, &other.record);
        assert_eq!(one.verdict, other.verdict);
    }
}

/// The record keeps what the problem says at the weights that it keeps.
#[test]
fn the_record_is_steepest_descent_from_the_start() {
    let experiment = parse(&xor(5, 1.0)).with_steps(50).unwrap();
    let record = experiment.run().record;
    assert_eq!(record.steps(), 50);
    assert_eq!(record.errors().len(), 51);
    assert_eq!(record.weights(0), experiment.start());
    assert!(record.weights(51).is_empty());
    for step in 0..50 {
        let (error, gradient) = experiment.problem().gradient(record.weights(step));
        assert_eq!(record.errors()[step], error);
        let norm = gradient.iter().map(|g| g * g).sum::<f64>().sqrt();
        assert!((record.gradient_norms()[step] - norm).abs() <= 1e-15 * norm);
        for (weight, slope) in gradient.iter().enumerate() {
            let path: Vec<f64> = record.path(weight).collect();
            assert_eq!(path.len(), 51);
            assert_eq!(path[step + 1], path[step] - 0.5 * slope);
        }
    }
}

#[test]
fn frozen_weights_stay_where_they_are() {
    let text = xor(6, 1.0).replace(r#""steps""#, r#""free":[7,2],"steps""#);
    let experiment = parse(&text).with_steps(100).unwrap();
    assert_eq!(experiment.free(), [2, 7]);
    let record = experiment.run().record;
    for weight in 0..9 {
        let moved = record.last_weights()[weight] != record.weights(0)[weight];
        assert_eq!(moved, [2, 7].contains(&weight), "weight {weight}");
    }
}

/// The best known error belongs to the landscape, not to the place where the ball lies.
#[test]
fn the_best_known_error_does_not_depend_on_the_free_start() {
    let best = |document: &str| parse(document).best_known_error().to_bits();
    let b = best(&document(&B, &[0.0]));
    for start in [-8.0, 0.5, 5.0, 1e7] {
        assert_eq!(best(&document(&B, &[start])), b);
    }
    // From 1, the solution, a search would find E = 0 at once.
    assert_eq!(best(&document(&H, &[1.0])), best(&document(&H, &[3.0])));
    let x = best(&xor(0, 1.0));
    assert_eq!(best(&xor(0, 1.0)), x);
    assert_eq!(best(&xor(17, 6.0)), x);
    assert!(f64::from_bits(x) < 1e-6, "XOR can be solved");

    // It does depend on the weights that stay: with w₂ = 0, E can not fall below ½ · 0.5².
    let frozen = |w2: f64| {
        let text = document(&E, &[1.0, w2]).replace(r#""steps""#, r#""free":[0],"steps""#);
        parse(&text).best_known_error()
    };
    assert_eq!(frozen(0.0), 0.125);
    assert!(frozen(2.0) < 1e-12);
}

#[test]
fn a_given_best_error_is_believed() {
    let text = document(&B, &[1.0]).replace(r#""steps""#, r#""best_error":0.25,"steps""#);
    let run = parse(&text).run();
    assert_eq!(run.verdict.goal.best_error, 0.25);
}

#[test]
fn drawn_values_come_in_the_order_of_the_weights() {
    let experiment = parse(&xor(7, 1.5));
    let network = experiment.problem().network();
    let drawn = Draw {
        scheme: Scheme::Uniform,
        scale: 1.5,
        seed: 7,
    };
    assert_eq!(experiment.start(), drawn.weights(network));
    assert!(experiment.start().iter().all(|w| w.abs() <= 1.5));
}

/// A link from today has to mean the same tomorrow and in another browser. The numbers come from
/// xoshiro256++ and the ratio of uniforms, written out in another language.
#[test]
fn a_seed_is_a_promise() {
    let network = Network::new(vec![2, 2, 1], vec![Activation::Logistic; 2], true).unwrap();
    let table = [
        (
            Scheme::Uniform,
            [-1.3339186905650007, -0.9836524366556468, 0.6527283850759781],
        ),
        (
            Scheme::Normal,
            [
                -0.2610320454820223,
                -0.09158256471721676,
                -0.6048742701981478,
            ],
        ),
        (
            Scheme::Xavier,
            [-1.6337100751228684, -1.2047232770258434, 0.0],
        ),
        (Scheme::He, [-0.2610320454820223, -0.09158256471721676, 0.0]),
    ];
    for (scheme, expected) in table {
        let (scale, seed) = (1.5, 7);
        let drawn = Draw {
            scheme,
            scale,
            seed,
        };
        assert_eq!(drawn.weights(&network)[..3], expected, "{scheme:?}");
    }
}

/// ∂E/∂w tells which weight is which: a weight has a slope exactly where a signal flows.
#[test]
fn each_weight_connects_what_its_place_says() {
    // All outputs are 0 but that of the second input, and only the second output has an error.
    let text = r#"{"layers":[3,2],"activations":["identity"],"bias":true,
        "inputs":[[0,5,0]],"targets":[[0,1]],"weights":[0,0,0,0,0,0,0,0],
        "rule":{"name":"steepest-descent","rate":0.1},"steps":1}"#;
    let experiment = parse(text);
    let (_, gradient) = experiment.problem().gradient(experiment.start());
    let network = experiment.problem().network();
    let index = |source| {
        let (layer, unit) = (1, 1);
        network.index(Connection {
            layer,
            unit,
            source,
        })
    };
    assert_eq!(index(Source::Unit(1)), Some(5));
    assert_eq!(index(Source::Bias), Some(7));
    assert_eq!(gradient, [0.0, 0.0, 0.0, 0.0, 0.0, -5.0, 0.0, -1.0]);
}

#[test]
fn a_run_that_stands_still_ends_early() {
    let run = parse(&document(&E, &[0.0, 0.0])).run();
    assert_eq!(run.verdict.stop, Stop::Standstill);
    assert_eq!(run.record.steps(), 0);
}

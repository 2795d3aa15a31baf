//! Where one more, one sign or one part decides: an index that is the count, a solution on the other
//! side of 0, the one factor of several, the one way down of many.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Cause, Connection, Experiment, Kind, SmallestFactor, Source};
use common::{B, Fact, H, document, whole};
use serde_json::json;

fn parse(document: &serde_json::Value) -> Experiment {
    Experiment::parse(&document.to_string()).unwrap()
}

/// From a page, an index may be any number: that of the count is the first that there is not.
#[test]
fn an_index_that_is_the_count_is_none() {
    let experiment = parse(&whole());
    let problem = experiment.problem();
    let network = problem.network();
    let (weights, samples) = (network.weight_count(), problem.samples().count());
    assert_eq!((weights, samples), (9, 4));
    let start = experiment.start();

    for past in [weights, weights + 1, usize::MAX] {
        let refused = experiment.with_axes(&[past]).unwrap_err();
        assert_eq!(refused.place, "view[0].weight");
        let refused = experiment.with_axes(&[0, past]).unwrap_err();
        assert_eq!(refused.place, "view[1].weight");
        assert!(network.connection(past).is_none());
        assert!(problem.check_gradient(start, past).is_none());
    }
    assert!(experiment.with_axes(&[weights - 1]).is_ok());
    assert!(network.connection(weights - 1).is_some());
    assert!(problem.check_gradient(start, weights - 1).is_some());

    for past in [samples, samples + 1, usize::MAX] {
        assert!(problem.samples().get(past).is_none());
        assert!(problem.pass(start, past).is_none());
        assert!(problem.layer_factors(start, past).is_none());
    }
    assert!(problem.pass(start, samples - 1).is_some());
    assert!(problem.layer_factors(start, samples - 1).is_some());
    // Nor are there weights of another network.
    assert!(problem.pass(&start[1..], 0).is_none());
    assert!(problem.sum(&start[1..]).is_none());

    let index = |layer, unit, source| {
        network.index(Connection {
            layer,
            unit,
            source,
        })
    };
    assert_eq!(index(2, 0, Source::Unit(1)), Some(7));
    assert_eq!(index(2, 0, Source::Unit(2)), None);
    assert_eq!(index(2, 1, Source::Unit(0)), None);
    assert_eq!(index(2, 1, Source::Bias), None);
    assert_eq!(index(1, 2, Source::Bias), None);
    assert_eq!(index(3, 0, Source::Bias), None);
    assert_eq!(index(0, 0, Source::Bias), None);
}

/// Fact B, shifted by a weight that stays: from 0, E falls into the worse of its two minima, and the
/// better one is beyond 0 on the one side, and in the mirror on the other.
#[test]
fn the_search_looks_on_both_sides_of_zero() {
    for side in [1.0, -1.0] {
        let document = json!({
            "layers": [2, 1],
            "activations": ["logistic"],
            "bias": false,
            "inputs": [[10.0 * side, 10.0 * side], [side, side]],
            "targets": [[0.1], [0.9]],
            "weights": [0, 0.7 * side],
            "free": [0],
            "rule": {"name": "steepest-descent", "rate": 0.5},
            "steps": 2000,
        });
        let experiment = parse(&document);
        let run = experiment.run();
        assert_eq!(run.verdict.kind, Kind::LocalMinimum, "{side}");
        assert!((run.verdict.error - 0.405).abs() < 1e-5);
        let best = experiment.best_known_error();
        assert!((best - 0.099_035_7).abs() < 1e-6, "{side}: {best}");
    }
}

/// Two units in a chain, a logistic one and a tanh, with these weights; the target is 0.
fn chain(weights: [f64; 2]) -> SmallestFactor {
    let document = json!({
        "layers": [1, 1, 1],
        "activations": ["logistic", "tanh"],
        "bias": false,
        "inputs": [[1]],
        "targets": [[0]],
        "weights": weights,
        "rule": {"name": "steepest-descent", "rate": 0.1},
        "steps": 50,
    });
    smallest_factor(&parse(&document))
}

fn smallest_factor(experiment: &Experiment) -> SmallestFactor {
    let verdict = experiment.run().verdict;
    assert_eq!(verdict.kind, Kind::VanishingGradient);
    verdict.stall.unwrap().smallest_factor.unwrap()
}

/// f′ of a logistic unit is at most ¼: it is the share of the greatest that says how saturated a unit is.
#[test]
fn the_smallest_factor_is_so_by_its_share() {
    let found = |first: f64| {
        let document = json!({
            "layers": [1, 1, 1],
            "activations": ["logistic", "tanh"],
            "bias": true,
            "inputs": [[1]],
            "targets": [[0]],
            "weights": [first, 0, 1, 4.95],
            "free": [0, 2],
            "rule": {"name": "steepest-descent", "rate": 0.1},
            "steps": 50,
        });
        smallest_factor(&parse(&document))
    };
    // f′ = 1.0e-4 of ¼ beside 2.0e-4 of 1.
    let second = found(-9.21);
    assert_eq!((second.layer, second.unit, second.sample), (2, 0, 0));
    assert!(second.derivative > 1.9e-4 && second.greatest_derivative == 1.0);
    // f′ = 6.1e-6 of ¼ beside 2.0e-4 of 1.
    let first = found(-12.0);
    assert_eq!((first.layer, first.greatest_derivative), (1, 0.25));
}

/// What stands before the weights that still have a slope explains nothing of it.
#[test]
fn the_smallest_factor_stands_behind_a_part_of_the_slope() {
    // f′ = 1e-13 in the hidden unit: its weight has no part in what is left.
    let found = chain([30.0, 4.95]);
    assert_eq!(found.layer, 2);
}

/// A sample that is learned may be as saturated as it likes. How much another one is missed is a matter of
/// what they all are.
#[test]
fn the_smallest_factor_is_of_a_sample_that_is_missed() {
    for target in [0.0, 0.6] {
        let document = json!({
            "layers": [1, 1],
            "activations": ["tanh"],
            "bias": false,
            "inputs": [[3], [1]],
            "targets": [[1], [target]],
            "weights": [4.95],
            "rule": {"name": "steepest-descent", "rate": 0.1},
            "steps": 50,
        });
        assert_eq!(smallest_factor(&parse(&document)).sample, 1, "{target}");
    }
}

/// The output is a product of seven weights or matrices, all 0, and a bias at its best: E is flat to the
/// sixth order, and falls by more than rounding only where all of them are turned to each other. The
/// nudges as they are drawn do not show it.
#[test]
fn a_nudge_is_turned_until_it_leads_down() {
    for (width, samples) in [(1, 2), (2, 2), (2, 6)] {
        let layers = [vec![1], vec![width; 6], vec![1]].concat();
        let count = layers.windows(2).map(|pair| (pair[0] + 1) * pair[1]).sum();
        let inputs = [[1.0], [-1.0]].repeat(samples / 2);
        let target = (2.0 / samples as f64).sqrt();
        let targets: Vec<[f64; 1]> = inputs.iter().map(|[x]| [x * target]).collect();
        let mut document = json!({
            "layers": layers,
            "activations": vec!["identity"; layers.len() - 1],
            "bias": true,
            "inputs": inputs,
            "targets": targets,
            "weights": vec![0.0; count],
            "rule": {"name": "steepest-descent", "rate": 0.1},
            "steps": 50,
            "best_error": 0,
        });
        let network = parse(&document).problem().network().clone();
        let is_moved = |&i: &usize| {
            let place = network.connection(i).unwrap();
            place.source != Source::Bias || place.layer == layers.len() - 1
        };
        document["free"] = (0..count).filter(is_moved).collect();
        let verdict = parse(&document).run().verdict;
        let flat = verdict.curvature.unwrap().flat_directions;
        assert_eq!(flat, 2 * width + 5 * width * width);
        assert_eq!(verdict.kind, Kind::VanishingGradient, "{width}, {samples}");
    }
}

/// At a kink the slope is that of one side, and a difference over both is half of that of the other:
/// as far apart as two numbers can be, whatever their size.
#[test]
fn a_check_of_a_slope_is_relative() {
    for target in [1.0, 1000.0, 0.001] {
        let document = json!({
            "layers": [1, 1],
            "activations": ["relu"],
            "bias": false,
            "inputs": [[1]],
            "targets": [[target]],
            "weights": [0],
            "rule": {"name": "steepest-descent", "rate": 0.1},
            "steps": 1,
        });
        let experiment = parse(&document);
        let check = experiment.problem().check_gradient(&[0.0], 0).unwrap();
        assert_eq!(check.backpropagation, 0.0);
        assert!((check.central_difference / (-0.5 * target) - 1.0).abs() < 0.01);
        assert_eq!(check.relative_difference, 1.0, "{target}");
    }
}

/// A bound is allowed itself.
#[test]
fn an_axis_may_be_as_short_as_it_has_to_be() {
    let mut document = whole();
    let mut with = |from: f64, to: f64| {
        document["view"][0] = json!({"weight": 0, "from": from, "to": to});
        Experiment::parse(&document.to_string()).is_ok()
    };
    assert!(with(0.0, 1e-150));
    assert!(with(-1e-150, 0.0));
    assert!(!with(0.0, 0.999_999e-150));
    assert!(with(-1e300, 1e300));
    assert!(with(0.0, 1e300));
}

/// Between wide layers, δ is multiplied by what its length is.
#[test]
fn a_layers_factor_is_a_ratio_of_deltas() {
    let experiment = parse(&whole());
    let problem = experiment.problem();
    for sample in 0..4 {
        let pass = problem.pass(experiment.start(), sample).unwrap();
        let length = |layer: usize| {
            let units = problem.network().layers()[layer].units.clone();
            let deltas = &pass.signals.delta[units];
            deltas.iter().map(|delta| delta * delta).sum::<f64>().sqrt()
        };
        let factors = problem.layer_factors(experiment.start(), sample).unwrap();
        assert_eq!(factors.len(), 1);
        let expected = length(0) / length(1);
        assert!((factors[0] - expected).abs() < 1e-12 * expected, "{sample}");
        assert!((factors[0] - length(0) * length(1)).abs() > 1e-3);
    }
}

/// What the next step changes the weights by, within the run and after its end.
#[test]
fn an_update_is_a_difference() {
    let experiment = parse(&whole()).with_steps(5).unwrap();
    let record = experiment.run().record;
    for step in 0..=5 {
        let (_, gradient) = experiment.problem().gradient(record.weights(step));
        for (i, change) in record.update(step).into_iter().enumerate() {
            let is_free = experiment.free().contains(&i);
            let expected = if is_free { -0.5 * gradient[i] } else { 0.0 };
            assert!((change - expected).abs() < 1e-15, "{step}, {i}: {change}");
        }
    }
}

/// At twice the inverse of the curvature the run goes to and fro for ever, and below it for a while.
#[test]
fn swings_have_to_last() {
    for (rate, kind, cause) in [
        (2.0, Kind::Oscillating, Some(Cause::Swinging)),
        (1.9, Kind::Converged, None),
    ] {
        let fact = Fact { rate, ..H };
        let verdict = Experiment::parse(&document(&fact, &[3.0]))
            .unwrap()
            .run()
            .verdict;
        assert_eq!((verdict.kind, verdict.cause), (kind, cause), "{rate}");
    }
    // Right at a local minimum, too: what does not shrink does not settle.
    for (part, kind) in [(2.0, Kind::Oscillating), (1.9, Kind::LocalMinimum)] {
        let rate = part / 0.0081;
        let fact = Fact { rate, ..B };
        let verdict = Experiment::parse(&document(&fact, &[2.1977]))
            .unwrap()
            .run()
            .verdict;
        assert_eq!(verdict.kind, kind, "{part}");
    }
}

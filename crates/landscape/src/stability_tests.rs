use backprop::{Adam, Experiment, Kind, Rule};
use lessons::Fact;

use super::*;
use crate::curve::Curve;

fn limits(experiment: &Experiment) -> Vec<RateLimit> {
    let axis = experiment.view()[0];
    let curve = Curve::sample(experiment.problem(), experiment.start(), axis, 801).unwrap();
    rate_limits(experiment, curve.minima())
}

/// E″ of one logistic unit without a bias, by hand: Σ x² (f′² + (f − d) f″).
fn bend(weight: f64) -> f64 {
    let samples = [(10.0, 0.1), (1.0, 0.9)];
    let of_sample = |(x, d): (f64, f64)| {
        let f = 1.0 / (1.0 + (-weight * x).exp());
        let slope = f * (1.0 - f);
        x * x * (slope * slope + (f - d) * slope * (1.0 - 2.0 * f))
    };
    samples.into_iter().map(of_sample).sum()
}

#[test]
fn the_limits_of_two_minima_are_those_worked_by_hand() {
    let experiment = Experiment::parse(Fact::TwoMinima.document()).unwrap();
    let [global, local] = limits(&experiment)[..] else {
        panic!("two minima")
    };
    for limit in [global, local] {
        let by_hand = 2.0 / bend(limit.weight);
        assert!((limit.rate / by_hand - 1.0).abs() < 1e-9, "{limit:?}");
    }
    assert!((global.weight + 0.154802).abs() < 1e-6 && (local.weight - 2.197224).abs() < 1e-6);
}

#[test]
fn the_parabola_diverges_beyond_two() {
    let experiment = Experiment::parse(Fact::Parabola.document()).unwrap();
    let [limit] = limits(&experiment)[..] else {
        panic!("one minimum")
    };
    assert!((limit.rate - 2.0).abs() < 1e-12);
}

/// Other rules go by other limits, and the minima of a slice are none.
#[test]
fn there_is_none_where_none_is_true() {
    let experiment = Experiment::parse(Fact::TwoMinima.document()).unwrap();
    let adam = Rule::ALL
        .iter()
        .find(|rule| matches!(rule, Rule::Adam(Adam { .. })))
        .unwrap();
    let other = experiment.with_rule(adam.with_rate(0.1)).unwrap();
    assert!(limits(&other).is_empty());
    let xor = Experiment::parse(Fact::Xor.document()).unwrap();
    assert!(limits(&xor.with_axes(&[0]).unwrap()).is_empty());
}

/// The greatest rate, up to a part in 10¹², from below which `holds`.
fn edge(mut below: f64, mut above: f64, holds: impl Fn(f64) -> bool) -> f64 {
    assert!(holds(below) && !holds(above));
    while above > below * (1.0 + 1e-12) {
        let middle = 0.5 * (below + above);
        *(if holds(middle) {
            &mut below
        } else {
            &mut above
        }) = middle;
    }
    below
}

/// Fact B from −1: up to 2/λ_max of the global minimum the run comes to rest in it, beyond that it wanders
/// for ever. At the limit itself what is left falls as slowly as 1/√N, below it by the power N of
/// 1 − ε λ: the edge that N steps show is below the limit by some parts in N.
#[test]
fn rest_turns_into_wandering_at_the_limit() {
    let experiment = Experiment::parse(Fact::TwoMinima.document()).unwrap();
    let [limit, _] = limits(&experiment)[..] else {
        panic!("two minima")
    };
    let steps = 20_000;
    let experiment = experiment
        .with_start(vec![-1.0])
        .unwrap()
        .with_steps(steps)
        .unwrap();
    let best = experiment.best_known_error();
    let experiment = experiment.with_best_error(best);
    let at = |rate: f64| experiment.with_rate(rate).unwrap().run();
    let rests = |rate| (at(rate).record.last_weights()[0] - limit.weight).abs() < 1e-6;
    let edge = edge(0.5 * limit.rate, 1.2 * limit.rate, rests);
    let missing = 1.0 - edge / limit.rate;
    assert!(missing > 0.0 && missing < 10.0 / steps as f64, "{missing}");
    // The first swings beyond it are within the goal's hundredth of E, and count as converged until they
    // are longer, a thirtieth above the limit.
    let converges = |rate| at(rate).verdict.kind == Kind::Converged;
    let seen = self::edge(limit.rate, 1.2 * limit.rate, converges) / limit.rate;
    assert!((1.03..1.04).contains(&seen), "{seen}");
    assert_eq!(at(1.04 * limit.rate).verdict.kind, Kind::Oscillating);
}

use super::*;
use crate::rules::{AdaGrad, Adam, Momentum, RmsProp, SteepestDescent};

/// Every rule with its defaults, at a rate of 0.1.
fn rules() -> impl Iterator<Item = Rule> {
    Rule::ALL.iter().map(|rule| rule.with_rate(0.1))
}

/// The first weight after each of three steps from `start`, down Σ ½ (a w − 1)².
fn three_steps(rule: Rule, start: &[f64], a: &[f64]) -> Vec<f64> {
    let (mut weights, mut state) = (start.to_vec(), rule.state(start.len()));
    let free: Vec<usize> = (0..start.len()).collect();
    let step = |_| {
        let slopes = weights.iter().zip(a).map(|(w, a)| (a * w - 1.0) * a);
        let gradient: Vec<f64> = slopes.collect();
        rule.update(&mut weights, &gradient, &free, &mut state);
        weights[0]
    };
    (0..3).map(step).collect()
}

fn assert_near(rule: Rule, found: &[f64], expected: &[f64]) {
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() < 1e-9,
            "{rule:?}: {found}, not {expected}"
        );
    }
}

/// Three steps worked by hand: one identity unit, sample (1 → 1), from 3.
#[test]
fn three_steps_are_those_worked_by_hand() {
    let expected = [
        [2.8, 2.62, 2.458],
        [2.8, 2.44, 1.972],
        [2.9, 2.831_125_055, 2.775_821_516],
        [2.683_772_239, 2.473_875_321, 2.308_717_876],
        [2.9, 2.800_166_487, 2.700_623_393],
    ];
    assert_eq!(Rule::ALL.len(), expected.len());
    for (rule, expected) in rules().zip(expected) {
        assert_near(rule, &three_steps(rule, &[3.0], &[1.0]), &expected);
    }
}

/// Two weights, with inputs 2 and ½: the second, at its minimum, stays, and each has a state of its own.
#[test]
fn each_weight_has_its_own_state() {
    let expected = [-0.85, 2.774_939_362, 2.298_361_595, 2.700_473_934];
    for (rule, expected) in rules().skip(1).zip(expected) {
        let steps = three_steps(rule, &[3.0, 2.0], &[2.0, 0.5]);
        assert_near(rule, &steps[2..], &[expected]);
        let other_way_round = three_steps(rule, &[2.0, 3.0], &[0.5, 2.0]);
        assert_eq!(other_way_round, [2.0; 3], "{rule:?}");
    }
}

/// What stays is not looked at, and its state is nobody's.
#[test]
fn only_free_weights_move() {
    for rule in rules() {
        let (mut weights, mut state) = ([5.0, 3.0], rule.state(2));
        rule.update(&mut weights, &[f64::NAN, 2.0], &[1], &mut state);
        assert!(
            weights[0] == 5.0 && weights[1] < 3.0,
            "{rule:?}: {weights:?}"
        );
    }
}

/// Along a slope that stays, steps come to the steady rate times the slope, or else their length does not
/// depend on the slope.
#[test]
fn a_steady_slope_is_followed_at_the_steady_rate() {
    let last_step = |rule: Rule, slope: f64| {
        let (mut weights, mut state) = ([0.0], rule.state(1));
        let mut before = 0.0;
        for _ in 0..5000 {
            before = weights[0];
            rule.update(&mut weights, &[slope], &[0], &mut state);
        }
        before - weights[0]
    };
    for rule in rules() {
        let (of_one, of_two) = (last_step(rule, 1.0), last_step(rule, 2.0));
        let times = of_two / of_one;
        match rule.steady_rate() {
            Some(rate) => assert!((of_one / rate - 1.0).abs() < 1e-9, "{rule:?}: {of_one}"),
            None => assert!((times - 1.0).abs() < 1e-6, "{rule:?}: {times}"),
        }
        assert!(
            rule.steady_rate()
                .is_none_or(|_| (times - 2.0).abs() < 1e-9)
        );
    }
}

#[test]
fn a_rule_knows_its_numbers() {
    let rule = Rule::Adam(Adam::DEFAULT).with_rate(0.1).with("beta2", 0.5);
    let found: Vec<_> = rule
        .settings()
        .into_iter()
        .map(|s| (s.key, s.value, s.default))
        .collect();
    let expected = [
        ("rate", 0.1, None),
        ("beta1", 0.9, Some(0.9)),
        ("beta2", 0.5, Some(0.999)),
    ];
    assert_eq!(found, expected);
    assert_eq!(rule.keys(), ["name", "rate", "beta1", "beta2"]);
    for rule in Rule::ALL {
        assert_eq!(rule.keys()[..2], ["name", "rate"], "{}", rule.name());
        assert_eq!(rule.with_rate(0.25).rate(), 0.25);
        assert!(rule.state_names().len() <= rule.state_size());
    }
    let states = [
        SteepestDescent::STATE,
        Momentum::STATE,
        AdaGrad::STATE,
        RmsProp::STATE,
        Adam::STATE,
    ];
    assert_eq!(
        Rule::ALL.iter().map(Rule::state_size).collect::<Vec<_>>(),
        states
    );
}

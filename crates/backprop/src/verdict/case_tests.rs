//! Networks for which all eigenvalues and the two ends of the spectrum are both affordable: the
//! verdicts found either way are held against each other.

use std::sync::Arc;

use super::*;
use crate::descent::Training;
use crate::experiment::{Initial, Parts};
use crate::hessian::examples::Example;
use crate::rules::{Rule, SteepestDescent};

fn experiment(example: Example, rate: f64, steps: usize) -> Experiment {
    Experiment::new(Parts {
        problem: Arc::new(example.problem),
        initial: Initial::Given(example.weights),
        free: None,
        rule: Rule::SteepestDescent(SteepestDescent { rate }),
        batch: None,
        steps,
        best_error: None,
        view: None,
    })
    .unwrap()
}

/// The verdict on the run of `experiment`, by all eigenvalues and by the ends.
fn both_ways(experiment: &Experiment) -> [Verdict; 2] {
    let mut training = Training::new(experiment);
    assert!(training.advance(usize::MAX));
    let ending = Ending::of(training.record(), experiment, training.stop().unwrap());
    let goal = Goal::new(experiment, experiment.best_known_error());
    let typical = Typical::of(experiment);
    [Method::All, Method::Ends].map(|method| {
        let mut case = Case::new(experiment, goal, &ending, &typical);
        case.method = method;
        case.verdict()
    })
}

/// Holds one verdict against the other; gives what both say.
#[track_caller]
fn assert_same(experiment: &Experiment) -> (Kind, Option<Cause>) {
    let [all, ends] = both_ways(experiment);
    let said = (all.kind, all.cause);
    assert_eq!((ends.kind, ends.cause), said);
    assert_eq!(all.bottom.is_some(), ends.bottom.is_some());
    if let (Some(one), Some(other)) = (all.bottom, ends.bottom) {
        assert!((one.fall - other.fall).abs() < 1e-6, "{one:?}, {other:?}");
    }
    let close = |a: f64, b: f64, scale: f64| (a - b).abs() <= 1e-6 * scale;
    assert_eq!(all.curvature.is_some(), ends.curvature.is_some());
    if let (Some(all), Some(ends)) = (all.curvature, ends.curvature) {
        let count = experiment.free().len();
        assert_eq!((all.eigenvalues.len(), ends.eigenvalues.len()), (count, 2));
        assert_eq!(
            (all.eigenvalue_count, ends.eigenvalue_count),
            (count, count)
        );
        let (least, greatest) = (all.eigenvalues[0], all.eigenvalues[count - 1]);
        let size = greatest.max(-least);
        assert!(
            close(ends.eigenvalues[0], least, size),
            "{ends:?} for {least}"
        );
        assert!(
            close(ends.eigenvalues[1], greatest, size),
            "{ends:?} for {greatest}"
        );
        assert!(close(
            ends.rate_curvature.unwrap(),
            all.rate_curvature.unwrap(),
            experiment.rule().rate() * size
        ));
        assert_eq!(all.gathering.is_some(), ends.gathering.is_some());
        if let (Some(all), Some(ends)) = (all.gathering, ends.gathering) {
            let horizon = experiment.steps() as f64 * experiment.rule().rate();
            assert!(close(all, ends, horizon * size), "{all}, {ends}");
        }
        assert!(ends.flat_directions <= all.flat_directions.min(1));
        if let (Some(all), Some(ends)) = (all.condition, ends.condition) {
            // No less than it says.
            assert!(ends <= all * (1.0 + 1e-6), "{ends} for {all}");
        }
    }
    said
}

#[test]
fn verdicts_are_the_same_along_the_way() {
    let mut said = Vec::new();
    for (rate, steps) in [(1e-9, 20), (1e-3, 30), (0.003, 3000), (0.05, 3000)] {
        for example in Example::all() {
            said.push(assert_same(&experiment(example, rate, steps)));
        }
    }
    let still = Kind::StillDescending;
    for expected in [
        (Kind::Converged, None),
        (Kind::Oscillating, Some(Cause::Wandering)),
        (still, Some(Cause::NarrowValley)),
        (still, Some(Cause::Plateau)),
        (still, Some(Cause::SmallRate)),
    ] {
        assert!(
            said.contains(&expected),
            "{expected:?} is not among {said:?}"
        );
    }
}

/// Units of one layer whose every weight has the two minima of fact B, or one more that never gets
/// anything: E does not depend on it.
fn many_of_fact_b(start: impl Fn(usize) -> f64, is_flat: bool) -> Experiment {
    const INPUTS: usize = 10;
    const UNITS: usize = 8;
    let inputs = INPUTS + usize::from(is_flat);
    let rows: Vec<Vec<f64>> = (0..2 * INPUTS)
        .map(|row| {
            let mut input = vec![0.0; inputs];
            input[row / 2] = if row % 2 == 0 { 10.0 } else { 1.0 };
            input
        })
        .collect();
    let targets: Vec<[f64; UNITS]> = (0..2 * INPUTS)
        .map(|row| [if row % 2 == 0 { 0.1 } else { 0.9 }; UNITS])
        .collect();
    let weights: Vec<f64> = (0..inputs * UNITS).map(start).collect();
    let text = format!(
        r#"{{"layers": [{inputs}, {UNITS}], "activations": ["logistic"], "bias": false,
            "inputs": {rows:?}, "targets": {targets:?}, "weights": {weights:?},
            "rule": {{"name": "steepest-descent", "rate": 0.5}}, "steps": 2000}}"#
    );
    Experiment::parse(&text).unwrap()
}

#[test]
fn many_minima_side_by_side_are_what_one_is() {
    let vanishing = (Kind::VanishingGradient, Some(Cause::Saturation));
    for is_flat in [false, true] {
        let of = |start: fn(usize) -> f64| assert_same(&many_of_fact_b(start, is_flat));
        assert_eq!(of(|_| -1.0).0, Kind::Converged);
        assert_eq!(of(|_| 1.0).0, Kind::LocalMinimum);
        assert_eq!(
            of(|i| if i % 2 == 0 { -1.0 } else { 1.0 }).0,
            Kind::LocalMinimum
        );
        assert_eq!(of(|_| 5.0), (Kind::StillDescending, Some(Cause::Plateau)));
        assert_eq!(of(|_| 8.0), vanishing);
        assert_eq!(
            of(|i| if i % 2 == 0 { 8.0 } else { 1.0 }).0,
            Kind::VanishingGradient
        );
    }
}

/// Places where the gradient is 0, or next to nothing, and most eigenvalues are.
#[test]
fn rest_is_the_same_rest() {
    let at = |layers: &str, f: &str, bias: bool, targets: &str, weight: f64, count: usize| {
        let weights: Vec<f64> = (0..count)
            .map(|i| weight * (1.3 * i as f64).cos())
            .collect();
        let text = format!(
            r#"{{"layers": {layers}, "activations": {f}, "bias": {bias},
                "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": {targets},
                "weights": {weights:?}, "best_error": 0,
                "rule": {{"name": "steepest-descent", "rate": 0.5}}, "steps": 500}}"#
        );
        assert_same(&Experiment::parse(&text).unwrap()).0
    };
    let xor = "[[0], [1], [1], [0]]";
    let or = "[[0], [1], [1], [1]]";
    let vanishing = Kind::VanishingGradient;
    for f in [r#"["tanh", "tanh"]"#, r#"["logistic", "logistic"]"#] {
        // E falls along products of four weights: no minimum (Hamey, 1998).
        for weight in [0.0, 1e-8, 1e-4, 1e-3] {
            assert_eq!(at("[2, 16, 1]", f, true, xor, weight, 65), vanishing);
        }
    }
    let three = "[[0, 0, 0], [1, 0, 1], [1, 0, 1], [1, 1, 0]]";
    let f = r#"["tanh", "tanh"]"#;
    assert_eq!(at("[2, 16, 3]", f, false, three, 0.0, 80), Kind::Saddle);
    let f = r#"["tanh", "tanh", "tanh"]"#;
    assert_eq!(at("[2, 8, 8, 1]", f, true, xor, 0.0, 105), vanishing);
    assert_eq!(at("[2, 7, 7, 1]", f, false, or, 0.0, 70), vanishing);
    // Saturated, or dead.
    let f = r#"["logistic", "logistic", "logistic"]"#;
    assert_eq!(at("[2, 8, 8, 1]", f, true, xor, 9.0, 105), vanishing);
    assert_eq!(at("[2, 8, 8, 1]", f, true, or, 30.0, 105), vanishing);
    let f = r#"["relu", "relu", "logistic"]"#;
    assert_eq!(at("[2, 8, 8, 1]", f, true, xor, 0.0, 105), vanishing);
}

//! The checked facts of the lecture: where each start ends, and why. The numbers come from an
//! independent program (complex-step derivatives, no back-propagation); tolerance 1e-3 on weights,
//! 1e-5 on errors.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Cause, Experiment, Kind, Run};
use common::{A, B, C, D, E, F, Fact, H, changed, document};
use serde_json::{Value, json};

fn run(fact: &Fact, weights: &[f64]) -> Run {
    Experiment::parse(&document(fact, weights)).unwrap().run()
}

fn assert_ends_at(run: &Run, weights: &[f64]) {
    for (found, expected) in run.record.last_weights().iter().zip(weights) {
        let off = (found - expected).abs();
        assert!(
            off < 1e-3,
            "{:?} for {weights:?}",
            run.record.last_weights()
        );
    }
}

fn assert_error(run: &Run, error: f64) {
    let found = run.verdict.error;
    assert!((found - error).abs() < 1e-5, "E = {found}, not {error}");
}

#[test]
fn a_near_starts_converge_and_far_ones_stand_still() {
    for start in [0.0, 4.0, -4.0, -6.0] {
        let run = run(&A, &[start]);
        assert_eq!(run.verdict.kind, Kind::Converged, "from {start}");
        assert_ends_at(&run, &[4.0_f64.ln()]);
        assert_error(&run, 0.0);
    }
    let near = run(&A, &[6.0]);
    assert_eq!(near.verdict.kind, Kind::StillDescending);
    assert_ends_at(&near, &[5.338]);
    assert_error(&near, 0.01906);

    let far = run(&A, &[8.0]);
    assert_eq!(far.verdict.kind, Kind::VanishingGradient);
    assert_ends_at(&far, &[7.9307]);
    assert_error(&far, 0.019928);
    assert!((far.record.gradient_norms()[0] - 6.6935e-5).abs() < 1e-9);
    assert_eq!(far.verdict.cause, Some(Cause::Saturation));
    assert_eq!(far.verdict.bottom, None);

    let other_side = run(&A, &[-8.0]);
    assert_eq!(other_side.verdict.kind, Kind::VanishingGradient);
    assert_ends_at(&other_side, &[-7.6880]);
    assert_error(&other_side, 0.319634);
}

#[test]
fn b_one_curve_has_three_fates() {
    let fates = [
        (-1.0, -0.1548, Kind::Converged),
        (0.4, -0.1548, Kind::Converged),
        (0.5, 2.197, Kind::LocalMinimum),
        (1.0, 2.197, Kind::LocalMinimum),
        (4.0, 2.252, Kind::LocalMinimum),
        (5.0, 4.102, Kind::StillDescending),
        (6.0, 5.726, Kind::VanishingGradient),
        (8.0, 7.966, Kind::VanishingGradient),
        (-8.0, -7.641, Kind::VanishingGradient),
    ];
    for (start, end, kind) in fates {
        let run = run(&B, &[start]);
        assert_eq!(run.verdict.kind, kind, "from {start}");
        assert_ends_at(&run, &[end]);
    }
    let leaving = run(&B, &[5.0]).verdict;
    assert_eq!(leaving.cause, Some(Cause::Plateau));
    // As many more steps as the plateau takes, and half as many to be in the valley.
    let more = 2000.0 / leaving.curvature.unwrap().gathering.unwrap();
    assert!((more - 1900.0).abs() < 100.0, "{more}");
    let steps = 2000 + 2850;
    let later = run(&Fact { steps, ..B }, &[5.0]);
    assert_eq!(later.verdict.kind, Kind::LocalMinimum);
    let global = run(&B, &[-1.0]);
    assert_error(&global, 0.0990357);
    assert!((global.verdict.goal.best_error - 0.0990357).abs() < 1e-7);
    assert_error(&run(&B, &[1.0]), 0.405);
}

#[test]
fn c_two_weights_near_and_far() {
    for start in [[0.0, 0.0], [3.0, -3.0], [-6.0, 0.0]] {
        let run = run(&C, &start);
        assert_eq!(run.verdict.kind, Kind::Converged, "from {start:?}");
    }
    assert_ends_at(&run(&C, &[0.0, 0.0]), &[0.9767, 0.0]);
    assert_error(&run(&C, &[0.0, 0.0]), 0.001285);
    let far = [
        (
            [8.0, 8.0],
            [8.414, 7.567],
            Some(0.05499),
            Kind::VanishingGradient,
        ),
        (
            [8.0, -8.0],
            [8.414, -7.567],
            Some(0.05499),
            Kind::VanishingGradient,
        ),
        (
            [-8.0, 8.0],
            [-2.626, 7.287],
            Some(0.69232),
            Kind::StillDescending,
        ),
        ([6.0, 6.0], [6.346, 5.501], None, Kind::VanishingGradient),
    ];
    for (start, end, error, kind) in far {
        let run = run(&C, &start);
        assert_eq!(run.verdict.kind, kind, "from {start:?}");
        assert_ends_at(&run, &end);
        if let Some(error) = error {
            assert_error(&run, error);
        }
    }
    // The one on a plateau gets off it.
    assert_eq!(run(&C, &[-8.0, 8.0]).verdict.cause, Some(Cause::Plateau));
    let longer = Fact { steps: 4000, ..C };
    let later = run(&longer, &[-8.0, 8.0]);
    assert_eq!(later.verdict.kind, Kind::Converged);
}

#[test]
fn d_two_weights_four_minima() {
    let global = run(&D, &[-1.0, -1.0]);
    assert_eq!(global.verdict.kind, Kind::Converged);
    assert_ends_at(&global, &[-0.1548, -0.1548]);
    assert_error(&global, 0.198071);

    let local = run(&D, &[1.0, -1.0]);
    assert_eq!(local.verdict.kind, Kind::LocalMinimum);
    assert_error(&local, 0.504036);

    let worst = run(&D, &[1.0, 1.0]);
    assert_eq!(worst.verdict.kind, Kind::LocalMinimum);
    assert_ends_at(&worst, &[2.1971, 2.1971]);
    assert_error(&worst, 0.81);

    let causes = [
        ([8.0, 8.0], Cause::Saturation),
        // The second weight is at its bottom: its samples' pulls cancel.
        ([8.0, -1.0], Cause::BalanceAndSaturation),
    ];
    for (start, cause) in causes {
        let verdict = run(&D, &start).verdict;
        assert_eq!(verdict.kind, Kind::VanishingGradient, "from {start:?}");
        assert_eq!(verdict.cause, Some(cause), "from {start:?}");
    }
}

#[test]
fn e_a_whole_curve_of_solutions() {
    let solutions = [
        ([1.0, 1.0], [0.8772, 0.7791]),
        ([-1.0, -1.0], [-0.8772, -0.7791]),
        ([3.0, 0.1], [3.0014, 0.5520]),
    ];
    for (start, end) in solutions {
        let run = run(&E, &start);
        assert_eq!(run.verdict.kind, Kind::Converged, "from {start:?}");
        assert_ends_at(&run, &end);
        assert_error(&run, 0.0);
        let curvature = run.verdict.curvature.unwrap();
        assert_eq!(curvature.flat_directions, 1, "{curvature:?}");
        // Along the curve E does not change at all: rounding is not told as a curvature.
        assert_eq!(curvature.eigenvalues[0], 0.0, "{curvature:?}");
    }
    for (start, error) in [([5.0, 5.0], 0.12495), ([-5.0, 5.0], 1.1248)] {
        let run = run(&E, &start);
        assert_eq!(run.verdict.kind, Kind::VanishingGradient, "from {start:?}");
        assert_error(&run, error);
    }
}

#[test]
fn e_the_origin_is_a_saddle() {
    let run = run(&E, &[0.0, 0.0]);
    assert_eq!(run.verdict.kind, Kind::Saddle);
    assert_eq!(run.record.gradient_norms(), [0.0]);
    let eigenvalues = run.verdict.curvature.unwrap().eigenvalues;
    assert!((eigenvalues[0] + 0.5).abs() < 1e-12 && (eigenvalues[1] - 0.5).abs() < 1e-12);
}

#[test]
fn f_two_solutions_that_mirror_each_other() {
    for sign in [1.0, -1.0] {
        let run = run(&F, &[sign, sign]);
        assert_eq!(run.verdict.kind, Kind::Converged);
        assert_ends_at(&run, &[sign * 0.6729, sign * 1.0452]);
        assert!((run.verdict.error - 2.02e-5).abs() < 1e-7);
        assert_eq!(run.verdict.curvature.unwrap().flat_directions, 0);
    }
    let stalled = run(&F, &[6.0, 6.0]);
    assert_eq!(stalled.verdict.kind, Kind::VanishingGradient);
    assert_error(&stalled, 0.45247);
    let leaving = run(&F, &[5.0, 5.0]);
    assert_eq!(leaving.verdict.kind, Kind::StillDescending);
    assert_eq!(leaving.verdict.cause, Some(Cause::Plateau));
    assert_error(&leaving, 0.45195);
}

/// The table's numbers have four digits.
#[test]
fn g_the_deeper_the_chain_the_smaller_the_first_gradient() {
    let depths = [1, 2, 4, 6, 8, 10];
    let table = [
        (
            "logistic",
            [2.689e-1, 6.389e-2, 3.280e-3, 1.657e-4, 8.369e-6, 4.225e-7],
        ),
        (
            "tanh",
            [5.514e-1, 3.845e-1, 2.412e-1, 1.762e-1, 1.390e-1, 1.148e-1],
        ),
        ("relu", [1.0; 6]),
    ];
    for (activation, ratios) in table {
        for (hidden, expected) in depths.into_iter().zip(ratios) {
            let experiment = Experiment::parse(&common::chain(activation, hidden)).unwrap();
            let (_, gradient) = experiment.problem().gradient(experiment.start());
            let ratio = (gradient[0] / gradient[hidden]).abs();
            let off = (ratio / expected - 1.0).abs();
            assert!(off < 5e-4, "{activation}, {hidden} hidden: {ratio}");
        }
    }
}

#[test]
fn h_the_rate_decides_on_a_parabola() {
    let with_rate = |rate: f64| {
        let experiment = Experiment::parse(&document(&H, &[3.0])).unwrap();
        experiment.with_rate(rate).unwrap().run()
    };
    for rate in [0.5, 1.0, 1.9] {
        assert_eq!(with_rate(rate).verdict.kind, Kind::Converged, "ε = {rate}");
    }
    let swinging = with_rate(2.0);
    assert_eq!(swinging.verdict.kind, Kind::Oscillating);
    assert_eq!(swinging.record.weights(199), [-1.0]);
    assert_eq!(swinging.record.weights(200), [3.0]);
    assert!(swinging.verdict.curvature.unwrap().rate_curvature >= Some(2.0));
    assert_eq!(with_rate(2.1).verdict.kind, Kind::Diverged);
    let slow = with_rate(0.01);
    assert_eq!(slow.verdict.kind, Kind::StillDescending);
    assert_ends_at(&slow, &[1.268]);
}

/// 2-2-1 XOR has no finite local minimum (Hamey, 1998).
#[test]
fn i_xor_never_ends_in_a_local_minimum() {
    let mut solved = 0;
    for seed in 0..50 {
        for scale in [1.0, 6.0] {
            let experiment = Experiment::parse(&common::xor(seed, scale)).unwrap();
            let run = experiment.run();
            let kind = run.verdict.kind;
            assert_ne!(kind, Kind::LocalMinimum, "seed {seed}, scale {scale}");
            solved += usize::from(kind == Kind::Converged);
        }
    }
    // Both fates occur, or the test would say nothing.
    assert!((10..90).contains(&solved), "{solved} of 100 solved");
}

fn run_changed(fact: &Fact, start: f64, changes: Value) -> Run {
    let document = changed(fact, &[start], changes);
    Experiment::parse(&document).unwrap().run()
}

/// With one unit this error is convex: one minimum, and no standstill on the way (Auer, Herbster and
/// Warmuth, 1996).
#[test]
fn l_with_cross_entropy_one_valley_is_left() {
    let loss = "cross-entropy";
    for start in [0.0, 4.0, 8.0, -8.0, 30.0] {
        let run = run_changed(&A, start, json!({ "loss": loss }));
        assert_eq!(run.verdict.kind, Kind::Converged, "from {start}");
        assert_ends_at(&run, &[4.0_f64.ln()]);
        assert!((run.verdict.error - 0.500_402_42).abs() < 1e-8);
        // No output comes nearer to a target of 0.8, and none is needed.
        assert!(!run.verdict.goal.explains_little());
        assert!((run.verdict.goal.floor - 0.500_402_42).abs() < 1e-8);
    }
    let rule = json!({"name": "steepest-descent", "rate": 0.05});
    for start in [-1.0, 0.4, 1.0, 5.0, 8.0, -8.0] {
        let run = run_changed(&B, start, json!({ "loss": loss, "rule": rule }));
        assert_eq!(run.verdict.kind, Kind::Converged, "from {start}");
        assert_ends_at(&run, &[-0.177_892_74]);
        assert!((run.verdict.error - 1.102_141_48).abs() < 1e-8);
        // Σ x² f′(x w), whatever the targets.
        let slope = |x: f64| 1.0 / (2.0 + 2.0 * (x * -0.177_892_74).cosh());
        let expected = 100.0 * slope(10.0) + slope(1.0);
        let greatest = run.verdict.curvature.unwrap().eigenvalues[0];
        assert!((greatest - expected).abs() < 1e-4, "{greatest}");
    }
}

/// A run of fact B by another rule, 2000 steps.
fn by(rule: Value, start: f64) -> Run {
    run_changed(&B, start, json!({ "rule": rule }))
}

#[test]
fn m_momentum_crosses_some_plateaus_and_may_be_thrown_over_valleys() {
    let momentum = |start: f64| by(json!({"name": "momentum", "rate": 0.5}), start);
    for (start, end, kind) in [
        (5.0, 2.197_224, Kind::LocalMinimum),
        (6.0, 2.197_224, Kind::LocalMinimum),
        (-8.0, -0.154_802, Kind::Converged),
        (8.0, 7.5970, Kind::VanishingGradient),
    ] {
        let run = momentum(start);
        assert_ends_at(&run, &[end]);
        assert_eq!(run.verdict.kind, kind, "from {start}");
    }
    let more = json!({"name": "momentum", "rate": 0.5, "momentum": 0.99});
    for start in [4.0, 5.0] {
        assert_ends_at(&by(more.clone(), start), &[2.197]);
    }
    for start in [-8.0, -4.0] {
        let thrown = by(more.clone(), start);
        assert!(
            (thrown.record.last_weights()[0] - 45.7).abs() < 0.05,
            "from {start}"
        );
        // e^(−45.7) / 10: no digit of w changes by it. It coasts to rest, a hundredth less a step.
        assert!(thrown.verdict.gradient_norm < 2e-21);
        let record = &thrown.record;
        let [before, last] = [record.update(record.steps() - 1)[0], record.update(2000)[0]];
        assert!((last / before - 0.99).abs() < 1e-3, "{before:e}, {last:e}");
        assert_eq!(thrown.verdict.kind, Kind::VanishingGradient);
    }
}

#[test]
fn m_adam_crosses_every_plateau_here_and_leaves_no_minimum() {
    let adam = |fact: &Fact, start: f64| {
        run_changed(fact, start, json!({"rule": {"name": "adam", "rate": 0.05}}))
    };
    for start in [1.0, 5.0, 8.0] {
        let run = adam(&B, start);
        assert_ends_at(&run, &[2.197_224]);
        assert_eq!(run.verdict.kind, Kind::LocalMinimum, "from {start}");
    }
    let run = adam(&B, -8.0);
    assert_ends_at(&run, &[-0.154_802]);
    assert_eq!(run.verdict.kind, Kind::Converged);
    for start in [8.0, -8.0] {
        let run = adam(&A, start);
        assert_ends_at(&run, &[4.0_f64.ln()]);
        assert_eq!(run.verdict.kind, Kind::Converged, "from {start}");
    }
}

//! Verdicts at the edges of their definitions, each on an experiment built for it.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Curvature, Experiment, Kind, Run, Stop};
use common::{A, B, Fact, H, document};

fn run(fact: &Fact, weights: &[f64]) -> Run {
    Experiment::parse(&document(fact, weights)).unwrap().run()
}

fn curvature(run: &Run) -> &Curvature {
    run.verdict.curvature.as_ref().unwrap()
}

/// Fact B at its local minimum, where λ = f′² = 0.09² (the other sample is saturated). With
/// 1 < ε λ < 2 each step jumps over the minimum and lands nearer to it.
#[test]
fn swings_that_close_in_on_a_local_minimum_are_no_oscillation() {
    for factor in [1.2, 1.5, 1.9, 1.99, 1.998] {
        for steps in [2000, 20_000] {
            let rate = factor / 0.0081;
            let run = run(&Fact { rate, steps, ..B }, &[2.25]);
            assert_eq!(run.verdict.kind, Kind::LocalMinimum, "{factor}, {steps}");
            let found = curvature(&run).rate_curvature.unwrap();
            assert!(found > 1.0 && found < 2.0, "ε λ = {found}");
        }
    }
    // They do turn back at each step while they last.
    let steps = 110;
    let rate = 1.9 / 0.0081;
    let swing = run(&Fact { rate, steps, ..B }, &[2.25]).verdict.swing;
    assert!(swing.unwrap().turning_back == 1.0);
}

#[test]
fn swings_that_last_are_an_oscillation() {
    for factor in [2.05, 2.1, 2.3] {
        let rate = factor / 0.0081;
        let run = run(&Fact { rate, ..B }, &[2.25]);
        assert_eq!(run.verdict.kind, Kind::Oscillating, "{factor}");
        let swing = run.verdict.swing.unwrap();
        assert!(swing.turning_back > 0.9 && swing.fall < 0.01, "{swing:?}");
        assert!((swing.lasting - 1.0).abs() < 1e-3, "{swing:?}");
    }
}

/// A direction of two is steep, the other is not: the sum of both still swings.
#[test]
fn one_steep_direction_makes_a_run_swing() {
    let fact = Fact {
        layers: "[2,1]",
        inputs: "[[1,0],[0,0.1]]",
        targets: "[[1],[0.1]]",
        rate: 2.0,
        ..H
    };
    let run = run(&fact, &[3.0, 1.0]);
    assert_eq!(run.verdict.kind, Kind::Oscillating);
    let rates = curvature(&run).rate_curvature.unwrap();
    assert!((rates - 2.0).abs() < 1e-12, "{rates}");
}

#[test]
fn a_start_at_the_goal_has_converged() {
    let run = run(&H, &[1.0]);
    assert_eq!(run.verdict.kind, Kind::Converged);
    assert_eq!(run.verdict.stop, Stop::Standstill);
    assert_eq!((run.record.steps(), run.verdict.error), (0, 0.0));
    assert_eq!(run.verdict.descent_left, None);
    assert_eq!(run.verdict.swing, None);
}

#[test]
fn one_step_is_a_run() {
    let run = run(&Fact { steps: 1, ..H }, &[3.0]);
    assert_eq!(run.verdict.kind, Kind::StillDescending);
    assert_eq!(run.record.weights(1), [2.0]);
    assert_eq!((run.record.steps(), run.verdict.stop), (1, Stop::Steps));
    // N ε ‖g‖² / E = 1 · ½ · 1² / ½
    assert!((run.verdict.descent_left.unwrap() - 1.0).abs() < 1e-9);
}

#[test]
fn what_is_not_finite_has_diverged() {
    let huge = "[[1e300]]";
    let at_once = run(&Fact { inputs: huge, ..H }, &[1.0]);
    assert_eq!(at_once.verdict.kind, Kind::Diverged);
    assert_eq!(at_once.record.errors(), [f64::INFINITY]);
    assert_eq!(at_once.verdict.curvature, None);
    assert_eq!(at_once.verdict.stall, None);

    // One step from the steep middle of a logistic unit leads beyond every bound.
    let after_one = run(&Fact { inputs: huge, ..A }, &[0.0]);
    assert_eq!(after_one.verdict.kind, Kind::Diverged);
    assert_eq!(after_one.record.steps(), 1);

    // On its tail, 1000 natural units out, the same unit does not move at all.
    let on_the_tail = run(&Fact { inputs: huge, ..A }, &[-1e-297]);
    assert_eq!(on_the_tail.verdict.kind, Kind::VanishingGradient);
    assert_eq!(on_the_tail.record.gradient_norms(), [0.0]);
}

#[test]
fn weights_and_errors_beyond_their_bounds_have_run_away() {
    let steps = 1000;
    let by_error = run(&Fact { rate: 2.1, ..H }, &[3.0]);
    let last = by_error.verdict.error;
    let bound = 1000.0 * (1.0 + by_error.record.errors()[0]);
    let before = by_error.record.errors()[by_error.record.steps() - 1];
    assert!(before <= bound && last > bound && last < 1.3 * bound);

    // E = ½ (10⁻⁸ w − 10⁹)² falls all the way while w passes 10⁸ natural units of 10⁸ each.
    let far = Fact {
        inputs: "[[1e-8]]",
        targets: "[[1e9]]",
        rate: 1e15,
        steps,
        ..H
    };
    let by_weight = run(&far, &[0.0]);
    assert_eq!(by_weight.verdict.kind, Kind::Diverged);
    assert!(by_weight.record.errors().is_sorted_by(|a, b| a > b));
    let path: Vec<f64> = by_weight.record.path(0).collect();
    assert_eq!(path.iter().filter(|w| **w > 1e16).count(), 1, "{path:?}");
}

/// A ReLU that is off on every sample passes nothing back.
#[test]
fn a_dead_relu_is_a_vanished_gradient() {
    let fact = Fact {
        layers: "[1,1,1]",
        activations: r#"["relu","identity"]"#,
        targets: "[[1]]",
        ..H
    };
    let dead = run(&fact, &[-1.0, 1.0]);
    assert_eq!(dead.verdict.kind, Kind::VanishingGradient);
    assert_eq!(
        (dead.verdict.stop, dead.record.steps()),
        (Stop::Standstill, 0)
    );
    assert_eq!(dead.record.gradient_norms(), [0.0]);
    let smallest = dead.verdict.stall.unwrap().smallest_factor.unwrap();
    assert_eq!(
        (smallest.layer, smallest.unit, smallest.derivative),
        (1, 0, 0.0)
    );
    assert_eq!(smallest.net_input, -1.0);
    assert!(smallest.is_dead);
    // What is saturated can be woken by smaller weights.
    let saturated = run(&A, &[8.0]).verdict.stall.unwrap();
    assert!(!saturated.smallest_factor.unwrap().is_dead);

    // On its kink f′ is 0 as well, and there is no Hessian.
    let on_kink = run(&fact, &[0.0, 1.0]);
    assert_eq!(on_kink.verdict.kind, Kind::VanishingGradient);
    assert_eq!(on_kink.record.gradient_norms(), [0.0]);
    assert_eq!(on_kink.verdict.curvature, None);

    // Alive it solves the problem.
    assert_eq!(run(&fact, &[0.5, 1.0]).verdict.kind, Kind::Converged);
}

/// One ReLU unit; for w > 0 the sample (1 → ½) is learned and (−1 → 1) is dead, for w < 0 the
/// other way round: minima at w = ½ with E = ½ and at w = −1 with E = ⅛.
const TWO_SIDES: Fact = Fact {
    activations: r#"["relu"]"#,
    inputs: "[[-1],[1]]",
    targets: "[[1],[0.5]]",
    rate: 0.1,
    steps: 1000,
    ..A
};

#[test]
fn a_relu_has_local_minima() {
    let local = run(&TWO_SIDES, &[1.0]);
    assert_eq!(local.verdict.kind, Kind::LocalMinimum);
    assert!((local.record.last_weights()[0] - 0.5).abs() < 1e-9);
    assert_eq!(run(&TWO_SIDES, &[-0.5]).verdict.kind, Kind::Converged);
    // Between them it stands still on the kink.
    let between = run(&TWO_SIDES, &[0.0]).verdict;
    assert_eq!(between.kind, Kind::VanishingGradient);
    assert_eq!(between.curvature, None);
}

/// The sample (0 → 0) leaves the unit at x = 0 whatever w is: no kink of E.
#[test]
fn a_relu_that_gets_only_zeros_is_not_on_its_kink() {
    let fact = Fact {
        inputs: "[[-1],[1],[0]]",
        targets: "[[1],[0.5],[0]]",
        ..TWO_SIDES
    };
    let local = run(&fact, &[1.0]);
    assert_eq!(local.verdict.kind, Kind::LocalMinimum);
    assert!((curvature(&local).eigenvalues[0] - 1.0).abs() < 1e-12);

    // With a bias the same sample has the unit on its kink.
    let text = document(&fact, &[0.5, 0.0]).replace(r#""bias":false"#, r#""bias":true"#);
    let start = Experiment::parse(&text).unwrap();
    assert_eq!(start.run().verdict.curvature, None);
    // If that bias is frozen, it is no kink again.
    let text = text.replace(r#""steps""#, r#""free":[0],"steps""#);
    let start = Experiment::parse(&text).unwrap();
    assert!(start.run().verdict.curvature.is_some());

    // A hidden ReLU that is off gives its follower nothing but zeros, too.
    let off = Fact {
        layers: "[1,1,1]",
        activations: r#"["relu","relu"]"#,
        ..TWO_SIDES
    };
    assert!(run(&off, &[1.0, 1.0]).verdict.curvature.is_some());
}

/// An input that is always 0 adds a direction in which E is constant. It does not hide that the
/// others are at a local minimum.
#[test]
fn a_direction_on_which_nothing_depends_is_flat() {
    let fact = Fact {
        layers: "[2,1]",
        inputs: "[[10,0],[1,0]]",
        ..B
    };
    let run = run(&fact, &[1.0, 3.0]);
    assert_eq!(run.verdict.kind, Kind::LocalMinimum);
    assert_eq!(run.record.last_weights()[1], 3.0);
    let curvature = curvature(&run);
    assert_eq!(
        (curvature.eigenvalues[0], curvature.flat_directions),
        (0.0, 1)
    );
    assert!(run.verdict.bottom.unwrap().fall < 0.01);
}

/// Two output units with fact B each: their errors add up, their weights do not meet.
#[test]
fn several_outputs_are_judged_together() {
    let fact = Fact {
        layers: "[1,2]",
        targets: "[[0.1,0.1],[0.9,0.9]]",
        ..B
    };
    let kind = |weights: &[f64]| run(&fact, weights).verdict.kind;
    assert_eq!(kind(&[-1.0, 0.4]), Kind::Converged);
    assert_eq!(kind(&[1.0, -1.0]), Kind::LocalMinimum);
    assert_eq!(kind(&[1.0, 1.0]), Kind::LocalMinimum);
    // One at its minimum, one on the tail: the run has not found a minimum.
    assert_eq!(kind(&[1.0, 8.0]), Kind::VanishingGradient);
    assert_eq!(kind(&[-1.0, -8.0]), Kind::VanishingGradient);
    let both = run(&fact, &[1.0, -1.0]).verdict.error;
    assert!((both - (0.405 + 0.0990357)).abs() < 1e-5, "{both}");
}

/// So far out that slope and curvature are at rounding level, the tail looks as flat as if nothing
/// depended on it. That the unit is saturated tells the two apart.
#[test]
fn a_direction_hidden_by_a_saturated_unit_is_a_vanished_gradient() {
    let fact = Fact {
        layers: "[1,2]",
        targets: "[[0.1,0.5],[0.9,0.5]]",
        ..B
    };
    for far in [-200.0, 60.0, 2000.0] {
        let run = run(&fact, &[1.0, far]);
        assert_eq!(run.verdict.kind, Kind::VanishingGradient, "{far}");
        // What flatness alone would have said:
        assert!(run.verdict.bottom.unwrap().fall < 0.01);
        let smallest = run.verdict.stall.unwrap().smallest_factor.unwrap();
        assert_eq!((smallest.layer, smallest.unit), (1, 1));
    }
    // A dead ReLU next to a local minimum hides a direction in the same way: the second hidden
    // unit gets −1 on both samples.
    let fact = Fact {
        layers: "[2,2,1]",
        activations: r#"["relu","relu"]"#,
        inputs: "[[1,1],[-1,1]]",
        targets: "[[0.5],[1]]",
        ..TWO_SIDES
    };
    let run = run(&fact, &[1.0, 0.0, 0.0, -1.0, 1.0, 1.0]);
    assert_eq!(run.verdict.kind, Kind::VanishingGradient);
    assert!(run.verdict.bottom.unwrap().fall < 0.01);
}

/// With all weights 0, XOR's gradient is 0 and eight of nine eigenvalues are, but E falls along
/// products of four weights: no minimum (Hamey, 1998). Near 0 it is the same to rounding.
#[test]
fn xor_at_rest_is_not_in_a_local_minimum() {
    for activation in ["logistic", "tanh"] {
        for hidden in [2, 4] {
            for scale in [1e-300, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3] {
                for seed in 0..5 {
                    let text = common::xor(seed, scale)
                        .replace("[2,2,1]", &format!("[2,{hidden},1]"))
                        .replace("logistic", activation)
                        .replace("4000", r#"500,"best_error":0"#);
                    let verdict = Experiment::parse(&text).unwrap().run().verdict;
                    let kind = verdict.kind;
                    assert!(
                        [Kind::VanishingGradient, Kind::Saddle].contains(&kind),
                        "{activation}, {hidden} hidden, scale {scale}, seed {seed}: {kind:?}"
                    );
                    assert!(verdict.curvature.unwrap().eigenvalues[0] > -1e-4);
                }
            }
        }
    }
}

#[test]
fn kinds_have_names() {
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let expected = [
        "diverged",
        "converged",
        "oscillating",
        "still-descending",
        "saddle",
        "local-minimum",
        "vanishing-gradient",
    ];
    assert_eq!(names, expected);
}

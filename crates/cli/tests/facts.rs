//! The lecture's checked facts, as `downhill run --json` prints them. Tolerance 1e-3 on weights,
//! 1e-5 on errors.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

#[path = "../../backprop/tests/common/mod.rs"]
mod common;
mod downhill;

use common::{A, B, C, D, E, F, Fact, H, document, xor};
use downhill::json;
use serde_json::Value;

fn run(fact: &Fact, start: &[f64]) -> Value {
    json(&document(fact, start))
}

fn kind(run: &Value) -> &str {
    run["verdict"]["kind"].as_str().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    let list = value.as_array().unwrap();
    list.iter().map(|x| x.as_f64().unwrap()).collect()
}

/// A start, its end, its error at the end and its verdict, as far as they are known.
type Fate<'a> = (&'a [f64], &'a [f64], Option<f64>, &'a str);

fn check(fact: &Fact, fates: &[Fate<'_>]) {
    for (start, end, error, expected) in fates {
        let run = run(fact, start);
        assert_eq!(kind(&run), *expected, "from {start:?}");
        assert_eq!(numbers(&run["weights"]["start"]), *start);
        let found = numbers(&run["weights"]["end"]);
        for (found, expected) in found.iter().zip(*end) {
            assert!((found - expected).abs() < 1e-3, "{start:?} → {found}");
        }
        let errors = numbers(&run["error"]);
        assert_eq!(errors.len(), numbers(&run["gradient_norm"]).len());
        assert!(errors.len() <= fact.steps + 1);
        let last = errors[errors.len() - 1];
        assert_eq!(run["verdict"]["error"].as_f64(), Some(last));
        if let Some(error) = error {
            assert!((last - error).abs() < 1e-5, "{start:?}: E = {last}");
        }
    }
}

#[test]
fn a_one_unit() {
    let w = 4.0_f64.ln();
    check(
        &A,
        &[
            (&[0.0], &[w], Some(0.0), "converged"),
            (&[4.0], &[w], Some(0.0), "converged"),
            (&[-4.0], &[w], Some(0.0), "converged"),
            (&[-6.0], &[w], Some(0.0), "converged"),
            (&[6.0], &[5.338], Some(0.01906), "still-descending"),
            (&[8.0], &[7.9307], Some(0.019928), "vanishing-gradient"),
            (&[-8.0], &[-7.6880], Some(0.319634), "vanishing-gradient"),
        ],
    );
    let far = run(&A, &[8.0]);
    let gradient = numbers(&far["gradient"]);
    assert!((gradient[0] - 6.6935e-5).abs() < 1e-9, "{gradient:?}");
    assert_eq!(numbers(&far["gradient_norm"])[0], gradient[0]);
    assert_eq!(numbers(&far["error"]).len(), 1001);
    assert_eq!(far["verdict"]["cause"], "saturation");
    assert!(far["verdict"]["pull"].as_f64().unwrap() < 0.006);
}

#[test]
fn b_three_fates() {
    check(
        &B,
        &[
            (&[-1.0], &[-0.1548], Some(0.0990357), "converged"),
            (&[0.4], &[-0.1548], Some(0.0990357), "converged"),
            (&[0.5], &[2.197], Some(0.405), "local-minimum"),
            (&[1.0], &[2.197], Some(0.405), "local-minimum"),
            (&[4.0], &[2.252], None, "local-minimum"),
            (&[5.0], &[4.102], None, "still-descending"),
            (&[6.0], &[5.726], None, "vanishing-gradient"),
            (&[8.0], &[7.966], None, "vanishing-gradient"),
            (&[-8.0], &[-7.641], None, "vanishing-gradient"),
        ],
    );
    let run = run(&B, &[1.0]);
    assert!((run["best_error"].as_f64().unwrap() - 0.0990357).abs() < 1e-7);
    // The best constant output is 0.5: its error is ½ (0.4² + 0.4²).
    let goal = 0.0990357 + 0.01 * (0.16 - 0.0990357);
    assert!((run["goal"].as_f64().unwrap() - goal).abs() < 1e-7);
}

#[test]
fn c_weight_and_bias() {
    check(
        &C,
        &[
            (&[0.0, 0.0], &[0.9767, 0.0], Some(0.001285), "converged"),
            (&[3.0, -3.0], &[], None, "converged"),
            (&[-6.0, 0.0], &[], None, "converged"),
            (
                &[8.0, 8.0],
                &[8.414, 7.567],
                Some(0.05499),
                "vanishing-gradient",
            ),
            (
                &[-8.0, 8.0],
                &[-2.626, 7.287],
                Some(0.69232),
                "still-descending",
            ),
            (&[6.0, 6.0], &[6.346, 5.501], None, "vanishing-gradient"),
        ],
    );
}

#[test]
fn d_four_minima() {
    check(
        &D,
        &[
            (
                &[-1.0, -1.0],
                &[-0.1548, -0.1548],
                Some(0.198071),
                "converged",
            ),
            (
                &[1.0, -1.0],
                &[2.1971, -0.1548],
                Some(0.504036),
                "local-minimum",
            ),
            (&[1.0, 1.0], &[2.1971, 2.1971], Some(0.81), "local-minimum"),
            (&[8.0, 8.0], &[], None, "vanishing-gradient"),
            (&[8.0, -1.0], &[], None, "vanishing-gradient"),
        ],
    );
}

#[test]
fn e_not_unique() {
    check(
        &E,
        &[
            (&[1.0, 1.0], &[0.8772, 0.7791], Some(0.0), "converged"),
            (&[-1.0, -1.0], &[-0.8772, -0.7791], Some(0.0), "converged"),
            (&[3.0, 0.1], &[3.0014, 0.5520], Some(0.0), "converged"),
            (&[0.0, 0.0], &[0.0, 0.0], Some(0.125), "saddle"),
            (&[5.0, 5.0], &[], Some(0.12495), "vanishing-gradient"),
            (&[-5.0, 5.0], &[], Some(1.1248), "vanishing-gradient"),
        ],
    );
    let solved = run(&E, &[1.0, 1.0]);
    assert_eq!(solved["verdict"]["flat_directions"], 1);
    let saddle = run(&E, &[0.0, 0.0]);
    assert_eq!(numbers(&saddle["gradient_norm"]), [0.0]);
    let eigenvalues = numbers(&saddle["verdict"]["eigenvalues"]);
    assert!((eigenvalues[0] + 0.5).abs() < 1e-12 && (eigenvalues[1] - 0.5).abs() < 1e-12);
}

#[test]
fn f_two_solutions() {
    check(
        &F,
        &[
            (&[1.0, 1.0], &[0.6729, 1.0452], Some(2.02e-5), "converged"),
            (
                &[-1.0, -1.0],
                &[-0.6729, -1.0452],
                Some(2.02e-5),
                "converged",
            ),
            (&[6.0, 6.0], &[], Some(0.45247), "vanishing-gradient"),
            (&[5.0, 5.0], &[], Some(0.45195), "still-descending"),
        ],
    );
}

#[test]
fn h_the_rate_decides() {
    let with = |rate| run(&Fact { rate, ..H }, &[3.0]);
    for rate in [0.5, 1.0, 1.9] {
        assert_eq!(kind(&with(rate)), "converged", "ε = {rate}");
    }
    let swinging = with(2.0);
    assert_eq!(kind(&swinging), "oscillating");
    assert!(swinging["verdict"]["rate_curvature"].as_f64().unwrap() >= 2.0);
    assert_eq!(kind(&with(2.1)), "diverged");
    let slow = with(0.01);
    assert_eq!(kind(&slow), "still-descending");
    assert!((numbers(&slow["weights"]["end"])[0] - 1.268).abs() < 1e-3);
}

/// 2-2-1 XOR has no finite local minimum (Hamey, 1998).
#[test]
fn i_xor() {
    let mut solved = 0;
    for seed in 0..25 {
        for scale in [1.0, 6.0] {
            let run = json(&xor(seed, scale));
            assert_ne!(kind(&run), "local-minimum", "seed {seed}, scale {scale}");
            assert_eq!(numbers(&run["gradient"]).len(), 9);
            if kind(&run) == "converged" {
                solved += 1;
            } else {
                assert!(run["verdict"]["error"].as_f64().unwrap() > 0.005);
            }
        }
    }
    // Both fates occur, or the test would say nothing.
    assert!((5..45).contains(&solved), "{solved} of 50 solved");
}

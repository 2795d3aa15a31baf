//! Examples that people worked by hand, published or asked about, and runs on which a verdict was
//! once wrong. E is half the sum of squares over all samples.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Cause, Experiment, Kind, Run};
use common::{B, C, D, F, Fact, document};

fn case(name: &str) -> Experiment {
    let path = format!("{}/tests/cases/{name}.json", env!("CARGO_MANIFEST_DIR"));
    Experiment::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn run(fact: &Fact, weights: &[f64]) -> Run {
    Experiment::parse(&document(fact, weights)).unwrap().run()
}

/// Half a unit of the last of nine digits.
#[track_caller]
fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 5e-10, "{found} for {expected}");
}

/// The outputs of the network's last layer for a sample.
fn outputs(experiment: &Experiment, weights: &[f64], sample: usize) -> Vec<f64> {
    let pass = experiment.problem().pass(weights, sample).unwrap();
    let units = experiment.problem().network().layers().last().unwrap();
    pass.signals.output[units.units.clone()].to_vec()
}

/// Mazur's step-by-step example: 2-2-2, logistic, rate 0.5, biases kept. (Its page gives
/// 0.291027924 for the error after one step, off by 1.5e-7.)
#[test]
fn the_best_known_worked_example_and_the_same_with_trained_biases() {
    let experiment = case("two-two-two-1");
    let (error, gradient) = experiment.problem().gradient(experiment.start());
    assert_near(error, 0.298371109);
    assert_near(gradient[6], 0.082167041);
    assert_near(gradient[0], 0.000438568);
    let run = experiment.run();
    assert_near(run.verdict.error, 0.291027774);
    let expected = [
        0.149780716,
        0.19956143,
        0.24975114,
        0.29950229,
        0.35891648,
        0.408666186,
        0.511301270,
        0.561370121,
    ];
    let free = [0, 1, 3, 4, 6, 7, 9, 10];
    for (i, expected) in free.into_iter().zip(expected) {
        let found = run.record.last_weights()[i];
        assert!((found - expected).abs() < 5e-9, "w{i}: {found}");
    }

    let trained = case("two-two-two-biases-10000").run();
    assert_eq!(trained.record.steps(), 10_000);
    let error = trained.verdict.error;
    assert!((error - 2.447562236e-6).abs() < 5e-16, "{error:e}");
    assert_eq!(trained.verdict.kind, Kind::Converged);
}

/// A textbook's 3-2-1, rate 0.9, one step, printed with three digits.
#[test]
fn a_textbooks_three_two_one() {
    let experiment = case("three-two-one");
    let pass = experiment.problem().pass(experiment.start(), 0).unwrap();
    let record = experiment.run().record;
    let w = record.last_weights();
    let found = [&pass.signals.output[3..], &[w[0], w[2], w[8], w[9], w[10]]].concat();
    let printed = [0.332, 0.525, 0.474, 0.192, -0.508, -0.261, -0.138, 0.218];
    for (found, printed) in found.iter().zip(printed) {
        assert!((found - printed).abs() <= 5e-4, "{found} for {printed}");
    }
}

/// Golden values of another project: XOR 2-2-1, rate 1, one step with all samples; held against
/// complex-step derivatives as well.
#[test]
fn one_step_of_xor() {
    let record = case("xor-one-step").run().record;
    let w = record.last_weights();
    let golden = [
        (0, 0.5130108836813994),
        (1, 0.48606794571593476),
        (2, 0.7927996818471371),
        (6, 0.010692017538688703),
        (7, 0.24098107852780348),
        (8, 0.39886112498846815),
    ];
    for (i, expected) in golden {
        assert!((w[i] - expected).abs() < 1e-15, "w{i}: {}", w[i]);
    }
}

#[test]
fn three_one_after_ten_thousand_steps() {
    let run = case("three-one").run();
    let expected = [9.67299303, -0.2078435, -4.62963669];
    for (found, expected) in run.record.last_weights().iter().zip(expected) {
        assert!((found - expected).abs() < 5e-9, "{found}");
    }
    assert_eq!(run.verdict.kind, Kind::Converged);
}

/// With rate 100 its author says that it "jumps around"; it stands still.
#[test]
fn three_four_one_at_two_rates() {
    let slow = case("three-four-one-rate-1").run().verdict;
    assert_eq!(slow.kind, Kind::Converged);
    assert!(
        (slow.error - 2.516438392e-5).abs() < 5e-15,
        "{:e}",
        slow.error
    );
    let fast = case("three-four-one-rate-100").run().verdict;
    assert_near(fast.error, 0.1250006099);
    assert_eq!(fast.kind, Kind::VanishingGradient);
    assert_eq!(fast.cause, Some(Cause::Saturation));
    assert_eq!(fast.lost_again.unwrap().rises, 0.0);
}

/// Nielsen's saturated neuron: it learns slowly at first, and then well.
#[test]
fn a_saturated_neuron_hardly_moves_at_first() {
    let experiment = case("saturated-neuron");
    let run = experiment.run();
    let output = |step| outputs(&experiment, run.record.weights(step), 0)[0];
    assert!((output(0) - 0.98).abs() < 5e-3);
    assert!(output(150) > 0.88, "{}", output(150));
    assert!((output(300) - 0.203).abs() < 5e-4, "{}", output(300));
    assert_eq!(run.verdict.kind, Kind::StillDescending);
}

/// Inputs × 100, weights / 100, rate / 10⁴: the same errors, so the same verdict.
#[test]
fn one_run_in_two_units_has_one_verdict() {
    let [one, other] = ["units-1", "units-100"].map(|name| case(name).run());
    for (a, b) in one.record.errors().iter().zip(other.record.errors()) {
        assert!((a - b).abs() < 1e-12);
    }
    let (one, other) = (one.verdict, other.verdict);
    assert_eq!((one.kind, one.cause), (other.kind, other.cause));
    assert_eq!(one.kind, Kind::VanishingGradient);
    assert!((one.goal.error - other.goal.error).abs() < 1e-12);
    assert!((one.goal.best_error - other.goal.best_error).abs() < 1e-12);
    for name in ["fact-b-x1", "fact-b-x0.001"] {
        assert_eq!(case(name).run().verdict.kind, Kind::LocalMinimum, "{name}");
    }
}

/// A line through five exam marks. The bias is 7 away, along a valley 65 000 times as flat as it is
/// steep.
#[test]
fn a_line_through_exam_marks_is_not_found_at_a_small_rate() {
    let verdict = case("exam-marks-small-rate").run().verdict;
    assert_eq!(verdict.kind, Kind::StillDescending);
    assert_eq!(verdict.cause, Some(Cause::NarrowValley));
    let three_digits = |found: f64, expected: f64| (found - expected).abs() < 1e-3;
    assert!(three_digits(verdict.error, 302.694));
    assert!(three_digits(verdict.goal.best_error, 297.085));
    assert!(three_digits(verdict.goal.error, 302.549));
    assert!((verdict.goal.baseline - 843.4).abs() < 1e-9);
    let condition = verdict.curvature.unwrap().condition.unwrap();
    assert!((condition / 6.5e4 - 1.0).abs() < 0.01, "{condition}");
    assert!((verdict.bottom.unwrap().fall - 1.0).abs() < 1e-6);
}

/// An identity unit does no better at XOR than a constant: it converges and solves nothing.
#[test]
fn xor_by_a_linear_unit_explains_nothing() {
    let verdict = case("xor-linear").run().verdict;
    assert_eq!(verdict.kind, Kind::Converged);
    for error in [
        verdict.error,
        verdict.goal.best_error,
        verdict.goal.baseline,
    ] {
        assert!((error - 0.5).abs() < 1e-12, "{error}");
    }
    assert!(verdict.goal.explains_little());
}

#[test]
fn a_tiny_rate_is_not_blamed_on_the_slope() {
    for rate in [1e-5, 1e-6] {
        let verdict = run(&Fact { rate, ..B }, &[-1.0]).verdict;
        assert_eq!(verdict.kind, Kind::StillDescending, "ε = {rate}");
        assert_eq!(verdict.cause, Some(Cause::SmallRate), "ε = {rate}");
        let relative = verdict.relative_slope.unwrap_or(f64::NAN);
        // The slope at −1 is 0.124; the median within one natural unit of 0, 1/√50.5, is 0.899.
        assert!((relative / 0.138 - 1.0).abs() < 0.1, "{relative}");
    }
}

/// They are chaotic: the last bit decides where they end, but not how.
#[test]
fn a_rate_that_is_too_large_wanders_with_or_without_a_period() {
    let oscillates = |fact: &Fact, rate: f64, start: &[f64]| {
        let verdict = run(
            &Fact {
                rate,
                steps: 2000,
                ..*fact
            },
            start,
        )
        .verdict;
        assert_eq!(verdict.kind, Kind::Oscillating, "ε = {rate}: {verdict:?}");
        let lost = verdict.lost_again.unwrap();
        // All is lost again but what the last quarter's two ends differ by.
        assert!(lost.rises >= 0.95 * lost.falls, "ε = {rate}: {lost:?}");
    };
    for rate in [1.0, 1.5, 2.0, 3.0, 4.0, 5.0] {
        oscillates(&B, rate, &[-1.0]);
    }
    oscillates(&F, 4.0, &[1.0, 1.0]);
    for rate in [12.0, 20.0] {
        oscillates(&C, rate, &[0.0, 0.0]);
    }
    for rate in [1.0, 2.0, 3.0, 4.0] {
        oscillates(&D, rate, &[-1.0, -1.0]);
    }
    // These swings are within the goal.
    let steps = 2000;
    let rate = 3.0;
    let within = run(&Fact { rate, steps, ..F }, &[1.0, 1.0]).verdict;
    assert_eq!(within.kind, Kind::Converged);
}

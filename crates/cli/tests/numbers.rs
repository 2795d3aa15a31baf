//! The command line: what `--json` and `--csv` print.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

#[path = "../../backprop/tests/common/mod.rs"]
mod common;
mod downhill;

use backprop::Experiment;
use common::{E, Fact, H, document, xor};
use downhill::{json, printed};
use serde_json::{Value, json};

#[test]
fn json_is_one_object_with_the_run_and_its_verdict() {
    let text = document(&E, &[1.0, 1.0]).replace(r#""steps""#, r#""free":[1],"steps""#);
    let run = json(&text);
    let keys: Vec<&str> = run
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let mut expected = [
        "error",
        "gradient_norm",
        "weights",
        "outputs",
        "gradient",
        "best_error",
        "goal",
        "verdict",
    ];
    expected.sort_unstable();
    let mut keys = keys;
    keys.sort_unstable();
    assert_eq!(keys, expected);
    // The gradient is over the free weights, the weights are all.
    assert_eq!(run["gradient"].as_array().unwrap().len(), 1);
    assert_eq!(run["weights"]["start"], json!([1.0, 1.0]));
    assert_eq!(run["weights"]["end"][0], 1.0);
    assert_eq!(run["verdict"]["eigenvalues"].as_array().unwrap().len(), 1);
    assert_eq!(printed(&["run", "-", "--json"], &text).lines().count(), 1);

    // The numbers are those of the core, to the bit.
    let core = Experiment::parse(&text).unwrap().run();
    let errors: Vec<f64> = serde_json::from_value(run["error"].clone()).unwrap();
    assert_eq!(errors, core.record.errors());
    let verdict = &run["verdict"];
    assert_eq!(verdict["kind"], core.verdict.kind.name());
    assert_eq!(
        verdict["rate_curvature"].as_f64(),
        core.verdict.curvature.and_then(|c| c.rate_curvature)
    );
}

/// A textbook's 3-2-1 network, which gives 0.474 for its sample before its first step.
#[test]
fn outputs_are_told_for_every_sample() {
    let text = r#"{"layers": [3, 2, 1], "activations": ["logistic", "logistic"], "bias": true,
        "inputs": [[1, 0, 1]], "targets": [[1]],
        "weights": [0.2, 0.4, -0.5, -0.4, -0.3, 0.1, 0.2, 0.2, -0.3, -0.2, 0.1],
        "rule": {"name": "steepest-descent", "rate": 0.9}, "steps": 1}"#;
    let run = json(text);
    let outputs = |end: &str| -> Vec<Vec<f64>> {
        serde_json::from_value(run["outputs"][end].clone()).unwrap()
    };
    assert!((outputs("start")[0][0] - 0.474).abs() < 5e-4);
    let error = 0.5 * (outputs("end")[0][0] - 1.0).powi(2);
    assert!((error - run["error"][1].as_f64().unwrap()).abs() < 1e-15);

    let many = text
        .replace("[[1, 0, 1]]", &format!("[{}]", ["[1, 0, 1]"; 15].join(",")))
        .replace("[[1]]", &format!("[{}]", ["[1]"; 15].join(",")));
    assert_eq!(json(&many)["outputs"]["end"].as_array().unwrap().len(), 15);
    let summary = printed(&["run", "-"], &many);
    assert!(summary.contains("          12: 0.473889 → "), "{summary}");
    assert!(
        summary.contains("… and 3 more (--json has them all)"),
        "{summary}"
    );
}

#[test]
fn numbers_that_are_not_finite_are_null() {
    let huge = Fact {
        inputs: "[[1e300]]",
        ..H
    };
    let run = json(&document(&huge, &[1.0]));
    assert_eq!(run["verdict"]["kind"], "diverged");
    assert_eq!(run["error"], json!([null]));
    assert_eq!(run["verdict"]["error"], Value::Null);
    assert_eq!(run["verdict"]["eigenvalues"], Value::Null);

    // A slope where the curvature has underflowed to 0: a parabola without a bottom.
    let steep_and_straight = Fact {
        layers: "[1,1,1]",
        activations: r#"["identity","identity"]"#,
        targets: "[[1e153]]",
        rate: 1e-12,
        steps: 1,
        ..H
    };
    let text = document(&steep_and_straight, &[1.0, 1e-163]);
    let run = json(&text.replace(r#""steps""#, r#""free":[0],"steps""#));
    assert_eq!(run["verdict"]["eigenvalues"], json!([0.0]));
    assert_eq!(run["verdict"]["bottom"], Value::Null);
    assert_eq!(run["verdict"]["condition"], Value::Null);
}

#[test]
fn csv_has_a_line_for_each_step_and_every_digit() {
    let text = xor(3, 1.0).replace("4000", "150");
    let csv = printed(&["run", "-", "--csv"], &text);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 1 + 151);
    assert_eq!(
        lines[0],
        "step,error,gradient_norm,w11^1,w21^1,b1^1,w12^1,w22^1,b2^1,w11^2,w21^2,b^2"
    );
    let record = Experiment::parse(&text).unwrap().run().record;
    for (step, line) in lines[1..].iter().enumerate() {
        let fields: Vec<f64> = line
            .split(',')
            .map(|field| field.parse().unwrap())
            .collect();
        assert_eq!(fields[0], step as f64);
        assert_eq!(fields[1], record.errors()[step]);
        assert_eq!(fields[2], record.gradient_norms()[step]);
        assert_eq!(fields[3..], *record.weights(step));
    }
}

#[test]
fn a_run_that_diverges_keeps_its_path() {
    let fact = Fact {
        inputs: "[[1e200]]",
        ..H
    };
    let csv = printed(&["run", "-", "--csv"], &document(&fact, &[0.0]));
    let last = csv.lines().last().unwrap();
    assert_eq!(last, "1,inf,inf,5e199");
}

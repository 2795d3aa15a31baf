//! The command line: what the summary says: each verdict in its own words.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

#[path = "../../backprop/tests/common/mod.rs"]
mod common;
mod downhill;

use common::{A, B, D, E, Fact, H, document};
use downhill::{json, printed};
use serde_json::json;

#[test]
fn the_summary_says_what_happened() {
    let text = printed(&["run", "-"], &document(&B, &[8.0]));
    assert_eq!(
        text,
        "\
Network   1-1 without biases, logistic
Samples   2
Weights   1, all of them free
Rule      steepest descent, ε = 0.5
Start     w = 8
End       w = 7.96602
Steps     2000, all of them

E         0.409967 → 0.409965
‖g‖       3.341e-5 → 3.456e-5
Best      0.0990357 (the smallest E that a search found)
Baseline  0.16 (without learning)
Goal      0.0996454 (counts as converged)
Outputs   1: 1 → 1 (wanted 0.1)
          2: 0.999665 → 0.999653 (wanted 0.9)
∂ end     the end moves by 1.03442 for each 1 of w at the start

Verdict   vanishing-gradient
          The gradient has vanished: ‖g‖ = 3.456e-5, though E is still 0.409965.
          Within as many steps again (2000) it would not move on. The samples
          pull with less than 0.1 % of what is typical. The smallest factor in
          the chain is f′(x) = 2.535e-35 of at most 0.25: unit 1 in layer 1
          after the input, at x = 79.6602, for sample 1.
"
    );
}

/// Each of the seven verdicts, and each of its causes, in its own words, with its evidence.
#[test]
fn every_verdict_has_a_sentence() {
    let linear_xor = Fact {
        layers: "[2,1]",
        bias: true,
        inputs: "[[0,0],[0,1],[1,0],[1,1]]",
        targets: "[[0],[1],[1],[0]]",
        rate: 0.2,
        steps: 1000,
        ..H
    };
    let marks = Fact {
        bias: true,
        inputs: "[[32],[53],[61],[47],[59]]",
        targets: "[[31],[68],[62],[71],[87]]",
        rate: 2e-6,
        steps: 1000,
        ..H
    };
    let h = |rate| document(&Fact { rate, ..H }, &[3.0]);
    let table = [
        (
            h(2.1),
            "diverged",
            "within 39 steps it went from E = 2 to E = 3385.79",
        ),
        (document(&A, &[0.0]), "converged", "Solved: E = "),
        (
            document(&B, &[-1.0]),
            "converged",
            "No smaller error is known, but E = 0.0990357 remains: the network explains little.",
        ),
        (
            document(&E, &[1.0, 1.0]),
            "converged",
            "The answer is not unique: E does not change along one direction.",
        ),
        (
            document(&linear_xor, &[1.0, -1.0, 0.0]),
            "converged",
            "No smaller error is known, but E = 0.5 remains: the network explains little.",
        ),
        (
            h(2.0),
            "oscillating",
            "100 % of the last 99 updates turn back on the one before.",
        ),
        (
            document(&Fact { rate: 2.0, ..B }, &[-1.0]),
            "oscillating",
            "E rises again and again: over the last quarter of its steps it lost",
        ),
        (
            h(0.01),
            "still-descending",
            "all of the error above the best would be gone in about 50 of another 200 steps.",
        ),
        (
            document(&marks, &[0.3, -0.3]),
            "still-descending",
            "across it E curves 64628 times as much as along it",
        ),
        (
            document(&Fact { rate: 1e-6, ..B }, &[-1.0]),
            "still-descending",
            "A larger learning rate than 1e-6 helps.",
        ),
        (
            document(&B, &[5.0]),
            "still-descending",
            "It leaves it in about 1900 more steps.",
        ),
        (
            document(&E, &[0.0, 0.0]),
            "saddle",
            "a nudge would lead down",
        ),
        (
            document(&B, &[1.0]),
            "local-minimum",
            "Newton's iteration settles in 2 turns, with less than 0.1 % of the error above the best ahead.",
        ),
        (
            document(&B, &[8.0]),
            "vanishing-gradient",
            "The gradient has vanished",
        ),
        (
            document(&D, &[8.0, -1.0]),
            "vanishing-gradient",
            "of what is typical, but against each other: δ is",
        ),
    ];
    for (document, kind, sentence) in table {
        let text = printed(&["run", "-"], &document);
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = words.join(" ");
        assert!(text.contains(&format!("Verdict {kind} ")), "{text}");
        assert!(text.contains(sentence), "{text}");
        assert!(!text.contains("not a number"), "{text}");
    }
}

#[test]
fn long_lists_of_weights_stay_on_the_page() {
    let large = json!({
        "layers": [2, 16, 1],
        "activations": ["tanh", "identity"],
        "bias": true,
        "inputs": [[0, 1]],
        "targets": [[1]],
        "init": {"scheme": "xavier", "scale": 1, "seed": 1},
        "rule": {"name": "steepest-descent", "rate": 0.01},
        "steps": 3
    });
    let text = printed(&["run", "-"], &large.to_string());
    assert!(text.contains("drawn: xavier, scale 1, seed 1"));
    assert!(text.contains("and 25 more (--csv has them all)"), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
}

#[test]
fn of_many_eigenvalues_it_tells_the_two_ends() {
    let text = r#"{"layers": [2, 16, 2], "activations": ["tanh", "identity"], "bias": true,
        "inputs": [[0, 1], [1, 1], [1, 0]], "targets": [[1, 0], [0, 1], [1, 1]],
        "init": {"scheme": "xavier", "scale": 1, "seed": 1}, "best_error": 0,
        "rule": {"name": "steepest-descent", "rate": 0.05}, "steps": 500}"#;
    let verdict = &json(text)["verdict"];
    let ends: Vec<f64> = serde_json::from_value(verdict["eigenvalues"].clone()).unwrap();
    assert_eq!((ends.len(), &verdict["eigenvalue_count"]), (2, &json!(82)));
    // Its lines are broken anywhere.
    let summary = printed(&["run", "-"], text);
    let summary = summary.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "the two ends of 82 eigenvalues",
        "along at least one direction.",
    ] {
        assert!(summary.contains(part), "{summary}");
    }
}

/// Nothing of the start is left in a basin, all of it on a plateau, and where a run wanders its last digit
/// is everything.
#[test]
fn how_much_the_end_depends_on_the_start_is_said() {
    let said = |start: f64, rate: f64| {
        let text = document(&B, &[start]).replace("0.5", &rate.to_string());
        let page = printed(&["run", "-"], &text);
        let (_, row) = page.split_once("∂ end").unwrap();
        let words: Vec<&str> = row
            .split("\n\n")
            .next()
            .unwrap()
            .split_whitespace()
            .collect();
        words.join(" ")
    };
    assert!(said(-1.0, 0.5).contains("10^-"), "{}", said(-1.0, 0.5));
    assert!(
        said(8.0, 0.5).contains("moves by 1.0"),
        "{}",
        said(8.0, 0.5)
    );
    assert!(
        said(-1.0, 4.0).contains("mean nothing"),
        "{}",
        said(-1.0, 4.0)
    );
}

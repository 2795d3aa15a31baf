//! The command line: what it prints where, and how it refuses.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

#[path = "../../backprop/tests/common/mod.rs"]
mod common;
mod downhill;

use std::io::Read;
use std::path::PathBuf;

use backprop::Experiment;
use common::{A, B, D, E, Fact, H, document, xor};
use downhill::{command, downhill, json, printed};
use serde_json::{Value, json};

/// A file of this test alone, which is gone when it goes out of scope.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Scratch {
        Scratch(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name))
    }

    fn with(name: &str, text: &str) -> Scratch {
        let scratch = Scratch::new(name);
        std::fs::write(&scratch.0, text).unwrap();
        scratch
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Exit code 2, one message, nothing on standard output.
fn refusal(arguments: &[&str], input: &str) -> String {
    let output = downhill(arguments, input);
    assert_eq!(output.status.code(), Some(2), "{input}");
    assert_eq!(output.stdout, b"", "{input}");
    let message = String::from_utf8(output.stderr).unwrap();
    message.strip_suffix('\n').unwrap().to_owned()
}

#[test]
fn a_file_and_standard_input_give_the_same() {
    let text = document(&B, &[1.0]);
    let file = Scratch::with("same.json", &text);
    for form in ["--json", "--csv"] {
        let from_file = printed(&["run", file.name(), form], "");
        assert_eq!(printed(&["run", "-", form], &text), from_file);
        assert_eq!(printed(&["run", form, "-"], &text), from_file);
    }
}

#[test]
fn what_is_no_experiment_is_refused() {
    let whole = common::whole();
    let with = |key: &str, value: Value| {
        let mut document = whole.clone();
        document[key] = value;
        document.to_string()
    };
    let without = |key: &str| {
        let mut document = whole.clone();
        document.as_object_mut().unwrap().remove(key).unwrap();
        document.to_string()
    };
    let table = [
        (
            String::new(),
            "not JSON at line 1, column 1: EOF while parsing a value",
        ),
        (
            "{".to_owned(),
            "not JSON at line 1, column 1: EOF while parsing an object",
        ),
        ("[]".to_owned(), "an object expected, a list found"),
        (without("layers"), "layers: expected, but missing"),
        (
            without("weights"),
            "exactly one of weights and init expected, neither found",
        ),
        (
            with("weights", json!([1, 2, 3, 4, 5, 6, 7, 8])),
            "weights: 9 expected for layers 2-2-1 with biases, 8 found",
        ),
        (
            with("free", json!([9])),
            "free[0]: a number from 0 to 8 expected, 9 found",
        ),
        (
            with("steps", json!(0)),
            "steps: a number from 1 to 100000 expected, 0 found",
        ),
        (
            with("rule", json!({"name": "sgd", "rate": 1})),
            "rule.name: one of steepest-descent, momentum, adagrad, rmsprop, adam expected, \"sgd\" found",
        ),
        (
            with("rule", json!({"name": "steepest-descent", "rate": -1})),
            "rule.rate: a number above 0 expected, -1 found",
        ),
        (
            with("targets", json!([[0], [1], [1], ["0"]])),
            "targets[3][0]: a number expected, a text found",
        ),
        (
            with("bias", Value::Null),
            "bias: true or false expected, null found",
        ),
    ];
    let file = Scratch::new("no.svg");
    for (document, message) in table {
        let expected = format!("downhill: standard input: {message}");
        for form in [
            &["run", "-"][..],
            &["run", "-", "--json"],
            &["run", "-", "--csv"],
        ] {
            assert_eq!(refusal(form, &document), expected);
        }
        assert_eq!(refusal(&["figure", "-", "-o", "-"], &document), expected);
        let to_file = ["figure", "-", "-o", file.name()];
        assert_eq!(refusal(&to_file, &document), expected);
        assert!(!file.0.exists());
    }
}

#[test]
fn what_cannot_be_read_is_refused() {
    let missing = refusal(&["run", "no/such/file.json"], "");
    assert!(
        missing.starts_with("downhill: no/such/file.json: No such file"),
        "{missing}"
    );
    let folder = refusal(&["run", env!("CARGO_TARGET_TMPDIR")], "");
    assert!(folder.contains("directory"), "{folder}");

    let file = Scratch::new("bytes.json");
    std::fs::write(&file.0, [b'{', 0xff, 0xfe, b'}']).unwrap();
    let message = refusal(&["run", file.name()], "");
    assert_eq!(
        message,
        format!("downhill: {}: not a text (UTF-8)", file.name())
    );

    std::fs::write(&file.0, " ".repeat((16 << 20) + 1)).unwrap();
    let message = refusal(&["run", file.name()], "");
    assert!(
        message.ends_with("larger than any experiment, 16 MB"),
        "{message}"
    );
}

/// No picture is better than a broken one.
#[test]
fn an_axis_that_is_too_narrow_is_refused_before_anything_is_drawn() {
    let axis = |from: f64, to: f64| json!({"weight": 0, "from": from, "to": to});
    let file = Scratch::new("narrow.svg");
    for (from, to, least) in [(0.0, 1e-306, "1e-150"), (-4.0, -3.999_999_999_8, "4e-10")] {
        let mut document = common::whole();
        document["view"] = json!([axis(from, to), {"weight": 1, "from": -8, "to": 8}]);
        let text = document.to_string();
        let expected = format!(
            "downhill: standard input: view[0]: a range at least {least} long expected there, \
             {from} to {to:?} found"
        );
        for form in [
            &["run", "-"][..],
            &["figure", "-", "-o", file.name()],
            &["map", "-", "-o", file.name()],
        ] {
            assert_eq!(refusal(form, &text), expected);
            assert!(!file.0.exists());
        }
    }
}

#[test]
fn a_command_line_that_makes_no_sense_is_refused() {
    for arguments in [
        &[][..],
        &["walk", "-"],
        &["run"],
        &["run", "-", "--json", "--csv"],
        &["run", "-", "--yaml"],
        &["figure", "-"],
    ] {
        let output = downhill(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(output.stdout, b"");
        assert!(String::from_utf8(output.stderr).unwrap().contains("Usage:"));
    }
    assert!(printed(&["--help"], "").contains("figure"));
    assert!(printed(&["--version"], "").starts_with("downhill 0."));
}

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
fn a_figure_is_svg_in_a_file_or_on_standard_output() {
    let (curve, surface) = (document(&B, &[1.0]), document(&E, &[1.0, 1.0]));
    for text in [&curve, &surface] {
        let picture = printed(&["figure", "-", "-o", "-"], text);
        assert!(picture.starts_with("<svg") && picture.trim_end().ends_with("</svg>"));
        let file = Scratch::new(&format!("{}.svg", text.len()));
        assert_eq!(printed(&["figure", "-", "-o", file.name()], text), "");
        assert_eq!(std::fs::read_to_string(&file.0).unwrap(), picture);
    }
    let document = Scratch::with("figure.json", &curve);
    let from_file = printed(&["figure", document.name(), "--output", "-"], "");
    assert_eq!(from_file, printed(&["figure", "-", "-o", "-"], &curve));
}

#[test]
fn a_figure_that_cannot_be_written_is_no_bad_input() {
    let output = downhill(
        &["figure", "-", "-o", "no/such/folder/x.svg"],
        &document(&B, &[1.0]),
    );
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(
        message.starts_with("downhill: no/such/folder/x.svg: cannot be written: No such file"),
        "{message}"
    );
}

/// `downhill run … --csv | head -1`
#[test]
fn a_reader_that_has_read_enough_is_no_failure() {
    let file = Scratch::with("pipe.json", &xor(3, 1.0));
    for arguments in [
        &["run", file.name(), "--csv"][..],
        &["run", file.name(), "--json"],
        &["figure", file.name(), "-o", "-"],
    ] {
        let mut child = command(arguments).spawn().unwrap();
        let mut first = [0_u8; 16];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut first).unwrap();
        drop(out);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
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

//! The command line: what makes no sense is refused, with one message.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

#[path = "../../backprop/tests/common/mod.rs"]
mod common;
mod downhill;
mod scratch;

use downhill::{downhill, printed};
use scratch::Scratch;
use serde_json::{Value, json};

/// Exit code 2, one message, nothing on standard output.
fn refusal(arguments: &[&str], input: &str) -> String {
    let output = downhill(arguments, input);
    assert_eq!(output.status.code(), Some(2), "{input}");
    assert_eq!(output.stdout, b"", "{input}");
    let message = String::from_utf8(output.stderr).unwrap();
    message.strip_suffix('\n').unwrap().to_owned()
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

//! Texts that are too long in one way or another: numbers with long exponents, names without an end,
//! more values than any experiment has. What is said about them is short, and nothing is built first.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::limits::MOST_VALUES;
use backprop::{Experiment, TextError, Value as Tree};
use common::whole;

fn refusal(text: &str) -> TextError {
    Experiment::parse(text).unwrap_err()
}

/// A whole document with `text` as a number of its third input, on a line of its own.
fn with_input(text: &str) -> String {
    let document = whole().to_string();
    let (before, after) = document.split_once("[1,0]").unwrap();
    format!("{before}[1,\n{text}]{after}")
}

/// However long the digits, the point or the exponent: a number is the nearest double, or there is
/// none.
#[test]
fn a_number_is_read_rightly_or_refused_however_it_is_spelt() {
    let zeros = "0".repeat(400);
    let nearest = [
        ("1e308".to_owned(), 1e308),
        ("17976931348623157e292".to_owned(), f64::MAX),
        ("1.7976931348623158e308".to_owned(), f64::MAX),
        ("-1E+308".to_owned(), -1e308),
        // Too small for a double is 0.
        ("1e-400".to_owned(), 0.0),
        ("1e-2147483648".to_owned(), 0.0),
        ("1.5e-2147483649".to_owned(), 0.0),
        ("1e-9223372036854775807".to_owned(), 0.0),
        ("1e-9223372036854775808".to_owned(), 0.0),
        ("1e-99999999999999999999".to_owned(), 0.0),
        ("-1e-99999999999999999999".to_owned(), -0.0),
        (
            "123456789012345678901234567890e-9223372036854775807".to_owned(),
            0.0,
        ),
        (format!("0.{zeros}1e-9223372036854775807"), 0.0),
        // And 0 is 0, whatever it is multiplied by.
        ("0e99999999999999999999".to_owned(), 0.0),
        ("-0.0e9223372036854775807".to_owned(), -0.0),
        (format!("0.{zeros}e2147483648"), 0.0),
        // Many digits and an exponent that takes them away again.
        (format!("1{zeros}e-400"), 1.0),
        (format!("0.{zeros}1e401"), 1.0),
        (format!("1{zeros}.{zeros}e-400"), 1.0),
        ("4.9e-324".to_owned(), 5e-324),
    ];
    for (text, number) in nearest {
        let Tree::Number(found) = serde_json::from_str(&text).unwrap() else {
            panic!("{text} is a number");
        };
        assert_eq!(found.to_bits(), number.to_bits(), "{text}");
        assert!(Experiment::parse(&with_input(&text)).is_ok(), "{text}");
    }
    for text in [
        "1e309".to_owned(),
        "1.8e308".to_owned(),
        "-1e309".to_owned(),
        "1E309".to_owned(),
        "1e+309".to_owned(),
        "1e2147483647".to_owned(),
        "1e2147483648".to_owned(),
        "1e4294967296".to_owned(),
        "1.0e4294967297".to_owned(),
        "1e9223372036854775807".to_owned(),
        "1e9223372036854775808".to_owned(),
        "-1.5e+9223372036854775807".to_owned(),
        "1e18446744073709551616".to_owned(),
        "1e99999999999999999999".to_owned(),
        "0.001e99999999999999999999".to_owned(),
        "123456789012345678901234567890e9223372036854775807".to_owned(),
        "1.00000000000000000000000000001e9223372036854775807".to_owned(),
        format!("1{zeros}"),
        format!("1{zeros}.5"),
        format!("0.{zeros}1e9223372036854775807"),
    ] {
        let TextError::Syntax {
            line,
            column,
            detail,
        } = refusal(&with_input(&text))
        else {
            panic!("{text} is no number");
        };
        assert_eq!(
            (line, detail.as_str()),
            (2, "number out of range"),
            "{text}"
        );
        // It ends within the number.
        assert!((1..=text.len()).contains(&column), "{text}: {column}");
    }
}

/// Whoever sends a name of 10 MB is not sent it back.
#[test]
fn a_long_name_is_shortened_in_a_message() {
    let long = "層".repeat(3_000_000);
    let begin = format!("{}…", "層".repeat(40));
    let document = |from: &str, to: &str| whole().to_string().replacen(from, to, 1);
    let known = "unknown key; the known ones are";
    for (text, message) in [
        (
            document("\"steps\"", &format!("\"{long}\"")),
            format!("{begin}: {known} layers"),
        ),
        (
            document("\"rate\"", &format!("\"{long}\"")),
            format!("rule.{begin}: {known} name, rate"),
        ),
        (
            document("\"from\"", &format!("\"{long}\"")),
            format!("view[0].{begin}: {known} weight, from, to"),
        ),
        (
            document("logistic", &long),
            format!(
                "activations[0]: one of logistic, tanh, identity, relu, leaky-relu, softplus \
                 expected, \"{begin}\" found"
            ),
        ),
        (
            document("steepest-descent", &long),
            format!(
                "rule.name: one of steepest-descent, momentum, adagrad, rmsprop, adam expected, \"{begin}\" found"
            ),
        ),
        (
            document("squared", &long),
            format!("loss: one of squared, cross-entropy expected, \"{begin}\" found"),
        ),
    ] {
        let found = refusal(&text).to_string();
        assert!(
            found.starts_with(&message),
            "{}",
            &found[..found.len().min(500)]
        );
        assert!(found.len() < 500, "{} bytes", found.len());
    }
    // The longest that stands whole.
    let name = "a".repeat(40);
    let found = refusal(&document("squared", &name)).to_string();
    assert!(found.ends_with(&format!("\"{name}\" found")), "{found}");

    let foreign = Tree::Foreign(long);
    let found = Experiment::from_document(&foreign).unwrap_err().to_string();
    assert_eq!(found, format!("an object expected, {begin} found"));
}

/// 10 MB of `0,` are five million values. They are refused when the limit is reached, and the place
/// says so.
#[test]
fn what_has_too_many_values_is_refused_where_they_are_too_many() {
    let place = |text: &str| match refusal(text) {
        TextError::TooLong { line, column } => (line, column),
        other => panic!("{other}"),
    };
    // The last that fits ends before the first that does not.
    let fits = 2 * MOST_VALUES;
    let (line, column) = place(&format!("[{}0]", "0,".repeat(5_000_000)));
    assert_eq!(line, 1);
    assert!((fits..fits + 4).contains(&column), "{column}");
    let (line, _) = place(&format!("[{}0]", "0,\n".repeat(5_000_000)));
    assert_eq!(line, MOST_VALUES + 1);
    // In whatever they stand.
    let (line, _) = place(&format!("[{}0]", "[0,0,\n{\"\":0}],".repeat(200_000)));
    assert_eq!(line, MOST_VALUES / 5 + 1);
    place(&format!("{{{}\"\":0}}", "\"\":0,".repeat(200_000)));
    place(&format!("[{}0]", "\"\",".repeat(200_000)));
    place(&format!("[{}0]", "null,".repeat(200_000)));

    let message = refusal(&format!("[{}0]", "0,".repeat(MOST_VALUES))).to_string();
    let column = column_of(&message);
    let expected =
        format!("at line 1, column {column}: more than 131072 values, which no experiment has");
    assert_eq!(message, expected);

    // As many as the limit are read, and found to be no experiment.
    let message = refusal(&format!("[{}0]", "0,".repeat(MOST_VALUES - 1))).to_string();
    assert_eq!(message, "an object expected, a list found");
}

fn column_of(message: &str) -> &str {
    let (_, rest) = message.split_once("column ").unwrap();
    rest.split(':').next().unwrap()
}

/// The largest experiment that the limits allow has less than a third of the values.
#[test]
fn the_largest_experiment_fits() {
    let rows = vec![vec![-0.123_456_789_012_345_67e-100; 16]; 1000];
    let document = serde_json::json!({
        "layers": vec![16; 12],
        "activations": vec!["logistic"; 11],
        "bias": true,
        "inputs": rows,
        "targets": rows,
        "weights": vec![0.25; 11 * 16 * 17],
        "free": (0..11 * 16 * 17).collect::<Vec<_>>(),
        "rule": {"name": "steepest-descent", "rate": 0.5},
        "steps": 600,
    });
    let experiment = Experiment::parse(&document.to_string()).unwrap();
    fn count(value: &Tree) -> usize {
        match value {
            Tree::List(values) => values.iter().map(|value| 1 + count(value)).sum(),
            Tree::Object(entries) => entries.iter().map(|(_, value)| 1 + count(value)).sum(),
            _ => 0,
        }
    }
    assert!(3 * count(&experiment.to_document()) < MOST_VALUES);
}

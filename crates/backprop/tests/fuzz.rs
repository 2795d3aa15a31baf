//! A hundred thousand documents, each a sound one with something done to it, from a fixed seed: each is
//! refused with the place of what is wrong, or is an experiment that runs.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod common;

use backprop::{Error, Experiment, Reason, TextError, limits};
use common::{B, E, chain, document, whole, xor};
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

const DOCUMENTS: usize = 100_000;
const SEED: u64 = 0x6675_7a7a;

/// What numbers, names and brackets are exchanged for: the ends of all ranges, and what is beyond.
const PIECES: [&str; 64] = [
    "0",
    "-0",
    "1",
    "-1",
    "2",
    "3",
    "10",
    "11",
    "12",
    "13",
    "16",
    "17",
    "0.5",
    "1.5",
    "-8",
    "8",
    "1000",
    "1001",
    "100000",
    "100001",
    "5e-324",
    "-5e-324",
    "1e-150",
    "1e-151",
    "1e-308",
    "1e150",
    "1e154",
    "1e200",
    "1e300",
    "-1e300",
    "1.1e300",
    "1.7976931348623157e308",
    "1e308",
    "1e309",
    "1e9223372036854775807",
    "1e-9223372036854775808",
    "4294967295",
    "4294967296",
    "9007199254740991",
    "9007199254740992",
    "18446744073709551616",
    "null",
    "true",
    "false",
    "\"\"",
    "\"tanh\"",
    "\"relu\"",
    "\"softplus\"",
    "\"identity\"",
    "\"leaky-relu\"",
    "\"logistic\"",
    "\"squared\"",
    "\"steepest-descent\"",
    "\"he\"",
    "\"normal\"",
    "\"weights\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "[]",
    "{}",
    "[[]]",
    "[0]",
    "[[0]]",
    "{\"\":0}",
];

/// Documents as sound as can be, small and unlike each other.
fn sound() -> Vec<String> {
    let drawn = r#"{"layers":[1,2,1],"activations":["relu","identity"],"bias":true,
        "inputs":[[1],[-2]],"targets":[[0.5],[1]],"init":{"scheme":"he","scale":1.5,"seed":3},
        "rule":{"name":"steepest-descent","rate":0.1},"steps":3,
        "view":[{"weight":6,"from":-1,"to":2}]}"#;
    vec![
        whole().to_string(),
        document(&B, &[0.5]),
        document(&E, &[1.0, -1.0]),
        chain("leaky-relu", 10),
        chain("softplus", 2),
        xor(1, 2.0),
        drawn.to_owned(),
    ]
}

/// The pieces of a text: numbers, names and single marks.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut in_name = false;
    for c in text.chars() {
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
        match tokens.last_mut() {
            Some(last) if in_name => last.push(c),
            Some(last) if is_word(c) && last.chars().all(is_word) => last.push(c),
            _ => tokens.push(c.to_string()),
        }
        if c == '"' {
            in_name = !in_name;
        }
    }
    tokens.retain(|token| !token.trim().is_empty());
    tokens
}

struct Mutator {
    generator: Xoshiro256PlusPlus,
}

impl Mutator {
    fn below(&mut self, count: usize) -> usize {
        self.generator.random_range(0..count)
    }

    /// A document with one to three changes.
    fn mutated(&mut self, sound: &[Vec<String>]) -> String {
        let which = self.below(sound.len());
        let mut tokens = sound[which].clone();
        for _ in 0..=self.below(3) {
            if tokens.is_empty() {
                break;
            }
            let at = self.below(tokens.len());
            let other = self.below(tokens.len());
            match self.below(16) {
                0 => drop(tokens.remove(at)),
                1 => tokens.insert(at, tokens[other].clone()),
                2 => tokens.swap(at, other),
                // A stretch again, or gone: keys that stand there twice, lists that are too long.
                3 => {
                    let end = (at + 1 + self.below(8)).min(tokens.len());
                    let stretch = tokens[at..end].to_vec();
                    tokens.splice(other..other, stretch);
                }
                4 => {
                    let end = (at + 1 + self.below(8)).min(tokens.len());
                    tokens.drain(at..end);
                }
                5 => tokens.truncate(at),
                6 => tokens[at] = "[".repeat(1 + self.below(200)),
                // One character of a text.
                7 => {
                    let code = self.below(0x250) as u32;
                    let c = char::from_u32(code).unwrap_or(' ');
                    tokens[at].insert(0, c);
                }
                // A number or a name for another.
                _ => {
                    let words: Vec<usize> = (0..tokens.len())
                        .filter(|&i| !matches!(&*tokens[i], "[" | "]" | "{" | "}" | "," | ":"))
                        .filter(|&i| tokens.get(i + 1).is_none_or(|next| next != ":"))
                        .collect();
                    if let Some(&word) = words.get(self.below(words.len().max(1))) {
                        let piece = self.below(PIECES.len());
                        tokens[word] = PIECES[piece].to_owned();
                    }
                }
            }
        }
        tokens.concat()
    }
}

/// A refusal says where: a line and a column of the text, or a place whose first key is one of the
/// document's or stands in the text.
fn assert_place(text: &str, refused: &TextError) {
    match refused {
        TextError::Syntax {
            line,
            column,
            detail,
        } => {
            assert!(!detail.is_empty(), "{text}");
            assert_position(text, *line, *column);
        }
        TextError::TooLong { line, column } => assert_position(text, *line, *column),
        TextError::Experiment(Error { place, reason }) => {
            let is_whole = matches!(
                reason,
                Reason::ExactlyOne { .. } | Reason::WrongType { .. } | Reason::UnknownKey { .. }
            );
            assert!(is_whole || !place.is_empty(), "{text}: {refused}");
            let message = refused.to_string();
            assert!(message.starts_with(place.as_str()), "{message}");
            assert!(message.len() > place.len() + 8, "{message}");
            assert!(message.chars().all(|c| !c.is_control()), "{message:?}");
        }
    }
}

fn assert_position(text: &str, line: usize, column: usize) {
    let lines: Vec<&str> = text.split('\n').collect();
    assert!((1..=lines.len()).contains(&line), "{text}: line {line}");
    let length = lines[line - 1].chars().count();
    assert!(
        (1..=length.max(1)).contains(&column),
        "{text}: column {column}"
    );
}

#[test]
fn every_document_is_refused_with_its_place_or_runs() {
    let sound: Vec<Vec<String>> = sound().iter().map(|text| tokens(text)).collect();
    for tokens in &sound {
        assert!(Experiment::parse(&tokens.concat()).is_ok());
    }
    let generator = Xoshiro256PlusPlus::seed_from_u64(SEED);
    let mut mutator = Mutator { generator };
    let (mut accepted, mut unread, mut refused) = (0, 0, 0);
    for _ in 0..DOCUMENTS {
        let text = mutator.mutated(&sound);
        match Experiment::parse(&text) {
            Err(error) => {
                assert_place(&text, &error);
                match error {
                    TextError::Experiment(_) => refused += 1,
                    _ => unread += 1,
                }
            }
            Ok(experiment) => {
                accepted += 1;
                runs(&experiment, &text);
            }
        }
    }
    // All three are tried, and often.
    for count in [accepted, unread, refused] {
        assert!(count > DOCUMENTS / 20, "{accepted} {unread} {refused}");
    }
}

/// Steps and a verdict, whatever the numbers are; and what it says of itself is the same experiment.
fn runs(experiment: &Experiment, text: &str) {
    let again = Experiment::from_document(&experiment.to_document()).unwrap();
    assert_eq!(again.to_document(), experiment.to_document(), "{text}");
    let short = experiment.with_steps(experiment.steps().min(3)).unwrap();
    // The search takes most of the time, and a test of its own.
    let run = short.with_best_error(0.0).run();
    assert!(run.record.steps() <= 3, "{text}");
    assert!(!run.verdict.kind.name().is_empty());
    assert!(experiment.steps() <= limits::MOST_STEPS);
}

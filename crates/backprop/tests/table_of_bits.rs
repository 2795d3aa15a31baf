//! The same bits as ever: a table of runs that other platforms are held against, too.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

mod bits;

use std::collections::BTreeSet;

/// `INSTA_UPDATE=always` makes the table anew.
#[test]
fn runs_have_the_bits_of_the_table() {
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bits/table.txt");
        std::fs::write(file, bits::table()).unwrap();
        return;
    }
    bits::assert_made();
}

/// It is worth something only where its numbers differ.
#[test]
fn the_table_has_all_parts_and_no_two_runs_alike() {
    let lines: Vec<&str> = bits::MADE.lines().collect();
    for name in backprop::Activation::ALL.iter().map(|f| f.name()) {
        assert!(lines.iter().any(|line| line.starts_with(name)), "{name}");
    }
    for name in bits::rules() {
        assert!(lines.iter().any(|line| line.contains(name)), "{name}");
    }
    for name in backprop::Loss::ALL.iter().map(|loss| loss.name()) {
        assert!(lines.iter().any(|line| line.contains(name)), "{name}");
    }
    // Where all units are dead nothing moves, whatever the rule.
    let moves = |run: &&str| {
        let mut errors = run.split(' ');
        errors.next() != errors.next()
    };
    let runs = lines.iter().filter_map(|line| line.split(": ").nth(1));
    let moving: Vec<&str> = runs.filter(moves).collect();
    assert!(10 * moving.len() > 9 * lines.len());
    // The first step is the same with momentum: some runs diverge by it.
    let staying: Vec<&&str> = moving
        .iter()
        .filter(|run| !run.ends_with("diverged"))
        .collect();
    let different: BTreeSet<&&str> = staying.iter().copied().collect();
    assert_eq!(different.len(), staying.len());
    let kinds: BTreeSet<&str> = moving
        .iter()
        .filter_map(|run| run.split(' ').next_back())
        .collect();
    assert!(kinds.len() >= 3, "{kinds:?}");
}

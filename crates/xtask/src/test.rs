//! `cargo xtask test`.

use anyhow::Result;
use std::time::Instant;

use crate::checks::{CHECKS, Check, Workshop};
use crate::folders::Folders;
use crate::shell::{self, say_part};
use crate::summary::{Line, Summary, tests_passed};
use crate::system;

/// Runs the named checks, or all if none is named; installs what they need. Answers whether all
/// have passed.
pub(crate) fn test(folders: &Folders, names: &[String]) -> Result<bool> {
    let named: Vec<_> = names
        .iter()
        .map(|name| Check::named(name))
        .collect::<Result<_>>()?;
    let chosen: Vec<_> = CHECKS
        .iter()
        .filter(|check| named.is_empty() || named.iter().any(|named| named.name == check.name))
        .collect();

    // All at once: one visit to the package manager. What it cannot bring fails the checks that
    // need it, and the others still run.
    if let Err(error) = system::ensure(chosen.iter().flat_map(|check| check.parts)) {
        println!("{error:#}");
    }
    let mut shop = Workshop::new(folders);
    let lines = chosen.iter().map(|check| run(check, &mut shop)).collect();
    let summary = Summary(lines);
    println!("\n{summary}");
    Ok(summary.failed() == 0)
}

/// Runs one check. Its output shows only if it fails.
fn run(check: &Check, shop: &mut Workshop) -> Line {
    let started = Instant::now();
    let outcome = check.prepare(shop).and_then(|mut prepared| {
        say_part(&format!("{} ... ", check.name));
        shell::capture(&mut prepared.command)
    });
    let seconds = started.elapsed().as_secs_f64();
    let (mut passed, output) = match outcome {
        Ok(outcome) => (outcome.success, outcome.output),
        Err(error) => (false, format!("{}: {error:#}", check.name)),
    };
    let tests = check.runs_tests.then(|| tests_passed(&output));
    // A runner that finds no test is content, and would hide that all have gone.
    let empty = passed && tests == Some(0);
    passed &= !empty;
    if passed {
        println!("ok in {seconds:.1} s");
    } else {
        println!("FAILED after {seconds:.1} s\n{}", output.trim_end());
    }
    if empty {
        println!("{}: no test was run", check.name);
    }
    Line {
        name: check.name,
        passed,
        seconds,
        tests,
    }
}

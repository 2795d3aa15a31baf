//! `cargo xtask bench --against REV`: this checkout and another revision, measured by turns.

use anyhow::{Context as _, Result};

use super::build::{self, Build};
use super::hall::Hall;
use super::promise::{Bound, Promise};
use super::revision::Revision;
use super::sports::{STEPS, promise_of_fates};
use super::table::{Row, Table, mean_of_times};
use super::{drag, lineup, native, race};
use crate::folders::Folders;

/// The commit that this checkout is promised to be faster than; of others, ratios are told alone.
const YARDSTICK: &str = "65cbf5c0";

/// The facts of one to three weights, by the names of their files.
const TINY: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// The one that is not tiny.
const XOR: &str = "xor";

/// Builds both, measures them, and prints what came out.
pub(crate) fn measure(folders: &Folders, name: &str) -> Result<Vec<Promise>> {
    let revision = Revision::named(folders, name)?;
    let there = revision.build(folders)?;
    let here = build::here(folders)?;
    let hall = Hall::open(folders)?;

    println!("\nHere is this checkout, there is {}", revision.short());
    let steps = race::run(STEPS, lineup::fates(&hall))?;
    println!("\n{steps}\n");
    let maps = compare_maps(&hall, &here, &there)?;
    println!("\n{maps}\n");
    let facts = folders.root().join("crates/lessons/facts");
    let names = TINY.into_iter().chain([XOR]);
    let natively = native::compare(&facts, names, &here.program, &there.program)?;
    println!("\n{natively}\n");
    let drag = drag::compare(folders, &here.page, &there.page)?;
    println!("\n{drag}\n");
    let sizes = compare_sizes(&here, &there)?;
    println!("\n{sizes}\n");

    let mut promises = vec![promise_of_fates(&steps)];
    if revision.is(YARDSTICK) {
        let whole = drag
            .row(drag::WHOLE)
            .context("no move was timed as a whole")?;
        promises.push(Promise {
            what: "a move of a drag to the same there",
            found: whole.part(),
            bound: Bound::AtMost(0.5),
        });
        let tiny = maps.rows.iter().filter(|row| row.name != XOR);
        promises.push(Promise {
            what: "maps of facts A to F: times as fast as there, geometric mean",
            found: mean_of_times(tiny),
            bound: Bound::AtLeast(1.6),
        });
    }
    Ok(promises)
}

/// Maps of fates in wasm in one thread, by turns.
fn compare_maps(hall: &Hall, here: &Build, there: &Build) -> Result<Table> {
    let facts = TINY.into_iter().chain([XOR]);
    let contenders = facts
        .clone()
        .flat_map(|fact| [here, there].map(|build| lineup::map(hall, fact, &build.facade)));
    let scores = race::by_turns(contenders.collect())?;
    let mut rows = Vec::new();
    for (fact, pair) in facts.zip(scores.chunks_exact(2)) {
        let [here, there] = pair else { continue };
        rows.push(Row {
            name: fact.to_owned(),
            here: 1e6 / here.best(),
            there: 1e6 / there.best(),
        });
    }
    Ok(Table {
        title: "Maps of fates of facts in wasm, one thread, processor time, µs a start".to_owned(),
        rows,
    })
}

fn compare_sizes(here: &Build, there: &Build) -> Result<Table> {
    Ok(Table {
        title: "Size of the download, gzipped, kB".to_owned(),
        rows: vec![Row {
            name: "all files".to_owned(),
            here: here.download()? as f64 / 1000.0,
            there: there.download()? as f64 / 1000.0,
        }],
    })
}

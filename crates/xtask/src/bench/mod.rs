//! `cargo xtask bench`: what has been promised about speed and size, measured.
//!
//! Timing is the machine's as much as the code's. So contenders take turns, medians are
//! compared, what is promised is a ratio, and a promise that is not kept is told and fails nothing.

mod browser;
mod costs;
mod drag;
mod lineup;
mod maps;
mod process;
mod promise;
mod race;

use anyhow::Result;

use crate::dist;
use crate::folders::Folders;
use crate::page::WasmTools;
use crate::system::{self, Part};
use lineup::Kind;
use promise::{Bound, Promise};
use race::Sport;

const PARTS: [Part; 3] = [Part::Node, Part::Chromium, Part::Chromedriver];

/// A download, as it comes over the line, in bytes.
const MOST_DOWNLOAD: f64 = 250_000.0;

const STEPS: Sport = Sport {
    title: "Full-batch steps of 2-4-1 logistic XOR with biases, one thread, by processor time",
    unit: "M steps/s",
    scale: 1e6,
    yardstick: Kind::TypedArrays,
    ratio: "to the better of the typed arrays",
};

const WORKERS: Sport = Sport {
    title: "A map of fates of fact F by worker threads",
    unit: "k starts/s",
    scale: 1e3,
    yardstick: Kind::OneWorker,
    ratio: "to one worker",
};

/// Builds, measures, and prints what came out.
pub(crate) fn bench(folders: &Folders) -> Result<()> {
    system::ensure(&PARTS)?;
    let tools = WasmTools::ensure(folders)?;
    let lineup = lineup::ensure(folders, &tools)?;
    let site = dist::collect_site(folders)?;

    let steps = race::run(STEPS, lineup.steps)?;
    println!("\n{steps}\n");
    let workers = race::run(WORKERS, lineup.maps)?;
    println!("\n{workers}\n");
    let costs = costs::measure(lineup.costs)?;
    println!("\n{costs}\n");
    let drag = drag::measure(folders)?;
    println!("\n{drag}\n");
    let maps = maps::measure(folders)?;
    println!("\n{maps}\n\nSize of the download in bytes\n{site}\n");

    use Kind::{ConvNetJs, OneWorker, TwoWorkers, TypedArrays, WasmFates, WasmRun};
    let mut promises = vec![
        steps.promise("a run in wasm to typed arrays", WasmRun, TypedArrays, 1.0),
        steps.promise("fates in wasm to typed arrays", WasmFates, TypedArrays, 3.0),
        steps.promise("fates in wasm to convnetjs", WasmFates, ConvNetJs, 20.0),
        workers.promise("two workers to one", TwoWorkers, OneWorker, 1.8),
        drag.promise(),
    ];
    promises.extend(maps.promises());
    for (what, sent) in [
        ("what a reader downloads, to 250 kB", site.sent_at_first()),
        ("the same with the other language", site.sent()),
    ] {
        promises.push(Promise {
            what,
            found: sent as f64 / MOST_DOWNLOAD,
            bound: Bound::AtMost(1.0),
        });
    }
    println!("Promised");
    for promise in promises {
        println!("{promise}");
    }
    Ok(())
}

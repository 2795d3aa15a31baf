//! What is promised without regard to any other revision.

use anyhow::Result;

use super::build::take_facade;
use super::contender::Kind;
use super::hall::Hall;
use super::promise::{Bound, Promise};
use super::sports::{STEPS, WORKERS, promise_of_fates};
use super::{costs, drag, lineup, maps, race};
use crate::folders::Folders;
use crate::{dist, page};

/// A download, as it comes over the line, in bytes.
const MOST_DOWNLOAD: f64 = 250_000.0;

/// Measures everything, and prints it.
pub(crate) fn measure(folders: &Folders) -> Result<Vec<Promise>> {
    page::build(folders)?;
    let site = dist::collect_site(folders)?;
    let facade = folders.root().join("target/bench/page");
    take_facade(&folders.page(), &facade)?;
    let hall = Hall::open(folders)?;

    let steps = race::run(STEPS, lineup::steps(folders, &hall, &facade)?)?;
    println!("\n{steps}\n");
    let workers = race::run(WORKERS, lineup::workers(&hall, &facade))?;
    println!("\n{workers}\n");
    let costs = costs::measure(hall.script("costs.mjs").env("DOWNHILL_PAGE", &facade))?;
    println!("\n{costs}\n");
    let drag = drag::measure(folders, &folders.page())?;
    println!("\n{drag}\n");
    let maps = maps::measure(folders)?;
    println!("\n{maps}\n\nSize of the download in bytes\n{site}\n");

    use Kind::{ConvNetJs, OneWorker, TwoWorkers, TypedArrays, WasmFates, WasmRun};
    let mut promises = vec![
        steps.promise("a run in wasm to typed arrays", WasmRun, TypedArrays, 1.0),
        promise_of_fates(&steps),
        steps.promise("fates in wasm to convnetjs", WasmFates, ConvNetJs, 20.0),
        workers.promise("two workers to one", TwoWorkers, OneWorker, 1.8),
    ];
    promises.extend(maps.promises());
    promises.push(Promise {
        what: "what the first picture waits for, in one language, to 250 kB",
        found: site.sent_at_first() as f64 / MOST_DOWNLOAD,
        bound: Bound::AtMost(1.0),
    });
    Ok(promises)
}

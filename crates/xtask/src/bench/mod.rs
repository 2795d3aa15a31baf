//! `cargo xtask bench`: what has been promised about speed and size, measured.
//!
//! Timing is the machine's as much as the code's. So contenders take turns, medians are
//! compared, what is promised is a ratio, and a promise that is not kept is told and fails nothing.

mod drag;
mod lineup;
mod process;
mod promise;
mod race;

use anyhow::Result;

use crate::dist;
use crate::folders::Folders;
use crate::page::WasmTools;
use crate::system::{self, Part};
use promise::Promise;

const PARTS: [Part; 3] = [Part::Node, Part::Chromium, Part::Chromedriver];

/// The whole download, gzipped, in bytes.
const MOST_DOWNLOAD: usize = 200_000;

/// Builds, measures, and prints what came out.
pub(crate) fn bench(folders: &Folders) -> Result<()> {
    system::ensure(&PARTS)?;
    let tools = WasmTools::ensure(folders)?;
    let contenders = lineup::ensure(folders, &tools)?;
    let site = dist::collect_site(folders)?;

    let race = race::run(contenders)?;
    println!("\n{race}");
    let drag = drag::measure(folders)?;
    println!("\n{drag}");
    println!("\nSize of the download in bytes\n{site}");

    println!("\nPromised");
    for promise in race.promises() {
        println!("{promise}");
    }
    println!("{}", drag.promise());
    println!(
        "{}",
        Promise {
            what: "the whole download, gzipped, of the 200 kB that it may have",
            found: site.gzipped() as f64 / MOST_DOWNLOAD as f64,
            bound: promise::Bound::AtMost(1.0),
        }
    );
    Ok(())
}

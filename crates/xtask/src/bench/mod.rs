//! `cargo xtask bench`: what has been promised about speed and size, measured.
//!
//! Timing is the machine's as much as the code's. So contenders take turns, the best turn of each is
//! compared, since nothing that disturbs makes one better, and what is promised is a ratio of two that were measured in the same run. Numbers of
//! milliseconds are told, and nothing is promised of them.

mod against;
mod alone;
mod browser;
mod build;
mod contender;
mod costs;
mod drag;
mod hall;
mod lineup;
mod maps;
mod native;
mod process;
mod promise;
mod race;
mod revision;
mod sports;
mod table;

use anyhow::Result;

use crate::folders::Folders;
use crate::system::{self, Part};
use promise::Promise;

const PARTS: [Part; 3] = [Part::Node, Part::Chromium, Part::Chromedriver];

/// Builds, measures, and prints what came out; against another revision if one is named. Answers
/// whether all promises are kept.
pub(crate) fn bench(folders: &Folders, revision: Option<&str>) -> Result<bool> {
    system::ensure(&PARTS)?;
    let promises = match revision {
        Some(revision) => against::measure(folders, revision)?,
        None => alone::measure(folders)?,
    };
    println!("Promised");
    for promise in &promises {
        println!("{promise}");
    }
    Ok(promises.iter().all(Promise::is_kept))
}

//! The chores of the project: `cargo xtask serve`, `cargo xtask test` and what they stand on.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "telling a person what happens is this program's work"
)]

mod apt;
mod axe;
mod bench;
mod checks;
mod children;
mod debian_rust;
mod dist;
mod esbuild;
mod exchange;
mod folders;
mod later;
mod lock;
mod mime;
mod npm;
mod package;
mod page;
mod pending;
mod policy;
mod request;
mod serve;
mod server;
mod setup;
mod shell;
mod split;
mod summary;
mod system;
mod test;
mod toolchain;
mod tools;
mod typescript;
mod wasm_pack;
mod wasm_target;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

use crate::folders::Folders;

/// The chores of the project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Install everything that building and testing need and that is missing
    Setup,
    /// Compile the page's WebAssembly in release mode into www/pkg
    Build,
    /// Build the page and serve it on this machine
    Serve {
        /// The port to serve on
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Open the page in the default browser
        #[arg(long)]
        open: bool,
    },
    /// Run all checks: format, clippy, native, types, wasm, page
    Test {
        /// Run this check alone; may be given several times
        #[arg(long, value_name = "NAME")]
        only: Vec<String>,
    },
    /// Write the finished site into target/dist and print its sizes
    Dist,
    /// Make a package of npm and one of cargo for others to build upon, in target/packages
    Package,
    /// Measure speed and size; fails if a promise about them is not kept
    ///
    /// What is promised are ratios of what has been measured in the same run, by turns, so that any
    /// machine can tell; milliseconds are for information. Without --against: a run and fates of
    /// many starts in wasm to the same in plain JavaScript; two workers to one; the first picture
    /// of a map to the whole, and frames meanwhile to frames at rest, in Chromium; and what
    /// the first picture waits for to 250 kB.
    Bench {
        /// Measure this checkout against another revision
        ///
        /// The commit is built as it builds itself, once, and kept in the cache. Then both take
        /// turns: a move of a drag in Chromium, whole and in parts; maps of facts A to F and of
        /// XOR, in wasm and natively, one thread; the size of the download. Of 65cbf5c it is
        /// promised that a move takes at most half of its time and that maps of A to F are 1.6
        /// times as fast; of other revisions, ratios are told.
        #[arg(long, value_name = "REV")]
        against: Option<String>,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().chore) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does a chore and answers whether all is well.
fn run(chore: Chore) -> Result<bool> {
    let folders = Folders::find()?;
    children::end_with_this_program()?;
    match chore {
        Chore::Setup => setup::setup(&folders)?,
        Chore::Build => page::build(&folders)?,
        Chore::Serve { port, open } => serve::serve(&folders, port, open)?,
        Chore::Test { only } => return test::test(&folders, &only),
        Chore::Dist => dist::dist(&folders)?,
        Chore::Package => package::package(&folders)?,
        Chore::Bench { against } => return bench::bench(&folders, against.as_deref()),
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    const WORKFLOW: &str = include_str!("../../../.github/workflows/downhill.yml");

    #[test]
    fn what_runs_elsewhere_calls_chores_that_there_are() {
        let chores = Arguments::command();
        let calls = WORKFLOW
            .lines()
            .filter_map(|line| line.split("cargo xtask ").nth(1));
        let mut count = 0;
        for call in calls {
            assert!(chores.find_subcommand(call.trim()).is_some(), "{call}");
            count += 1;
        }
        assert!(count > 3, "{count}");
    }
}

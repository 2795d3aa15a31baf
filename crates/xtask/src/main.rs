//! The chores of the project: `cargo xtask serve`, `cargo xtask test` and what they stand on.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "telling a person what happens is this program's work"
)]

mod apt;
mod bench;
mod checks;
mod children;
mod debian_rust;
mod dist;
mod esbuild;
mod folders;
mod lock;
mod mime;
mod npm;
mod page;
mod request;
mod serve;
mod server;
mod setup;
mod shell;
mod summary;
mod system;
mod test;
mod tools;
mod typescript;
mod wasm_target;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

use crate::folders::Folders;
use crate::page::WasmTools;

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
    /// Measure speed and size, and compare them with what is promised
    Bench,
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
        Chore::Build => WasmTools::ensure(&folders)?.build(&folders)?,
        Chore::Serve { port, open } => serve::serve(&folders, port, open)?,
        Chore::Test { only } => return test::test(&folders, &only),
        Chore::Dist => dist::dist(&folders)?,
        Chore::Bench => bench::bench(&folders)?,
    }
    Ok(true)
}

//! The chores of the project: `cargo xtask serve`, `cargo xtask test` and what they stand on.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "telling a person what happens is this program's work"
)]

mod apt;
mod debian_rust;
mod folders;
mod lock;
mod page;
mod shell;
mod system;
mod tools;
mod wasm_target;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

use crate::folders::Folders;
use crate::page::WasmTools;
use crate::system::Part;
use crate::tools::Tool;

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
}

fn main() -> ExitCode {
    match run(Arguments::parse().chore) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore) -> Result<ExitCode> {
    let folders = Folders::find()?;
    match chore {
        Chore::Setup => {
            system::ensure(&[
                Part::Firefox,
                Part::Chromium,
                Part::Chromedriver,
                Part::JapaneseFonts,
                Part::Node,
            ])?;
            WasmTools::ensure(&folders)?;
            Tool::geckodriver().ensure(&folders)?;
            Ok(ExitCode::SUCCESS)
        }
        Chore::Build => {
            WasmTools::ensure(&folders)?.build(&folders)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

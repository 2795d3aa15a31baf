//! `downhill`: runs an experiment in a terminal and writes figures of it.
//!
//! Exit code 0: done. 1: the result could not be written. 2: bad input, with one message on
//! standard error and nothing on standard output.

mod address;
mod arguments;
mod csv;
mod division;
mod failure;
mod figure;
mod input;
mod json;
mod laid;
mod lesson;
mod link;
mod map;
mod map_figure;
mod number;
mod numbers;
mod output;
mod outputs;
mod packed;
mod paragraph;
mod picture;
mod pixels;
mod run;
mod sentence;
mod shares;
mod summary;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command};

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Run(arguments) => run::run(&arguments),
        Command::Figure(arguments) => figure::figure(&arguments),
        Command::Map(arguments) => map::map(&arguments),
        Command::Link(arguments) => link::link(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // If even this cannot be written there is nobody left to tell.
            let _ = writeln!(std::io::stderr().lock(), "downhill: {failure}");
            failure.exit_code()
        }
    }
}

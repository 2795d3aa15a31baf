//! What the command line says.

use clap::{Args, Parser, Subcommand};

/// Error back-propagation at work: where a start ends, and why.
#[derive(Debug, Parser)]
#[command(name = "downhill", version, propagate_version = true)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run an experiment and print how it ended.
    Run(RunArguments),
    /// Draw the curve or the surface of an experiment with the path of its run, as SVG.
    Figure(FigureArguments),
}

/// `downhill run`
#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    /// The experiment's document (JSON); - reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) document: String,

    /// Print one JSON object: errors, gradient norms, weights, verdict with its evidence.
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,

    /// Print the whole path: step, error, gradient norm and every weight, a line for each step.
    #[arg(long)]
    pub(crate) csv: bool,
}

/// `downhill figure`
#[derive(Debug, Args)]
pub(crate) struct FigureArguments {
    /// The experiment's document (JSON); - reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) document: String,

    /// Where the SVG goes; - writes to standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}

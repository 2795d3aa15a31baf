//! What the command line says.

use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};
use landscape::{Rates, Told};

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
    /// Run an experiment from every start of a grid and paint what becomes of each.
    Map(MapArguments),
    /// Print the link by which the page shows an experiment.
    Link(LinkArguments),
}

/// `downhill run`
#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    /// The experiment's document (JSON), or a link to the page; - reads standard input.
    #[arg(value_name = "FILE or LINK")]
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
    /// The experiment's document (JSON), or a link to the page; - reads standard input.
    #[arg(value_name = "FILE or LINK")]
    pub(crate) document: String,

    /// Where the SVG goes; - writes to standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: String,
}

/// `downhill map`
#[derive(Debug, Args)]
pub(crate) struct MapArguments {
    /// The experiment's document (JSON), or a link to the page; - reads standard input.
    #[arg(value_name = "FILE or LINK")]
    pub(crate) document: String,

    /// Where the picture goes, as PNG, or as SVG with axes and legend where the name ends in .svg;
    /// - writes PNG to standard output.
    #[arg(short, long, value_name = "FILE", required_unless_present = "json")]
    pub(crate) output: Option<String>,

    /// Starts along each side.
    #[arg(long, default_value_t = 512, value_parser = value_parser!(u16).range(1..=4096))]
    pub(crate) size: u16,

    /// What the starts lie on; without it what the link says, or else the view.
    #[arg(long, value_enum)]
    pub(crate) plane: Option<On>,

    /// Learning rates in place of a second weight, upwards in equal ratios: --rate 0.01..100.
    /// Starts are those along the first axis of the view.
    #[arg(long, value_name = "FROM..TO", value_parser = rates, conflicts_with = "plane")]
    pub(crate) rate: Option<Rates>,

    /// What is told of each start.
    #[arg(long, value_enum, default_value_t = Mode::Fates)]
    pub(crate) mode: Mode,

    /// Which random plane: 1 without it.
    #[arg(long, requires = "plane")]
    pub(crate) seed: Option<u64>,

    /// How far a random plane reaches from the experiment's start, to every side: 8 without it.
    #[arg(long, requires = "plane")]
    pub(crate) reach: Option<f64>,

    /// Chalk on slate in place of ink on paper.
    #[arg(long)]
    pub(crate) dark: bool,

    /// Print one JSON object: how many starts have each fate, and their shares.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `downhill link`
#[derive(Debug, Args)]
pub(crate) struct LinkArguments {
    /// The experiment's document (JSON), or a link to the page; - reads standard input.
    #[arg(value_name = "FILE or LINK")]
    pub(crate) document: String,

    /// The page's address, put before the link.
    #[arg(long, value_name = "ADDRESS", default_value = "")]
    pub(crate) page: String,
}

/// Learning rates from one to another, as 0.01..100.
fn rates(text: &str) -> Result<Rates, String> {
    let ends = text
        .split_once("..")
        .map(|(from, to)| (from.parse(), to.parse()));
    let rates = match ends {
        Some((Ok(from), Ok(to))) => Rates { from, to },
        _ => return Err("two numbers with .. between them expected, as 0.01..100".to_owned()),
    };
    if rates.is_axis() {
        Ok(rates)
    } else {
        let (least, greatest) = (Rates::LEAST, Rates::GREATEST);
        Err(format!(
            "rates from {least:e} to {greatest:e} expected, the second above the first"
        ))
    }
}

/// What a map tells of each start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Mode {
    /// Its verdict.
    Fates,
    /// Its steps until it is within the goal to stay.
    Steps,
    /// The error at its end.
    Error,
    /// The decimal logarithm of the gradient's size at the start.
    Norm,
    /// The decimal logarithm of how far the end moves for each 1 that the start is moved.
    Sensitivity,
}

impl Mode {
    /// The number that it is; none for verdicts.
    pub(crate) fn told(self) -> Option<Told> {
        match self {
            Mode::Fates => None,
            Mode::Steps => Some(Told::Steps),
            Mode::Error => Some(Told::Error),
            Mode::Norm => Some(Told::Norm),
            Mode::Sensitivity => Some(Told::Sensitivity),
        }
    }
}

/// What the starts of a map lie on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum On {
    /// The axes of the experiment's view.
    View,
    /// Two random directions through the experiment's start, over all free weights.
    Random,
    /// The two principal directions of the path of the experiment's run.
    Path,
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

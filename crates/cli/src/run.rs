//! `downhill run`

use crate::arguments::RunArguments;
use crate::failure::Failure;
use crate::output::to_stdout;
use crate::{csv, input, json, summary};

/// Runs the experiment and prints the result in the form that was asked for.
pub(crate) fn run(arguments: &RunArguments) -> Result<(), Failure> {
    let experiment = input::experiment(&arguments.document)?;
    let run = experiment.run();
    to_stdout(|out| {
        if arguments.json {
            json::write(out, &experiment, &run)
        } else if arguments.csv {
            csv::write(out, experiment.problem().network(), &run.record)
        } else {
            out.write_all(summary::summary(&experiment, &run).as_bytes())
        }
    })
}

//! The whole path as comma-separated values.

use std::io::{self, Write};

use backprop::{Network, Record};
use charts::weight_name;

/// Writes `step,error,gradient_norm` with the names of the weights and a line for the start and for each step. Every
/// number has the digits that lead back to the same bits; `inf`, `-inf` and `NaN` where a run has
/// diverged.
pub(crate) fn write(out: &mut dyn Write, network: &Network, record: &Record) -> io::Result<()> {
    write!(out, "step,error,gradient_norm")?;
    for weight in 0..record.weights(0).len() {
        let name = weight_name(network, weight);
        // Two numbers of more than one digit stand apart by a comma.
        let quote = if name.contains(',') { "\"" } else { "" };
        write!(out, ",{quote}{name}{quote}")?;
    }
    writeln!(out)?;
    let lines = record.errors().iter().zip(record.gradient_norms());
    for (step, (error, gradient_norm)) in lines.enumerate() {
        write!(out, "{step},{error:?},{gradient_norm:?}")?;
        for weight in record.weights(step) {
            write!(out, ",{weight:?}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

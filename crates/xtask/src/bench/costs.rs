//! What maps of fates cost, against their size.

use anyhow::Result;
use std::fmt;
use std::process::Command;

use super::browser::{self, Line};

/// For each map its weights, its steps, its starts, the milliseconds that it took, and the
/// nanoseconds that each step of each start took.
pub(crate) struct Costs(Vec<Line<5>>);

/// Has the script compute maps of different sizes.
pub(crate) fn measure(mut script: Command) -> Result<Costs> {
    browser::lines_of("computing maps of different sizes", &mut script).map(Costs)
}

impl fmt::Display for Costs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Maps of fates of 2-n-1 logistic XOR with biases in wasm, one thread, medians\n\
             {:<12} {:>8} {:>8} {:>8} {:>10} {:>16} {:>10}",
            "more", "weights", "steps", "starts", "ms", "ns a step", "and weight"
        )?;
        for Line { name, numbers } in &self.0 {
            let [weights, steps, starts, time, each] = numbers;
            write!(
                f,
                "\n{name:<12} {weights:>8} {steps:>8} {starts:>8} {time:>10.1} {each:>16.1} {:>10.2}",
                each / weights
            )?;
        }
        write!(
            f,
            "\n(starts and steps: as many times as long; weights: a step has a part that does not\n\
             grow with them, and the verdict looks at as many second derivatives as their square)"
        )
    }
}

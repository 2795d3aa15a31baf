//! What maps of fates cost, against their size.

use anyhow::Result;
use std::fmt;
use std::process::Command;

use super::browser::{self, Line};

/// For each map its weights, its steps, its starts, the milliseconds that it took, and the
/// nanoseconds that each step of each start took.
pub(crate) struct Costs(Vec<Line<5>>);

/// The place of the time among these.
const TIME: usize = 3;

/// Has the script compute maps of different sizes.
pub(crate) fn measure(script: &mut Command) -> Result<Costs> {
    browser::lines_of("computing maps of different sizes", script).map(Costs)
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
        write!(f, "\nTime grows like")?;
        for (column, name) in ["weights", "steps", "starts"].into_iter().enumerate() {
            write!(f, " {name}^{:.2}", self.power(name, column))?;
        }
        write!(
            f,
            " (1 is linear).\n\
             Steps: the verdict on a start takes as long after many steps as after few. Weights: a\n\
             step has a part that does not grow with them; the verdict's second derivatives, as\n\
             many as their square, count little beside the steps."
        )
    }
}

impl Costs {
    /// The power of a column by which time grows, from the first to the last map of a name.
    fn power(&self, name: &str, column: usize) -> f64 {
        let mut maps = self.0.iter().filter(|line| line.name == name);
        let (Some(first), Some(last)) = (maps.next(), maps.next_back()) else {
            return f64::NAN;
        };
        let times = |column: usize| last.numbers[column] / first.numbers[column];
        times(TIME).ln() / times(column).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_those_of_the_first_and_the_last_map() {
        let line = |name: &str, weights: f64, steps: f64, time: f64| Line {
            name: name.to_owned(),
            numbers: [weights, steps, 16.0, time, 1.0],
        };
        let costs = Costs(vec![
            line("steps", 9.0, 10.0, 1.0),
            line("steps", 9.0, 20.0, 99.0),
            line("steps", 9.0, 40.0, 4.0),
            line("weights", 4.0, 10.0, 1.0),
            line("weights", 64.0, 10.0, 4.0),
        ]);
        assert_eq!(costs.power("steps", 1), 1.0);
        assert_eq!(costs.power("weights", 0), 0.5);
        assert!(costs.power("starts", 2).is_nan());
        let shown = costs.to_string();
        assert!(
            shown.contains("weights^0.50 steps^1.00 starts^NaN"),
            "{shown}"
        );
    }
}

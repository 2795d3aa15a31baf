//! Maps of fates in the real page.

use anyhow::Result;
use std::fmt;

use super::browser::{self, Line};
use super::promise::{Bound, Promise};
use crate::folders::Folders;

/// For each map the milliseconds to its first picture and to the whole, and the median and the
/// 99th percentile of the time between frames, meanwhile and at rest.
pub(crate) struct Maps(Vec<Line<6>>);

/// Has the built page compute maps in a headless Chromium.
pub(crate) fn measure(folders: &Folders) -> Result<Maps> {
    browser::run(
        folders,
        &folders.page(),
        "computing maps in Chromium",
        "maps.mjs",
    )
    .map(Maps)
}

impl Maps {
    /// Of the map that keeps them worst.
    pub(crate) fn promises(&self) -> [Promise; 3] {
        let promise = |what, column: usize, to: usize, most| Promise {
            what,
            found: self
                .0
                .iter()
                .map(|line| line.numbers[column] / line.numbers[to])
                .fold(0.0, f64::max),
            bound: Bound::AtMost(most),
        };
        let [frame, slow] = [
            "frames of a map to those at rest",
            "the same, the slowest 1 %",
        ];
        [
            promise("the first picture of a map to the whole", 0, 1, 0.1),
            promise(frame, 2, 4, 1.1),
            promise(slow, 3, 5, 2.0),
        ]
    }
}

impl fmt::Display for Maps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Maps of fates in headless Chromium, 256 × 256, in milliseconds\n\
             {:<32} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10}",
            "", "first", "whole", "frame", "99 %", "at rest", "99 %"
        )?;
        for Line { name, numbers } in &self.0 {
            write!(f, "\n{name:<32}")?;
            for number in numbers {
                write!(f, " {number:>10.1}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_are_of_the_worst_map() {
        let line = |first: f64, frame: f64, slow: f64| Line {
            name: String::new(),
            numbers: [first, 1000.0, frame, slow, 10.0, 20.0],
        };
        let maps = Maps(vec![line(50.0, 10.0, 50.0), line(80.0, 12.0, 20.0)]);
        let found = maps.promises().map(|promise| promise.found);
        assert_eq!(found, [0.08, 1.2, 2.5]);
    }
}

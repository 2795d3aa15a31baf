//! Maps of fates in the real page.

use anyhow::Result;
use std::fmt;

use super::browser::{self, Line};
use super::promise::{Bound, Promise};
use crate::folders::Folders;

/// What is promised of a map, in milliseconds.
const FIRST: f64 = 100.0;
const WHOLE: f64 = 3000.0;
/// A screen shows 60 pictures a second.
const FRAME: f64 = 1000.0 / 60.0;
const SLOW_FRAME: f64 = 33.4;

/// For each map the milliseconds to its first picture and to the whole, and the median and the
/// 99th percentile of the time between frames.
pub(crate) struct Maps(Vec<Line<4>>);

/// Has the built page compute maps in a headless Chromium.
pub(crate) fn measure(folders: &Folders) -> Result<Maps> {
    browser::run(folders, "computing maps in Chromium", "maps.mjs").map(Maps)
}

impl Maps {
    pub(crate) fn promises(&self) -> [Promise; 4] {
        let promise = |what, column: usize, most| Promise {
            what,
            found: self
                .0
                .iter()
                .map(|line| line.numbers[column])
                .fold(0.0, f64::max)
                / most,
            // A frame that is in time is not always told to be so to the last digit.
            bound: Bound::AtMost(1.01),
        };
        [
            promise("the first picture of a map to its 100 ms", 0, FIRST),
            promise("a whole map to its 3 s", 1, WHOLE),
            promise("frames meanwhile, median, to a 60th of a second", 2, FRAME),
            promise("frames meanwhile, 99 %, to two of these", 3, SLOW_FRAME),
        ]
    }
}

impl fmt::Display for Maps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Maps of fates in headless Chromium, 256 × 256, in milliseconds\n\
             {:<32} {:>10} {:>10} {:>10} {:>10}",
            "", "first", "whole", "frame", "99 %"
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

//! The time of a drag in the real page.

use anyhow::{Context as _, Result};
use std::fmt;

use super::browser::{self, Line};
use super::promise::{Bound, Promise};
use crate::folders::Folders;

/// What a move may take at the median, in milliseconds.
const MOST: f64 = 8.0;

/// The part that the promise is about, by its name in `drag.mjs`.
const PROMISED: &str = "a move: all of these";

/// The times of the parts of a move: median and 99th percentile, in milliseconds.
pub(crate) struct Drag {
    parts: Vec<Line<2>>,
    /// The median of the part that the promise is about.
    promised: f64,
}

/// Drags in the built page in a headless Chromium.
pub(crate) fn measure(folders: &Folders) -> Result<Drag> {
    let parts = browser::run(folders, "dragging in Chromium", "drag.mjs")?;
    let promised = parts.iter().find(|part| part.name == PROMISED);
    let [promised, _] = promised.context("no move was timed as a whole")?.numbers;
    Ok(Drag { parts, promised })
}

impl Drag {
    pub(crate) fn promise(&self) -> Promise {
        Promise {
            what: "a move of a drag at the median to the 8 ms that it may take",
            found: self.promised / MOST,
            bound: Bound::AtMost(1.0),
        }
    }
}

impl fmt::Display for Drag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "A drag in headless Chromium: XOR 2-2-1 with biases, 2000 steps, in milliseconds\n\
             {:<42} {:>10} {:>10}",
            "", "median", "99 %"
        )?;
        for Line { name, numbers } in &self.parts {
            let [median, high] = numbers;
            write!(f, "\n{name:<42} {median:>10.2} {high:>10.2}")?;
        }
        Ok(())
    }
}

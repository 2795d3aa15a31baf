//! The time of a drag in the real page.

use anyhow::{Context, Result, bail};
use std::fmt;
use std::process::Command;

use super::promise::{Bound, Promise};
use crate::children::Driver;
use crate::folders::Folders;
use crate::server::Server;
use crate::shell;
use crate::system::Part;

/// What a drag may take at the median, in milliseconds.
const MOST: f64 = 8.0;

/// The part that the promise is about, by its name in `drag.mjs`.
const PROMISED: &str = "a move: all of these";

/// The times of one part of a drag, in milliseconds.
struct Stage {
    name: String,
    median: f64,
    /// The 99th percentile.
    high: f64,
}

/// The times of a drag.
pub(crate) struct Drag {
    parts: Vec<Stage>,
    /// The median of the part that the promise is about.
    promised: f64,
}

/// Drags in the built page in a headless Chromium.
pub(crate) fn measure(folders: &Folders) -> Result<Drag> {
    let chromedriver = Part::Chromedriver.require()?;
    let driver = Driver::start(&chromedriver, |port| vec![format!("--port={port}")])?;
    let server = Server::on_port(0)?;
    let script = folders.root().join("crates/bench/js/drag.mjs");
    let mut node = Command::new(Part::Node.require()?);
    node.arg(script)
        .env("CHROMEDRIVER_URL", driver.url())
        .env("DOWNHILL_URL", server.url())
        .env("DOWNHILL_CHROMIUM", Part::Chromium.require()?);
    server.serve_aside(folders.page());
    let outcome = shell::attempt("dragging in Chromium", &mut node, None)?;
    if !outcome.success {
        bail!("dragging failed:\n{}", outcome.output.trim_end());
    }
    Drag::read(&outcome.output)
        .with_context(|| format!("what came of dragging cannot be read:\n{}", outcome.output))
}

impl Drag {
    fn read(output: &str) -> Option<Self> {
        let parts: Vec<_> = output.lines().map(Stage::read).collect::<Option<_>>()?;
        let promised = parts.iter().find(|part| part.name == PROMISED)?.median;
        Some(Self { parts, promised })
    }

    pub(crate) fn promise(&self) -> Promise {
        Promise {
            what: "a move of a drag at the median to the 8 ms that it may take",
            found: self.promised / MOST,
            bound: Bound::AtMost(1.0),
        }
    }
}

impl Stage {
    fn read(line: &str) -> Option<Self> {
        let mut fields = line.split('\t');
        let name = fields.next()?.to_owned();
        let mut number = || fields.next()?.parse().ok();
        Some(Self {
            name,
            median: number()?,
            high: number()?,
        })
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
        for part in &self.parts {
            write!(
                f,
                "\n{:<42} {:>10.2} {:>10.2}",
                part.name, part.median, part.high
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_promise_is_about_the_whole() {
        let drag = Drag::read("judged\t1\t2\na move: all of these\t4\t9.5\n").unwrap();
        assert_eq!(drag.promise().found, 0.5);
        assert!(Drag::read("judged\t1\t2\n").is_none());
        assert!(Drag::read("Error: no page\n").is_none());
    }
}

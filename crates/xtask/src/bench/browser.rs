//! What is measured in the built page in a headless Chromium.

use anyhow::{Context as _, Result};
use std::path::Path;
use std::process::Command;

use crate::children::Driver;
use crate::folders::Folders;
use crate::server::Server;
use crate::shell;
use crate::system::Part;

/// A name and some numbers.
#[derive(Debug, PartialEq)]
pub(crate) struct Line<const N: usize> {
    pub(crate) name: String,
    pub(crate) numbers: [f64; N],
}

/// Runs a script of `crates/bench/js` beside a served page and a chromedriver; answers with the
/// lines that it prints.
pub(crate) fn run<const N: usize>(
    folders: &Folders,
    page: &Path,
    what: &str,
    script: &str,
) -> Result<Vec<Line<N>>> {
    let chromedriver = Part::Chromedriver.require()?;
    let driver = Driver::start(&chromedriver, |port| vec![format!("--port={port}")])?;
    let server = Server::on_port(0)?;
    let scripts = folders.root().join("crates").join("bench").join("js");
    let mut node = Command::new(Part::Node.require()?);
    node.arg(scripts.join(script))
        .env("CHROMEDRIVER_URL", driver.url())
        .env("DOWNHILL_URL", server.url())
        .env("DOWNHILL_CHROMIUM", Part::Chromium.require()?);
    server.serve_aside(page.to_owned());
    lines_of(what, &mut node)
}

/// Runs a script; answers with the lines that it prints.
pub(crate) fn lines_of<const N: usize>(what: &str, script: &mut Command) -> Result<Vec<Line<N>>> {
    let output = shell::step_output(what, script)?;
    lines(&output).with_context(|| format!("{what} gave what cannot be read:\n{output}"))
}

fn lines<const N: usize>(output: &str) -> Option<Vec<Line<N>>> {
    output.lines().map(Line::read).collect()
}

impl<const N: usize> Line<N> {
    fn read(line: &str) -> Option<Self> {
        let (name, numbers) = line.split_once('\t')?;
        let numbers: Vec<f64> = numbers
            .split('\t')
            .map(|number| number.parse().ok())
            .collect::<Option<_>>()?;
        Some(Self {
            name: name.to_owned(),
            numbers: numbers.try_into().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_name_and_its_numbers() {
        let line = Line::<2>::read("a move: all\t4\t9.5").unwrap();
        assert_eq!(
            (line.name.as_str(), line.numbers),
            ("a move: all", [4.0, 9.5])
        );
        assert_eq!(Line::<3>::read("a move\t4\t9.5"), None);
        assert_eq!(Line::<1>::read("Error: no page"), None);
    }
}

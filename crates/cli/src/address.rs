//! Links in place of files.

use std::path::Path;

use backprop::{Experiment, Value};
use lessons::LESSONS;
use links::{Link, Native, linked};

use crate::failure::Failure;
use crate::lesson;
use crate::packed::unpacked;

/// Characters of a link in a message.
const LONGEST: usize = 80;

/// A link to the page: its whole address, or what stands behind the #.
pub(crate) struct Address<'a>(&'a str);

impl<'a> Address<'a> {
    /// What was given in place of a file, where it can be nothing but a link. A file of that name is a
    /// file.
    pub(crate) fn of(given: &'a str) -> Option<Address<'a>> {
        let name = given.split(['/', '?']).next().unwrap_or_default();
        let is_link = given.contains('#')
            || given.starts_with('?')
            || LESSONS.iter().any(|lesson| lesson.id == name);
        (is_link && !Path::new(given).is_file()).then_some(Address(given))
    }

    /// What it says.
    pub(crate) fn link(&self) -> Result<Link, Failure> {
        let link = Link::read(self.0, &Native);
        link.map_err(|error| self.refused(error.to_string()))
    }

    /// The experiment that it shows.
    pub(crate) fn experiment(&self) -> Result<Experiment, Failure> {
        let experiment = experiment(&self.link()?);
        experiment.map_err(|message| self.refused(message))
    }

    fn refused(&self, message: String) -> Failure {
        let text = self.0;
        let file = match text.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text.to_owned(),
        };
        Failure::Input { file, message }
    }
}

fn experiment(link: &Link) -> Result<Experiment, String> {
    let beat = link.lesson().map(|name| lesson::beat(name, link.beat()));
    let beat = beat.transpose()?;
    let base = match (link.get("experiment"), beat) {
        (Some(Value::Text(letters)), _) => {
            let place = |message: String| format!("experiment: {message}");
            let text = unpacked(letters).map_err(place)?;
            Experiment::parse(&text).map_err(|error| place(error.to_string()))?
        }
        (_, Some(beat)) => {
            let experiment = beat.scene.experiment();
            experiment.map_err(|error| error.to_string())?
        }
        (_, None) => return Err("lesson: expected, but missing".to_owned()),
    };
    linked(link, &base).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests;

//! `downhill link`

use backprop::{Experiment, Value};
use links::{Link, Native, changes, json};

use crate::address::Address;
use crate::arguments::LinkArguments;
use crate::failure::Failure;
use crate::output::to_stdout;
use crate::packed::packed;
use crate::{input, lesson};

/// Prints the link to an experiment.
pub(crate) fn link(arguments: &LinkArguments) -> Result<(), Failure> {
    let LinkArguments { document, page } = arguments;
    let link = match Address::of(document) {
        Some(address) => {
            // One that makes no experiment is not handed on.
            address.experiment()?;
            address.link()?
        }
        None => link_to(&input::experiment(document)?)?,
    };
    let text = link.write(&Native);
    to_stdout(|out| writeln!(out, "{page}#{text}"))
}

/// The beat from which an experiment differs least, with what differs; else the document.
fn link_to(experiment: &Experiment) -> Result<Link, Failure> {
    let near = lesson::beats().filter_map(|(lesson, beat, base)| {
        let mut link = Link::to(lesson, Some(beat)).ok()?;
        for (name, value) in changes(&base, experiment)? {
            link.set(name, value).ok()?;
        }
        let length = link.write(&Native).len();
        Some((length, link))
    });
    if let Some((_, link)) = near.min_by_key(|(length, _)| *length) {
        return Ok(link);
    }
    let failure = |message: String| Failure::Output {
        file: "the link".to_owned(),
        message,
    };
    let letters = packed(&json(&experiment.to_document(), &Native));
    let letters = letters.map_err(|error| failure(error.to_string()))?;
    let mut link = Link::default();
    let packed = link.set("experiment", Value::Text(letters));
    packed.map_err(|error| failure(error.to_string()))?;
    Ok(link)
}

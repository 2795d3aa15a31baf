//! Reading an experiment.

use std::fs::File;
use std::io::{self, Read};

use backprop::Experiment;

use crate::address::Address;
use crate::failure::Failure;

/// The largest experiment that the limits allow is some 1 MB; far beyond that nothing is read.
const MOST_BYTES: u64 = 16 << 20;

/// The experiment that `name` gives: that of a link, or else of the document in the file of that name,
/// on standard input if it is `-`.
pub(crate) fn experiment(name: &str) -> Result<Experiment, Failure> {
    if let Some(address) = Address::of(name) {
        return address.experiment();
    }
    let file = shown(name);
    let refuse = |message: String| Failure::Input {
        file: file.to_owned(),
        message,
    };
    let text = read(name).map_err(|error| refuse(error.to_string()))?;
    if text.len() as u64 > MOST_BYTES {
        return Err(refuse("larger than any experiment, 16 MB".to_owned()));
    }
    let text = String::from_utf8(text).map_err(|_| refuse("not a text (UTF-8)".to_owned()))?;
    Experiment::parse(&text).map_err(|error| refuse(error.to_string()))
}

/// What messages call the file `name`.
pub(crate) fn shown(name: &str) -> &str {
    if name == "-" { "standard input" } else { name }
}

/// The bytes, at most one more than allowed.
fn read(name: &str) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    if name == "-" {
        let input = io::stdin().lock();
        input.take(MOST_BYTES + 1).read_to_end(&mut text)?;
    } else {
        let file = File::open(name)?;
        file.take(MOST_BYTES + 1).read_to_end(&mut text)?;
    }
    Ok(text)
}

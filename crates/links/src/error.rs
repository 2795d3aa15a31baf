//! Why a text is no link.

use backprop::Reason;

use crate::version::VERSION;

/// Why a text is no link: what, and where.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    /// It has parts that this version may not know.
    #[error("v: made by a later version of Downhill, {found}; {VERSION} is the latest known here")]
    Later {
        /// Its version.
        found: usize,
    },
    /// Nobody would send such a link. It was not read.
    #[error("{found} characters, the limit is {limit}")]
    TooLong {
        /// Its length.
        found: usize,
        /// The greatest allowed.
        limit: usize,
    },
    /// One of its parts is wrong, or makes no experiment.
    #[error(transparent)]
    Part(#[from] backprop::Error),
}

/// Characters of what was found, in a message.
const LONGEST: usize = 40;

/// The begin of what was found, with a sign that it goes on.
pub(crate) fn shortened(text: &str) -> String {
    let mut rest = text.chars();
    let mut shortened: String = rest.by_ref().take(LONGEST).collect();
    if rest.next().is_some() {
        shortened.push('…');
    }
    shortened
}

/// That something else was expected at `place` than what was found there.
pub(crate) fn expected(place: &str, expected: &'static str, found: &str) -> backprop::Error {
    let found = match found {
        "" => "nothing".to_owned(),
        found => shortened(found),
    };
    at(place, Reason::WrongType { expected, found })
}

/// That `reason` holds for the part at `place`.
pub(crate) fn at(place: &str, reason: Reason) -> backprop::Error {
    let place = place.to_owned();
    backprop::Error { place, reason }
}

/// Under the name of the part: a link says nothing of the document's places.
pub(crate) fn named(name: &str, error: backprop::Error) -> backprop::Error {
    if error.place.starts_with(name) {
        return error;
    }
    at(name, error.reason)
}

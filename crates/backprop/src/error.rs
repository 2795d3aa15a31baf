//! What can be wrong with an experiment: one error, with its place.

use std::fmt;
use std::ops::RangeInclusive;

use crate::basis::Basis;
use crate::text::{Short, printable, shortened};

/// Why an experiment was refused. The variants carry what a message in any language needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// A key that no experiment has.
    UnknownKey {
        /// The keys that are known at this place.
        known: &'static [&'static str],
    },
    /// A key that stands there twice.
    DuplicateKey,
    /// A key that has to be there.
    Missing,
    /// Two keys of which exactly one has to be there.
    ExactlyOne {
        /// The two keys.
        keys: [&'static str; 2],
        /// Whether both are there; none is otherwise.
        both: bool,
    },
    /// Something of the wrong type.
    WrongType {
        /// What was expected: "a number", "a list", …
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A list of the wrong length.
    Count {
        /// The least length allowed.
        least: usize,
        /// The greatest length allowed.
        greatest: usize,
        /// What the length follows from.
        basis: Basis,
        /// The length found.
        found: usize,
    },
    /// A number outside its range, or not finite.
    OutOfRange {
        /// The number.
        found: f64,
        /// The least allowed.
        least: f64,
        /// The greatest allowed.
        greatest: f64,
    },
    /// A number that should be a whole one.
    NotWhole {
        /// The number.
        found: f64,
    },
    /// A name that is not on the list.
    NotOneOf {
        /// The name found, or the begin of a long one.
        found: String,
        /// The names known.
        allowed: Vec<&'static str>,
    },
    /// A number that should be new, but stands there twice.
    Repeated {
        /// The number.
        found: usize,
    },
    /// A range whose end is not beyond its start.
    EmptyRange {
        /// The start.
        from: f64,
        /// The end.
        to: f64,
    },
    /// A range that is too short for where it lies: numbers and pictures on it could not be told
    /// apart.
    NarrowRange {
        /// The start.
        from: f64,
        /// The end.
        to: f64,
        /// The least length there.
        least: f64,
    },
    /// An experiment whose parts are allowed, but not together.
    TooLarge {
        /// What is too large: "weights × steps", …
        what: &'static str,
        /// How large it is: perhaps beyond what a `usize` of 32 bits holds.
        found: u64,
        /// How large it may be.
        limit: usize,
    },
}

/// A refusal: where, what was found, what was expected.
///
/// ```
/// use backprop::{Experiment, Reason, TextError};
///
/// let document = r#"{"layers": [1, 1], "activations": ["sigmoid"], "bias": false}"#;
/// let Err(TextError::Experiment(refused)) = Experiment::parse(document) else {
///     panic!("no activation has this name");
/// };
/// assert_eq!(refused.place, "activations[0]");
/// assert_eq!(refused.reason.name(), "not-one-of");
/// assert!(matches!(refused.reason, Reason::NotOneOf { found, .. } if found == "sigmoid"));
///
/// let cut = Experiment::parse(r#"{"layers": [1, 1"#).unwrap_err();
/// assert!(matches!(cut, TextError::Syntax { line: 1, column: 16, .. }));
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub struct Error {
    /// Where in the document: `weights`, `inputs[3][0]`, `rule.rate`; empty for the whole.
    pub place: String,
    /// Why.
    pub reason: Reason,
}

impl Error {
    pub(crate) fn new(place: impl Into<String>, reason: Reason) -> Error {
        Error {
            place: place.into(),
            reason,
        }
    }

    /// Checks the length `found` of the list at `place`; `basis` says what the length follows from.
    pub(crate) fn check_count(
        place: impl Into<String>,
        found: usize,
        allowed: RangeInclusive<usize>,
        basis: Basis,
    ) -> Result<(), Error> {
        if allowed.contains(&found) {
            return Ok(());
        }
        let reason = Reason::Count {
            least: *allowed.start(),
            greatest: *allowed.end(),
            basis,
            found,
        };
        Err(Error::new(place, reason))
    }

    /// A number at `place` outside `least` … `greatest`.
    pub(crate) fn out_of_range(
        place: impl Into<String>,
        found: f64,
        least: f64,
        greatest: f64,
    ) -> Error {
        let reason = Reason::OutOfRange {
            found,
            least,
            greatest,
        };
        Error::new(place, reason)
    }

    /// Checks that the number at `place` is finite and from `least` to `greatest`; as in its message,
    /// [`f64::MIN_POSITIVE`] as the least stands for all numbers above 0.
    pub(crate) fn check_range(
        place: impl Into<String>,
        value: f64,
        least: f64,
        greatest: f64,
    ) -> Result<(), Error> {
        let is_above = if least == f64::MIN_POSITIVE {
            value > 0.0
        } else {
            value >= least
        };
        if value.is_finite() && is_above && value <= greatest {
            Ok(())
        } else {
            Err(Error::out_of_range(place, value, least, greatest))
        }
    }

    /// Checks that the number at `place` is finite.
    pub(crate) fn check_finite(value: f64, place: impl FnOnce() -> String) -> Result<(), Error> {
        if value.is_finite() {
            Ok(())
        } else {
            Err(Error::out_of_range(place(), value, f64::MIN, f64::MAX))
        }
    }
}

impl Reason {
    /// That the name `found` is none of those in `allowed`.
    pub fn not_one_of(found: &str, allowed: Vec<&'static str>) -> Reason {
        let found = shortened(found);
        Reason::NotOneOf { found, allowed }
    }

    /// Its name, by which a page finds the message in its language.
    pub fn name(&self) -> &'static str {
        match self {
            Reason::UnknownKey { .. } => "unknown-key",
            Reason::DuplicateKey => "duplicate-key",
            Reason::Missing => "missing",
            Reason::ExactlyOne { .. } => "exactly-one",
            Reason::WrongType { .. } => "wrong-type",
            Reason::Count { .. } => "count",
            Reason::OutOfRange { .. } => "out-of-range",
            Reason::NotWhole { .. } => "not-whole",
            Reason::NotOneOf { .. } => "not-one-of",
            Reason::Repeated { .. } => "repeated",
            Reason::EmptyRange { .. } => "empty-range",
            Reason::NarrowRange { .. } => "narrow-range",
            Reason::TooLarge { .. } => "too-large",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::UnknownKey { known } => {
                write!(f, "unknown key; the known ones are {}", known.join(", "))
            }
            Reason::DuplicateKey => write!(f, "this key stands here twice"),
            Reason::Missing => write!(f, "expected, but missing"),
            Reason::ExactlyOne {
                keys: [one, other],
                both,
            } => {
                let found = if *both { "both" } else { "neither" };
                write!(
                    f,
                    "exactly one of {one} and {other} expected, {found} found"
                )
            }
            Reason::WrongType { expected, found } => {
                write!(f, "{expected} expected, {found} found")
            }
            Reason::Count {
                least,
                greatest,
                basis,
                found,
            } if least == greatest => write!(f, "{least} expected {basis}, {found} found"),
            Reason::Count {
                least,
                greatest,
                basis,
                found,
            } => {
                let to = if least + 1 == *greatest { "or" } else { "to" };
                write!(f, "{least} {to} {greatest} expected {basis}, {found} found")
            }
            Reason::OutOfRange { found, .. } if !found.is_finite() => {
                write!(f, "a finite number expected, {found} found")
            }
            Reason::OutOfRange {
                found,
                least,
                greatest,
            } => {
                let (found, bounds) = (Short(*found), (Short(*least), Short(*greatest)));
                if *least == f64::MIN_POSITIVE && *greatest == f64::MAX {
                    write!(f, "a number above 0 expected, {found} found")
                } else if *least == f64::MIN_POSITIVE {
                    let greatest = bounds.1;
                    write!(
                        f,
                        "a number above 0 and at most {greatest} expected, {found} found"
                    )
                } else if *greatest == f64::MAX {
                    write!(
                        f,
                        "a number of at least {} expected, {found} found",
                        bounds.0
                    )
                } else {
                    let (least, greatest) = bounds;
                    write!(
                        f,
                        "a number from {least} to {greatest} expected, {found} found"
                    )
                }
            }
            Reason::NotWhole { found } => {
                write!(f, "a whole number expected, {} found", Short(*found))
            }
            Reason::NotOneOf { found, allowed } => {
                let (allowed, found) = (allowed.join(", "), printable(found));
                write!(f, "one of {allowed} expected, \"{found}\" found")
            }
            Reason::Repeated { found } => write!(f, "{found} found a second time"),
            Reason::EmptyRange { from, to } => {
                let (from, to) = (Short(*from), Short(*to));
                write!(f, "a range from low to high expected, {from} to {to} found")
            }
            Reason::NarrowRange { from, to, least } => {
                let (from, to, least) = (Short(*from), Short(*to), Short(*least));
                write!(
                    f,
                    "a range at least {least} long expected there, {from} to {to} found"
                )
            }
            Reason::TooLarge { what, found, limit } => {
                write!(f, "{what} is {found}, the limit is {limit}")
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            write!(f, "{}", self.reason)
        } else {
            write!(f, "{}: {}", self.place, self.reason)
        }
    }
}

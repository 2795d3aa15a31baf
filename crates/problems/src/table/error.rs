//! What can be wrong with a table's text: one error, with its line and its column.

use std::fmt;

/// Letters of a cell that a message repeats.
const LONGEST: usize = 40;

/// Why a table was refused. The variants carry what a message in any language needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableReason {
    /// There is no line of numbers.
    Empty,
    /// A cell is empty in a line that is not.
    Missing,
    /// A cell is no number, or one that is too large.
    NotANumber {
        /// What stands there, or the begin of it.
        found: String,
    },
    /// A decimal comma after numbers with decimal points, or the other way round.
    OtherMark {
        /// What stands there, or the begin of it.
        found: String,
    },
    /// A line with more or fewer cells than the lines before.
    Width {
        /// Cells of the line.
        found: usize,
        /// Cells of the first line.
        expected: usize,
    },
    /// A quote that does not end.
    Quote,
    /// More lines of numbers than a data set may have samples.
    TooManyRows {
        /// How many it may have.
        limit: usize,
    },
    /// More columns than inputs and targets together.
    TooManyColumns {
        /// How many there may be.
        limit: usize,
    },
}

/// A refusal: where, what was found, what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {reason}")]
pub struct TableError {
    /// Line of the text, from 1.
    pub line: usize,
    /// Cell of the line, from 1.
    pub column: usize,
    /// Why.
    pub reason: TableReason,
}

impl TableReason {
    pub(crate) fn not_a_number(cell: &str) -> TableReason {
        let found = shortened(cell);
        TableReason::NotANumber { found }
    }

    pub(crate) fn other_mark(cell: &str) -> TableReason {
        let found = shortened(cell);
        TableReason::OtherMark { found }
    }

    /// A name for programs, such as `not-a-number`.
    pub fn name(&self) -> &'static str {
        match self {
            TableReason::Empty => "empty",
            TableReason::Missing => "missing",
            TableReason::NotANumber { .. } => "not-a-number",
            TableReason::OtherMark { .. } => "other-mark",
            TableReason::Width { .. } => "width",
            TableReason::Quote => "quote",
            TableReason::TooManyRows { .. } => "too-many-rows",
            TableReason::TooManyColumns { .. } => "too-many-columns",
        }
    }
}

impl fmt::Display for TableReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TableReason::Empty => f.write_str("a line of numbers expected, none found"),
            TableReason::Missing => f.write_str("a number expected, nothing found"),
            TableReason::NotANumber { found } => write!(f, "a number expected, \"{found}\" found"),
            TableReason::OtherMark { found } => {
                write!(
                    f,
                    "\"{found}\" marks its decimals in another way than those before"
                )
            }
            TableReason::Width { found, expected } => {
                write!(
                    f,
                    "{expected} cells expected as in the first line, {found} found"
                )
            }
            TableReason::Quote => f.write_str("a quote that does not end"),
            TableReason::TooManyRows { limit } => write!(f, "at most {limit} rows expected"),
            TableReason::TooManyColumns { limit } => write!(f, "at most {limit} columns expected"),
        }
    }
}

/// The begin of a cell, on one line.
fn shortened(cell: &str) -> String {
    let mut letters = cell.trim().chars();
    let plain = |letter: char| {
        if letter.is_ascii_control() {
            ' '
        } else {
            letter
        }
    };
    let mut begin: String = letters.by_ref().take(LONGEST).map(plain).collect();
    if letters.next().is_some() {
        begin.push('…');
    }
    begin
}

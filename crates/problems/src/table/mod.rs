//! A table's text, pasted or from a file, as rows of numbers.

mod error;
mod records;

use backprop::limits::{MOST_SAMPLES, MOST_UNITS};

use crate::digits::{Mark, ToNumber, decimal};
pub use error::{TableError, TableReason};
use records::Records;

/// Columns of a table: as many as a network has inputs and outputs at most.
pub const MOST_COLUMNS: usize = 2 * MOST_UNITS;

/// Rows of numbers, all of the same length.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the columns are called, where the first line has words.
    pub header: Option<Vec<String>>,
    /// At least one row of at least one number, all finite.
    pub rows: Vec<Vec<f64>>,
}

/// Reads the text of a table: comma-separated values as RFC 4180 has them, or with tabs (as
/// spreadsheets copy) or semicolons between the cells. A first line without any number names the
/// columns. Where tabs or semicolons separate, a comma may mark the decimals, but not in one cell a
/// comma and in another a point. Lines without any text are passed over.
///
/// ```
/// let read = |text| problems::read_table(text, |plain| plain.parse().unwrap_or(f64::NAN));
/// let table = read("hours;mark\n1,5;0\n4;１\n")?;
/// assert_eq!(table.header, Some(vec!["hours".to_owned(), "mark".to_owned()]));
/// assert_eq!(table.rows, [[1.5, 0.0], [4.0, 1.0]]);
///
/// let refused = read("0,0,0\n0,1,1\n1,O,1\n").unwrap_err();
/// assert_eq!((refused.line, refused.column), (3, 2));
/// assert_eq!(refused.to_string(), "line 3, column 2: a number expected, \"O\" found");
/// # Ok::<(), problems::TableError>(())
/// ```
///
/// # Errors
/// The first thing that does not fit, with its line and its column. Nothing is guessed.
pub fn read_table(text: &str, to_number: ToNumber) -> Result<Table, TableError> {
    let separator = separator(text);
    let mut reader = Reader {
        to_number,
        takes_commas: separator != b',',
        mark: None,
    };
    let mut table = Table {
        header: None,
        rows: Vec::new(),
    };
    let mut width = None;
    for record in Records::new(text, separator) {
        let (line, cells) = record?;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let refuse = |column, reason| {
            Err(TableError {
                line,
                column,
                reason,
            })
        };
        if cells.len() > MOST_COLUMNS {
            let limit = MOST_COLUMNS;
            return refuse(limit + 1, TableReason::TooManyColumns { limit });
        }
        let expected = *width.get_or_insert(cells.len());
        if cells.len() != expected {
            let found = cells.len();
            let column = found.min(expected) + 1;
            return refuse(column, TableReason::Width { found, expected });
        }
        if table.header.is_none() && table.rows.is_empty() && names_columns(&cells) {
            table.header = Some(cells);
            continue;
        }
        if table.rows.len() == MOST_SAMPLES {
            let limit = MOST_SAMPLES;
            return refuse(1, TableReason::TooManyRows { limit });
        }
        let mut numbers = Vec::with_capacity(cells.len());
        for (at, cell) in cells.iter().enumerate() {
            match reader.number(cell) {
                Ok(number) => numbers.push(number),
                Err(reason) => return refuse(at + 1, reason),
            }
        }
        table.rows.push(numbers);
    }
    if table.rows.is_empty() {
        let (line, column, reason) = (1, 1, TableReason::Empty);
        return Err(TableError {
            line,
            column,
            reason,
        });
    }
    Ok(table)
}

/// The first of tab, semicolon and comma that the first line with text has.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default().as_bytes();
    let found = [b'\t', b';'].into_iter().find(|sign| first.contains(sign));
    found.unwrap_or(b',')
}

/// Whether a line has words and no number.
fn names_columns(cells: &[String]) -> bool {
    cells.iter().all(|cell| decimal(cell).is_none())
}

struct Reader {
    to_number: ToNumber,
    takes_commas: bool,
    /// That of the first number that has decimals.
    mark: Option<Mark>,
}

impl Reader {
    fn number(&mut self, cell: &str) -> Result<f64, TableReason> {
        if cell.trim().is_empty() {
            return Err(TableReason::Missing);
        }
        let not_a_number = || TableReason::not_a_number(cell);
        let decimal = decimal(cell).ok_or_else(not_a_number)?;
        if let Some(mark) = decimal.mark {
            if mark == Mark::Comma && !self.takes_commas {
                return Err(not_a_number());
            }
            if *self.mark.get_or_insert(mark) != mark {
                return Err(TableReason::other_mark(cell));
            }
        }
        decimal.number(self.to_number).ok_or_else(not_a_number)
    }
}

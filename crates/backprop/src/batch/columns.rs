//! A matrix by its columns.

use ndarray::Array2;

/// A column's length is a multiple of this: as many samples as stand in the longest row.
const ALIGNMENT: usize = 4;

/// The values of a matrix column by column: what one unit has for each sample stands together. The
/// last value of a column is repeated until whole rows of samples can be read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Columns {
    rows: usize,
    count: usize,
    length: usize,
    values: Vec<f64>,
}

impl Columns {
    pub(crate) fn of(matrix: &Array2<f64>) -> Columns {
        let rows = matrix.nrows();
        let length = rows.next_multiple_of(ALIGNMENT);
        let mut values = Vec::with_capacity(length * matrix.ncols());
        for column in matrix.columns() {
            values.extend(column);
            values.extend(column.last().into_iter().cycle().take(length - rows));
        }
        Columns {
            rows,
            count: matrix.ncols(),
            length,
            values,
        }
    }

    /// Some of its rows, in this order; at least one.
    pub(crate) fn of_rows(&self, rows: &[usize]) -> Columns {
        let length = rows.len().next_multiple_of(ALIGNMENT);
        let mut values = Vec::with_capacity(length * self.count);
        for column in 0..self.count {
            let column = self.column(column);
            values.extend(rows.iter().map(|&row| column[row]));
            let last = rows.last().map(|&row| column[row]).into_iter();
            values.extend(last.cycle().take(length - rows.len()));
        }
        Columns {
            rows: rows.len(),
            count: self.count,
            length,
            values,
        }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns there are.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// The values of one column.
    pub(crate) fn column(&self, column: usize) -> &[f64] {
        &self.values[column * self.length..][..self.rows]
    }

    /// The values of `count` rows of a column, from the row `first`.
    #[inline(always)]
    pub(crate) fn part(&self, column: usize, first: usize, count: usize) -> &[f64] {
        &self.values[column * self.length + first..][..count]
    }
}

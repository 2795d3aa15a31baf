//! A matrix by its columns.

use ndarray::Array2;

/// The values of a matrix column by column: what one unit has for each sample stands together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Columns {
    rows: usize,
    values: Vec<f64>,
}

impl Columns {
    pub(crate) fn of(matrix: &Array2<f64>) -> Columns {
        Columns {
            rows: matrix.nrows(),
            values: matrix.t().iter().copied().collect(),
        }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    #[inline(always)]
    pub(crate) fn column(&self, column: usize) -> &[f64] {
        let first = column * self.rows;
        &self.values[first..first + self.rows]
    }
}

//! Numbers on a rectangle of weights.

use ndarray::ArrayView2;

/// One number at each node of an even grid over two weights.
///
/// Row 0 lies at `y[0]`, the last row at `y[1]`; column 0 at `x[0]`, the last at `x[1]`. Nodes lie
/// on the edges of the rectangle. A value that is not finite is a gap.
///
/// ```
/// use landscape::Field;
/// use ndarray::array;
///
/// let values = array![[0.0, 1.0, 2.0], [3.0, f64::NAN, 5.0], [6.0, 7.0, 8.0]];
/// let field = Field { values: values.view(), x: [-1.0, 1.0], y: [0.0, 10.0] };
/// assert_eq!(field.weights(0.0, 0.0), [-1.0, 0.0]);
/// assert_eq!(field.weights(2.0, 1.0), [1.0, 5.0]);
/// // Every cell touches the middle, where there is no value.
/// assert!(field.is_gap(0, 0) && field.is_gap(1, 1));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The numbers, rows × columns.
    pub values: ArrayView2<'a, f64>,
    /// First and last value of the weight across (the columns).
    pub x: [f64; 2],
    /// First and last value of the weight upwards (the rows).
    pub y: [f64; 2],
}

impl Field<'_> {
    /// The finite values, in no particular order.
    pub(crate) fn finite(&self) -> impl Iterator<Item = f64> {
        self.values
            .iter()
            .copied()
            .filter(|value| value.is_finite())
    }

    /// Whether the cell above and to the right of node (`column`, `row`) has a corner without a
    /// value. Cells outside the grid have.
    pub fn is_gap(&self, column: usize, row: usize) -> bool {
        let corners = [(0, 0), (0, 1), (1, 0), (1, 1)];
        !corners.iter().all(|(up, right)| {
            self.values
                .get((row + up, column + right))
                .is_some_and(|value| value.is_finite())
        })
    }

    /// The weights at a place given in nodes: (0, 0) is the first node, (columns − 1, rows − 1)
    /// the last.
    pub fn weights(&self, column: f64, row: f64) -> [f64; 2] {
        let along = |[from, to]: [f64; 2], position: f64, count: usize| {
            let part = position / (count.max(2) - 1) as f64;
            // Two products, so that both ends come out exactly.
            from * (1.0 - part) + to * part
        };
        [
            along(self.x, column, self.values.ncols()),
            along(self.y, row, self.values.nrows()),
        ]
    }
}

//! Inputs brought to mean 0 and deviation 1.

/// What was done to a column: each number less `mean`, divided by `deviation`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standard {
    /// The mean of the column.
    pub mean: f64,
    /// The root of the mean square of what differs from it, 1 where nothing does.
    pub deviation: f64,
}

/// Standardises each column of `rows`, at least one and all of the same length, so that every weight
/// that multiplies one has the same natural unit, 1: the root mean square of such a column is 1. A
/// column that is the same in all rows becomes 0. None where numbers are too large to be summed: then
/// some columns are done and others are not.
///
/// ```
/// let mut rows = [vec![10.0], vec![20.0], vec![30.0], vec![40.0]];
/// let columns = problems::standardise(&mut rows).unwrap();
/// assert_eq!(columns[0].mean, 25.0);
/// assert!((columns[0].deviation - 125f64.sqrt()).abs() < 1e-12);
/// assert!((rows[0][0] + 15.0 / 125f64.sqrt()).abs() < 1e-15);
/// ```
pub fn standardise(rows: &mut [Vec<f64>]) -> Option<Vec<Standard>> {
    let mut columns = Vec::new();
    for column in 0..rows.first()?.len() {
        let standard = standard(rows, column)?;
        for x in rows.iter_mut().filter_map(|row| row.get_mut(column)) {
            *x = (*x - standard.mean) / standard.deviation;
        }
        columns.push(standard);
    }
    Some(columns)
}

fn standard(rows: &[Vec<f64>], column: usize) -> Option<Standard> {
    let numbers = || rows.iter().filter_map(|row| row.get(column).copied());
    let count = rows.len() as f64;
    let mean = numbers().sum::<f64>() / count;
    // Squares of what is scaled to 1 neither vanish nor overflow.
    let largest = numbers().fold(0.0_f64, |most, x| most.max((x - mean).abs()));
    let is_constant = largest == 0.0;
    let scale = if is_constant { 1.0 } else { largest };
    let squares = numbers().map(|x| (x - mean) / scale).map(|x| x * x);
    let root = (squares.sum::<f64>() / count).sqrt();
    let deviation = if is_constant { 1.0 } else { scale * root };
    let is_finite = mean.is_finite() && deviation.is_finite();
    is_finite.then_some(Standard { mean, deviation })
}

//! Order among numbers.

/// Numbers in ascending order.
///
/// ```
/// assert_eq!(landscape::sorted([2.0, -1.0, 0.5]), [-1.0, 0.5, 2.0]);
/// ```
pub fn sorted(numbers: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = numbers.into_iter().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

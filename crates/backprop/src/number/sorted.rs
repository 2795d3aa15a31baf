//! Order among numbers.

/// Numbers in ascending order.
///
/// ```
/// assert_eq!(backprop::sorted([2.0, -1.0, 0.5]), [-1.0, 0.5, 2.0]);
/// ```
pub fn sorted(numbers: impl IntoIterator<Item = f64>) -> Vec<f64> {
    // As whole numbers in the same order, which are sorted in half the time.
    let mut keys: Vec<i64> = numbers
        .into_iter()
        .map(|number| flipped(number.to_bits() as i64))
        .collect();
    keys.sort_unstable();
    keys.into_iter()
        .map(|key| f64::from_bits(flipped(key) as u64))
        .collect()
}

/// The bits of a number as its place in the order of all (IEEE 754, totalOrder), and back: of negative
/// ones all but the sign are turned round.
fn flipped(bits: i64) -> i64 {
    bits ^ (((bits >> 63) as u64) >> 1) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_kinds_are_in_the_order_of_all() {
        let (inf, nan) = (f64::INFINITY, f64::NAN);
        let numbers = [
            3.0,
            nan,
            -0.0,
            5e-324,
            -inf,
            0.0,
            -2.5,
            inf,
            f64::MIN,
            -5e-324,
            f64::MAX,
        ];
        let mut expected = numbers;
        expected.sort_by(f64::total_cmp);
        let bits = |numbers: &[f64]| numbers.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&sorted(numbers)), bits(&expected));
    }
}

//! Groups of numbers, which lists of a link consist of.

use backprop::Value;

/// A group of these numbers.
pub(crate) fn group<const N: usize>(numbers: [f64; N]) -> Value {
    numbers.into_iter().collect()
}

/// The numbers of a group, which has been checked to hold nothing else.
pub(crate) fn numbers(group: &Value) -> Vec<f64> {
    let Value::List(items) = group else {
        return Vec::new();
    };
    let number = |item: &Value| match item {
        Value::Number(number) => *number,
        _ => f64::NAN,
    };
    items.iter().map(number).collect()
}

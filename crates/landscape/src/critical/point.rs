//! A minimum or a saddle.

use std::cmp::Ordering;

/// Errors that differ by less than this part of those in the picture are one height.
const LEVEL: f64 = 1e-9;

/// A place on a plane at which E has no slope along it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CriticalPoint {
    /// Where it is, in multiples of the plane's directions.
    pub place: [f64; 2],
    /// E there.
    pub error: f64,
    /// What the ground around it looks like.
    pub form: Form,
    /// Whether it is a minimum, and no other one on the plane is lower.
    pub is_lowest: bool,
}

/// What the ground around a critical point looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Higher on all sides.
    Minimum,
    /// Higher along one direction, lower along another.
    Saddle,
}

/// Sorts by an order that is not known to the compiler: the same sort serves for all orders.
fn sort(points: &mut [CriticalPoint], order: fn(&CriticalPoint, &CriticalPoint) -> Ordering) {
    points.sort_by(order);
}

/// Orders points by form, by height, and from left to right where the height is the same, and marks
/// the lowest minima. `range` is that of the errors in the picture.
pub(super) fn order(points: &mut [CriticalPoint], range: f64) {
    sort(points, |one, other| {
        let forms = one.form.cmp(&other.form);
        forms.then(one.error.total_cmp(&other.error))
    });
    let is_level = |one: &CriticalPoint, other: &CriticalPoint| {
        one.form == other.form && other.error - one.error <= LEVEL * range
    };
    for (number, level) in points.chunk_by_mut(is_level).enumerate() {
        sort(level, |one, other| {
            let [x, y] = [0, 1].map(|k| one.place[k].total_cmp(&other.place[k]));
            x.then(y)
        });
        for point in level {
            point.is_lowest = number == 0 && point.form == Form::Minimum;
        }
    }
}

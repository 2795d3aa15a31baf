//! What part of weight space a picture shows, along one axis.

/// Margin on each side of what is to be seen, as a share of it.
const MARGIN: f64 = 0.15;

/// The range brought nearer to one of its places, which stays where it is in the picture; `factor` is
/// the new length as a part of the present one.
///
/// ```
/// use landscape::zoomed;
/// assert_eq!(zoomed([-8.0, 8.0], 4.0, 0.5), [-2.0, 6.0]);
/// assert_eq!(zoomed([-2.0, 6.0], 4.0, 2.0), [-8.0, 8.0]);
/// ```
pub fn zoomed([from, to]: [f64; 2], at: f64, factor: f64) -> [f64; 2] {
    [at - (at - from) * factor, at + (to - at) * factor]
}

/// The range moved by a part of its length.
///
/// ```
/// use landscape::moved;
/// assert_eq!(moved([-8.0, 8.0], 0.25), [-4.0, 12.0]);
/// ```
pub fn moved([from, to]: [f64; 2], part: f64) -> [f64; 2] {
    let by = part * (to - from);
    [from + by, to + by]
}

/// The range that shows all of `places` with a margin: around a single one, as far to each side as
/// `around`. None where no place is finite.
///
/// ```
/// use landscape::fitting;
/// assert_eq!(fitting([0.0, 10.0, 4.0, f64::NAN], 1.0), Some([-1.5, 11.5]));
/// assert_eq!(fitting([3.0], 2.0), Some([1.0, 5.0]));
/// assert_eq!(fitting([f64::INFINITY], 2.0), None);
/// ```
pub fn fitting(places: impl IntoIterator<Item = f64>, around: f64) -> Option<[f64; 2]> {
    let finite = places.into_iter().filter(|place| place.is_finite());
    let ends = finite.fold(None, |ends: Option<[f64; 2]>, place| {
        let [from, to] = ends.unwrap_or([place, place]);
        Some([from.min(place), to.max(place)])
    });
    let [from, to] = ends?;
    let margin = if to - from > 1e-6 * around {
        MARGIN * (to - from)
    } else {
        around
    };
    Some([from - margin, to + margin])
}

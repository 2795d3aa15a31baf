//! Numbers of the page. All of JavaScript's are doubles; one that is turned into a whole number on its
//! way here would wrap: 2³² + 3 would be 3.

use backprop::{Error, Reason};

/// The number of the page for `place` as a whole one from `least` to `greatest`.
pub(crate) fn whole(
    place: &str,
    found: f64,
    least: usize,
    greatest: usize,
) -> Result<usize, Error> {
    let (low, high) = (least as f64, greatest as f64);
    let reason = if found.fract() != 0.0 && found.is_finite() {
        Reason::NotWhole { found }
    } else if !(low..=high).contains(&found) {
        Reason::OutOfRange {
            found,
            least: low,
            greatest: high,
        }
    } else {
        return Ok(found as usize);
    };
    let place = place.to_owned();
    Err(Error { place, reason })
}

//! Numbers that a hand chooses.

/// The multiple of a power of ten that is nearest to `value`, the power being the greatest that is not above
/// `resolution`: what a hand means that cannot choose more finely. It has no more digits than it needs. Where
/// `resolution` is no positive number, `value`.
///
/// ```
/// use landscape::short;
/// assert_eq!(short(-0.43999999999999995, 0.03), -0.44);
/// assert_eq!([short(1234.5, 20.0), short(0.07251, 1e-4)], [1230.0, 0.0725]);
/// assert_eq!([short(0.004, 0.03), short(2.5, 0.0)], [0.0, 2.5]);
/// ```
pub fn short(value: f64, resolution: f64) -> f64 {
    let power = resolution.log10().floor();
    if !power.is_finite() || !(-MOST..=MOST).contains(&power) {
        return value;
    }
    // Powers of ten are exact as whole numbers alone, and so is what is divided by one.
    let scale = 10f64.powi(power.abs() as i32);
    let short = if power < 0.0 {
        (value * scale).round() / scale
    } else {
        (value / scale).round() * scale
    };
    // Not −0, and not what is beyond all numbers.
    if short.is_finite() {
        short + 0.0
    } else {
        value
    }
}

/// The greatest power of ten that a number holds exactly.
const MOST: f64 = 22.0;

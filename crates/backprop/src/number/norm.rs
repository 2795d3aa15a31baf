//! The length of a vector.

/// The Euclidean norm. Scaled by the greatest component, so that no square leaves the range.
pub(crate) fn norm(components: impl Iterator<Item = f64> + Clone) -> f64 {
    let square: f64 = components.clone().map(|x| x * x).sum();
    if square.is_normal() || square == 0.0 && components.clone().all(|x| x == 0.0) {
        return square.sqrt();
    }
    let greatest = components.clone().map(f64::abs).fold(0.0, f64::max);
    if !(greatest > 0.0 && greatest.is_finite()) {
        return square.sqrt();
    }
    let scaled: f64 = components.map(|x| (x / greatest).powi(2)).sum();
    greatest * scaled.sqrt()
}

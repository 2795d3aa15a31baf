//! What Newton's iteration asks of E around a place.

/// E around a place to second order. Vectors are over the free weights, in natural units; `weights`
/// are all weights, in their own.
pub(super) trait Surroundings {
    /// Looks about at `weights`, and gives the largest |λ|. None where E curves downwards by more
    /// than rounding, does not curve at all, or something is not finite.
    fn look(&mut self, weights: &[f64]) -> Option<f64>;

    /// From the place that was looked at last, where the slope is `slope`, the step to the bottom of
    /// the quadratic that E is like there, over the directions that are not flat. None where it has
    /// none.
    fn step(&mut self, weights: &[f64], slope: &[f64]) -> Option<Vec<f64>>;

    /// Orthonormal directions in which E is flat at the place that was looked at last. None where it
    /// turns out to be no bottom.
    fn flat_directions(&mut self, weights: &[f64]) -> Option<Vec<Vec<f64>>>;
}

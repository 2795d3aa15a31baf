//! What a loss has to say of itself.

use ndarray::ArrayView2;

use crate::error::Error;
use crate::network::Activation;
use crate::number::Real;

/// An error E of the output units, summed over them.
pub(crate) trait Function {
    /// Its name in an experiment's document.
    const NAME: &'static str;

    /// E of a unit with net input `x` and output `o` that should be `d`.
    fn error<R: Real>(x: R, o: R, d: R) -> R;

    /// ∂E/∂x of a unit with output `o` and derivative f′(x) that should be `d`: its δ.
    fn delta<R: Real>(o: R, derivative: R, d: R) -> R;

    /// The least E that one constant output reaches, over the `targets` of a unit.
    fn constant_error(targets: &[f64]) -> f64;

    /// Checks that E is defined for output units with this activation and for the targets, a row
    /// for each sample.
    ///
    /// # Errors
    /// Names the place in the document that does not fit.
    fn check(_outputs: Activation, _targets: ArrayView2<'_, f64>) -> Result<(), Error> {
        Ok(())
    }
}

/// Work over many samples that is compiled for each loss: the choice between losses is made once,
/// outside of its loops.
pub(crate) trait OfFunction {
    /// Does the work with `L`.
    fn with<L: Function>(self);
}

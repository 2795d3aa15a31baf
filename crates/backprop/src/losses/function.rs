//! What a loss has to say of itself.

use crate::network::Activation;
use crate::number::Real;

/// An error E of the output units, summed over them.
pub(crate) trait Function {
    /// Its name in an experiment's document.
    const NAME: &'static str;

    /// Whether f′ of an output unit is a factor of its δ: where it is, a saturated unit passes nothing
    /// back.
    const HAS_DERIVATIVE: bool;

    /// The activations of an output unit for which E is defined.
    const OUTPUTS: &'static [Activation] = Activation::ALL;

    /// The least and the greatest target for which E is defined.
    const TARGETS: [f64; 2] = [f64::MIN, f64::MAX];

    /// E of a unit with net input `x` and output `o` that should be `d`.
    fn error<R: Real>(x: R, o: R, d: R) -> R;

    /// ∂E/∂x of a unit with output `o` and derivative f′(x) that should be `d`: its δ.
    fn delta<R: Real>(o: R, derivative: R, d: R) -> R;

    /// The least E that any outputs reach, over the `targets` of a unit.
    fn floor(targets: &[f64]) -> f64;

    /// The least E that one constant output reaches, over the `targets` of a unit.
    fn constant_error(targets: &[f64]) -> f64;
}

/// Work over many samples that is compiled for each loss: the choice between losses is made once,
/// outside of its loops.
pub(crate) trait OfFunction {
    /// Does the work with `L`.
    fn with<L: Function>(self);
}

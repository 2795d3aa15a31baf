//! What an activation has to say of itself.

use crate::number::Real;

/// A function f that turns the net input of a unit into its output.
pub(crate) trait Function {
    /// Its name in an experiment's document.
    const NAME: &'static str;

    /// f(x) as it is defined, on one line: numbers, names, + − / ^ and parentheses.
    const FORMULA: &'static str;

    /// The largest value of f′.
    const GREATEST_DERIVATIVE: f64;

    /// (f(x), f′(x)), both with full relative precision, also far out on a tail.
    fn output_and_derivative<R: Real>(x: R) -> (R, R);

    /// Whether f has no derivative at `x`; [`Function::output_and_derivative`] gives one of the two
    /// that it has beside it.
    fn has_kink_at(_x: f64) -> bool {
        false
    }

    /// Whether f is constant around `x`, so that the output stays where it is.
    fn is_constant_at(_x: f64) -> bool {
        false
    }
}

/// Work over many net inputs that is compiled for each function: the choice between functions is
/// made once, outside of its loops.
pub(crate) trait OfFunction {
    /// Does the work with `F`.
    fn with<F: Function>(self);
}

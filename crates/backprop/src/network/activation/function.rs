//! What an activation has to say of itself.

use crate::network::activation::many::Many;
use crate::number::{Binary, Decay, Real};

/// A function f that turns the net input of a unit into its output.
pub(crate) trait Function {
    /// Its name in an experiment's document.
    const NAME: &'static str;

    /// f(x) as it is defined, on one line: numbers, names, + − / ^ and parentheses.
    const FORMULA: &'static str;

    /// f′ around `x` as one computes it by hand from o and x, on one line like [`Function::FORMULA`];
    /// where it depends on the side of a kink, with the condition: `1 (x > 0)`.
    fn derivative_formula(x: f64) -> &'static str;

    /// The largest value of f′.
    const GREATEST_DERIVATIVE: f64;

    /// (f(x), f′(x)), both with full relative precision, also far out on a tail.
    fn output_and_derivative<R: Real>(x: R) -> (R, R);

    /// The same for many net inputs, with the same bits.
    #[inline(never)]
    fn of_many<R: Real + Binary>(many: Many<'_, R>) {
        many.one_by_one(Self::output_and_derivative);
    }

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

/// A function that is made of one exponential.
pub(crate) trait OfDecay {
    /// a ≥ 0 of the exponential e⁻ᵃ.
    fn exponent<R: Real>(x: R) -> R;

    /// (f(x), f′(x)), from x and e⁻ᵃ.
    fn of_decay<R: Real>(x: R, t: Decay<R>) -> (R, R);

    /// The two together: for [`Function::output_and_derivative`].
    #[inline(always)]
    fn of_one<R: Real>(x: R) -> (R, R) {
        Self::of_decay(x, Self::exponent(x).decay())
    }
}

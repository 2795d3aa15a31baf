//! A smooth rectifier (Dugas et al., 2001).

use crate::network::activation::function::{Function, OfDecay};
use crate::network::activation::logistic::Logistic;
use crate::network::activation::many::Many;
use crate::number::{Binary, Decay, Real, ln_1p};

pub(crate) struct Softplus;

impl Function for Softplus {
    const NAME: &'static str = "softplus";
    const FORMULA: &'static str = "ln(1 + e^x)";
    const GREATEST_DERIVATIVE: f64 = 1.0;

    fn derivative_formula(_x: f64) -> &'static str {
        "1/(1 + e^(−x))"
    }

    #[inline(always)]
    fn output_and_derivative<R: Real>(x: R) -> (R, R) {
        Self::of_one(x)
    }

    #[inline(never)]
    fn of_many<R: Real + Binary>(many: Many<'_, R>) {
        many.by_decay(Self::exponent, Self::of_decay);
    }
}

impl OfDecay for Softplus {
    /// |x|
    #[inline(always)]
    fn exponent<R: Real>(x: R) -> R {
        x.magnitude()
    }

    /// max(0, x) + ln(1 + e^(−|x|)), which neither overflows nor cancels; f′ is the logistic
    /// function.
    #[inline(always)]
    fn of_decay<R: Real>(x: R, t: Decay<R>) -> (R, R) {
        let (derivative, _) = Logistic::of_decay(x, t);
        let above = x.if_positive(x, R::from_f64(0.0));
        (above + ln_1p(t), derivative)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both values are compared relatively; eight units in the last place are the exponential's
    /// two, the logarithm's five and the sum's half.
    #[test]
    fn agrees_with_its_definition_on_both_tails() {
        for i in -7000..=7000 {
            let x = f64::from(i) * 0.1;
            let (o, derivative) = Softplus::output_and_derivative(x);
            let expected = if x > 0.0 {
                x + (-x).exp().ln_1p()
            } else {
                x.exp().ln_1p()
            };
            let logistic = if x > 0.0 {
                1.0 / (1.0 + (-x).exp())
            } else {
                x.exp() / (1.0 + x.exp())
            };
            let near =
                |found: f64, expected: f64| (found / expected - 1.0).abs() <= 8.0 * f64::EPSILON;
            assert!(near(o, expected), "{x}: {o:e}, not {expected:e}");
            assert!(
                near(derivative, logistic),
                "{x}: {derivative:e}, not {logistic:e}"
            );
        }
    }

    #[test]
    fn passes_the_range_of_the_exponential_quietly() {
        assert_eq!(Softplus::output_and_derivative(1e300), (1e300, 1.0));
        assert_eq!(Softplus::output_and_derivative(-1e300), (0.0, 0.0));
        assert!(Softplus::output_and_derivative(f64::NAN).0.is_nan());
    }
}

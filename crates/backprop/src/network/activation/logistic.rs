//! The logistic function.

use crate::network::activation::function::{Function, OfDecay};
use crate::network::activation::many::Many;
use crate::number::{Binary, Decay, Real};

pub(crate) struct Logistic;

impl Function for Logistic {
    const NAME: &'static str = "logistic";
    const FORMULA: &'static str = "1/(1 + e^(−x))";
    const GREATEST_DERIVATIVE: f64 = 0.25;

    fn derivative_formula(_x: f64) -> &'static str {
        "o(1 − o)"
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

impl OfDecay for Logistic {
    /// |x|
    #[inline(always)]
    fn exponent<R: Real>(x: R) -> R {
        x.magnitude()
    }

    /// f′ is not computed from the rounded output, as o (1 − o): far out on the tail 1 − o has lost
    /// its digits, and the tail is what vanishing gradients are about. Both values come from one
    /// exponential t = u/v and one division, and keep full relative precision until t leaves the
    /// range of normal numbers at |x| ≈ 708, where f′ becomes 0. f′ is exactly even.
    #[inline(always)]
    fn of_decay<R: Real>(x: R, t: Decay<R>) -> (R, R) {
        // t = e^(−|x|): f(|x|) = 1 / (1 + t) = v / (u + v), f(−|x|) = 1 − f(|x|)
        let r = R::from_f64(1.0) / (t.over + t.under);
        let (less, more) = (t.over * r, t.under * r);
        (x.if_positive(more, less), less * more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_its_definition() {
        for i in -400..=400 {
            let x = f64::from(i) * 0.05;
            let (o, derivative) = Logistic::output_and_derivative(x);
            assert!((o - 1.0 / (1.0 + (-x).exp())).abs() < 2e-16 * 4.0, "{x}");
            let denominator = 2.0 + 2.0 * x.cosh();
            assert!((derivative * denominator - 1.0).abs() < 4e-15, "{x}");
        }
    }

    #[test]
    fn the_tail_is_flat_but_not_zero() {
        let (o, derivative) = Logistic::output_and_derivative(50.0_f64);
        assert_eq!(o, 1.0);
        assert!((derivative / (-50.0_f64).exp() - 1.0).abs() < 1e-14);
    }
}

//! The hyperbolic tangent.

use crate::network::activation::function::{Function, OfDecay};
use crate::network::activation::many::Many;
use crate::number::{Binary, Decay, Real};

pub(crate) struct Tanh;

impl Function for Tanh {
    const NAME: &'static str = "tanh";
    const FORMULA: &'static str = "tanh(x)";
    const GREATEST_DERIVATIVE: f64 = 1.0;

    fn derivative_formula(_x: f64) -> &'static str {
        "1 − o^2"
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

impl OfDecay for Tanh {
    /// 2 |x|
    #[inline(always)]
    fn exponent<R: Real>(x: R) -> R {
        let a = x.magnitude();
        a + a
    }

    /// As for the logistic function, from one exponential and one division, and not from 1 − o²,
    /// which has no digits left on the tail. tanh is exactly odd, and f′ exactly even.
    #[inline(always)]
    fn of_decay<R: Real>(x: R, t: Decay<R>) -> (R, R) {
        // t = e^(−2|x|): tanh |x| = (1 − t) / (1 + t) and f′ = 4 t / (1 + t)²
        let r = R::from_f64(1.0) / (t.over + t.under);
        let derivative = R::from_f64(4.0) * ((t.over * r) * (t.under * r));
        ((t.gap * r).with_sign_of(x), derivative)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_its_definition() {
        for i in -400..=400 {
            let x = f64::from(i) * 0.05;
            let (o, derivative) = Tanh::output_and_derivative(x);
            assert!(
                (o - x.tanh()).abs() < 1e-15 * x.tanh().abs() + 1e-300,
                "{x}"
            );
            assert!((derivative * x.cosh().powi(2) - 1.0).abs() < 4e-15, "{x}");
        }
    }
}

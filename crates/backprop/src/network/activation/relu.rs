//! The rectifier.

use crate::network::activation::function::Function;
use crate::number::Real;

pub(crate) struct Relu;

impl Function for Relu {
    const NAME: &'static str = "relu";
    const FORMULA: &'static str = "max(0, x)";
    const GREATEST_DERIVATIVE: f64 = 1.0;

    fn derivative_formula(x: f64) -> &'static str {
        if x > 0.0 { "1 (x > 0)" } else { "0 (x ≤ 0)" }
    }

    /// f′(0) = 0.
    #[inline(always)]
    fn output_and_derivative<R: Real>(x: R) -> (R, R) {
        let zero = R::from_f64(0.0);
        // Asked of −x, so that a NaN stays one.
        (
            (-x).if_positive(zero, x),
            x.if_positive(R::from_f64(1.0), zero),
        )
    }

    fn has_kink_at(x: f64) -> bool {
        x == 0.0
    }

    fn is_constant_at(x: f64) -> bool {
        x < 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_no_slope_at_its_kink() {
        assert_eq!(Relu::output_and_derivative(0.0), (0.0, 0.0));
        assert_eq!(Relu::output_and_derivative(-1.5), (0.0, 0.0));
        assert_eq!(Relu::output_and_derivative(1.5), (1.5, 1.0));
        assert!(Relu::output_and_derivative(f64::NAN).0.is_nan());
    }
}

//! The rectifier that lets a little through (Maas, Hannun and Ng, 2013).

use crate::network::activation::function::Function;
use crate::number::Real;

pub(crate) struct LeakyRelu;

/// f′ below 0.
const LEAK: f64 = 0.01;

impl Function for LeakyRelu {
    const NAME: &'static str = "leaky-relu";
    const FORMULA: &'static str = "max(0.01x, x)";
    const GREATEST_DERIVATIVE: f64 = 1.0;

    fn derivative_formula(x: f64) -> &'static str {
        if x > 0.0 {
            "1 (x > 0)"
        } else {
            "0.01 (x ≤ 0)"
        }
    }

    /// f′(0) = 0.01.
    #[inline(always)]
    fn output_and_derivative<R: Real>(x: R) -> (R, R) {
        let derivative = x.if_positive(R::from_f64(1.0), R::from_f64(LEAK));
        (derivative * x, derivative)
    }

    fn has_kink_at(x: f64) -> bool {
        x == 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaks_below_its_kink() {
        assert_eq!(LeakyRelu::output_and_derivative(0.0), (0.0, 0.01));
        assert_eq!(LeakyRelu::output_and_derivative(-2.0), (-0.02, 0.01));
        assert_eq!(LeakyRelu::output_and_derivative(2.0), (2.0, 1.0));
        assert!(LeakyRelu::output_and_derivative(f64::NAN).0.is_nan());
    }
}

//! No function at all: a linear unit.

use crate::network::activation::function::Function;
use crate::number::Real;

pub(crate) struct Identity;

impl Function for Identity {
    const NAME: &'static str = "identity";
    const FORMULA: &'static str = "x";
    const GREATEST_DERIVATIVE: f64 = 1.0;

    fn derivative_formula(_x: f64) -> &'static str {
        "1"
    }

    #[inline(always)]
    fn output_and_derivative<R: Real>(x: R) -> (R, R) {
        (x, R::from_f64(1.0))
    }
}

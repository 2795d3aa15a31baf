//! Numbers that carry a derivative.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use crate::number::arithmetic::Arithmetic;
use crate::number::exponential::{Decay, decay};
use crate::number::real::Real;

/// A number with its derivative in one direction. Back-propagation done with these numbers
/// differentiates the gradient itself: the result is a column of the Hessian, exact to rounding
/// (forward over reverse; Pearlmutter, 1994).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tangent {
    pub(crate) value: f64,
    pub(crate) derivative: f64,
}

impl Add for Tangent {
    type Output = Tangent;
    fn add(self, other: Tangent) -> Tangent {
        Tangent {
            value: self.value + other.value,
            derivative: self.derivative + other.derivative,
        }
    }
}

impl AddAssign for Tangent {
    fn add_assign(&mut self, other: Tangent) {
        *self = *self + other;
    }
}

impl Sub for Tangent {
    type Output = Tangent;
    fn sub(self, other: Tangent) -> Tangent {
        self + -other
    }
}

impl Mul for Tangent {
    type Output = Tangent;
    fn mul(self, other: Tangent) -> Tangent {
        Tangent {
            value: self.value * other.value,
            derivative: self.derivative * other.value + self.value * other.derivative,
        }
    }
}

impl Div for Tangent {
    type Output = Tangent;
    fn div(self, other: Tangent) -> Tangent {
        let value = self.value / other.value;
        Tangent {
            value,
            derivative: (self.derivative - value * other.derivative) / other.value,
        }
    }
}

impl Neg for Tangent {
    type Output = Tangent;
    fn neg(self) -> Tangent {
        Tangent {
            value: -self.value,
            derivative: -self.derivative,
        }
    }
}

impl Arithmetic for Tangent {
    fn from_f64(value: f64) -> Tangent {
        Tangent {
            value,
            derivative: 0.0,
        }
    }

    fn if_positive(self, then: Tangent, otherwise: Tangent) -> Tangent {
        if self.value > 0.0 { then } else { otherwise }
    }

    /// Not finite at 0, where a root has no derivative.
    fn sqrt(self) -> Tangent {
        let value = self.value.sqrt();
        Tangent {
            value,
            derivative: self.derivative / (value + value),
        }
    }
}

impl Real for Tangent {
    fn decay(self) -> Decay<Tangent> {
        let Decay { over, under, gap } = decay(self.value);
        // (e⁻ᵃ)′ = −e⁻ᵃ a′: as a fraction over the same number, which then is a constant.
        let derivative = -over * self.derivative;
        let with = |value, derivative| Tangent { value, derivative };
        Decay {
            over: with(over, derivative),
            under: with(under, 0.0),
            gap: with(gap, -derivative),
        }
    }
}

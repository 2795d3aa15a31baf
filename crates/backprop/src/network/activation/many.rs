//! f and f′ of many units at once.

use crate::number::{Binary, Decay, Real, Reduced};

/// Net inputs, and where f and f′ of each go.
pub(crate) struct Many<'a, R> {
    /// x
    pub(crate) net_input: &'a [R],
    /// f(x)
    pub(crate) output: &'a mut [R],
    /// f′(x)
    pub(crate) derivative: &'a mut [R],
    /// Room for as many numbers.
    pub(crate) spare: &'a mut [R],
}

impl<R: Real + Binary> Many<'_, R> {
    /// Takes each as it is.
    #[inline(always)]
    pub(crate) fn one_by_one(self, f: impl Fn(R) -> (R, R)) {
        let places = self.output.iter_mut().zip(self.derivative);
        for (&x, (o, derivative)) in self.net_input.iter().zip(places) {
            (*o, *derivative) = f(x);
        }
    }

    /// For functions that are made of e⁻ᵃ: a is the `exponent` of x, and `f` has x and e⁻ᵃ.
    ///
    /// An exponential is one long chain, each number waiting for the one before. A processor works
    /// on as many chains at a time as it can look ahead over: in three turns, which have shorter
    /// chains, these are more, and it takes two thirds of the time.
    #[inline(always)]
    pub(crate) fn by_decay(self, exponent: impl Fn(R) -> R, f: impl Fn(R, Decay<R>) -> (R, R)) {
        let Many {
            net_input,
            output,
            derivative,
            spare,
        } = self;
        let places = output.iter_mut().zip(&mut *derivative);
        for (&x, (rest, power)) in net_input.iter().zip(places) {
            let reduced = Reduced::of(exponent(x));
            (*rest, *power) = (reduced.rest, reduced.power);
        }
        let reduced = output.iter().zip(&*derivative);
        for ((&rest, &power), c) in reduced.zip(&mut *spare) {
            *c = Reduced { rest, power }.coth();
        }
        let places = output.iter_mut().zip(derivative).zip(spare);
        for (&x, ((o, derivative), &mut c)) in net_input.iter().zip(places) {
            let reduced = Reduced {
                rest: *o,
                power: *derivative,
            };
            (*o, *derivative) = f(x, reduced.decay(c));
        }
    }
}

//! f and f′: a file for each activation, and the table of them all.

mod function;
mod identity;
mod leaky_relu;
mod logistic;
mod many;
mod relu;
mod softplus;
mod tanh;

pub(crate) use many::Many;

use function::Function;

use crate::number::{Binary, Real};

/// From the table, all that depends on which activation it is.
macro_rules! activations {
    ($($(#[$doc:meta])* $name:ident = $function:ty,)*) => {
        /// The function f that turns the net input of a unit into its output.
        ///
        /// ```
        /// use backprop::Activation;
        /// assert_eq!(Activation::Logistic.output_and_derivative(0.0), (0.5, 0.25));
        /// assert_eq!(Activation::LeakyRelu.output_and_derivative(-2.0), (-0.02, 0.01));
        /// assert_eq!(Activation::from_name("tanh"), Some(Activation::Tanh));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Activation {
            $($(#[$doc])* $name,)*
        }

        impl Activation {
            /// Every activation, in the order in which a chooser lists them.
            pub const ALL: &[Activation] = &[$(Activation::$name,)*];

            /// Its name in an experiment's document.
            pub fn name(self) -> &'static str {
                match self {
                    $(Activation::$name => <$function>::NAME,)*
                }
            }

            /// f(x) as it is defined, on one line: `1/(1 + e^(−x))`.
            pub fn formula(self) -> &'static str {
                match self {
                    $(Activation::$name => <$function>::FORMULA,)*
                }
            }

            /// f′ around `x` as one computes it by hand from the output o and from x, on one line:
            /// `o(1 − o)`. Where it depends on the side of a kink, with the condition: `1 (x > 0)`.
            pub fn derivative_formula(self, x: f64) -> &'static str {
                match self {
                    $(Activation::$name => <$function>::derivative_formula(x),)*
                }
            }

            /// The largest value of f′: 1/4 for the logistic function, 1 for the others.
            pub fn greatest_derivative(self) -> f64 {
                match self {
                    $(Activation::$name => <$function>::GREATEST_DERIVATIVE,)*
                }
            }

            /// Whether f has no derivative at `x`.
            pub fn has_kink_at(self, x: f64) -> bool {
                match self {
                    $(Activation::$name => <$function>::has_kink_at(x),)*
                }
            }

            /// Whether f is constant around `x`, so that a unit's output stays where it is.
            pub(crate) fn is_constant_at(self, x: f64) -> bool {
                match self {
                    $(Activation::$name => <$function>::is_constant_at(x),)*
                }
            }

            /// (f(x), f′(x)), both with full relative precision until they leave the range of
            /// normal numbers.
            #[inline(always)]
            pub fn output_and_derivative<R: Real>(self, x: R) -> (R, R) {
                match self {
                    $(Activation::$name => <$function>::output_and_derivative(x),)*
                }
            }

            /// The same for many net inputs, with the same bits.
            pub(crate) fn of_many<R: Real + Binary>(self, many: Many<'_, R>) {
                match self {
                    $(Activation::$name => <$function>::of_many(many),)*
                }
            }
        }
    };
}

activations! {
    /// 1 / (1 + e⁻ˣ), between 0 and 1; f′ is at most 1/4.
    Logistic = logistic::Logistic,
    /// tanh x, between −1 and 1; f′ is at most 1.
    Tanh = tanh::Tanh,
    /// x
    Identity = identity::Identity,
    /// max(0, x), with f′(0) = 0.
    Relu = relu::Relu,
    /// x above 0, 0.01 x below, with f′(0) = 0.01.
    LeakyRelu = leaky_relu::LeakyRelu,
    /// ln(1 + eˣ), above 0; f′ is the logistic function.
    Softplus = softplus::Softplus,
}

impl Activation {
    /// The activation of that name.
    ///
    /// ```
    /// use backprop::Activation;
    ///
    /// for &f in Activation::ALL {
    ///     assert_eq!(Activation::from_name(f.name()), Some(f));
    /// }
    /// assert_eq!(Activation::Logistic.formula(), "1/(1 + e^(−x))");
    /// assert!(Activation::Relu.has_kink_at(0.0) && !Activation::Softplus.has_kink_at(0.0));
    /// ```
    pub fn from_name(name: &str) -> Option<Activation> {
        Activation::ALL.iter().copied().find(|f| f.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_activations() {
        for &f in Activation::ALL {
            assert_eq!(Activation::from_name(f.name()), Some(f));
        }
        assert_eq!(Activation::from_name("sigmoid"), None);
    }

    #[test]
    fn what_they_say_of_their_derivatives_is_what_they_compute() {
        for f in Activation::ALL {
            for i in -200..=200 {
                let x = f64::from(i) * 0.05;
                let (o, derivative) = f.output_and_derivative(x);
                let said = match f.derivative_formula(x) {
                    "o(1 − o)" => o * (1.0 - o),
                    "1 − o^2" => 1.0 - o * o,
                    "1/(1 + e^(−x))" => 1.0 / (1.0 + (-x).exp()),
                    "1" => 1.0,
                    "1 (x > 0)" if x > 0.0 => 1.0,
                    "0 (x ≤ 0)" if x <= 0.0 => 0.0,
                    "0.01 (x ≤ 0)" if x <= 0.0 => 0.01,
                    other => panic!("{f:?} at {x}: {other}"),
                };
                assert!((said - derivative).abs() < 1e-15, "{f:?} at {x}");
            }
        }
    }

    /// What an activation says of itself, held against its values on a grid that meets every kink.
    #[test]
    fn what_they_say_of_themselves_is_true() {
        const H: f64 = 1e-6;
        for f in Activation::ALL {
            let mut greatest = 0.0_f64;
            for i in -800..=800 {
                let x = f64::from(i) * 0.05;
                let (o, derivative) = f.output_and_derivative(x);
                greatest = greatest.max(derivative);
                let [before, after] = [-H, H].map(|h| f.output_and_derivative(x + h).0);
                let [left, right] = [(o - before) / H, (after - o) / H];
                // Rounding of a number below 40, divided by H, and a second derivative below 1.
                let tolerance = 4.0 * f64::EPSILON * 40.0 / H + H;
                assert_eq!((right - left).abs() > 0.1, f.has_kink_at(x), "{f:?} at {x}");
                assert!(
                    (derivative - left).abs() <= tolerance
                        || (derivative - right).abs() <= tolerance,
                    "{f:?} at {x}: {derivative}, not {left} or {right}"
                );
                assert!(
                    !f.is_constant_at(x) || derivative == 0.0 && before == after,
                    "{f:?} at {x}"
                );
            }
            assert!((greatest - f.greatest_derivative()).abs() < 1e-15, "{f:?}");
        }
    }
}

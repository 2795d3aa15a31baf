//! What an output that misses its target costs: a file for each loss, and the table of them all.

mod cross_entropy;
mod function;
mod squared_error;

pub(crate) use function::{Function, OfFunction};

use ndarray::ArrayView2;

use crate::error::{Error, Reason};
use crate::network::Activation;
use crate::number::Real;

/// From the table, all that depends on which loss it is.
macro_rules! losses {
    ($($(#[$doc:meta])* $name:ident = $function:ty,)*) => {
        /// The error E of a sample, as a sum over the output units.
        ///
        /// ```
        /// use backprop::Loss;
        /// // o = 0.75 at x = 0, where 0.5 is wanted and f′(x) = ¼.
        /// let (x, o, derivative, d) = (0.0, 0.75, 0.25, 0.5);
        /// assert_eq!(Loss::SquaredError.error(x, o, d), 0.03125);
        /// assert_eq!(Loss::SquaredError.delta(o, derivative, d), 0.0625);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
        pub enum Loss {
            $($(#[$doc])* $name,)*
        }

        impl Loss {
            /// Every loss, in the order in which a chooser lists them.
            pub const ALL: &[Loss] = &[$(Loss::$name,)*];

            /// Their names.
            pub const NAMES: &[&str] = &[$(<$function>::NAME,)*];

            /// Its name in an experiment's document.
            pub fn name(self) -> &'static str {
                match self {
                    $(Loss::$name => <$function>::NAME,)*
                }
            }

            /// E of an output unit with net input `x` and output `o` that should be `d`.
            #[inline(always)]
            pub fn error<R: Real>(self, x: R, o: R, d: R) -> R {
                match self {
                    $(Loss::$name => <$function>::error(x, o, d),)*
                }
            }

            /// δ = ∂E/∂x of an output unit with output `o` and derivative f′(x) that should be `d`.
            #[inline(always)]
            pub fn delta<R: Real>(self, o: R, derivative: R, d: R) -> R {
                match self {
                    $(Loss::$name => <$function>::delta(o, derivative, d),)*
                }
            }

            /// Whether f′ of an output unit is a factor of its δ.
            pub fn has_derivative(self) -> bool {
                match self {
                    $(Loss::$name => <$function>::HAS_DERIVATIVE,)*
                }
            }

            /// The least E that any outputs reach, over the `targets` of one output unit.
            pub(crate) fn floor(self, targets: &[f64]) -> f64 {
                match self {
                    $(Loss::$name => <$function>::floor(targets),)*
                }
            }

            /// The least E that a constant output reaches, over the `targets` of one output unit.
            pub(crate) fn constant_error(self, targets: &[f64]) -> f64 {
                match self {
                    $(Loss::$name => <$function>::constant_error(targets),)*
                }
            }

            /// Checks that E is defined for output units with this activation, that of the layer
            /// numbered `layer` in a document, and for the targets.
            pub(crate) fn check(
                self,
                layer: usize,
                outputs: Activation,
                targets: ArrayView2<'_, f64>,
            ) -> Result<(), Error> {
                let (allowed, [least, greatest]) = match self {
                    $(Loss::$name => (<$function>::OUTPUTS, <$function>::TARGETS),)*
                };
                if !allowed.contains(&outputs) {
                    let allowed = allowed.iter().map(|f| f.name()).collect();
                    let reason = Reason::not_one_of(outputs.name(), allowed);
                    return Err(Error::new(format!("activations[{layer}]"), reason));
                }
                for ((sample, unit), &d) in targets.indexed_iter() {
                    if !(least..=greatest).contains(&d) {
                        let place = format!("targets[{sample}][{unit}]");
                        return Err(Error::out_of_range(place, d, least, greatest));
                    }
                }
                Ok(())
            }

            /// Does `work` with this loss.
            #[inline(always)]
            pub(crate) fn choose(self, work: impl OfFunction) {
                match self {
                    $(Loss::$name => work.with::<$function>(),)*
                }
            }
        }
    };
}

losses! {
    /// ½ (o − d)²
    #[default]
    SquaredError = squared_error::SquaredError,
    /// −d ln o − (1 − d) ln(1 − o), for logistic outputs and targets from 0 to 1
    CrossEntropy = cross_entropy::CrossEntropy,
}

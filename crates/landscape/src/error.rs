//! Why a slice was refused.

/// A slice that cannot be taken, with what was expected instead.
///
/// ```
/// use backprop::{Axis, Experiment};
/// use landscape::{Curve, Error};
/// use lessons::Fact;
///
/// let experiment = Experiment::parse(Fact::OneSample.document())?;
/// let axis = Axis { weight: 1, from: -4.0, to: 4.0 };
/// let refused = Curve::sample(experiment.problem(), experiment.start(), axis, 101).unwrap_err();
/// assert_eq!(refused, Error::Weight { weight: 1, count: 1 });
/// assert_eq!(refused.to_string(), "weight 1 is not one of the network's 1");
/// # Ok::<(), backprop::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    /// The weights that the slice should go through are not those of the network.
    #[error("the slice goes through {found} weights, the network has {expected}")]
    Weights {
        /// How many weights the network has.
        expected: usize,
        /// How many were given.
        found: usize,
    },
    /// An axis that the network does not have.
    #[error("weight {weight} is not one of the network's {count}")]
    Weight {
        /// The index asked for.
        weight: usize,
        /// How many weights the network has.
        count: usize,
    },
    /// Both axes of a surface follow the same weight.
    #[error("both axes of the surface follow weight {weight}")]
    SameWeight {
        /// That weight.
        weight: usize,
    },
    /// A surface over something that is no plane.
    #[error("a surface lies over two directions, not {found}")]
    Sides {
        /// The number of directions given.
        found: usize,
    },
    /// An axis whose ends are not finite, or not in order.
    #[error("an axis has to run upwards between finite ends, not from {from} to {to}")]
    Range {
        /// The start given.
        from: f64,
        /// The end given.
        to: f64,
    },
    /// A grid with fewer than two points along an axis.
    #[error("a grid needs at least 2 points along each axis, {found} asked for")]
    TooFewPoints {
        /// The number asked for.
        found: usize,
    },
}

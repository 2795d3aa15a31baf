//! What a caption says, in a form that a test can hold against the computation.

use backprop::{Activation, Cause, Kind};

/// A number of a scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// E at the end of the run.
    Error,
    /// E at the start.
    ErrorAtStart,
    /// ‖∂E/∂w‖ at the end.
    GradientNorm,
    /// ‖∂E/∂w‖ at the start.
    GradientNormAtStart,
    /// A weight at the end.
    Weight(usize),
    /// A weight after as many steps again.
    WeightAfterAsManyAgain(usize),
    /// A weight after the first step.
    WeightAfterOneStep(usize),
    /// A weight after the last step but one.
    WeightBeforeLastStep(usize),
    /// 2 / λ_max at the end.
    RateLimit,
    /// ε λ_max at the end.
    RateCurvature,
    /// Turns in which Newton's iteration settles at the end.
    NewtonTurns,
    /// The slope at the end, in natural units, in per cent of that at typical starts.
    RelativeSlopePercent,
    /// Steps until the run leaves the plateau that it is on, to two digits.
    StepsToLeave,
    /// δ of the first or the second of the two samples that pull hardest against each other at the
    /// end.
    BalancedDelta(usize),
    /// An eigenvalue at the end, from the smallest, which is 0.
    Eigenvalue(usize),
    /// How many eigenvalues are above 0 at the end.
    PositiveEigenvalues,
    /// The smallest f′(x) at the end.
    SmallestFactor,
    /// x of a unit at the start, for the sample of the focus; units of the input come first.
    NetInput(usize),
    /// o of a unit, likewise.
    Output(usize),
    /// f′ of a unit, likewise.
    Derivative(usize),
    /// δ of a unit, likewise.
    Delta(usize),
    /// ½ Σ (o − d)², likewise.
    SampleError,
    /// o − d of an output unit, likewise.
    Residual(usize),
    /// ∂E/∂w of a weight, likewise.
    SampleSlope(usize),
    /// ∂E/∂w of a weight at the start, summed over the samples.
    GradientAtStart(usize),
    /// |∂E/∂w| of the first weight as a share of the last one's, at the start.
    FirstToLast,
    /// The same for another activation and depth than the scene's.
    FirstToLastOf(Activation, usize),
    /// A number that the caption takes from the scene or from the literature, with its source.
    Given(f64),
}

/// A claim of a caption.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Claim {
    /// The run of the scene ends like this.
    Ends(Kind),
    /// What made it end so.
    Because(Cause),
    /// Newton's iteration finds no bottom at its end.
    NoBottom,
    /// The number is written in every language as this text, and is true to its last digit.
    Shows(&'static str, Quantity),
}

//! How a run can end.

/// How a run ended. The order is the order in which the kinds are asked for.
///
/// ```
/// use backprop::Kind;
///
/// assert_eq!(Kind::ALL[0].name(), "diverged");
/// // What has no other explanation has vanished.
/// assert_eq!(Kind::ALL.into_iter().max(), Some(Kind::VanishingGradient));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Something is not finite or has run away.
    Diverged,
    /// E is at the goal.
    Converged,
    /// The updates swing back and forth and E does not fall.
    Oscillating,
    /// The steps ran out while E was falling.
    StillDescending,
    /// A standstill from which a nudge would lead down.
    Saddle,
    /// A minimum, but not the best one known.
    LocalMinimum,
    /// A standstill where nothing is: the gradient has vanished.
    VanishingGradient,
}

impl Kind {
    /// Every kind, in their order.
    pub const ALL: [Kind; 7] = [
        Kind::Diverged,
        Kind::Converged,
        Kind::Oscillating,
        Kind::StillDescending,
        Kind::Saddle,
        Kind::LocalMinimum,
        Kind::VanishingGradient,
    ];

    /// Its name: `local-minimum`, …
    pub fn name(self) -> &'static str {
        match self {
            Kind::Diverged => "diverged",
            Kind::Converged => "converged",
            Kind::Oscillating => "oscillating",
            Kind::StillDescending => "still-descending",
            Kind::Saddle => "saddle",
            Kind::LocalMinimum => "local-minimum",
            Kind::VanishingGradient => "vanishing-gradient",
        }
    }
}

/// What made a run end as it did, where several things can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Oscillating: E rises again and again, with or without a period.
    Wandering,
    /// Oscillating: each update takes back the one before.
    Swinging,
    /// Still descending: across the valley it is so much steeper than along it that the rate that
    /// fits the one is too small for the other.
    NarrowValley,
    /// Still descending: the slope is there, the steps are too short.
    SmallRate,
    /// Still descending: on a plateau that it is about to leave, as the slope grows.
    Plateau,
    /// Vanishing gradient: each sample's slope is gone.
    Saturation,
    /// Vanishing gradient: samples pull against each other, and the way that could tell them apart
    /// is closed.
    BalanceAndSaturation,
}

impl Cause {
    /// Its name: `narrow-valley`, …
    pub fn name(self) -> &'static str {
        match self {
            Cause::Wandering => "wandering",
            Cause::Swinging => "swinging",
            Cause::NarrowValley => "narrow-valley",
            Cause::SmallRate => "small-rate",
            Cause::Plateau => "plateau",
            Cause::Saturation => "saturation",
            Cause::BalanceAndSaturation => "balance-and-saturation",
        }
    }
}

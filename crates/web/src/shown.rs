//! What a picture shows.

/// What a picture of two weights shows, or with rates one of a single weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The error.
    #[default]
    Surface,
    /// The verdict of every start.
    Fates,
    /// Its steps to the goal.
    Steps,
    /// Its error at the end.
    Error,
    /// The logarithm of its gradient's norm at the start.
    Norm,
    /// The verdict of every start with every learning rate, along one weight.
    Rates,
}

impl Shown {
    /// By its name on the page; the surface where there is no such name.
    pub(crate) fn of(name: &str) -> Shown {
        match name {
            "fates" => Shown::Fates,
            "steps" => Shown::Steps,
            "error" => Shown::Error,
            "norm" => Shown::Norm,
            "rates" => Shown::Rates,
            _ => Shown::Surface,
        }
    }
}

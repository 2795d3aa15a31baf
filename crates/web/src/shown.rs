//! What a picture of two weights shows.

/// What a picture of two weights shows.
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
}

impl Shown {
    /// By its name on the page; the surface where there is no such name.
    pub(crate) fn of(name: &str) -> Shown {
        match name {
            "fates" => Shown::Fates,
            "steps" => Shown::Steps,
            "error" => Shown::Error,
            "norm" => Shown::Norm,
            _ => Shown::Surface,
        }
    }
}

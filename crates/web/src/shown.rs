//! What a picture shows.

use landscape::Told;

/// What a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The error along one weight or over two.
    #[default]
    Surface,
    /// What becomes of every start of a picture of two weights.
    Map(Tells),
    /// What becomes of every start with every learning rate, along one weight.
    Rates(Tells),
}

/// What a map tells of each start: a number, or where none its verdict.
pub(crate) type Tells = Option<Told>;

impl Shown {
    /// By its name on the page; the surface where there is no such name.
    pub(crate) fn of(name: &str) -> Shown {
        let number = |name: &str| Told::ALL.into_iter().find(|told| told.name() == name);
        match (name, name.strip_prefix("rates-")) {
            ("fates", _) => Shown::Map(None),
            ("rates", _) => Shown::Rates(None),
            (name, None) => number(name).map_or(Shown::Surface, |told| Shown::Map(Some(told))),
            (_, Some(name)) => number(name).map_or(Shown::Surface, |told| Shown::Rates(Some(told))),
        }
    }

    /// What it tells of each start; none where it shows the error itself.
    pub(crate) fn tells(self) -> Option<Tells> {
        match self {
            Shown::Surface => None,
            Shown::Map(tells) | Shown::Rates(tells) => Some(tells),
        }
    }
}

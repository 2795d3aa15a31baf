//! What a start of a map looks like.

use backprop::Kind;

/// What a start looks like: its verdict, and which of the verdict's basins it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The verdict.
    pub kind: Kind,
    /// 0 for the first basin, or the only one; below [`Look::variants`].
    pub variant: usize,
}

impl Look {
    /// Of a verdict's basin, from 0. Where there are more than there are looks they come again, and
    /// neighbours differ.
    pub fn of_basin(kind: Kind, number: usize) -> Look {
        let variant = number % Look::variants(kind);
        Look { kind, variant }
    }

    /// How many basins of a verdict look different: 1 where it says of an end that it is none.
    pub fn variants(kind: Kind) -> usize {
        match kind {
            Kind::Converged | Kind::LocalMinimum => 4,
            _ => 1,
        }
    }

    /// All that there are.
    #[cfg(test)]
    pub(crate) fn all() -> impl Iterator<Item = Look> {
        let variants = |kind| (0..Look::variants(kind)).map(move |variant| Look { kind, variant });
        Kind::ALL.into_iter().flat_map(variants)
    }
}

/// That of the only basin.
impl From<Kind> for Look {
    fn from(kind: Kind) -> Look {
        Look { kind, variant: 0 }
    }
}

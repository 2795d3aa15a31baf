//! A promise about speed or size, as a ratio.

use std::fmt;

/// On which side of a number a ratio must lie.
pub(crate) enum Bound {
    AtLeast(f64),
    AtMost(f64),
}

/// What was promised, and what was found.
pub(crate) struct Promise {
    pub(crate) what: &'static str,
    pub(crate) found: f64,
    pub(crate) bound: Bound,
}

impl Promise {
    /// Whether the ratio lies on its side.
    pub(crate) fn is_kept(&self) -> bool {
        match self.bound {
            Bound::AtLeast(bound) => self.found >= bound,
            Bound::AtMost(bound) => self.found <= bound,
        }
    }
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.is_kept() {
            "reached"
        } else {
            "NOT REACHED"
        };
        let (side, bound) = match self.bound {
            Bound::AtLeast(bound) => ("at least", bound),
            Bound::AtMost(bound) => ("at most", bound),
        };
        write!(
            f,
            "  {:>6.2}  ({side} {bound})  {end:<11}  {}",
            self.found, self.what
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_told_apart() {
        let promise = |bound| Promise {
            what: "speed",
            found: 1.5,
            bound,
        };
        assert!(promise(Bound::AtLeast(1.5)).is_kept());
        assert!(!promise(Bound::AtLeast(1.6)).is_kept());
        assert!(promise(Bound::AtMost(1.5)).is_kept());
        let text = promise(Bound::AtMost(1.0)).to_string();
        assert_eq!(text, "    1.50  (at most 1)  NOT REACHED  speed");
    }
}

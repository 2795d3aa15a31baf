//! Bisection, an evaluation at a time.

/// Bisection ends when the bracket is this narrow, relative to 1 + |w|.
const BRACKET: f64 = 1e-13;

/// The place between two ends where something ceases to hold, ever more closely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turn {
    left: f64,
    right: f64,
}

impl Turn {
    /// It holds at the left end, and at the right end it does not.
    pub(crate) fn between([left, right]: [f64; 2]) -> Turn {
        Turn { left, right }
    }

    /// Where to look next; none where the ends are as near to each other as they get.
    pub(crate) fn middle(&self) -> Option<f64> {
        let middle = 0.5 * (self.left + self.right);
        let is_wide = self.right - self.left > BRACKET * (1.0 + self.left.abs());
        (is_wide && middle > self.left && middle < self.right).then_some(middle)
    }

    /// Goes on with one half: it holds at the middle, or it does not.
    pub(crate) fn cut(&mut self, middle: f64, holds: bool) {
        if holds {
            self.left = middle;
        } else {
            self.right = middle;
        }
    }

    /// The place, as closely as it is known.
    pub(crate) fn place(&self) -> f64 {
        0.5 * (self.left + self.right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closes_in_on_the_place() {
        let mut turn = Turn::between([-8.0, 8.0]);
        let mut looks = 0;
        while let Some(middle) = turn.middle() {
            turn.cut(middle, middle < std::f64::consts::E);
            looks += 1;
        }
        assert!((turn.place() - std::f64::consts::E).abs() < 2e-13);
        assert!((45..60).contains(&looks), "{looks}");
    }
}

//! What a timeline keeps of a run while the run grows.

use crate::columns::Columns;

/// Decades that are shown at most: with more, E would be a flat line whenever ‖g‖ vanishes.
const MOST_DECADES: i32 = 10;

/// What a timeline keeps of a run from one drawing to the next, while the run grows: how far its
/// numbers reach, and what of its lines can be seen.
#[derive(Clone, Debug)]
pub struct TimelineLines {
    /// Steps whose numbers were looked at.
    seen: usize,
    /// The least number, whatever it is.
    least: f64,
    /// The lowest and the highest of the positive numbers; the one above the other while there are none.
    positive: [f64; 2],
    columns: Option<Kept>,
}

/// Both lines in the columns of a plot so many pixels wide, with room for so many steps.
#[derive(Clone, Debug)]
struct Kept {
    width: f64,
    steps: usize,
    columns: [Columns; 2],
}

impl Default for TimelineLines {
    fn default() -> TimelineLines {
        TimelineLines {
            seen: 0,
            least: f64::INFINITY,
            positive: [f64::INFINITY, 0.0],
            columns: None,
        }
    }
}

impl TimelineLines {
    /// The powers of ten that an axis for both lines reaches from and to, and for a goal, and for the
    /// lines of other runs.
    pub(crate) fn decades(
        &mut self,
        lines: [&[f64]; 2],
        goal: Option<f64>,
        others: &[&[f64]],
    ) -> [f64; 2] {
        for line in lines {
            for &value in line.iter().skip(self.seen) {
                self.least = self.least.min(value);
                self.positive = with(self.positive, value);
            }
        }
        self.seen = self.seen.max(lines[0].len());
        let others = others.iter().copied().flatten().copied();
        decades(others.chain(goal).fold(self.positive, with))
    }

    /// Whether a number is below `value`.
    pub(crate) fn reach_below(&self, value: f64) -> bool {
        self.least < value
    }

    /// The columns of both lines, in a plot `width` pixels wide with room for so many steps.
    pub(crate) fn columns(
        &mut self,
        lines: [&[f64]; 2],
        steps: usize,
        width: f64,
    ) -> &[Columns; 2] {
        let kept = self.columns.take();
        let kept = kept.filter(|kept| kept.width == width && kept.steps == steps);
        let kept = self.columns.insert(kept.unwrap_or_else(|| Kept {
            width,
            steps,
            columns: lines.map(|_| Columns::new(steps, width)),
        }));
        for (columns, line) in kept.columns.iter_mut().zip(lines) {
            columns.follow(line);
        }
        &kept.columns
    }
}

/// The lowest and the highest positive number, `value` among them.
fn with([lowest, highest]: [f64; 2], value: f64) -> [f64; 2] {
    if value.is_finite() && value > 0.0 {
        [lowest.min(value), highest.max(value)]
    } else {
        [lowest, highest]
    }
}

/// The powers of ten that hold all positive values, or at least the upper ones.
fn decades([low, high]: [f64; 2]) -> [f64; 2] {
    if low > high {
        return [0.1, 1.0];
    }
    let top = (high.log10() - 1e-9).ceil() as i32;
    let bottom = (low.log10() + 1e-9).floor() as i32;
    // No power of ten beyond what a number can be.
    let top = top.clamp(-300, 307);
    let bottom = bottom.clamp(top - MOST_DECADES, top - 1);
    [10f64.powi(bottom), 10f64.powi(top)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The decades of two lines.
    fn of(errors: &[f64], norms: &[f64], goal: Option<f64>) -> [f64; 2] {
        TimelineLines::default().decades([errors, norms], goal, &[])
    }

    #[test]
    fn decades_hold_the_values() {
        assert_eq!(of(&[0.5, 0.02], &[0.3, 1e-5], None), [1e-5, 1.0]);
        assert_eq!(of(&[1.0], &[1.0], None), [0.1, 1.0]);
        assert_eq!(of(&[0.5], &[0.5], Some(1e-3)), [1e-3, 1.0]);
    }

    #[test]
    fn zeros_gaps_and_nothing_have_decades() {
        assert_eq!(of(&[0.0], &[0.0], None), [0.1, 1.0]);
        assert_eq!(of(&[], &[], Some(f64::NAN)), [0.1, 1.0]);
        let [low, high] = of(&[f64::INFINITY, 1e300], &[5e-324, f64::NAN], None);
        assert!(low > 0.0 && high.is_finite() && low < high);
        assert!((high / low).log10() <= f64::from(MOST_DECADES) + 1e-6);
    }
}

//! Colours between colours.

use plotters::style::RGBColor;

/// Colours from the first to the last of evenly spaced stops, interpolated channel by channel.
///
/// The stops are even to the eye and so close to each other that a way between two of them through
/// a colour space that is even to the eye, too, would not differ by a step of a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Ramp(pub(crate) [RGBColor; 5]);

impl Ramp {
    /// The colour at a part of the ramp, 0 … 1; the ends beyond it.
    pub(crate) fn at(&self, part: f64) -> RGBColor {
        let last = self.0.len() - 1;
        let place = part.clamp(0.0, 1.0) * last as f64;
        let from = (place as usize).min(last - 1);
        let part = place - from as f64;
        let (RGBColor(r, g, b), next) = (self.0[from], self.0[from + 1]);
        let between =
            |a: u8, b: u8| (f64::from(a) + part * (f64::from(b) - f64::from(a)) + 0.5) as u8;
        RGBColor(between(r, next.0), between(g, next.1), between(b, next.2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Theme;
    use crate::vision::{from_oklab, oklab};

    const STOPS: [RGBColor; 5] = [
        RGBColor(10, 20, 90),
        RGBColor(50, 80, 140),
        RGBColor(120, 150, 200),
        RGBColor(180, 200, 220),
        RGBColor(250, 250, 245),
    ];

    #[test]
    fn a_ramp_goes_through_its_stops() {
        let ramp = Ramp(STOPS);
        for (stop, part) in STOPS.into_iter().zip([0.0, 0.25, 0.5, 0.75, 1.0]) {
            assert_eq!(ramp.at(part), stop);
        }
        assert_eq!(ramp.at(-3.0), STOPS[0]);
        assert_eq!(ramp.at(9.0), STOPS[4]);
        assert_eq!(ramp.at(0.125), RGBColor(30, 50, 115));
    }

    /// What the ramp's documentation says of its ways between stops.
    #[test]
    fn the_ways_between_the_stops_of_the_themes_are_even_to_the_eye() {
        for theme in [Theme::light(), Theme::dark()] {
            for step in 0..=400 {
                let part = f64::from(step) / 400.0;
                let lower = (part * 4.0).floor().min(3.0) / 4.0;
                let [a, b] = [lower, lower + 0.25].map(|stop| oklab(theme.ground(stop)));
                let way = [0, 1, 2].map(|i| a[i] + 4.0 * (part - lower) * (b[i] - a[i]));
                let (even, found) = (from_oklab(way), theme.ground(part));
                let off = |a: u8, b: u8| a.abs_diff(b);
                let most = off(even.0, found.0)
                    .max(off(even.1, found.1))
                    .max(off(even.2, found.2));
                // Both are rounded to whole steps.
                assert!(most <= 1, "{part}: {even:?}, {found:?}");
            }
        }
    }
}

//! The error along one weight.

use backprop::sorted;
use landscape::Curve;
use plotters::style::Color;
use plotters_backend::DrawingBackend;

use crate::axes::{beside_line, fine, text};
use crate::clip::{clip, simplify};
use crate::frame::{Frame, Plan, measure};
use crate::look::Look;
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::{Point, Rect};
use crate::scale::Scale;
use crate::theme::Theme;

/// What the curve of a network looks like: axes, E(w), its minima, the goal.
#[derive(Clone, Copy, Debug)]
pub struct CurveScene<'a> {
    /// The curve.
    pub curve: &'a Curve,
    /// Names of the weight and of the error: `w`, `E`.
    pub names: [&'a str; 2],
    /// The error that counts as solved, with the word for it.
    pub goal: Option<(f64, &'a str)>,
    /// What becomes of starts evenly spaced from the first to the last weight, for the strip under
    /// the axis.
    pub fates: Option<&'a [Look]>,
    /// Whether its minima have dots.
    pub has_minima: bool,
}

impl CurveScene<'_> {
    /// The measures of the picture. `size` in its own pixels; `scale` is the number of those to a
    /// pixel of the page, times the factor of the page's type.
    pub fn frame(&self, size: (u32, u32), scale: f64) -> Frame {
        let axis = self.curve.axis();
        let [lowest, highest] = self.error_range();
        let plan = Plan {
            size,
            scale,
            x: Scale::Linear(axis.from, axis.to),
            y: Scale::Linear(lowest, highest),
            names: self.names,
            right: 0.0,
            strip: self.fates.map_or(0.0, |_| measure::STRIP),
            floor: measure::FLOOR,
        };
        plan.filled()
    }

    /// Draws everything that stays while a run is watched.
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let [lowest, _] = self.error_range();
        self.draw_goal(pen, frame, theme)?;
        frame.draw_axes(pen, theme, Some(lowest))?;
        self.draw_fates(pen, frame, theme)?;

        let line = Stroke {
            color: theme.curve.to_rgba(),
            width: frame.px(2.0),
        };
        for piece in clip(self.places(frame), &frame.plot()) {
            // A tenth of a pixel: less than the edge's blur.
            pen.line(&simplify(&piece, 0.1 * frame.px(1.0)), line)?;
        }
        for minimum in self.curve.minima().iter().filter(|_| self.has_minima) {
            let at = frame.pixel(minimum.weight, minimum.error);
            if frame.plot().contains(at) {
                pen.disc(at, frame.px(4.6), theme.paper.to_rgba())?;
                pen.disc(at, frame.px(3.2), theme.curve.to_rgba())?;
            }
        }
        Ok(())
    }

    fn draw_goal<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let plot = frame.plot();
        let Some((goal, word)) = self.goal else {
            return Ok(());
        };
        let (_, y) = frame.pixel(0.0, goal);
        if !(plot.top..=plot.bottom()).contains(&y) {
            return Ok(());
        }
        let stroke = fine(frame, theme.muted);
        pen.dashes((plot.left, plot.right()), y, frame.px(4.0), stroke)?;
        let (at, align) = beside_line(frame, y, word, &self.places(frame));
        pen.words(word, at, text(frame, theme.muted, align))
    }

    fn error_range(&self) -> [f64; 2] {
        let errors = self.curve.samples().map(|(_, error)| error);
        error_range(errors, self.goal.map(|goal| goal.0))
    }

    fn places(&self, frame: &Frame) -> Vec<Point> {
        let samples = self.curve.samples();
        samples
            .map(|(weight, error)| frame.pixel(weight, error))
            .collect()
    }

    fn draw_fates<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let (plot, fates) = (frame.plot(), self.fates.unwrap_or(&[]));
        let (height, top) = (frame.px(measure::STRIP), plot.bottom() + frame.px(1.0));
        let edge =
            |index: usize| (plot.left + plot.width * index as f64 / fates.len() as f64).round();
        let mut first = 0;
        for run in fates.chunk_by(|one, next| one == next) {
            let (left, right) = (edge(first), edge(first + run.len()));
            first += run.len();
            let swatch = theme.fate(run[0]);
            let strip = Rect {
                left,
                top,
                width: right - left,
                height,
            };
            pen.rect(strip, swatch.color.to_rgba())?;
            let size = 0.32 * height;
            if strip.width > (2.0 + 2.0 * swatch.times as f64) * size {
                let (x, y) = (left + 0.5 * strip.width, top + 0.5 * height);
                for outline in swatch.outlines() {
                    let shape = outline.into_iter();
                    let shape: Vec<Point> = shape
                        .map(|(dx, dy)| (x + size * dx, y + size * dy))
                        .collect();
                    pen.area(&shape, theme.paper.to_rgba())?;
                }
            }
        }
        Ok(())
    }
}

/// The errors that a picture shows: from 0, unless all lie far above it, to the highest, unless
/// that is so far above the others that nothing else could be seen.
fn error_range(errors: impl Iterator<Item = f64>, goal: Option<f64>) -> [f64; 2] {
    let finite = sorted(errors.filter(|error| error.is_finite()));
    let (Some(&lowest), Some(&highest)) = (finite.first(), finite.last()) else {
        return [0.0, 1.0];
    };
    let middle = finite[finite.len() / 2];
    let reach = 12.0 * (middle - lowest);
    let top = if reach > 0.0 {
        highest.min(lowest + reach)
    } else {
        highest
    };
    let lowest = goal
        .filter(|&goal| goal < top)
        .map_or(lowest, |goal| goal.min(lowest));
    let bottom = if lowest > 0.6 * top { lowest } else { 0.0 };
    if top > bottom {
        [bottom, top + 0.04 * (top - bottom)]
    } else {
        [0.0, if top > 0.0 { 2.0 * top } else { 1.0 }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(errors: &[f64], goal: Option<f64>) -> [f64; 2] {
        error_range(errors.iter().copied(), goal)
    }

    #[test]
    fn errors_are_shown_from_zero() {
        assert_eq!(range(&[0.1, 0.25, 0.5], None), [0.0, 0.52]);
    }

    #[test]
    fn errors_far_above_zero_are_shown_from_the_lowest() {
        let [bottom, top] = range(&[10.0, 10.5, 11.0], None);
        assert_eq!(bottom, 10.0);
        assert!((11.0..11.1).contains(&top));
        // But the goal is always in the picture.
        assert_eq!(range(&[10.0, 10.5, 11.0], Some(1.0))[0], 0.0);
    }

    #[test]
    fn a_run_away_end_does_not_flatten_the_rest() {
        let errors = [1e9, 3.0, 1.0, 0.0, 1.0, 2.0, f64::INFINITY];
        assert!(range(&errors, None)[1] < 30.0);
    }

    #[test]
    fn there_is_always_a_range() {
        for errors in [&[][..], &[f64::NAN], &[0.0, 0.0], &[0.25; 3], &[5e-324]] {
            let [bottom, top] = range(errors, None);
            assert!(bottom < top, "{errors:?}");
        }
    }
}

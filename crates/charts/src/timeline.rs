//! The error and the gradient's norm over the steps.

use plotters::style::Color;
use plotters_backend::DrawingBackend;

use crate::axes::{beside_line, fine, symbol, text};
use crate::clip::clip;
use crate::columns::Columns;
use crate::frame::{Frame, Plan, measure};
use crate::pen::{Drawn, Pen, Stroke};
use crate::pins::{PinnedErrors, draw_badge, draw_line};
use crate::rect::Point;
use crate::scale::Scale;
use crate::theme::Theme;
use crate::timeline_lines::TimelineLines;
use crate::type_setting::{Align, symbol_width};

/// E and ‖g‖ over the steps of a run, both on one logarithmic axis.
///
/// What of it can be seen is kept in [`TimelineLines`], so that a picture of a run that grows costs
/// what is new, and not the run's length.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    /// E at the start and after each step.
    pub errors: &'a [f64],
    /// ‖g‖ beside it.
    pub gradient_norms: &'a [f64],
    /// Steps that the axis has room for: those of the experiment, or those done if the run ended
    /// early.
    pub steps: usize,
    /// The error that counts as solved, with the word for it.
    pub goal: Option<(f64, &'a str)>,
    /// Names of the error, the norm and the steps: `E`, `‖g‖`, `n` or nothing.
    pub names: [&'a str; 3],
    /// The errors of runs beside this one.
    pub beside: &'a [PinnedErrors<'a>],
}

impl Timeline<'_> {
    /// The measures of the picture. `lines` are those of an earlier picture of the same run, or
    /// none. `size` in its own pixels; `scale` is the number of those to a pixel of the page, times
    /// the factor of the page's type.
    pub fn frame(&self, lines: &mut TimelineLines, size: (u32, u32), scale: f64) -> Frame {
        let values = [self.errors, self.gradient_norms];
        let [from, to] = lines.decades(values, self.goal.map(|goal| goal.0), &self.own_beside());
        let open_below = lines.reach_below(from);
        let names = self.names.map(|name| symbol_width(name, measure::SYMBOL));
        let plan = Plan {
            size,
            scale,
            x: Scale::Linear(0.0, self.steps_shown() as f64),
            y: Scale::log(from, to),
            names: [self.names[2], ""],
            right: names[0].max(names[1]).max(names[2]) + 3.0 * measure::GAP,
            strip: 0.0,
            floor: 0.0,
        };
        let mut frame = plan.low(open_below);
        frame.count_across(self.steps_shown());
        frame
    }

    /// Draws everything but the cursor. `lines` as for [`Timeline::frame`].
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        lines: &mut TimelineLines,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let plot = frame.plot();
        let places = self.places(lines, frame);
        if let Some((goal, word)) = self.goal {
            let y = self.height(frame, goal);
            let stroke = fine(frame, theme.muted);
            pen.dashes((plot.left, plot.right()), y, frame.px(3.0), stroke)?;
            let (at, align) = beside_line(frame, y, word, &places.concat());
            pen.words(word, at, text(frame, theme.muted, align))?;
        }
        frame.draw_axes(pen, theme, None)?;
        self.draw_beside(pen, frame, theme)?;
        let [errors, norms] = places;
        for (values, places, color, width) in [
            (self.gradient_norms, norms, theme.gradient, 1.2),
            (self.errors, errors, theme.curve, 2.0),
        ] {
            let stroke = Stroke {
                color: color.to_rgba(),
                width: frame.px(width),
            };
            for piece in clip(places, &plot) {
                pen.line(&piece, stroke)?;
            }
            if let [only] = values {
                let at = self.place(frame, 0, *only);
                if plot.contains(at) {
                    pen.disc(at, frame.px(2.3), color.to_rgba())?;
                }
            }
        }
        self.draw_badges(pen, frame, theme)?;
        self.draw_names(pen, frame, theme)
    }

    /// The names of both lines at their ends, apart from each other.
    fn draw_names<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let plot = frame.plot();
        let line = 1.05 * frame.px(measure::SYMBOL);
        let end = |values: &[f64]| {
            let last = values.iter().enumerate().rfind(|(_, v)| !v.is_nan());
            last.map(|(step, &value)| self.place(frame, step, value))
        };
        let (Some(error), Some(norm)) = (end(self.errors), end(self.gradient_norms)) else {
            return Ok(());
        };
        let (upper, lower) = (plot.top + 0.3 * line, plot.bottom() - 0.6 * line);
        let mut heights = [error.1, norm.1].map(|y| y.clamp(upper, lower.max(upper)));
        let (high, low) = if heights[0] <= heights[1] {
            (0, 1)
        } else {
            (1, 0)
        };
        let missing = line - (heights[low] - heights[high]);
        if missing > 0.0 {
            heights[high] = (heights[high] - 0.5 * missing).max(upper);
            heights[low] = heights[high] + line;
        }
        let x = |end: Point| end.0.min(plot.right()) + 1.2 * frame.px(measure::GAP);
        for (name, at, color) in [
            (self.names[0], (x(error), heights[0]), theme.curve),
            (self.names[1], (x(norm), heights[1]), theme.gradient),
        ] {
            pen.symbol(name, at, symbol(frame, color, Align::Left))?;
        }
        Ok(())
    }

    /// Draws the cursor: a fine line with a dot on each of the two lines.
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw_cursor<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
        step: usize,
    ) -> Drawn<DB> {
        let plot = frame.plot();
        let step = step.min(self.errors.len().saturating_sub(1));
        let (x, _) = frame.pixel(step as f64, 1.0);
        let stroke = fine(frame, theme.accent);
        pen.vertical(x, (plot.top, plot.bottom()), stroke)?;
        for (values, color) in [
            (self.gradient_norms, theme.gradient),
            (self.errors, theme.curve),
        ] {
            let Some(&value) = values.get(step).filter(|value| !value.is_nan()) else {
                continue;
            };
            let at = (x, self.height(frame, value));
            pen.disc(at, frame.px(4.8), theme.paper.to_rgba())?;
            pen.disc(at, frame.px(3.4), color.to_rgba())?;
        }
        Ok(())
    }

    /// The step nearest to a place in the picture.
    pub fn step_at(&self, frame: &Frame, px: f64) -> usize {
        let (step, _) = frame.values(px, frame.plot().top);
        // Casts saturate; the last step done is the last that can be shown.
        (step.round() as usize).min(self.errors.len().saturating_sub(1))
    }

    /// The places of the error and of the norm, as many as can be seen.
    fn places(&self, lines: &mut TimelineLines, frame: &Frame) -> [Vec<Point>; 2] {
        let values = [self.errors, self.gradient_norms];
        let columns = lines.columns(values, self.steps_shown(), frame.plot().width);
        columns.each_ref().map(|columns| {
            let places = columns
                .samples()
                .map(|(step, value)| self.place(frame, step, value));
            places.collect()
        })
    }

    /// Steps that the axis has room for: those of the longest run.
    fn steps_shown(&self) -> usize {
        let beside = self.beside.iter().map(|pin| pin.errors.len());
        let beside = beside.max().unwrap_or(0).saturating_sub(1);
        self.steps.max(beside).max(1)
    }

    /// The errors beside that are the same quantity as those of the axis.
    fn own_beside(&self) -> Vec<&[f64]> {
        let own = self.beside.iter().filter(|pin| pin.quantity == 0);
        own.map(|pin| pin.errors).collect()
    }

    /// The decades that errors of a quantity reach over; none for that of the axis.
    pub fn decades_of(&self, quantity: usize) -> Option<[f64; 2]> {
        let same = self.beside.iter().filter(|pin| pin.quantity == quantity);
        let same: Vec<&[f64]> = same.map(|pin| pin.errors).collect();
        (quantity > 0).then(|| TimelineLines::default().decades([&[], &[]], None, &same))
    }

    fn draw_beside<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        for pin in self.beside {
            let mut columns = Columns::new(self.steps_shown(), frame.plot().width);
            columns.follow(pin.errors);
            let decades = self.decades_of(pin.quantity);
            let place = |(step, value)| self.place_beside(frame, step, value, decades);
            let places = columns.samples().map(place).collect();
            draw_line(pen, frame, places, pin.slot, theme.pin(pin.slot))?;
        }
        Ok(())
    }

    /// The number of each line, on it, no two of them above each other.
    fn draw_badges<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        for pin in self.beside {
            let last = pin.errors.len().saturating_sub(1) as f64;
            let step = (last * (0.94 - 0.055 * pin.slot as f64)).round() as usize;
            let decades = self.decades_of(pin.quantity);
            let value = pin.errors.get(step).copied().unwrap_or(f64::NAN);
            let at = self.place_beside(frame, step, value, decades);
            if frame.plot().contains(at) {
                draw_badge(pen, frame, theme, at, pin.slot)?;
            }
        }
        Ok(())
    }

    /// The place of an error beside: on the axis, or on a scale of its own from bottom to top.
    fn place_beside(
        &self,
        frame: &Frame,
        step: usize,
        value: f64,
        decades: Option<[f64; 2]>,
    ) -> Point {
        let (x, y) = self.place(frame, step, value);
        let Some([from, to]) = decades else {
            return (x, y);
        };
        let plot = frame.plot();
        let part = (value.max(0.0).log10() - from.log10()) / (to.log10() - from.log10());
        (x, plot.bottom() - part.clamp(0.0, 1.0) * plot.height)
    }

    fn place(&self, frame: &Frame, step: usize, value: f64) -> Point {
        let (x, _) = frame.pixel(step as f64, 1.0);
        (x, self.height(frame, value))
    }

    /// The height of a value. What has vanished, zeros among it, runs along the axis; what is
    /// infinite leaves at the top; NaN has no height.
    fn height(&self, frame: &Frame, value: f64) -> f64 {
        let plot = frame.plot();
        if value.is_nan() {
            return f64::NAN;
        }
        let (_, y) = frame.pixel(0.0, value.max(0.0));
        y.clamp(plot.top, plot.bottom())
    }
}

#[cfg(test)]
#[path = "timeline_tests.rs"]
mod tests;

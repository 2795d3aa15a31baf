//! The axes of a picture.

use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use crate::frame::{Frame, measure};
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Point;
use crate::theme::Theme;
use crate::ticks::Label;
use crate::type_setting::{Align, Type, rise, symbol_width, width};

/// Numbers and words in the picture's size.
pub(crate) fn text(frame: &Frame, color: RGBColor, align: Align) -> Type {
    Type {
        size: frame.px(measure::TEXT),
        color,
        align,
    }
}

/// A symbol in the picture's size.
pub(crate) fn symbol(frame: &Frame, color: RGBColor, align: Align) -> Type {
    Type {
        size: frame.px(measure::SYMBOL),
        color,
        align,
    }
}

pub(crate) fn fine(frame: &Frame, color: RGBColor) -> Stroke {
    Stroke {
        color: color.to_rgba(),
        width: frame.px(measure::FINE),
    }
}

impl Frame {
    /// Axes on the left and below, ticks outwards, the names at their ends. The left axis ends at
    /// the lowest tick where the lowest value does not lie on the axis below.
    pub(crate) fn draw_axes<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        theme: &Theme,
        left: Option<f64>,
    ) -> Drawn<DB> {
        let plot = self.plot();
        let stroke = fine(self, theme.muted);
        let half = 0.5 * stroke.width;
        pen.horizontal(
            (plot.left - half, plot.right() + half),
            plot.bottom(),
            stroke,
        )?;
        let end = left.map_or(plot.bottom(), |value| self.pixel(0.0, value).1);
        pen.vertical(plot.left, (plot.top, end + half), stroke)?;
        self.draw_ticks(pen, theme)?;
        self.draw_names(pen, theme)
    }

    /// A fine frame around the plot, with ticks.
    pub(crate) fn draw_box<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        theme: &Theme,
    ) -> Drawn<DB> {
        let plot = self.plot();
        let stroke = fine(self, theme.muted);
        let half = 0.5 * stroke.width;
        for y in [plot.top, plot.bottom()] {
            pen.horizontal((plot.left - half, plot.right() + half), y, stroke)?;
        }
        for x in [plot.left, plot.right()] {
            pen.vertical(x, (plot.top - half, plot.bottom() + half), stroke)?;
        }
        self.draw_ticks(pen, theme)?;
        self.draw_names(pen, theme)
    }

    fn draw_ticks<DB: DrawingBackend>(&self, pen: &mut Pen<'_, DB>, theme: &Theme) -> Drawn<DB> {
        let plot = self.plot();
        let stroke = fine(self, theme.muted);
        let (tick, gap) = (self.px(measure::TICK), self.px(measure::GAP));
        let base = plot.bottom() + self.strip;
        for mark in &self.x_ticks {
            let (x, _) = self.pixel(mark.value, 0.0);
            pen.vertical(x, (base, base + tick), stroke)?;
            let at = (x, base + self.row());
            let style = text(self, theme.ink, Align::Center);
            draw_label(pen, &mark.label, at, style)?;
        }
        for mark in &self.y_ticks {
            let (_, y) = self.pixel(0.0, mark.value);
            pen.horizontal((plot.left - tick, plot.left), y, stroke)?;
            let style = text(self, theme.ink, Align::Right);
            draw_label(pen, &mark.label, (plot.left - tick - 0.8 * gap, y), style)?;
        }
        Ok(())
    }

    fn draw_names<DB: DrawingBackend>(&self, pen: &mut Pen<'_, DB>, theme: &Theme) -> Drawn<DB> {
        let plot = self.plot();
        let gap = self.px(measure::GAP);
        let [across, upwards] = &self.names;
        if !across.is_empty() {
            // In the row of the numbers, beyond the last; what is raised is below a key's numbers.
            let lower = rise(across) * self.px(measure::SYMBOL);
            let row = plot.bottom() + self.strip + self.row() + lower;
            let at = (plot.right() + 2.0 * gap, row - 0.1 * gap);
            pen.symbol(across, at, symbol(self, theme.ink, Align::Left))?;
        }
        if !upwards.is_empty() {
            // Over the axis, but never cut at the edge of the picture.
            let half = 0.5 * symbol_width(upwards, self.px(measure::SYMBOL));
            let at = (
                plot.left.max(half),
                plot.top - gap - 0.5 * self.px(measure::SYMBOL),
            );
            pen.symbol(upwards, at, symbol(self, theme.ink, Align::Center))?;
        }
        Ok(())
    }
}

/// A tick's number.
pub(crate) fn draw_label<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    label: &Label,
    at: Point,
    style: Type,
) -> Drawn<DB> {
    match label {
        Label::Number(number) => pen.words(number, at, style),
        Label::Power(exponent) => pen.power("10", *exponent, at, style),
        Label::AtMost(exponent) => pen.power("≤10", *exponent, at, style),
    }
}

/// Where to write a word on the horizontal line at `y`: above or below it, at its right or its left
/// end, where the lines through `points` keep farthest away.
pub(crate) fn beside_line(frame: &Frame, y: f64, word: &str, points: &[Point]) -> (Point, Align) {
    let plot = frame.plot();
    let gap = frame.px(measure::GAP);
    let room = width(word, frame.px(measure::TEXT)) + 2.0 * gap;
    let half = 0.75 * frame.px(measure::TEXT);
    let clearance = |(from, to): (f64, f64), height: f64| {
        if height - half < plot.top || height + half > plot.bottom() {
            return 0.0;
        }
        let near = points.iter().filter(|(x, _)| (from..=to).contains(x));
        let distances = near.map(|(_, y)| (y - height).abs());
        // Beyond a few lines of type, farther is not better.
        distances.fold(4.0 * half, f64::min)
    };
    let (left, right) = (plot.left, plot.right());
    let ends = [
        (right - gap, Align::Right, (right - room, right)),
        (left + gap, Align::Left, (left, left + room)),
    ];
    let mut best = (-1.0, ((right - gap, y - half), Align::Right));
    for height in [y - half, y + half] {
        for (x, align, span) in ends {
            let found = clearance(span, height);
            if found > best.0 {
                best = (found, ((x, height), align));
            }
        }
    }
    best.1
}

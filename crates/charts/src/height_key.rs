//! The key beside a picture: which tint stands for which height.

use backprop::sorted;
use landscape::{Contour, Tone};
use plotters::style::Color;
use plotters_backend::DrawingBackend;

use crate::axes::{fine, symbol, text};
use crate::frame::{Frame, measure};
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Rect;
use crate::theme::Theme;
use crate::ticks::two_digits;
use crate::type_setting::Align;

/// The tints of a picture from bottom to top with its contour lines on them, some with their heights.
#[derive(Clone, Copy, Debug)]
pub struct HeightKey<'a> {
    /// The tones of the heights.
    pub tone: &'a Tone,
    /// Heights that are marked, the lowest first.
    pub marks: &'a [Contour],
    /// Name of the heights: `E`.
    pub name: &'a str,
}

/// Every fourth line is a little heavier, as on a hiker's map.
pub(crate) fn contour_stroke(frame: &Frame, theme: &Theme, index: usize) -> Stroke {
    let (width, alpha) = if index.is_multiple_of(4) {
        (1.1, 0.75)
    } else {
        (0.8, 0.45)
    };
    Stroke {
        color: theme.contour.mix(alpha),
        width: frame.px(width),
    }
}

impl HeightKey<'_> {
    /// Draws it where the frame has room for it. The ends of powers stand for all that lie beyond.
    pub(crate) fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let Some(left) = frame.key.filter(|_| !self.tone.is_constant()) else {
            return Ok(());
        };
        let plot = frame.plot();
        let bar = Rect {
            left: left.round(),
            width: frame.px(measure::KEY).round(),
            ..plot
        };
        let steps = 64;
        let edge = |step: usize| (bar.bottom() - bar.height * step as f64 / steps as f64).round();
        // From the top, each down to the bottom: no seams.
        for step in (0..steps).rev() {
            let top = edge(step + 1);
            let tint = Rect {
                top,
                height: bar.bottom() - top,
                ..bar
            };
            let tone = (step as f64 + 0.5) / steps as f64;
            pen.rect(tint, theme.tint(self.tone, tone).to_rgba())?;
        }
        let y = |tone: f64| bar.bottom() - tone * bar.height;
        for (index, contour) in self.marks.iter().enumerate() {
            let y = y(self.tone.at(contour.level));
            let stroke = contour_stroke(frame, theme, index);
            pen.horizontal((bar.left, bar.right()), y, stroke)?;
        }
        let outline = fine(frame, theme.muted);
        for y in [bar.top, bar.bottom()] {
            pen.horizontal((bar.left, bar.right()), y, outline)?;
        }
        for x in [bar.left, bar.right()] {
            pen.vertical(x, (bar.top, bar.bottom()), outline)?;
        }
        self.draw_heights(pen, frame, theme, bar)
    }

    fn draw_heights<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
        bar: Rect,
    ) -> Drawn<DB> {
        let style = text(frame, theme.ink, Align::Left);
        let x = bar.right() + 1.2 * frame.px(measure::GAP);
        let heavy = self.marks.iter().step_by(4).map(|contour| contour.level);
        let ends = [0.0, 1.0].iter().filter_map(|&tone| self.tone.value(tone));
        let mut last: Option<(f64, String)> = None;
        for height in sorted(heavy.chain(ends)) {
            let y = bar.bottom() - self.tone.at(height) * bar.height;
            let beyond = match self.tone.at(height) {
                _ if !self.tone.is_two_way() => "",
                tone if tone <= 0.0 => "≤\u{a0}",
                tone if tone >= 1.0 => "≥\u{a0}",
                _ => "",
            };
            let number = format!("{beyond}{}", two_digits(height));
            let crowded = last.as_ref().is_some_and(|(at, text)| {
                at - y < 1.1 * frame.px(measure::TEXT) || *text == number
            });
            if !crowded {
                pen.words(&number, (x, y), style)?;
                last = Some((y, number));
            }
        }
        let over = bar.top - frame.px(measure::GAP) - 0.5 * frame.px(measure::SYMBOL);
        let middle = bar.left + 0.5 * bar.width;
        let style = symbol(frame, theme.ink, Align::Center);
        pen.symbol(self.name, (middle, over), style)
    }
}

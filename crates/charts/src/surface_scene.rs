//! The error over two weights: axes and contour lines.

use backprop::sorted;
use landscape::{Contour, CriticalPoint, Field, Tone};
use plotters::style::Color;
use plotters_backend::DrawingBackend;

use crate::axes::{fine, symbol, text};
use crate::clip::simplify;
use crate::frame::{Frame, Plan, measure};
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::{Point, Rect};
use crate::scale::Scale;
use crate::signs::draw_signs;
use crate::theme::Theme;
use crate::ticks::two_digits;
use crate::type_setting::{Align, symbol_width};

/// Height of a line of words, in type sizes.
const LINE: f64 = 1.35;

/// What the surface of a network looks like, apart from its tint ([`crate::raster`]): axes,
/// contour lines, minima and saddles, and beside it the key of heights where there is room.
#[derive(Clone, Copy, Debug)]
pub struct SurfaceScene<'a> {
    /// The heights.
    pub field: Field<'a>,
    /// Their tones.
    pub tone: &'a Tone,
    /// Their contour lines, the lowest first.
    pub contours: &'a [Contour],
    /// Its minima and saddles, as far as they are known.
    pub critical: &'a [CriticalPoint],
    /// Names of the weight across, of the weight upwards, and of the heights: `w0`, `w1`, `E`.
    pub names: [&'a str; 3],
    /// What the axes are in words, where their names alone do not say it; else empty.
    pub words: [&'a str; 2],
}

impl SurfaceScene<'_> {
    /// The measures of the picture. `size` in its own pixels; `scale` is the number of those to a
    /// pixel of the page, times the factor of the page's type.
    pub fn frame(&self, size: (u32, u32), scale: f64) -> Frame {
        let line = if self.words[0].is_empty() { 0.0 } else { LINE };
        let below = (scale * line * measure::TEXT).ceil() as u32;
        let ([left, right], [lower, upper]) = (self.field.x, self.field.y);
        let plan = Plan {
            size: (size.0, size.1.saturating_sub(below)),
            scale,
            x: Scale::Linear(left, right),
            y: Scale::Linear(lower, upper),
            names: [self.names[0], self.names[1]],
            right: 0.0,
            strip: 0.0,
            floor: 0.0,
        };
        plan.equal()
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
        for (index, contour) in self.contours.iter().enumerate() {
            let stroke = self.stroke(frame, theme, index);
            for line in &contour.lines {
                let points: Vec<Point> = line.iter().map(|&[x, y]| frame.pixel(x, y)).collect();
                pen.line(&simplify(&points, 0.1 * frame.px(1.0)), stroke)?;
            }
        }
        frame.draw_box(pen, theme)?;
        draw_signs(pen, frame, theme, self.critical)?;
        self.draw_words(pen, frame, theme)?;
        self.draw_key(pen, frame, theme)
    }

    /// Under the numbers of the axis across, and beside the name of the axis upwards.
    fn draw_words<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let plot = frame.plot();
        let [across, upwards] = self.words;
        if across.is_empty() {
            return Ok(());
        }
        let (gap, symbol) = (frame.px(measure::GAP), frame.px(measure::SYMBOL));
        let line = LINE * frame.px(measure::TEXT);
        let at = (plot.right(), plot.bottom() + frame.row() + line);
        pen.words(across, at, text(frame, theme.muted, Align::Right))?;
        let half = 0.5 * symbol_width(self.names[1], symbol);
        let at = (
            plot.left.max(half) + half + 1.5 * gap,
            plot.top - gap - 0.5 * symbol,
        );
        pen.words(upwards, at, text(frame, theme.muted, Align::Left))
    }

    /// Every fourth line is a little heavier, as on a hiker's map.
    fn stroke(&self, frame: &Frame, theme: &Theme, index: usize) -> Stroke {
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

    /// The tints from bottom to top with the lines on them, some with their heights.
    fn draw_key<DB: DrawingBackend>(
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
            pen.rect(tint, theme.ground(tone).to_rgba())?;
        }
        let y = |tone: f64| bar.bottom() - tone * bar.height;
        for (index, contour) in self.contours.iter().enumerate() {
            let y = y(self.tone.at(contour.level));
            let stroke = self.stroke(frame, theme, index);
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
        let heavy = self.contours.iter().step_by(4).map(|contour| contour.level);
        let ends = [0.0, 1.0].iter().filter_map(|&tone| self.tone.value(tone));
        let mut last: Option<(f64, String)> = None;
        for height in sorted(heavy.chain(ends)) {
            let y = bar.bottom() - self.tone.at(height) * bar.height;
            let number = two_digits(height);
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
        pen.symbol(self.names[2], (middle, over), style)
    }
}

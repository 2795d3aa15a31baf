//! The error over two weights: axes and contour lines.

use landscape::{Contour, CriticalPoint, Field, Tone};
use plotters_backend::DrawingBackend;

use crate::axes::text;
use crate::clip::simplify;
use crate::frame::{Frame, Plan, measure};
use crate::height_key::{HeightKey, contour_stroke};
use crate::pen::{Drawn, Pen};
use crate::rect::Point;
use crate::scale::Scale;
use crate::signs::draw_signs;
use crate::theme::Theme;
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
            let stroke = contour_stroke(frame, theme, index);
            for line in &contour.lines {
                let points: Vec<Point> = line.iter().map(|&[x, y]| frame.pixel(x, y)).collect();
                pen.line(&simplify(&points, 0.1 * frame.px(1.0)), stroke)?;
            }
        }
        frame.draw_box(pen, theme)?;
        draw_signs(pen, frame, theme, self.critical)?;
        self.draw_words(pen, frame, theme)?;
        let key = HeightKey {
            tone: self.tone,
            marks: self.contours,
            name: self.names[2],
        };
        key.draw(pen, frame, theme)
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
}

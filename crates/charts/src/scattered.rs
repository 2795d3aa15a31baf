//! Many runs at once: what becomes of starts that are drawn by lot.

use backprop::Kind;
use plotters::style::Color;
use plotters_backend::DrawingBackend;

use crate::frame::Frame;
use crate::path::Path;
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Point;
use crate::theme::Theme;
use crate::trail::Trail;

/// How strong the lines are, on a surface and across a curve: there are many of them.
const FAINT: f64 = 0.55;
const FAINTER: f64 = 0.25;
/// Half a side of a mark, and the radius of what still moves.
const MARK: f64 = 5.0;
const MOVING: f64 = 3.2;

/// One of many runs in the picture of the error: it comes to rest in the colour of its verdict, with its
/// mark.
#[derive(Clone, Copy, Debug)]
pub struct ScatteredPath<'a> {
    /// The path.
    pub trail: &'a Trail,
    /// The step that is shown.
    pub cursor: usize,
    /// Where the run is at that step, in the picture's numbers.
    pub at: [f64; 2],
    /// Its verdict, where it has come to rest at that step.
    pub rest: Option<Kind>,
}

impl ScatteredPath<'_> {
    /// Draws the way behind the cursor on the frame of its picture.
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw_way<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let color = self
            .rest
            .map_or(theme.ink, |kind| theme.verdict(kind).color);
        let [behind, _] = self.path().parts(frame);
        let alpha = if self.trail.is_on_surface() {
            FAINT
        } else {
            FAINTER
        };
        let stroke = Stroke {
            color: color.mix(alpha),
            width: frame.px(1.2),
        };
        for piece in &behind {
            pen.line(piece, stroke)?;
        }
        Ok(())
    }

    /// Draws where the run is.
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw_place<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let ball = self.path().ball(frame);
        let Some((x, y)) = ball.filter(|&at| frame.plot().grown(0.5).contains(at)) else {
            return Ok(());
        };
        let Some(kind) = self.rest else {
            pen.disc((x, y), frame.px(MOVING + 1.2), theme.paper.to_rgba())?;
            return pen.disc((x, y), frame.px(MOVING), theme.ink.to_rgba());
        };
        let swatch = theme.verdict(kind);
        let shape = |size: f64| -> Vec<Point> {
            let outline = swatch.mark.outline().into_iter();
            outline
                .map(|(dx, dy)| (x + size * dx, y + size * dy))
                .collect()
        };
        pen.disc((x, y), frame.px(MARK + 1.8), theme.paper.mix(0.8))?;
        pen.area(&shape(frame.px(MARK)), swatch.color.to_rgba())
    }

    fn path(&self) -> Path<'_> {
        Path {
            trail: self.trail,
            cursor: self.cursor,
            at: self.at,
            hides_ahead: false,
        }
    }
}

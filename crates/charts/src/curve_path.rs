//! A run on a curve.

use plotters::style::Color;
use plotters_backend::DrawingBackend;

use crate::axes::fine;
use crate::clip::clip;
use crate::frame::{Frame, measure};
use crate::path::{Arrow, Path};
use crate::pen::{Drawn, Pen, Stroke};
use crate::theme::Theme;
use crate::trail::Trail;

/// A run on the curve E(w): its path, the ball at the cursor with the tangent there, and the step
/// that follows as an arrow along the axis.
#[derive(Clone, Copy, Debug)]
pub struct CurvePath<'a> {
    /// The path.
    pub trail: &'a Trail,
    /// The step that is shown; beyond the last it is the last.
    pub cursor: usize,
    /// Weight and error at that step.
    pub at: [f64; 2],
    /// ∂E/∂w there.
    pub slope: f64,
    /// What the weight changes by in the step that follows: −ε ∂E/∂w for steepest descent.
    pub change: f64,
    /// Whether nothing is drawn of what lies ahead of the cursor: neither the rest of the path nor where
    /// the next step leads.
    pub hides_ahead: bool,
}

impl CurvePath<'_> {
    /// Draws the run on the frame of its curve.
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let path = Path {
            trail: self.trail,
            cursor: self.cursor,
            at: self.at,
            hides_ahead: self.hides_ahead,
        };
        path.draw_line(pen, frame, theme)?;
        if let Some((x, y)) = path.ball(frame)
            && !self.hides_ahead
        {
            self.draw_tangent(pen, frame, theme, (x, y))?;
            self.draw_step(pen, frame, theme, (x, y))?;
        }
        path.draw_ends(pen, frame, theme)
    }

    fn draw_tangent<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
        (x, y): (f64, f64),
    ) -> Drawn<DB> {
        let [weight, error] = self.at;
        let one = frame.pixel(weight + 1.0, error + self.slope);
        let (dx, dy) = (one.0 - x, one.1 - y);
        let length = dx.hypot(dy);
        if !(length > 0.0 && length.is_finite()) {
            return Ok(());
        }
        let reach = frame.px(64.0) / length;
        let ends = [-reach, reach].map(|part| (x + part * dx, y + part * dy));
        let stroke = Stroke {
            color: theme.gradient.to_rgba(),
            width: frame.px(1.4),
        };
        for piece in clip(ends, &frame.plot()) {
            pen.line(&piece, stroke)?;
        }
        Ok(())
    }

    /// The arrow along the axis from w to the new w, with fine lines down to its ends.
    fn draw_step<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
        (x, y): (f64, f64),
    ) -> Drawn<DB> {
        let plot = frame.plot();
        if !(plot.left..=plot.right()).contains(&x) {
            return Ok(());
        }
        let [weight, error] = self.at;
        let height = plot.bottom() - 0.45 * frame.px(measure::FLOOR);
        let (end, _) = frame.pixel(weight + self.change, error);
        let drop = fine(frame, theme.muted);
        let ball = y.clamp(plot.top, plot.bottom());
        if ball < height {
            let drop = Stroke {
                color: theme.muted.mix(0.6),
                ..drop
            };
            pen.vertical(x, (ball, plot.bottom()), drop)?;
        }
        let arrow = Arrow {
            from: (x, height),
            to: (end.clamp(plot.left, plot.right()), height),
            inset: frame.px(2.5),
            longest: f64::INFINITY,
            color: theme.gradient,
        };
        arrow.draw(pen, frame, theme)
    }
}

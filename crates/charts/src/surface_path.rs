//! A run on a surface.

use plotters_backend::DrawingBackend;

use crate::frame::Frame;
use crate::path::{Arrow, Path, beside_ball};
use crate::pen::{Drawn, Pen};
use crate::theme::Theme;

/// A run over two weights: its path, the ball at the cursor and the step −ε ∇E as an arrow.
#[derive(Clone, Copy, Debug)]
pub struct SurfacePath<'a> {
    /// Both weights at the start and after each step.
    pub points: &'a [[f64; 2]],
    /// The step that is shown; beyond the last it is the last.
    pub cursor: usize,
    /// What the two weights change by in the step that follows: −ε ∇E for steepest descent.
    pub change: [f64; 2],
}

impl SurfacePath<'_> {
    /// Draws the run on the frame of its surface.
    ///
    /// The arrow is as long as the step, up to a sixth of the picture; a step too short for an
    /// arrow is an angle that only tells the direction.
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
            points: self.points,
            cursor: self.cursor,
            on_tint: true,
        };
        path.draw_line(pen, frame, theme)?;
        path.draw_ends(pen, frame, theme)?;
        let plot = frame.plot();
        let Some(from) = path.ball(frame).filter(|&at| plot.contains(at)) else {
            return Ok(());
        };
        let [x, y] = self.points[self.cursor.min(self.points.len() - 1)];
        let arrow = Arrow {
            from,
            to: frame.pixel(x + self.change[0], y + self.change[1]),
            inset: beside_ball(frame),
            longest: plot.width.min(plot.height) / 6.0,
            color: theme.gradient,
        };
        arrow.draw(pen, frame, theme)
    }
}

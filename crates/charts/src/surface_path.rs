//! A run on a surface.

use plotters_backend::DrawingBackend;

use crate::frame::Frame;
use crate::path::{Arrow, Path, beside_ball};
use crate::pen::{Drawn, Pen};
use crate::theme::Theme;
use crate::trail::Trail;

/// A run over two weights: its path, the ball at the cursor and the step that follows as an arrow.
#[derive(Clone, Copy, Debug)]
pub struct SurfacePath<'a> {
    /// The path.
    pub trail: &'a Trail,
    /// The step that is shown; beyond the last it is the last.
    pub cursor: usize,
    /// Both weights at that step.
    pub at: [f64; 2],
    /// What the two weights change by in the step that follows: −ε ∇E for steepest descent.
    pub change: [f64; 2],
    /// A direction in which the error does not change at the end of the run, if there is one: the
    /// answer is not unique. Drawn through the ball when it is there.
    pub flat: Option<[f64; 2]>,
    /// Whether nothing is drawn of what lies ahead of the cursor: neither the rest of the path nor where
    /// the next step leads.
    pub hides_ahead: bool,
}

/// Length of the line along a flat direction, as a share of the picture.
const FLAT_LINE: f64 = 0.3;

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
            trail: self.trail,
            cursor: self.cursor,
            at: self.at,
            hides_ahead: self.hides_ahead,
        };
        path.draw_line(pen, frame, theme)?;
        path.draw_ends(pen, frame, theme)?;
        if self.hides_ahead {
            return Ok(());
        }
        let plot = frame.plot();
        let Some(from) = path.ball(frame).filter(|&at| plot.contains(at)) else {
            return Ok(());
        };
        let last = self.trail.count().saturating_sub(1);
        let [x, y] = self.at;
        if let Some([dx, dy]) = self.flat.filter(|_| self.cursor >= last) {
            let along = frame.pixel(x + dx, y + dy);
            let (across, down) = (along.0 - from.0, along.1 - from.1);
            let half = 0.5 * FLAT_LINE * plot.width.min(plot.height);
            let part = half / across.hypot(down);
            for sign in [-part, part] {
                let arrow = Arrow {
                    from,
                    to: (from.0 + sign * across, from.1 + sign * down),
                    inset: beside_ball(frame),
                    longest: half,
                    color: theme.ink,
                };
                arrow.draw(pen, frame, theme)?;
            }
            return Ok(());
        }
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

//! What moves in a picture: the path, the start, the ball.

use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use crate::clip::clip;
use crate::frame::Frame;
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Point;
use crate::theme::Theme;
use crate::thin::{dots, leaps, thin};

/// How strong the part of the path is that the cursor has not come to.
const AHEAD: f64 = 0.38;
/// Radius of the ball.
const BALL: f64 = 6.5;

/// A path over a picture with a cursor on it.
pub(crate) struct Path<'a> {
    /// Places in the picture's numbers, one a step, the start first.
    pub(crate) points: &'a [[f64; 2]],
    /// The step that is shown.
    pub(crate) cursor: usize,
    /// Whether the path runs over a tinted ground. It then has an edge of paper around it; else it
    /// runs along a curve, and only its leaps are drawn.
    pub(crate) on_tint: bool,
}

impl Path<'_> {
    /// The place of the cursor.
    pub(crate) fn ball(&self, frame: &Frame) -> Option<Point> {
        let last = self.points.len().checked_sub(1)?;
        let [x, y] = self.points[self.cursor.min(last)];
        let at = frame.pixel(x, y);
        (!(at.0.is_nan() || at.1.is_nan())).then_some(at)
    }

    /// The line from step to step, with dots where there is room: behind the cursor strong, ahead
    /// of it faint.
    pub(crate) fn draw_line<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let cursor = self.cursor.min(self.points.len().saturating_sub(1));
        let (behind, ahead) = (..(cursor + 1).min(self.points.len()), cursor..);
        let width = if self.on_tint { 1.8 } else { 1.1 };
        if self.on_tint {
            let edge = Stroke {
                color: theme.paper.mix(0.65),
                width: frame.px(width + 2.2),
            };
            self.draw_part(pen, frame, &self.points[behind], edge)?;
        }
        for (part, alpha) in [(&self.points[ahead], AHEAD), (&self.points[behind], 1.0)] {
            let stroke = Stroke {
                color: theme.accent.mix(alpha),
                width: frame.px(width),
            };
            self.draw_part(pen, frame, part, stroke)?;
        }
        let area = frame.plot().grown(0.5);
        let places = self.points.iter().map(|&[x, y]| frame.pixel(x, y));
        for (step, at) in dots(places, frame.px(8.0)) {
            if area.contains(at) {
                let alpha = if step <= cursor { 1.0 } else { 1.6 * AHEAD };
                // Faint on paper, not on what lies under it.
                pen.disc(at, frame.px(2.0), theme.paper.to_rgba())?;
                pen.disc(at, frame.px(2.0), theme.accent.mix(alpha))?;
            }
        }
        Ok(())
    }

    fn draw_part<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        points: &[[f64; 2]],
        stroke: Stroke,
    ) -> Drawn<DB> {
        let places = points.iter().map(|&[x, y]| frame.pixel(x, y));
        let line = if self.on_tint {
            thin(places)
        } else {
            thin(leaps(places, frame.px(10.0)))
        };
        for piece in clip(line, &frame.plot()) {
            pen.line(&piece, stroke)?;
        }
        Ok(())
    }

    /// A hollow ring at the start and the ball at the cursor. A ball beyond the plot is a triangle
    /// on its edge that points to where it is.
    pub(crate) fn draw_ends<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        if let Some(&[x, y]) = self.points.first() {
            let at = frame.pixel(x, y);
            if frame.plot().contains(at) {
                let line = Stroke {
                    color: theme.accent.to_rgba(),
                    width: frame.px(2.0),
                };
                pen.disc(at, frame.px(6.5), theme.paper.mix(0.85))?;
                pen.ring(at, frame.px(5.0), line)?;
            }
        }
        let Some(at) = self.ball(frame) else {
            return Ok(());
        };
        if frame.plot().grown(0.5).contains(at) {
            pen.disc(at, frame.px(BALL + 1.8), theme.paper.to_rgba())?;
            return pen.disc(at, frame.px(BALL), theme.accent.to_rgba());
        }
        let edge = frame.plot().nearest(at);
        let (dx, dy) = (at.0 - edge.0, at.1 - edge.1);
        let reach = dx.hypot(dy);
        let way = if reach.is_finite() {
            (dx / reach, dy / reach)
        } else {
            // Infinitely far: along the axes that are.
            let sign = |d: f64| if d.is_finite() { 0.0 } else { d.signum() };
            (sign(dx), sign(dy))
        };
        let size = frame.px(BALL + 2.0);
        let rim = frame.px(2.0);
        let beyond = (edge.0 + 1.5 * rim * way.0, edge.1 + 1.5 * rim * way.1);
        pen.area(&head(beyond, way, size + 3.0 * rim), theme.paper.to_rgba())?;
        pen.area(&head(edge, way, size), theme.accent.to_rgba())
    }
}

/// A triangle with its tip at `tip`, pointing along `way` (of length 1), as long as `size`.
fn head(tip: Point, way: Point, size: f64) -> [Point; 3] {
    let base = (tip.0 - size * way.0, tip.1 - size * way.1);
    let half = (0.42 * size * way.1, -0.42 * size * way.0);
    [
        tip,
        (base.0 + half.0, base.1 + half.1),
        (base.0 - half.0, base.1 - half.1),
    ]
}

/// The tip and the ends of an angle that points along `way`.
fn angle(tip: Point, way: Point, size: f64) -> [Point; 3] {
    let base = (tip.0 - 0.7 * size * way.0, tip.1 - 0.7 * size * way.1);
    let half = (0.85 * size * way.1, -0.85 * size * way.0);
    [
        tip,
        (base.0 + half.0, base.1 + half.1),
        (base.0 - half.0, base.1 - half.1),
    ]
}

/// An arrow between two places. Where they are too close for one, only an angle is drawn: the
/// direction without the length. Nothing where they are the same.
pub(crate) struct Arrow {
    /// Where it begins.
    pub(crate) from: Point,
    /// Where it ends.
    pub(crate) to: Point,
    /// It begins this far from its beginning, to stand beside the ball.
    pub(crate) inset: f64,
    /// It is never drawn longer than this.
    pub(crate) longest: f64,
    /// Colour of the arrow.
    pub(crate) color: RGBColor,
}

impl Arrow {
    pub(crate) fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        let (dx, dy) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        let length = dx.hypot(dy);
        if !(length > 0.0 && length.is_finite()) {
            return Ok(());
        }
        let way = (dx / length, dy / length);
        let along = |d: f64| (self.from.0 + d * way.0, self.from.1 + d * way.1);
        let size = frame.px(9.0);
        let (edge, width) = (frame.px(1.6), frame.px(2.0));
        if length < self.inset + size {
            let [tip, a, b] = angle(along(self.inset + 0.6 * size), way, 0.6 * size);
            for (color, width) in [(theme.paper.mix(0.85), 4.4), (self.color.to_rgba(), 1.8)] {
                let width = frame.px(width);
                pen.line(&[a, tip, b], Stroke { color, width })?;
            }
            return Ok(());
        }
        let end = length.min(self.longest.max(self.inset + size));
        let shaft = [along(self.inset), along(end - 0.8 * size)];
        let under = Stroke {
            color: theme.paper.mix(0.85),
            width: width + 2.0 * edge,
        };
        let over = Stroke {
            color: self.color.to_rgba(),
            width,
        };
        pen.line(&shaft, under)?;
        pen.area(
            &head(along(end + edge), way, size + 2.0 * edge),
            theme.paper.mix(0.85),
        )?;
        pen.line(&shaft, over)?;
        pen.area(&head(along(end), way, size), self.color.to_rgba())
    }
}

/// How far an arrow keeps from the middle of the ball.
pub(crate) fn beside_ball(frame: &Frame) -> f64 {
    frame.px(BALL + 2.5)
}

//! What moves in a picture: the path, the start, the ball.

use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use crate::clip::clip;
use crate::frame::Frame;
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::{Point, Rect};
use crate::theme::Theme;
use crate::trail::{Corner, Trail};

/// How strong the part of the path is that the cursor has not come to.
const AHEAD: f64 = 0.38;
/// Radius of the ball.
const BALL: f64 = 6.5;

/// A path over a picture with a cursor on it.
pub(crate) struct Path<'a> {
    /// The path.
    pub(crate) trail: &'a Trail,
    /// The step that is shown.
    pub(crate) cursor: usize,
    /// Where the run is at that step, in the picture's numbers.
    pub(crate) at: [f64; 2],
    /// Whether the part that the cursor has not come to is left out.
    pub(crate) hides_ahead: bool,
}

impl Path<'_> {
    /// The place of the cursor.
    pub(crate) fn ball(&self, frame: &Frame) -> Option<Point> {
        let [x, y] = self.at;
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
        let [behind, ahead] = self.parts(frame);
        let on_tint = self.trail.is_on_surface();
        let width = if on_tint { 1.8 } else { 1.1 };
        let strokes = [
            (&behind, theme.paper.mix(0.65), width + 2.2),
            (&ahead, theme.accent.mix(AHEAD), width),
            (&behind, theme.accent.to_rgba(), width),
        ];
        // The edge of paper is for tinted ground.
        for (pieces, color, width) in strokes.into_iter().skip(usize::from(!on_tint)) {
            let width = frame.px(width);
            for piece in pieces {
                pen.line(piece, Stroke { color, width })?;
            }
        }
        let area = frame.plot().grown(0.5);
        for &(step, at) in self.trail.dots() {
            if self.hides_ahead && step > self.cursor {
                break;
            }
            if area.contains(at) {
                let alpha = if step <= self.cursor {
                    1.0
                } else {
                    1.6 * AHEAD
                };
                // Faint on paper, not on what lies under it.
                pen.disc(at, frame.px(2.0), theme.paper.to_rgba())?;
                pen.disc(at, frame.px(2.0), theme.accent.mix(alpha))?;
            }
        }
        Ok(())
    }

    /// The line behind the cursor and the line ahead of it, in pieces that lie in the plot.
    pub(crate) fn parts(&self, frame: &Frame) -> [Vec<Vec<Point>>; 2] {
        let corners = self.trail.corners();
        let next = corners.partition_point(|corner| corner.step <= self.cursor);
        let (behind, ahead) = corners.split_at(next);
        let last = behind.last().map(|corner| corner.at);
        let ball = self.ball(frame);
        // Whether the ball is on the way to the next corner, or near the end of it all.
        let goes_on = ahead.first().is_some_and(|corner| corner.joined);
        let ends = ahead.is_empty() && self.trail.ends_at_corner();
        let on_tint = self.trail.is_on_surface();
        let between = ball.filter(|_| on_tint && (goes_on || ends));
        let seam = if on_tint { between } else { last };
        let behind = with_gaps(behind).chain(between);
        if self.hides_ahead {
            return [clip(behind, &frame.plot()), Vec::new()];
        }
        let ahead = seam.filter(|_| goes_on).into_iter().chain(with_gaps(ahead));
        let plot = frame.plot();
        [clip(behind, &plot), clip(ahead, &plot)]
    }

    /// A hollow ring at the start and the ball at the cursor. A ball beyond the plot stands on its
    /// edge and points to where it is.
    pub(crate) fn draw_ends<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        if let Some(at) = self.trail.start()
            && frame.plot().contains(at)
        {
            let line = Stroke {
                color: theme.accent.to_rgba(),
                width: frame.px(2.0),
            };
            pen.disc(at, frame.px(6.5), theme.paper.mix(0.85))?;
            pen.ring(at, frame.px(5.0), line)?;
        }
        let Some(at) = self.ball(frame) else {
            return Ok(());
        };
        if frame.plot().grown(0.5).contains(at) {
            pen.disc(at, frame.px(BALL + 1.8), theme.paper.to_rgba())?;
            return pen.disc(at, frame.px(BALL), theme.accent.to_rgba());
        }
        let (size, rim) = (frame.px(BALL), frame.px(1.8));
        let Rect { width, height, .. } = frame.plot();
        // The ball with its pointer is whole on the edge, also of a plot that is hardly larger.
        let inset = (2.2 * size + rim).min(0.5 * width).min(0.5 * height);
        let ball = frame.plot().grown(-inset).nearest(at);
        let (dx, dy) = (at.0 - ball.0, at.1 - ball.1);
        let reach = dx.hypot(dy);
        let way = if reach.is_finite() {
            (dx / reach, dy / reach)
        } else {
            // Infinitely far: along the axes that are.
            let sign = |d: f64| if d.is_finite() { 0.0 } else { d.signum() };
            (sign(dx), sign(dy))
        };
        let tip = |far: f64| (ball.0 + far * way.0, ball.1 + far * way.1);
        pen.area(
            &head(tip(2.2 * size + rim), way, 1.6 * size + rim),
            theme.paper.to_rgba(),
        )?;
        pen.disc(ball, size + rim, theme.paper.to_rgba())?;
        pen.area(
            &head(tip(2.2 * size), way, 1.4 * size),
            theme.accent.to_rgba(),
        )?;
        pen.disc(ball, size, theme.accent.to_rgba())
    }
}

/// The places of corners, and before each that is not joined a place that is none.
fn with_gaps(corners: &[Corner]) -> impl Iterator<Item = Point> {
    corners.iter().flat_map(|corner| {
        let gap = (!corner.joined).then_some((f64::NAN, f64::NAN));
        gap.into_iter().chain([corner.at])
    })
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

//! The signs of minima and saddles on a surface.

use landscape::{CriticalPoint, Form};
use plotters::style::Color;
use plotters_backend::DrawingBackend;

use crate::axes::text;
use crate::frame::{Frame, measure};
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::{Point, Rect};
use crate::theme::Theme;
use crate::ticks::three_digits;
use crate::type_setting::{Align, width};

/// Radius of the disc at a minimum.
const DISC: f64 = 3.6;
/// Radius of the ring around it at the lowest.
const RING: f64 = 6.4;
/// Half the length of the bars of the cross at a saddle, along each axis.
const CROSS: f64 = 3.8;
/// Width of lines.
const LINE: f64 = 1.7;
/// Width of the edge of paper around everything.
const EDGE: f64 = 1.5;
/// The least side of a plot that has room for numbers beside the signs.
const ROOM: f64 = 240.0;
/// Height of a number's plate, in type sizes.
const PLATE: f64 = 1.15;

/// Draws a disc at each minimum, with a ring around it at the lowest, and a cross at each saddle;
/// beside them E, where there is room.
pub(crate) fn draw_signs<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    theme: &Theme,
    points: &[CriticalPoint],
) -> Drawn<DB> {
    let plot = frame.plot();
    let at = |point: &CriticalPoint| frame.pixel(point.place[0], point.place[1]);
    let shown = || {
        points
            .iter()
            .filter(|point| plot.grown(0.5).contains(at(point)))
    };
    // From the last to the first: minima lie over saddles, the lowest over all.
    for point in shown().rev() {
        draw_sign(pen, frame, theme, point, at(point))?;
    }
    if plot.width.min(plot.height) < frame.px(ROOM) {
        return Ok(());
    }
    let mut taken: Vec<Rect> = shown()
        .map(|point| around(at(point), frame.px(reach(point))))
        .collect();
    for point in shown().filter(|point| point.error.is_finite()) {
        let number = three_digits(point.error);
        let plates = plates(frame, at(point), reach(point), &number);
        let is_free = |plate: &Rect| {
            let is_inside = plot.contains((plate.left, plate.top))
                && plot.contains((plate.right(), plate.bottom()));
            is_inside && !taken.iter().any(|other| overlap(plate, other))
        };
        if let Some(plate) = plates.into_iter().find(is_free) {
            pen.rect(plate, theme.paper.mix(0.8))?;
            let middle = (
                plate.left + 0.5 * plate.width,
                plate.top + 0.5 * plate.height,
            );
            pen.words(&number, middle, text(frame, theme.ink, Align::Center))?;
            taken.push(plate);
        }
    }
    Ok(())
}

fn draw_sign<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    theme: &Theme,
    point: &CriticalPoint,
    at: Point,
) -> Drawn<DB> {
    let (ink, paper) = (theme.ink.to_rgba(), theme.paper.to_rgba());
    let line = |width, color| Stroke {
        width: frame.px(width),
        color,
    };
    match point.form {
        Form::Minimum => {
            if point.is_lowest {
                pen.disc(at, frame.px(RING + 0.5 * LINE + EDGE), paper)?;
                pen.ring(at, frame.px(RING), line(LINE, ink))?;
            } else {
                pen.disc(at, frame.px(DISC + EDGE), paper)?;
            }
            pen.disc(at, frame.px(DISC), ink)
        }
        Form::Saddle => {
            for (stroke, half) in [
                (line(LINE + 2.0 * EDGE, paper), CROSS + EDGE),
                (line(LINE, ink), CROSS),
            ] {
                let half = frame.px(half);
                for down in [-half, half] {
                    let bar = [(at.0 - half, at.1 - down), (at.0 + half, at.1 + down)];
                    pen.line(&bar, stroke)?;
                }
            }
            Ok(())
        }
    }
}

/// How far a sign reaches from its middle.
fn reach(point: &CriticalPoint) -> f64 {
    EDGE + match point.form {
        Form::Minimum if point.is_lowest => RING + LINE,
        Form::Minimum => DISC,
        Form::Saddle => CROSS,
    }
}

fn around((x, y): Point, reach: f64) -> Rect {
    Rect {
        left: x,
        top: y,
        width: 0.0,
        height: 0.0,
    }
    .grown(reach)
}

/// Where the number of a sign may stand, the best place first: to the right, to the left, above,
/// below.
fn plates(frame: &Frame, (x, y): Point, reach: f64, number: &str) -> [Rect; 4] {
    let size = frame.px(measure::TEXT);
    let (width, height) = (width(number, size) + 0.5 * size, PLATE * size);
    // The ball of a run that ends here hides the sign and not the number.
    let off = frame.px(reach.max(9.0) + 1.0);
    let middle = |x: f64, y: f64| Rect {
        left: x - 0.5 * width,
        top: y - 0.5 * height,
        width,
        height,
    };
    let (aside, over) = (off + 0.5 * width, off + 0.5 * height);
    [
        middle(x + aside, y),
        middle(x - aside, y),
        middle(x, y - over),
        middle(x, y + over),
    ]
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    one.left < other.right()
        && other.left < one.right()
        && one.top < other.bottom()
        && other.top < one.bottom()
}

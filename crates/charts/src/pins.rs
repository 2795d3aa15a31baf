//! Runs that stay beside the present one: each has a colour, dashes and a number of its own.

use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use crate::clip::clip;
use crate::dashes::dashed;
use crate::frame::Frame;
use crate::path::Path;
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Point;
use crate::theme::Theme;
use crate::trail::Trail;
use crate::type_setting::{Align, Type};

/// How many runs can be told apart beside the present one.
pub const MOST_PINS: usize = 6;

/// Lengths of dash, gap, dash, … of each slot, in pixels of the page: in a grey print, and for eyes that
/// tell no colours apart, they and the numbers are what differs.
const DASHES: [&[f64]; MOST_PINS] = [
    &[8.0, 4.5],
    &[2.0, 4.5],
    &[16.0, 5.0],
    &[9.0, 4.5, 2.0, 4.5],
    &[16.0, 4.5, 2.0, 4.5, 2.0, 4.5],
    &[2.0, 4.0, 2.0, 10.0],
];

/// A line longer than this, in pixels of the page, goes over itself again and again: its dashes would fill
/// each other's gaps, and take long to draw.
const LONGEST: f64 = 8000.0;

/// How strong the part of the path is that the cursor has not come to.
const AHEAD: f64 = 0.45;
/// Radius of what bears the number.
const BADGE: f64 = 6.5;

/// The lengths of dash, gap, dash, … of a slot, from 0, in pixels of the page.
pub fn pin_dashes(slot: usize) -> &'static [f64] {
    DASHES[slot % MOST_PINS]
}

/// A pinned run in the picture of the error.
#[derive(Clone, Copy, Debug)]
pub struct PinnedPath<'a> {
    /// Which of them, from 0.
    pub slot: usize,
    /// The path.
    pub trail: &'a Trail,
    /// The step that is shown; beyond the last it is the last.
    pub cursor: usize,
    /// Where the run is at that step, in the picture's numbers.
    pub at: [f64; 2],
}

impl PinnedPath<'_> {
    /// Draws its way and its start on the frame of its picture.
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
            hides_ahead: false,
        };
        let color = theme.pin(self.slot);
        let on_tint = self.trail.is_on_surface();
        for (pieces, alpha) in path.parts(frame).into_iter().zip([1.0, AHEAD]) {
            if on_tint {
                let edge = Stroke {
                    color: theme.paper.mix(0.6 * alpha),
                    width: frame.px(4.0),
                };
                for piece in &pieces {
                    pen.line(piece, edge)?;
                }
            }
            let stroke = Stroke {
                color: color.mix(alpha),
                width: frame.px(1.9),
            };
            draw_dashes(pen, frame, &pieces, self.slot, stroke)?;
        }
        if !on_tint {
            for &(_, at) in self.trail.dots() {
                if frame.plot().grown(0.5).contains(at) {
                    pen.disc(at, frame.px(1.7), color.to_rgba())?;
                }
            }
        }
        if let Some(at) = self.trail.start().filter(|&at| frame.plot().contains(at)) {
            let line = Stroke {
                color: color.to_rgba(),
                width: frame.px(1.6),
            };
            pen.disc(at, frame.px(5.2), theme.paper.mix(0.85))?;
            pen.ring(at, frame.px(4.0), line)?;
        }
        Ok(())
    }
}

/// Draws where pinned runs are: the number of each slot at its place, beside it, with a line from there, where
/// another one or the ball of the present run (`ball`, where it is in the picture) stands there already, and
/// at the edge where it is beyond.
///
/// # Errors
/// What the backend could not do.
pub fn draw_badges<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    theme: &Theme,
    ball: [f64; 2],
    places: &[(usize, [f64; 2])],
) -> Drawn<DB> {
    let plot = frame.plot();
    let apart = frame.px(2.0 * BADGE + 1.0);
    let inset = (0.6 * apart).min(0.5 * plot.width).min(0.5 * plot.height);
    let inner = plot.grown(-inset);
    let mut taken = vec![frame.pixel(ball[0], ball[1])];
    let mut badges = Vec::new();
    for &(slot, [x, y]) in places {
        let at = frame.pixel(x, y);
        if at.0.is_nan() || at.1.is_nan() {
            continue;
        }
        let own = inner.nearest(at);
        let mut at = own;
        // To the right, or where there is no room, to the left.
        let way = if at.0 + MOST_PINS as f64 * apart < plot.right() {
            1.0
        } else {
            -1.0
        };
        let is_free = |at: Point, taken: &[Point]| {
            taken.iter().all(|other| {
                let distance = length(at, *other);
                // NaN is nowhere.
                distance.is_nan() || distance >= apart - 0.5
            })
        };
        for _ in 0..=MOST_PINS {
            if is_free(at, &taken) {
                break;
            }
            at.0 += way * apart;
        }
        taken.push(at);
        badges.push((slot, own, at));
    }
    // Lines lie below all numbers.
    for &(slot, own, at) in badges.iter().filter(|(_, own, at)| own != at) {
        draw_leader(pen, frame, theme, [own, at], slot)?;
    }
    for (slot, _, at) in badges {
        draw_badge(pen, frame, theme, at, slot)?;
    }
    Ok(())
}

/// A thin line from the place of a run to the number that stands beside it: it rises over the numbers
/// between them.
fn draw_leader<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    theme: &Theme,
    [own, at]: [Point; 2],
    slot: usize,
) -> Drawn<DB> {
    let up = frame.px(BADGE + 4.0) + 0.12 * (at.0 - own.0).abs();
    let way = [own, (own.0, own.1 - up), (at.0, at.1 - up), at];
    let paper = Stroke {
        color: theme.paper.mix(0.85),
        width: frame.px(3.2),
    };
    let line = Stroke {
        color: theme.pin(slot).to_rgba(),
        width: frame.px(1.2),
    };
    pen.line(&way, paper)?;
    pen.line(&way, line)
}

/// The errors of a pinned run over its steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PinnedErrors<'a> {
    /// Which of the pins, from 0.
    pub slot: usize,
    /// E at the start and after each step.
    pub errors: &'a [f64],
    /// Which error it is: that of 0 is the axis's own; any other is another quantity, and those of one
    /// number share a scale that is not the axis's.
    pub quantity: usize,
}

/// The pieces of a line in the dashes of a slot.
pub(crate) fn draw_dashes<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    pieces: &[Vec<Point>],
    slot: usize,
    stroke: Stroke,
) -> Drawn<DB> {
    let segments = pieces.iter().flat_map(|piece| piece.windows(2));
    let all: f64 = segments.map(|ends| length(ends[0], ends[1])).sum();
    if all > frame.px(LONGEST) {
        let stroke = Stroke {
            color: stroke.color.mix(0.3),
            width: 0.6 * stroke.width,
        };
        return pieces.iter().try_for_each(|piece| pen.line(piece, stroke));
    }
    let pattern: Vec<f64> = pin_dashes(slot)
        .iter()
        .map(|&part| frame.px(part))
        .collect();
    let mut dashes = pieces.iter().flat_map(|piece| dashed(piece, &pattern));
    dashes.try_for_each(|dash| pen.line(&dash, stroke))
}

/// A disc with the number of the slot.
pub(crate) fn draw_badge<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    theme: &Theme,
    at: Point,
    slot: usize,
) -> Drawn<DB> {
    pen.disc(at, frame.px(BADGE + 1.5), theme.paper.to_rgba())?;
    pen.disc(at, frame.px(BADGE), theme.pin(slot).to_rgba())?;
    let style = Type {
        size: frame.px(10.0),
        color: theme.paper,
        align: Align::Center,
    };
    pen.words(&(slot + 1).to_string(), at, style)
}

/// A line through places, cut to the plot, in the dashes of a slot.
pub(crate) fn draw_line<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    places: Vec<Point>,
    slot: usize,
    color: RGBColor,
) -> Drawn<DB> {
    let stroke = Stroke {
        color: color.to_rgba(),
        width: frame.px(1.6),
    };
    draw_dashes(pen, frame, &clip(places, &frame.plot()), slot, stroke)
}

fn length(one: Point, other: Point) -> f64 {
    (other.0 - one.0).hypot(other.1 - one.1)
}

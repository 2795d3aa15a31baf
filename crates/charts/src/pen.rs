//! Drawing in fractions of a pixel on a backend that counts whole ones.

use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use crate::rect::{Point, Rect};

/// What drawing returns: nothing, or what the backend could not do.
pub type Drawn<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stroke {
    /// Its colour.
    pub(crate) color: RGBAColor,
    /// Its width in pixels.
    pub(crate) width: f64,
}

/// Draws on a backend of plotters.
///
/// Backends take whole numbers, which makes slow curves stairs and lines of 1½ pixels impossible.
/// A pen draws in eighths of a pixel instead: the backend's unit has to be an eighth of a pixel. A
/// canvas gets that by `context.set_transform(1/8, 0, 0, 1/8, 0, 0)`, an SVG by its view box.
pub struct Pen<'a, DB: DrawingBackend> {
    backend: &'a mut DB,
    type_factor: f64,
}

/// A pixel in the backend's units.
pub const UNITS: u32 = 8;

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    /// A pen for a canvas, whose unit is [`UNITS`] to the pixel.
    pub fn new(backend: &'a mut DB) -> Pen<'a, DB> {
        Pen {
            backend,
            type_factor: 1.0,
        }
    }

    /// A pen for plotters' SVG backend, which sets type smaller than it is asked to.
    pub fn svg(backend: &'a mut DB) -> Pen<'a, DB> {
        Pen {
            backend,
            type_factor: 1.24,
        }
    }

    pub(crate) fn backend(&mut self) -> &mut DB {
        self.backend
    }

    /// The size to ask for to get type of `size` pixels.
    pub(crate) fn type_size(&self, size: f64) -> f64 {
        size * f64::from(UNITS) * self.type_factor
    }

    /// A line through `points`.
    pub(crate) fn line(&mut self, points: &[Point], stroke: Stroke) -> Drawn<DB> {
        if points.len() < 2 {
            return Ok(());
        }
        let style = ShapeStyle {
            color: stroke.color,
            filled: false,
            stroke_width: length(stroke.width),
        };
        self.backend
            .draw_path(points.iter().map(|&point| place(point)), &style)
    }

    /// The area inside `points`.
    pub(crate) fn area(&mut self, points: &[Point], color: RGBAColor) -> Drawn<DB> {
        if points.len() < 3 {
            return Ok(());
        }
        let points = points.iter().map(|&point| place(point));
        self.backend.fill_polygon(points, &filled(color))
    }

    /// A full circle.
    pub(crate) fn disc(&mut self, center: Point, radius: f64, color: RGBAColor) -> Drawn<DB> {
        let style = filled(color);
        self.backend
            .draw_circle(place(center), length(radius), &style, true)
    }

    /// A circle's line.
    pub(crate) fn ring(&mut self, center: Point, radius: f64, stroke: Stroke) -> Drawn<DB> {
        let style = ShapeStyle {
            color: stroke.color,
            filled: false,
            stroke_width: length(stroke.width),
        };
        self.backend
            .draw_circle(place(center), length(radius), &style, false)
    }

    /// A full rectangle.
    pub(crate) fn rect(&mut self, rect: Rect, color: RGBAColor) -> Drawn<DB> {
        let (from, to) = ((rect.left, rect.top), (rect.right(), rect.bottom()));
        self.backend
            .draw_rect(place(from), place(to), &filled(color), true)
    }

    /// A horizontal line, as sharp as the screen can be: whole pixels wide, on whole pixels.
    pub(crate) fn horizontal(&mut self, x: (f64, f64), y: f64, stroke: Stroke) -> Drawn<DB> {
        let (top, height) = sharp(y, stroke.width);
        let (left, width) = (x.0, x.1 - x.0);
        let line = Rect {
            left,
            top,
            width,
            height,
        };
        self.rect(line, stroke.color)
    }

    /// A vertical line, as sharp as the screen can be.
    pub(crate) fn vertical(&mut self, x: f64, y: (f64, f64), stroke: Stroke) -> Drawn<DB> {
        let (left, width) = sharp(x, stroke.width);
        let (top, height) = (y.0, y.1 - y.0);
        let line = Rect {
            left,
            top,
            width,
            height,
        };
        self.rect(line, stroke.color)
    }

    /// A horizontal line of dashes.
    pub(crate) fn dashes(
        &mut self,
        (from, to): (f64, f64),
        y: f64,
        dash: f64,
        stroke: Stroke,
    ) -> Drawn<DB> {
        // Whole dashes and gaps, the last dash ending at the end.
        let count = ((to - from) / (2.0 * dash)).round().max(1.0);
        let pitch = (to - from + dash) / count;
        for index in 0..count as usize {
            let left = from + pitch * index as f64;
            self.horizontal((left, (left + dash).min(to)), y, stroke)?;
        }
        Ok(())
    }
}

fn filled(color: RGBAColor) -> ShapeStyle {
    ShapeStyle {
        color,
        filled: true,
        stroke_width: 0,
    }
}

/// Where a line of `width` around `middle` begins, and its width, both whole.
fn sharp(middle: f64, width: f64) -> (f64, f64) {
    let width = width.round().max(1.0);
    ((middle - 0.5 * width).round(), width)
}

pub(crate) fn place((x, y): Point) -> BackendCoord {
    // Casts saturate, and NaN becomes 0: nothing drawn wrongly can do worse than look wrong.
    let unit = f64::from(UNITS);
    ((x * unit).round() as i32, (y * unit).round() as i32)
}

fn length(pixels: f64) -> u32 {
    (pixels * f64::from(UNITS)).round().max(1.0) as u32
}

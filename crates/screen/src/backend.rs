//! A canvas of the page as a backend of plotters.
//!
//! A picture consists of some hundred shapes in a dozen colours, and a drag draws it in each of its
//! frames: a colour, a width or a font, each handed over as a text, is told to the canvas only when it
//! changes, and the browser keeps the texts.

use charts::{RGBColor, hex};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::f64::consts::TAU;
use std::fmt;
use wasm_bindgen::{JsValue, intern};
use web_sys::CanvasRenderingContext2d;

/// What the browser refused to draw.
#[derive(Debug)]
pub struct CanvasError(String);

impl fmt::Display for CanvasError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CanvasError {}

fn refused(error: JsValue) -> DrawingErrorKind<CanvasError> {
    DrawingErrorKind::DrawingError(CanvasError(format!("{error:?}")))
}

type Drawn = Result<(), DrawingErrorKind<CanvasError>>;

/// Draws on a 2-D context, and knows what it has told it.
pub struct CanvasBackend<'a> {
    context: &'a CanvasRenderingContext2d,
    size: (u32, u32),
    fill: Option<BackendColor>,
    stroke: Option<BackendColor>,
    width: Option<u32>,
    font: String,
    align: &'static str,
}

impl<'a> CanvasBackend<'a> {
    /// A backend for a context whose canvas has this size.
    pub fn new(context: &'a CanvasRenderingContext2d, size: (u32, u32)) -> Self {
        // All text of a picture stands half-way up.
        context.set_text_baseline(intern("middle"));
        CanvasBackend {
            context,
            size,
            fill: None,
            stroke: None,
            width: None,
            font: String::new(),
            align: "",
        }
    }

    fn set_fill(&mut self, color: BackendColor) {
        if changes(&mut self.fill, color) {
            self.context.set_fill_style_str(intern(&css(color)));
        }
    }

    fn set_stroke<S: BackendStyle>(&mut self, style: &S) {
        if changes(&mut self.stroke, style.color()) {
            let css = css(style.color());
            self.context.set_stroke_style_str(intern(&css));
        }
        if self.width.replace(style.stroke_width()) != Some(style.stroke_width()) {
            self.context.set_line_width(f64::from(style.stroke_width()));
        }
    }

    /// Begins a path through `points`.
    fn trace(&self, points: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (index, (x, y)) in points.into_iter().enumerate() {
            if index == 0 {
                self.context.move_to(f64::from(x), f64::from(y));
            } else {
                self.context.line_to(f64::from(x), f64::from(y));
            }
        }
    }

    fn rect(&self, from: BackendCoord, to: BackendCoord) -> [f64; 4] {
        [from.0, from.1, to.0 - from.0, to.1 - from.1].map(f64::from)
    }
}

/// Takes over a colour; whether it is another one.
fn changes(last: &mut Option<BackendColor>, color: BackendColor) -> bool {
    let is_last = |last: BackendColor| last.rgb == color.rgb && last.alpha == color.alpha;
    !last.replace(color).is_some_and(is_last)
}

fn css(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    // Most are, and this is written and read sooner.
    if color.alpha == 1.0 {
        return hex(RGBColor(red, green, blue));
    }
    format!("rgba({red},{green},{blue},{})", color.alpha)
}

impl DrawingBackend for CanvasBackend<'_> {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.set_fill(color);
        self.context.fill_rect(f64::from(x), f64::from(y), 1.0, 1.0);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.set_stroke(style);
        self.trace(path);
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.set_fill(style.color());
        self.trace(corners);
        self.context.close_path();
        self.context.fill();
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let [x, y, width, height] = self.rect(from, to);
        if fill {
            self.set_fill(style.color());
            self.context.fill_rect(x, y, width, height);
        } else {
            self.set_stroke(style);
            self.context.stroke_rect(x, y, width, height);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.context.begin_path();
        let (x, y, radius) = (f64::from(x), f64::from(y), f64::from(radius));
        self.context.arc(x, y, radius, 0.0, TAU).map_err(refused)?;
        if fill {
            self.set_fill(style.color());
            self.context.fill();
        } else {
            self.set_stroke(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let anchor = style.anchor();
        debug_assert!(matches!(anchor.v_pos, VPos::Center));
        let align = match anchor.h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        };
        if align != self.align {
            self.context.set_text_align(align);
            self.align = align;
        }
        let (face, family) = (style.style(), style.family());
        let font = format!("{} {}px {}", face.as_str(), style.size(), family.as_str());
        if font != self.font {
            self.context.set_font(intern(&font));
            self.font = font;
        }
        self.set_fill(style.color());
        let (x, y) = (f64::from(x), f64::from(y));
        self.context.fill_text(text, x, y).map_err(refused)
    }
}

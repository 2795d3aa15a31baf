//! The relief where there is no graphics card: fewer cells, drawn by plotters.

use charts::{Draped, Ground, Light, RGBColor, ReliefScene, Theme, View};
use landscape::{Contour, Tone, contour_lines, levels};
use screen::canvas::{draw, readable};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlCanvasElement;

use crate::run::Run;

/// Cells along each side: some thousand polygons, which a browser draws within a few frames.
const CELLS: usize = 48;

/// A coarser ground with its lines and tints.
pub(crate) struct Fallback {
    ground: Ground,
    draped: Draped,
    tints: Vec<RGBColor>,
}

/// The contour lines of a ground.
pub(crate) fn contours(ground: &Ground) -> Vec<Contour> {
    let field = ground.field();
    contour_lines(field, &levels(&Tone::of(field)))
}

impl Fallback {
    pub(crate) fn new(
        ground: &Ground,
        tint: Option<&HtmlCanvasElement>,
        theme: &Theme,
    ) -> Fallback {
        let ground = ground.coarser(CELLS);
        let draped = Draped::new(&ground, &contours(&ground), theme);
        let (rows, columns) = ground.dim();
        let cells = [columns, rows].map(|nodes| nodes.saturating_sub(1));
        let tints = tint.and_then(|tint| sampled(tint, cells, theme.paper));
        let tints = tints.unwrap_or_else(|| vec![theme.paper; cells[0] * cells[1]]);
        Fallback {
            ground,
            draped,
            tints,
        }
    }

    pub(crate) fn draw(
        &self,
        canvas: &HtmlCanvasElement,
        view: &View,
        run: &Run,
        names: [&str; 3],
        dark: bool,
    ) -> Result<(), JsValue> {
        let scene = ReliefScene {
            ground: &self.ground,
            tints: &self.tints,
            draped: &self.draped,
            course: run.course(),
            names,
            light: Light::of(view, dark),
        };
        draw(canvas, |pen| scene.draw(pen, view, &Theme::new(dark)))
    }
}

/// The colour of a tint in the middle of each cell, the row in front first; on paper where it is
/// transparent.
fn sampled(
    tint: &HtmlCanvasElement,
    [columns, rows]: [usize; 2],
    paper: RGBColor,
) -> Option<Vec<RGBColor>> {
    let (width, height) = (tint.width() as usize, tint.height() as usize);
    // From a copy: the page's canvas is drawn on, and browsers that keep it on a graphics card warn of reading.
    let copy: HtmlCanvasElement = tint.clone_node().ok()?.unchecked_into();
    let pen = readable(&copy).ok()?;
    pen.draw_image_with_html_canvas_element(tint, 0.0, 0.0)
        .ok()?;
    let image = pen
        .get_image_data(0.0, 0.0, width as f64, height as f64)
        .ok()?;
    let bytes = image.data();
    let (pixels, _) = bytes.as_chunks::<4>();
    let middle = |index: usize, cells: usize, length: usize| (2 * index + 1) * length / (2 * cells);
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let colors = places.map(|(row, column)| {
        let line = height - 1 - middle(row, rows, height);
        let pixel = pixels.get(line * width + middle(column, columns, width));
        pixel.map_or(paper, |&[red, green, blue, opacity]| {
            let over = |channel: u8, paper: u8| {
                let part = f64::from(opacity) / 255.0;
                (part * f64::from(channel) + (1.0 - part) * f64::from(paper)).round() as u8
            };
            RGBColor(
                over(red, paper.0),
                over(green, paper.1),
                over(blue, paper.2),
            )
        })
    });
    Some(colors.collect())
}

//! Pictures, read back pixel by pixel.

use downhill_web::palette;
use lessons::Fact;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::page::{lab, text};

/// A canvas with its pixels read back.
pub(crate) struct Picture {
    pub(crate) canvas: HtmlCanvasElement,
}

impl Picture {
    pub(crate) fn new(width: u32, height: u32) -> Picture {
        let document = web_sys::window().unwrap().document().unwrap();
        let canvas = document.create_element("canvas").unwrap();
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        canvas.set_width(width);
        canvas.set_height(height);
        Picture { canvas }
    }

    /// Red, green, blue and opacity of the pixel at a place.
    pub(crate) fn pixel(&self, x: f64, y: f64) -> [u8; 4] {
        let context = self.canvas.get_context("2d").unwrap().unwrap();
        let context: CanvasRenderingContext2d = context.unchecked_into();
        let image = context.get_image_data(x.floor(), y.floor(), 1.0, 1.0);
        image.unwrap().data().0.try_into().unwrap()
    }

    /// Whether a pixel within `reach` of a place is nearly opaque and of nearly that colour.
    pub(crate) fn shows(&self, color: &str, [x, y]: [f64; 2], reach: i32) -> bool {
        let channel = |k: usize| i32::from_str_radix(&color[k..k + 2], 16).unwrap();
        let wanted = [channel(1), channel(3), channel(5)];
        let near = |dx: i32, dy: i32| {
            let [r, g, b, opacity] = self.pixel(x + f64::from(dx), y + f64::from(dy));
            let found = [r, g, b].map(i32::from);
            let close = found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 24);
            opacity > 200 && close
        };
        (-reach..=reach).any(|dx| (-reach..=reach).any(|dy| near(dx, dy)))
    }
}

/// E of fact B, written down once more from its definition.
fn fact_b(w: f64) -> f64 {
    let f = |x: f64| 1.0 / (1.0 + (-x).exp());
    0.5 * (f(10.0 * w) - 0.1).powi(2) + 0.5 * (f(w) - 0.9).powi(2)
}

#[wasm_bindgen_test]
fn the_curve_is_where_the_error_says() {
    let color = text(&palette(false), "curve");
    for scale in [1.0, 2.0, 3.0] {
        let side = |length: f64| (length * scale) as u32;
        let picture = Picture::new(side(640.0), side(400.0));
        let mut lab = lab(Fact::TwoMinima, &[1.0]);
        lab.advance(usize::MAX);
        lab.draw_base(&picture.canvas, 0, scale, false).unwrap();
        for w in [
            -3.5, -2.0, -1.0, -0.1548, 0.3, 1.0, 2.1972, 3.0, 5.0, 8.0, 9.5,
        ] {
            let place: [f64; 2] = lab.pixel_of(w, fact_b(w)).try_into().unwrap();
            assert!(picture.shows(&color, place, 1), "w = {w}, scale {scale}");
            let [x, y] = place;
            let off = [x, y - 12.0 * scale];
            assert!(!picture.shows(&color, off, 1), "above the curve at {w}");
        }
    }
}

#[wasm_bindgen_test]
fn the_ball_is_where_the_weights_are() {
    let accent = text(&palette(false), "accent");
    let base = Picture::new(640, 400);
    let path = Picture::new(640, 400);
    let mut lab = lab(Fact::TwoMinima, &[-1.0]);
    lab.advance(usize::MAX);
    lab.draw_base(&base.canvas, 0, 1.0, false).unwrap();
    for step in [0, 10, 100, 2000] {
        lab.draw_path(&path.canvas, step, false).unwrap();
        let w = lab.weights_at_step(step)[0];
        let place: [f64; 2] = lab.pixel_of(w, fact_b(w)).try_into().unwrap();
        assert!(path.shows(&accent, place, 1), "step {step}");
    }
}

#[wasm_bindgen_test]
fn pixels_and_weights_lead_to_each_other() {
    let picture = Picture::new(500, 500);
    let mut lab = lab(Fact::FourMinima, &[1.0, -1.0]);
    lab.advance(usize::MAX);
    while !lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap() {
        lab.refine_ground().unwrap();
    }
    for weights in [[-3.0, -3.0], [0.0, 5.0], [9.5, -1.25]] {
        let pixel = lab.pixel_of(weights[0], weights[1]);
        let back = lab.place_at(pixel[0], pixel[1]);
        assert!((back[0] - weights[0]).abs() < 1e-9 && (back[1] - weights[1]).abs() < 1e-9);
    }
    // A finger beyond the edge stays in the view.
    assert_eq!(lab.place_at(-50.0, 1e6), [-4.0, -4.0]);
    let tint = Picture::new(1, 1);
    lab.draw_raster(&tint.canvas, false).unwrap();
    let [.., opacity] = tint.pixel(128.0, 128.0);
    assert_eq!((tint.canvas.width(), opacity), (256, 255));
}

#[wasm_bindgen_test]
fn the_timeline_knows_its_steps() {
    let picture = Picture::new(600, 120);
    let mut lab = lab(Fact::OneSample, &[8.0]);
    lab.advance(usize::MAX);
    lab.draw_timeline(&picture.canvas, 1.0, false).unwrap();
    lab.draw_timeline_cursor(&picture.canvas, 500, false)
        .unwrap();
    assert_eq!(lab.timeline_step_at(-1e6), 0);
    assert_eq!(lab.timeline_step_at(1e6), 1000);
}

/// Before anything is drawn, nothing is known of places, and nothing fails.
#[wasm_bindgen_test]
fn an_undrawn_picture_has_no_places() {
    let mut lab = lab(Fact::TwoMinima, &[1.0]);
    assert!(lab.place_at(1.0, 1.0).is_empty());
    assert!(lab.plot_rectangle().is_undefined());
    let picture = Picture::new(10, 10);
    lab.draw_path(&picture.canvas, 0, false).unwrap();
}

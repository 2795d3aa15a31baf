//! The canvases of the page: pictures and pixels on them.

use charts::{Drawn, Pen, UNITS};
use values::object;
use wasm_bindgen::{Clamped, JsCast, JsValue, intern};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use crate::backend::CanvasBackend;

/// The 2-D context of `canvas`.
pub fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    canvas
        .get_context(intern("2d"))?
        // A browser gives nothing else by this name.
        .map(JsCast::unchecked_into)
        .ok_or_else(|| drawing_failed("the canvas has no 2-D context"))
}

/// The 2-D context of a canvas that nothing has been drawn on, for pixels to be read from.
pub fn readable(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    let options = object! {"willReadFrequently": true};
    canvas
        .get_context_with_context_options("2d", &options)?
        .map(JsCast::unchecked_into)
        .ok_or_else(|| drawing_failed("the canvas has no 2-D context"))
}

/// The width and the height of `canvas`, in its pixels.
pub fn size(canvas: &HtmlCanvasElement) -> (u32, u32) {
    (canvas.width(), canvas.height())
}

/// Clears `canvas` and draws on it.
pub fn draw(
    canvas: &HtmlCanvasElement,
    picture: impl for<'a> FnOnce(&mut Pen<'_, CanvasBackend<'a>>) -> Drawn<CanvasBackend<'a>>,
) -> Result<(), JsValue> {
    let context = context(canvas)?;
    context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
    let (width, height) = size(canvas);
    context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    let unit = 1.0 / f64::from(UNITS);
    context.set_transform(unit, 0.0, 0.0, unit, 0.0, 0.0)?;
    context.set_line_join(intern("round"));
    context.set_line_cap(intern("round"));
    let mut backend = CanvasBackend::new(&context, (width, height));
    picture(&mut Pen::new(&mut backend)).map_err(|e| drawing_failed(&e.to_string()))
}

/// Gives `canvas` the size of a picture and the pixels of it.
pub fn put_pixels(
    canvas: &HtmlCanvasElement,
    bytes: &[u8],
    [width, height]: [usize; 2],
) -> Result<(), JsValue> {
    // To set a size, also the one that it has, makes the canvas anew.
    if (canvas.width() as usize, canvas.height() as usize) != (width, height) {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    if bytes.is_empty() {
        return Ok(());
    }
    let image = ImageData::new_with_u8_clamped_array(Clamped(bytes), width as u32)?;
    context(canvas)?.put_image_data(&image, 0.0, 0.0)
}

/// The plain object that is thrown where the browser refuses to draw.
pub fn drawing_failed(detail: &str) -> JsValue {
    object! {
        "kind": "drawing",
        "place": "",
        "message": format!("the picture could not be drawn: {detail}"),
        "values": object! {"detail": detail},
    }
}

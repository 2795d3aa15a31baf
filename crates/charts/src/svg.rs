//! Pictures as SVG text.

use plotters::backend::SVGBackend;
use plotters_backend::DrawingBackend;

use crate::figure::FigureError;
use crate::pen::{Pen, UNITS};

/// An SVG document of `size` pixels with what `draw` draws. Words in it are text, set in the
/// reader's fonts.
///
/// # Errors
/// What `draw` reports.
pub fn svg(
    size: (u32, u32),
    draw: impl FnOnce(&mut Pen<'_, SVGBackend<'_>>) -> Result<(), FigureError>,
) -> Result<String, FigureError> {
    let mut document = String::new();
    let units = (size.0 * UNITS, size.1 * UNITS);
    {
        let mut backend = SVGBackend::with_string(&mut document, units);
        draw(&mut Pen::svg(&mut backend))?;
        backend.present()?;
    }
    // The backend counts in units and calls them pixels.
    let theirs = format!("width=\"{}\" height=\"{}\"", units.0, units.1);
    let ours = format!(
        "width=\"{}\" height=\"{}\" stroke-linejoin=\"round\"",
        size.0, size.1
    );
    Ok(document.replacen(&theirs, &ours, 1))
}

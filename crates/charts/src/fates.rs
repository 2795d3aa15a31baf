//! The map of fates, pixel by pixel: a tint and a hatching for each verdict, and for each of its basins.

use backprop::Kind;
use plotters::style::RGBColor;

use crate::hatching::hatched;
use crate::look::Look;
use crate::theme::Theme;

/// Share of the verdict's colour in its tint; the rest is paper.
const TINT: f64 = 0.36;
/// Share of it in the hatching.
const HATCH: f64 = 0.8;
/// The same of lines in a tint that is deep.
const LIGHT_HATCH: f64 = 0.2;

/// Colours between the tint and the hatching, for smooth edges; both included.
const SHADES: usize = 17;

/// A grid of starts. Row 0 is the lowest, column 0 the leftmost; none where nothing is known.
#[derive(Clone, Copy, Debug)]
pub struct Fates<'a> {
    /// What they look like, row by row.
    pub looks: &'a [Option<Look>],
    /// Columns of the grid.
    pub columns: usize,
}

/// A map of fates as `width` × `height` pixels of red, green, blue and opacity, the upper left
/// first. Each look has a tint and a hatching of its own, so that the map can be read without its
/// colours. `scale` is as in [`crate::CurveScene::frame`]. What is not known is transparent.
pub fn fates_raster(
    fates: Fates<'_>,
    theme: &Theme,
    [width, height]: [usize; 2],
    scale: f64,
) -> Vec<u8> {
    let mut bytes = vec![0; width * height * 4];
    let columns = fates.columns.max(1);
    let rows = fates.looks.len() / columns;
    if rows == 0 {
        return bytes;
    }
    let inks = Kind::ALL.map(|kind| -> Vec<Ink> {
        let looks = (0..Look::variants(kind)).map(|number| Look::of_basin(kind, number));
        looks.map(|look| Ink::of(look, theme)).collect()
    });
    for (y, line) in bytes.chunks_exact_mut(4 * width.max(1)).enumerate() {
        let row = rows - 1 - (y * rows / height).min(rows - 1);
        let looks = &fates.looks[row * columns..(row + 1) * columns];
        for (x, pixel) in line.chunks_exact_mut(4).enumerate() {
            if let Some(look) = looks[x * columns / width]
                && let Some(ink) = inks[look.kind as usize].get(look.variant)
            {
                let place = [x as f64 + 0.5, y as f64 + 0.5];
                let color = ink.covered(hatched(look, place, scale));
                pixel.copy_from_slice(&[color.0, color.1, color.2, 255]);
            }
        }
    }
    bytes
}

/// The colours of a look on a map, from its tint to its hatching.
struct Ink([RGBColor; SHADES]);

impl Ink {
    fn of(look: Look, theme: &Theme) -> Ink {
        let color = theme.fate(look).color;
        // The solution lies deep in its colour, so that basins stand out from all else.
        let (share, hatch) = match look.kind {
            Kind::Converged => (2.0 * TINT, LIGHT_HATCH),
            _ => (TINT, HATCH),
        };
        Ink(std::array::from_fn(|shade| {
            let part = shade as f64 / (SHADES - 1) as f64;
            mixed(color, theme.paper, share + part * (hatch - share))
        }))
    }

    /// The colour of a pixel that the hatching covers by a part.
    fn covered(&self, part: f64) -> RGBColor {
        self.0[(part * (SHADES - 1) as f64 + 0.5) as usize]
    }
}

/// `share` of a colour, the rest the other one.
fn mixed(color: RGBColor, other: RGBColor, share: f64) -> RGBColor {
    let mix = |a: u8, b: u8| (share * f64::from(a) + (1.0 - share) * f64::from(b)).round() as u8;
    RGBColor(
        mix(color.0, other.0),
        mix(color.1, other.1),
        mix(color.2, other.2),
    )
}

#[cfg(test)]
#[path = "fates_tests.rs"]
mod tests;

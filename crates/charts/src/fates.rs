//! The map of fates, pixel by pixel: a tint and a hatching for each verdict.

use backprop::Kind;
use plotters::style::RGBColor;

use crate::theme::Theme;

/// How far apart the lines and dots of the hatchings are, in pixels of the page.
const PERIOD: f64 = 7.0;
/// How wide they are.
const WIDTH: f64 = 1.0;
/// Radius of the dots.
const DOT: f64 = 1.3;
/// Share of the verdict's colour in its tint; the rest is paper.
const TINT: f64 = 0.36;
/// Share of it in the hatching.
const HATCH: f64 = 0.8;

/// Colours between the tint and the hatching, for smooth edges; both included.
const SHADES: usize = 17;

/// A grid of verdicts. Row 0 is the lowest, column 0 the leftmost; none where nothing is known.
#[derive(Clone, Copy, Debug)]
pub struct Fates<'a> {
    /// The verdicts, row by row.
    pub kinds: &'a [Option<Kind>],
    /// Columns of the grid.
    pub columns: usize,
}

/// A map of fates as `width` × `height` pixels of red, green, blue and opacity, the upper left
/// first. Each verdict has a tint and a hatching of its own, so that the map can be read without
/// its colours. `scale` is as in [`crate::CurveScene::frame`]. What is not known is transparent.
pub fn fates_raster(
    fates: Fates<'_>,
    theme: &Theme,
    [width, height]: [usize; 2],
    scale: f64,
) -> Vec<u8> {
    let mut bytes = vec![0; width * height * 4];
    let columns = fates.columns.max(1);
    let rows = fates.kinds.len() / columns;
    if rows == 0 {
        return bytes;
    }
    let inks = Kind::ALL.map(|kind| Ink::of(kind, theme));
    for (y, line) in bytes.chunks_exact_mut(4 * width.max(1)).enumerate() {
        let row = rows - 1 - (y * rows / height).min(rows - 1);
        let kinds = &fates.kinds[row * columns..(row + 1) * columns];
        for (x, pixel) in line.chunks_exact_mut(4).enumerate() {
            if let Some(kind) = kinds[x * columns / width] {
                let place = [x as f64 + 0.5, y as f64 + 0.5];
                let color = inks[kind as usize].covered(hatched(kind, place, scale));
                pixel.copy_from_slice(&[color.0, color.1, color.2, 255]);
            }
        }
    }
    bytes
}

/// The colours of a verdict on a map, from its tint to its hatching.
struct Ink([RGBColor; SHADES]);

impl Ink {
    fn of(kind: Kind, theme: &Theme) -> Ink {
        let color = theme.verdict(kind).color;
        // The solution lies deep in its colour, so that basins stand out from all else.
        let share = match kind {
            Kind::Converged => 2.0 * TINT,
            _ => TINT,
        };
        Ink(std::array::from_fn(|shade| {
            let part = shade as f64 / (SHADES - 1) as f64;
            mixed(color, theme.paper, share + part * (HATCH - share))
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

/// How much of the pixel around a place the hatching of `kind` covers, 0 … 1. `scale` is the
/// pixels of the raster to one of the page. At whole scales upright and level lines cover whole
/// pixels; all else has smooth edges.
fn hatched(kind: Kind, place: [f64; 2], scale: f64) -> f64 {
    let [x, y] = place.map(|along| along / scale);
    // How far a place is from the middle of the nearest of lines that are a period apart.
    let off = |along: f64| {
        let periods = along / PERIOD;
        PERIOD * (periods - periods.floor() - 0.5).abs()
    };
    let covered = |radius: f64, off: f64| (0.5 + scale * (radius - off)).clamp(0.0, 1.0);
    let line = |along: f64| covered(0.5 * WIDTH, off(along));
    let slanting = |along: f64| line(along * std::f64::consts::FRAC_1_SQRT_2);
    match kind {
        Kind::Converged => 0.0,
        Kind::VanishingGradient => line(y),
        Kind::Oscillating => line(x),
        Kind::StillDescending => slanting(x + y),
        Kind::Diverged => slanting(x - y),
        Kind::Saddle => line(x).max(line(y)),
        Kind::LocalMinimum => {
            // Dots, every other row shifted by half a period.
            let row = (y / PERIOD).floor();
            let [right, up] = [off(x + 0.5 * PERIOD * row), off(y)];
            covered(DOT, (right * right + up * up).sqrt())
        }
    }
}

#[cfg(test)]
#[path = "fates_tests.rs"]
mod tests;

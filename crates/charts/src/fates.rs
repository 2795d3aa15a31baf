//! The map of fates, pixel by pixel: a tint and a hatching for each verdict.

use backprop::Kind;
use plotters::style::RGBColor;

use crate::theme::Theme;

/// How far apart the lines and dots of the hatchings are, in pixels of the page.
const PERIOD: f64 = 7.0;
/// How wide they are.
const WIDTH: f64 = 1.0;
/// Share of the verdict's colour in its tint; the rest is paper.
const TINT: f64 = 0.36;
/// Share of it in the hatching.
const HATCH: f64 = 0.8;

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
                let ink = &inks[kind as usize];
                let place = [x as f64 / scale, y as f64 / scale];
                let color = if is_hatched(kind, place) {
                    ink.hatch
                } else {
                    ink.tint
                };
                pixel.copy_from_slice(&[color.0, color.1, color.2, 255]);
            }
        }
    }
    bytes
}

/// The two colours of a verdict on a map.
struct Ink {
    tint: RGBColor,
    hatch: RGBColor,
}

impl Ink {
    fn of(kind: Kind, theme: &Theme) -> Ink {
        let color = theme.verdict(kind).color;
        // The solution lies deep in its colour, so that basins stand out from all else.
        let share = match kind {
            Kind::Converged => 2.0 * TINT,
            _ => TINT,
        };
        Ink {
            tint: mixed(color, theme.paper, share),
            hatch: mixed(color, theme.paper, HATCH),
        }
    }
}

fn mixed(color: RGBColor, paper: RGBColor, share: f64) -> RGBColor {
    let mix = |a: u8, b: u8| (share * f64::from(a) + (1.0 - share) * f64::from(b)).round() as u8;
    RGBColor(
        mix(color.0, paper.0),
        mix(color.1, paper.1),
        mix(color.2, paper.2),
    )
}

/// Whether the hatching of `kind` covers a place, in pixels of the page.
fn is_hatched(kind: Kind, [x, y]: [f64; 2]) -> bool {
    let line = |along: f64| along.rem_euclid(PERIOD) < WIDTH;
    let slanting = |along: f64| line(along * std::f64::consts::FRAC_1_SQRT_2);
    match kind {
        Kind::Converged => false,
        Kind::VanishingGradient => line(y),
        Kind::Oscillating => line(x),
        Kind::StillDescending => slanting(x + y),
        Kind::Diverged => slanting(x - y),
        Kind::Saddle => line(x) || line(y),
        Kind::LocalMinimum => {
            // Dots, every other row shifted by half a period.
            let row = (y / PERIOD).floor();
            let shift = 0.5 * PERIOD * row.rem_euclid(2.0);
            let dx = (x + shift).rem_euclid(PERIOD) - 0.5 * PERIOD;
            let dy = y.rem_euclid(PERIOD) - 0.5 * PERIOD;
            dx.hypot(dy) < 1.2 * WIDTH
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixel(bytes: &[u8], index: usize) -> [u8; 4] {
        bytes[4 * index..4 * index + 4].try_into().unwrap()
    }

    #[test]
    fn row_0_is_at_the_bottom_and_the_unknown_is_clear() {
        let kinds = [Some(Kind::Converged), None, Some(Kind::Converged), None];
        let fates = Fates {
            kinds: &kinds[..],
            columns: 1,
        };
        let bytes = fates_raster(fates, &Theme::light(), [1, 4], 1.0);
        let opacity = [0, 1, 2, 3].map(|i| pixel(&bytes, i)[3]);
        assert_eq!(opacity, [0, 255, 0, 255]);
    }

    #[test]
    fn no_grid_and_no_picture_are_no_trouble() {
        let fates = Fates {
            kinds: &[],
            columns: 0,
        };
        assert_eq!(fates_raster(fates, &Theme::dark(), [2, 1], 1.0), [0; 8]);
        assert!(fates_raster(fates, &Theme::dark(), [0, 0], 1.0).is_empty());
    }

    /// Two maps of one verdict each are told apart by where their hatching lies, with all colours
    /// taken away.
    #[test]
    fn the_seven_hatchings_differ_without_colour() {
        let side = 64;
        let pattern = |kind: Kind| -> Vec<bool> {
            (0..side * side)
                .map(|i| is_hatched(kind, [(i % side) as f64, (i / side) as f64]))
                .collect()
        };
        for (i, one) in Kind::ALL.into_iter().enumerate() {
            for other in Kind::ALL.into_iter().take(i) {
                let (a, b) = (pattern(one), pattern(other));
                let differing = a.iter().zip(&b).filter(|(a, b)| a != b).count();
                let share = differing as f64 / a.len() as f64;
                assert!(share > 0.05, "{one:?} and {other:?}: {share}");
            }
        }
    }

    /// A hatching has to show on its own tint.
    #[test]
    fn hatchings_stand_out_from_their_tints() {
        for theme in [Theme::light(), Theme::dark()] {
            for kind in Kind::ALL {
                let ink = Ink::of(kind, &theme);
                let grey = |RGBColor(r, g, b): RGBColor| {
                    0.2126 * f64::from(r) + 0.7152 * f64::from(g) + 0.0722 * f64::from(b)
                };
                let contrast = (grey(ink.hatch) - grey(ink.tint)).abs();
                assert!(
                    contrast > 24.0 || kind == Kind::Converged,
                    "{kind:?}: {contrast}"
                );
            }
        }
    }
}

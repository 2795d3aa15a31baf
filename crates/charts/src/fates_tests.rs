use super::*;
use crate::vision::luminance;

/// Side of the rasters that are compared, and of the part of one that is looked for in the other.
const SIDE: usize = 72;
const PART: usize = 48;
/// A pattern comes again within so many pixels, to the right and down.
const SHIFTS: usize = 20;

fn themes() -> [(&'static str, Theme); 2] {
    [("light", Theme::light()), ("dark", Theme::dark())]
}

fn pixel(bytes: &[u8], index: usize) -> [u8; 4] {
    bytes[4 * index..4 * index + 4].try_into().unwrap()
}

#[test]
fn row_0_is_at_the_bottom_and_the_unknown_is_clear() {
    let solution = Some(Kind::Converged.into());
    let looks = [solution, None, solution, None];
    let fates = Fates {
        looks: &looks[..],
        columns: 1,
    };
    let bytes = fates_raster(fates, &Theme::light(), [1, 4], 1.0);
    let opacity = [0, 1, 2, 3].map(|i| pixel(&bytes, i)[3]);
    assert_eq!(opacity, [0, 255, 0, 255]);
}

#[test]
fn no_grid_and_no_picture_are_no_trouble() {
    let fates = Fates {
        looks: &[],
        columns: 0,
    };
    assert_eq!(fates_raster(fates, &Theme::dark(), [2, 1], 1.0), [0; 8]);
    assert!(fates_raster(fates, &Theme::dark(), [0, 0], 1.0).is_empty());
}

/// A map that is all of one look, as a grey print has it: relative luminances, row by row.
fn grey(look: Look, theme: &Theme, scale: f64) -> Vec<f64> {
    let looks = [Some(look)];
    let fates = Fates {
        looks: &looks,
        columns: 1,
    };
    let bytes = fates_raster(fates, theme, [SIDE, SIDE], scale);
    let colors = (0..SIDE * SIDE).map(|i| pixel(&bytes, i));
    colors
        .map(|[r, g, b, _]| luminance(RGBColor(r, g, b)))
        .collect()
}

/// The least and the greatest.
fn range(grey: &[f64]) -> [f64; 2] {
    let least = grey.iter().copied().fold(f64::INFINITY, f64::min);
    [least, grey.iter().copied().fold(0.0, f64::max)]
}

/// Contrast of two luminances by the Web Content Accessibility Guidelines.
fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Where the hatching is: on the other side of the middle than most of the map.
fn pattern(grey: &[f64]) -> Vec<bool> {
    let [least, greatest] = range(grey);
    let is_light = |value: f64| value > 0.5 * (least + greatest);
    let is_mostly_light = 2 * grey.iter().filter(|value| is_light(**value)).count() > grey.len();
    let is_plain = least == greatest;
    grey.iter()
        .map(|value| !is_plain && is_light(*value) != is_mostly_light)
        .collect()
}

/// How much of what is hatched in either is not hatched in both, where the second pattern is laid
/// over the first so that it fits best: 0 for the same hatching wherever it begins, 1 for nothing
/// in common.
fn difference(one: &[bool], other: &[bool]) -> f64 {
    let shifts = (0..SHIFTS).flat_map(|down| (0..SHIFTS).map(move |right| [right, down]));
    let differences = shifts.map(|[right, down]| {
        let (mut either, mut both) = (0, 0);
        for y in 0..PART {
            for x in 0..PART {
                let pair = [one[y * SIDE + x], other[(y + down) * SIDE + x + right]];
                either += u32::from(pair[0] || pair[1]);
                both += u32::from(pair[0] && pair[1]);
            }
        }
        match either {
            0 => 0.0,
            _ => 1.0 - f64::from(both) / f64::from(either),
        }
    });
    differences.fold(1.0, f64::min)
}

/// Two maps of one look each, printed in grey: their hatchings alone tell them apart, wherever each
/// begins. A grid has the lines of each of its directions in common with it, which leaves 0.4.
#[test]
fn fates_and_their_basins_differ_in_a_grey_print() {
    for (name, theme) in themes() {
        let looks: Vec<Look> = Look::all().collect();
        let patterns = looks.iter().map(|&look| pattern(&grey(look, &theme, 1.0)));
        let patterns: Vec<Vec<bool>> = patterns.collect();
        for (one, a) in looks.iter().zip(&patterns) {
            for (other, b) in looks.iter().zip(&patterns) {
                let found = difference(a, b);
                if one == other {
                    assert_eq!(found, 0.0, "{name}: {one:?}");
                } else {
                    assert!(found >= 0.4, "{name}: {one:?} and {other:?} {found:.2}");
                }
            }
        }
    }
}

/// A hatching has to be seen on its own tint. It is an area's texture, which shows at less than
/// the contrast of 3 that a single line needs. 1.66 is that of neighbours among seven even greys
/// from black to white: of as many fates if they were told apart by grey alone.
#[test]
fn hatchings_stand_out_from_their_tints() {
    for (name, theme) in themes() {
        for scale in [1.0, 1.5, 2.0] {
            for look in Look::all() {
                let [least, greatest] = range(&grey(look, &theme, scale));
                let found = contrast(least, greatest);
                if look == Kind::Converged.into() {
                    assert_eq!(found, 1.0, "{name}: the solution is plain");
                } else {
                    assert!(found >= 1.66, "{name}: {look:?} {found:.2} at {scale}");
                }
            }
        }
    }
}

/// A line a pixel wide is as dark as it can be, and has no grey beside it.
#[test]
fn level_lines_cover_whole_pixels() {
    for scale in [1.0, 2.0] {
        for kind in [Kind::VanishingGradient, Kind::Oscillating, Kind::Saddle] {
            let mut tones = grey(kind.into(), &Theme::light(), scale);
            tones.sort_by(f64::total_cmp);
            tones.dedup();
            assert_eq!(tones.len(), 2, "{kind:?} at {scale}");
        }
    }
}

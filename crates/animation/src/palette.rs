//! Which colours an animation has: a GIF has but 256.

use color_quant::NeuQuant;
use std::collections::HashMap;

/// A colour without what is below it: red, green, blue.
pub(crate) type Color = [u8; 3];

/// What stands for a pixel that stays as it was.
pub(crate) const SAME: u8 = 255;
/// Colours beside it.
const COLORS: usize = SAME as usize;
/// Of these, the ones that most of a picture consists of, to the bit: paper, inks and the fates of a map.
const EXACT: usize = 64;

/// The colours of all pictures: those of one that changed from picture to picture would flicker.
pub(crate) struct Palette {
    colors: Vec<Color>,
    /// What colours have been found to be.
    known: HashMap<Color, u8>,
}

impl Palette {
    /// One for pictures like these, whose pixels have four bytes each.
    pub(crate) fn of(pixels: &[u8]) -> Palette {
        let mut counts: HashMap<Color, u32> = HashMap::new();
        for &[red, green, blue, _] in pixels.as_chunks().0 {
            *counts.entry([red, green, blue]).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|&(color, count)| (std::cmp::Reverse(count), color));
        let is_few = counts.len() <= COLORS;
        let exact = if is_few { counts.len() } else { EXACT };
        let (frequent, others) = counts.split_at(exact);
        let mut colors: Vec<Color> = frequent.iter().map(|&(color, _)| color).collect();
        if !others.is_empty() {
            // Rare shades of letters' edges count for less than a tint, but for something.
            let weighed = others.iter().flat_map(|&([red, green, blue], count)| {
                let times = 1 + count.ilog2() as usize;
                std::iter::repeat_n([red, green, blue, u8::MAX], times)
            });
            let weighed: Vec<[u8; 4]> = weighed.collect();
            let found = NeuQuant::new(1, COLORS - exact, weighed.as_flattened());
            colors.extend(found.color_map_rgb().as_chunks::<3>().0);
        }
        Palette {
            colors,
            known: HashMap::new(),
        }
    }

    /// Its colours as a GIF has them, with one more for pixels that stay.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut colors = self.colors.clone();
        colors.resize(COLORS + 1, [0; 3]);
        colors.into_flattened()
    }

    /// The nearest of its colours.
    pub(crate) fn index(&mut self, color: Color) -> u8 {
        let Palette { colors, known } = self;
        *known.entry(color).or_insert_with(|| {
            let distances = colors.iter().map(|&other| distance(color, other));
            let nearest = distances.enumerate().min_by_key(|&(_, distance)| distance);
            // There are never more than 255.
            nearest.map_or(0, |(index, _)| index as u8)
        })
    }
}

/// How far apart two colours are, squared; eyes see green best and blue least.
fn distance(one: Color, other: Color) -> u32 {
    let parts = one.iter().zip(other).zip([3, 6, 1]);
    let squares = parts.map(|((&a, b), weight)| weight * u32::from(a.abs_diff(b)).pow(2));
    squares.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_are_kept_to_the_bit() {
        let colors: Vec<Color> = (0..=254).map(|i| [i, 255 - i, i / 2]).collect();
        let pixels: Vec<u8> = colors
            .iter()
            .flat_map(|&[r, g, b]| [r, g, b, 255])
            .collect();
        let mut palette = Palette::of(&pixels);
        let bytes = palette.bytes();
        assert_eq!(bytes.len(), 3 * 256);
        for color in colors {
            let at = 3 * usize::from(palette.index(color));
            assert_eq!(bytes[at..at + 3], color);
        }
    }

    #[test]
    fn many_colours_have_a_near_one_and_paper_is_paper() {
        let paper = [252, 251, 248];
        let mut pixels = [252, 251, 248, 255].repeat(9000);
        for red in 0..64_u8 {
            for blue in 0..64_u8 {
                pixels.extend([4 * red, 128, 4 * blue, 255]);
            }
        }
        let mut palette = Palette::of(&pixels);
        let bytes = palette.bytes();
        let mut found = |color| {
            let at = 3 * usize::from(palette.index(color));
            [bytes[at], bytes[at + 1], bytes[at + 2]]
        };
        assert_eq!(found(paper), paper);
        let furthest = (0..64).map(|i| {
            let color = [4 * i, 128, 252 - 4 * i];
            let near = found(color);
            let apart = color.iter().zip(near).map(|(a, b)| a.abs_diff(b));
            apart.max().unwrap_or(0)
        });
        // A grid of 14 by 14 has nothing further than 9 from it; few are left to one side.
        assert!(furthest.max() <= Some(24));
    }
}

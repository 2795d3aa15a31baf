//! The tint of a surface, pixel by pixel.

use landscape::{Field, Tone};

use crate::theme::Theme;

/// The tint of `field` as `width` × `height` pixels of red, green, blue and opacity, the upper
/// left first: what a canvas calls ImageData. It covers the plot rectangle exactly, its outermost
/// nodes on the edge. Between nodes the tone is interpolated; where it goes both ways from a middle, each
/// node has a part of the picture to itself, since what lies between low and high need not be middling.
/// Gaps are transparent.
pub fn raster(
    field: Field<'_>,
    tone: &Tone,
    theme: &Theme,
    width: usize,
    height: usize,
) -> Vec<u8> {
    let (rows, columns) = field.values.dim();
    let tones: Vec<f64> = field
        .values
        .iter()
        // A gap is not the highest ground, though infinity has its tone. Powers are infinite, too.
        .map(|&value| {
            if value.is_finite() || tone.is_two_way() && !value.is_nan() {
                tone.at(value)
            } else {
                f64::NAN
            }
        })
        .collect();
    let mut bytes = vec![0; width * height * 4];
    if rows < 2 || columns < 2 {
        return bytes;
    }
    // More would be more than a channel can tell apart.
    let tints: [[u8; 4]; 256] = std::array::from_fn(|i| {
        let color = theme.tint(tone, i as f64 / 255.0);
        [color.0, color.1, color.2, 255]
    });
    let tint = |tone: f64| tints[usize::from((255.0 * tone + 0.5) as u8)];
    if tone.is_two_way() {
        for (line, pixels) in bytes.chunks_exact_mut(4 * width.max(1)).enumerate() {
            let row = rows - 1 - line * rows / height;
            let tones = &tones[row * columns..][..columns];
            for (i, pixel) in pixels.chunks_exact_mut(4).enumerate() {
                let tone = tones[i * columns / width];
                if !tone.is_nan() {
                    pixel.copy_from_slice(&tint(tone));
                }
            }
        }
        return bytes;
    }
    let across: Vec<Place> = (0..width).map(|i| Place::of(i, width, columns)).collect();
    // Which tint a line of pixels has at the columns of nodes, and how that goes on to the next; half
    // a tint more, as a cast rounds down.
    let mut row = vec![0.0; columns];
    let mut rises = vec![[0.0; 2]; columns - 1];
    for (line, pixels) in bytes.chunks_exact_mut(4 * width.max(1)).enumerate() {
        let up = Place::of(height - 1 - line, height, rows);
        let (lower, upper) = tones[up.node * columns..].split_at(columns);
        for (tone, (below, above)) in row.iter_mut().zip(lower.iter().zip(upper)) {
            *tone = 255.0 * (below + up.part * (above - below)) + 0.5;
        }
        for (rise, ends) in rises.iter_mut().zip(row.windows(2)) {
            *rise = [ends[0], ends[1] - ends[0]];
        }
        for (pixel, right) in pixels.chunks_exact_mut(4).zip(&across) {
            let [from, rise] = rises[right.node];
            let tone = from + right.part * rise;
            if !tone.is_nan() {
                pixel.copy_from_slice(&tints[usize::from(tone as u8)]);
            }
        }
    }
    bytes
}

/// The middle of a pixel among nodes.
struct Place {
    /// The node before it.
    node: usize,
    /// The part of the way to the next.
    part: f64,
}

impl Place {
    fn of(pixel: usize, pixels: usize, nodes: usize) -> Place {
        let place = (pixel as f64 + 0.5) / pixels as f64 * (nodes - 1) as f64;
        let node = (place as usize).min(nodes - 2);
        Place {
            node,
            part: place - node as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    fn field(values: &ndarray::Array2<f64>) -> Field<'_> {
        let values = values.view();
        Field {
            values,
            x: [0.0, 1.0],
            y: [0.0, 1.0],
        }
    }

    fn pixel(bytes: &[u8], index: usize) -> &[u8] {
        &bytes[4 * index..4 * index + 4]
    }

    /// Paper between what is low and what is high would tell of a middle that is not there.
    #[test]
    fn powers_are_not_mixed() {
        let theme = Theme::light();
        let tone = Tone::of_powers();
        let values = array![[f64::NEG_INFINITY, 99.0], [f64::NAN, 0.0]];
        let bytes = raster(field(&values), &tone, &theme, 20, 20);
        let color = |part: f64| {
            let color = theme.tint(&tone, part);
            [color.0, color.1, color.2, 255]
        };
        for (y, line) in bytes.chunks_exact(80).enumerate() {
            for (x, found) in line.chunks_exact(4).enumerate() {
                let expected = match (x < 10, y < 10) {
                    (true, true) => [0; 4],
                    (false, true) => color(128.0 / 255.0),
                    (true, false) => color(0.0),
                    (false, false) => color(1.0),
                };
                assert_eq!(found, expected, "{x} {y}");
            }
        }
    }

    #[test]
    fn row_0_is_at_the_bottom() {
        let theme = Theme::light();
        let values = array![[0.0, 0.0], [1.0, 1.0]];
        let field = field(&values);
        let bytes = raster(field, &Tone::of(field), &theme, 1, 101);
        let (low, high) = (theme.ground(0.0), theme.ground(1.0));
        let near = |found: &[u8], color: plotters::style::RGBColor| {
            let expected = [color.0, color.1, color.2, 255];
            found.iter().zip(expected).all(|(&a, b)| a.abs_diff(b) < 4)
        };
        assert!(near(pixel(&bytes, 0), high));
        assert!(near(pixel(&bytes, 100), low));
    }

    #[test]
    fn gaps_are_transparent_and_nothing_else_is() {
        let values = array![[0.0, 1.0, f64::NAN], [0.5, 2.0, 1.0]];
        let field = field(&values);
        let bytes = raster(field, &Tone::of(field), &Theme::dark(), 4, 1);
        let opacity: Vec<u8> = (0..4).map(|i| pixel(&bytes, i)[3]).collect();
        assert_eq!(opacity, [255, 255, 0, 0]);
    }

    #[test]
    fn no_field_and_no_picture_are_no_trouble() {
        let nothing = ndarray::Array2::from_elem((1, 1), 0.0);
        let field = field(&nothing);
        let tone = Tone::of(field);
        assert_eq!(raster(field, &tone, &Theme::light(), 2, 2), [0; 16]);
        assert!(raster(field, &tone, &Theme::light(), 0, 5).is_empty());
    }
}

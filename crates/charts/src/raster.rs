//! The tint of a surface, pixel by pixel.

use landscape::{Field, Tone};

use crate::theme::Theme;

/// The tint of `field` as `width` × `height` pixels of red, green, blue and opacity, the upper
/// left first: what a canvas calls ImageData. It covers the plot rectangle exactly, its outermost
/// nodes on the edge. Between nodes the tone is interpolated. Gaps are transparent.
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
        // A gap is not the highest ground, though infinity has its tone.
        .map(|&value| {
            if value.is_finite() {
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
        let color = theme.ground(i as f64 / 255.0);
        [color.0, color.1, color.2, 255]
    });
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

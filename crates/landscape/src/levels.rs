//! Heights for contour lines.

use crate::tone::Tone;

/// How many contour lines a map has at most: enough to follow a slope, few enough to count.
const LEVELS: usize = 14;

/// Heights at which to draw contour lines, strictly rising, at most 14, evenly spaced in tone: a map
/// of them and a heat map of the same tone agree. All lie strictly between the lowest and the highest
/// value. None where all values are the same.
pub fn levels(tone: &Tone) -> Vec<f64> {
    let mut levels: Vec<f64> = (1..=LEVELS)
        .filter_map(|i| tone.value(i as f64 / (LEVELS + 1) as f64))
        .collect();
    levels.dedup();
    levels
}

/// Powers of ten to mark in a key of [`Tone::of_powers`], strictly rising: among the first ones, where most
/// tones are, each.
pub(crate) fn power_marks() -> [f64; 9] {
    [-8.0, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0, 8.0]
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;

    use super::*;
    use crate::field::Field;

    fn levels_of(values: &Array2<f64>) -> Vec<f64> {
        let field = Field {
            values: values.view(),
            x: [0.0, 1.0],
            y: [0.0, 1.0],
        };
        levels(&Tone::of(field))
    }

    #[test]
    fn rise_strictly_between_the_ends() {
        let bowl = Array2::from_shape_fn((41, 41), |(row, column)| {
            let (x, y) = (column as f64 - 20.0, row as f64 - 20.0);
            x * x + y * y
        });
        let levels = levels_of(&bowl);
        assert_eq!(levels.len(), LEVELS);
        assert!(levels.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(levels[0] > 0.0 && levels[LEVELS - 1] < 800.0);
    }

    #[test]
    fn show_the_basin_and_the_steps_of_a_plateau() {
        // A narrow funnel to 0 in a plateau that rises from 0.80 to 0.85.
        let plain = Array2::from_shape_fn((41, 41), |(row, column)| {
            let (x, y) = (column as f64 - 20.0, row as f64 - 20.0);
            let funnel = (-(x * x + y * y) / 4.0).exp();
            (0.8 + 0.05 * column as f64 / 40.0) * (1.0 - funnel)
        });
        let levels = levels_of(&plain);
        assert!(levels.iter().filter(|&&level| level > 0.8).count() >= 5);
        assert!(levels.iter().filter(|&&level| level < 0.4).count() >= 3);
    }

    #[test]
    fn a_flat_plateau_with_rounding_gets_no_lines() {
        let noisy = Array2::from_shape_fn((20, 20), |(row, column)| {
            let noise = ((7 * row + 13 * column) % 5) as f64 * 1e-16;
            if column < 3 {
                column as f64 / 10.0
            } else {
                0.5 + noise
            }
        });
        let levels = levels_of(&noisy);
        assert!(!levels.is_empty());
        assert!(levels.iter().all(|&level| (level - 0.5).abs() > 1e-6));
    }

    #[test]
    fn a_constant_has_none() {
        assert!(levels_of(&Array2::from_elem((5, 5), 0.25)).is_empty());
        assert!(levels_of(&Array2::from_elem((5, 5), f64::NAN)).is_empty());
    }
}

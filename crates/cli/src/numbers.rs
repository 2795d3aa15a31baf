//! The numbers that a map tells of its starts, in place of verdicts.

use charts::{Theme, raster};
use landscape::{Contour, Fate, FateMap, Field, Told, Tone};
use ndarray::Array2;
use rayon::prelude::*;

use crate::picture::Picture;
use crate::pixels::{PORTION, pixels};

/// What a map tells of each start.
pub(crate) struct Numbers {
    /// Which number.
    pub(crate) told: Told,
    /// Row by row from the lowest.
    values: Array2<f64>,
    /// Their tones.
    pub(crate) tone: Tone,
    /// Heights to mark in the key.
    pub(crate) marks: Vec<Contour>,
}

impl Numbers {
    /// Those of the starts of `map`, whose `fates` are known.
    pub(crate) fn of(map: &FateMap, fates: &[Fate], told: Told) -> Numbers {
        let [columns, rows] = map.size();
        let pixels = pixels(map);
        let portions = pixels.par_chunks(PORTION).zip(fates.par_chunks(PORTION));
        let numbers = portions.flat_map_iter(|(pixels, fates)| {
            let sensitivities = match told {
                Told::Sensitivity => map.sensitivities(pixels, fates),
                _ => vec![f64::NAN; fates.len()],
            };
            let starts = fates.iter().zip(sensitivities);
            let number = |(fate, sensitivity)| told.of(fate, sensitivity);
            starts.map(number).collect::<Vec<f64>>()
        });
        let numbers: Vec<f64> = numbers.collect();
        let values = Array2::from_shape_fn((rows, columns), |(row, column)| {
            numbers[row * columns + column]
        });
        let tone = told.tone(field(&values));
        let marks = told.marks(&tone);
        Numbers {
            told,
            values,
            tone,
            marks,
        }
    }

    /// Their tints, as large as `size`; paper where there is no number.
    pub(crate) fn picture(&self, [width, height]: [usize; 2], theme: &Theme) -> Picture {
        let mut bytes = raster(field(&self.values), &self.tone, theme, width, height);
        for pixel in bytes.chunks_exact_mut(4).filter(|pixel| pixel[3] == 0) {
            pixel.copy_from_slice(&[theme.paper.0, theme.paper.1, theme.paper.2, 255]);
        }
        Picture::of_bytes(bytes, [width, height])
    }
}

fn field(values: &Array2<f64>) -> Field<'_> {
    let (x, y) = ([0.0, 1.0], [0.0, 1.0]);
    Field {
        values: values.view(),
        x,
        y,
    }
}

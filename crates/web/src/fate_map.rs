//! The map of fates that the page gathers from its workers.

use std::ops::Range;

use backprop::{Experiment, Kind};
use landscape::{Contour, Field, Plane, Tone, levels};
use ndarray::Array2;

use crate::shown::Shown;

/// What became of every start of a grid, as far as it is known. Row 0 is the lowest.
#[derive(Default)]
pub(crate) struct FateMap {
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    /// The verdicts shown; a coarse one stands for the pixels around it until they have their own.
    pub(crate) kinds: Vec<Option<Kind>>,
    /// The stride of the pass that each pixel's values come from: a part of a coarse pass that takes
    /// longer than one of a finer must not cover it. The greatest
    /// number where they are those of an earlier map.
    strides: Vec<usize>,
    /// Steps to the goal; NaN where it is never reached, or nothing is known.
    pub(crate) steps: Array2<f64>,
    /// E at the end.
    pub(crate) errors: Array2<f64>,
    /// log₁₀ ‖∂E/∂w‖ at the start.
    pub(crate) norms: Array2<f64>,
    /// How many starts of the present map have each verdict, in the order of [`Kind::ALL`].
    pub(crate) counts: [usize; 7],
    /// How many pixels show each verdict of the present map: their own, or a coarser one's that
    /// stands for them.
    areas: [usize; 7],
    /// What the map depends on: the experiment from the plane's origin, and the plane.
    key: Option<(Experiment, Plane)>,
}

/// The coarsest stride: with it every pixel on its grid is new.
pub(crate) const COARSEST: usize = 16;

/// The pixels of a pass: column and row of every `stride`-th one in the rows `from` … `to` that no
/// coarser pass has had. `from` is a multiple of `stride`.
pub(crate) fn pixels(
    stride: usize,
    [from, to]: [usize; 2],
    columns: usize,
) -> impl Iterator<Item = (usize, usize)> {
    let stride = stride.max(1);
    let had = move |column: usize, row: usize| {
        stride < COARSEST && column.is_multiple_of(2 * stride) && row.is_multiple_of(2 * stride)
    };
    (from..to).step_by(stride).flat_map(move |row| {
        let places = (0..columns)
            .step_by(stride)
            .map(move |column| (column, row));
        places.filter(move |&(column, row)| !had(column, row))
    })
}

/// The pixels along a side of `length` for which the one at `at` stands in a pass of `stride`: those
/// around it, so that what a pass shows is not shifted.
fn around(at: usize, stride: usize, length: usize) -> Range<usize> {
    let end = if at.saturating_add(stride) < length {
        at + stride.div_ceil(2)
    } else {
        length
    };
    at.saturating_sub(stride / 2)..end
}

/// The pixel that stands for the one at `at`.
fn nearest(at: usize, stride: usize, length: usize) -> usize {
    let last = length.saturating_sub(1) / stride;
    ((at + stride / 2) / stride).min(last) * stride
}

/// The heights of a map, for the key beside it.
pub(crate) struct Key {
    pub(crate) tone: Tone,
    /// Heights to mark, as contours without lines.
    pub(crate) marks: Vec<Contour>,
    pub(crate) name: &'static str,
}

impl FateMap {
    /// The numbers of a map that shows some.
    pub(crate) fn field(&self, shown: Shown) -> Option<Field<'_>> {
        let values = match shown {
            Shown::Surface | Shown::Fates => return None,
            Shown::Steps => &self.steps,
            Shown::Error => &self.errors,
            Shown::Norm => &self.norms,
        };
        let (x, y) = ([0.0, 1.0], [0.0, 1.0]);
        Some(Field {
            values: values.view(),
            x,
            y,
        })
    }

    /// The key of what is shown in place of the surface; none where that is the surface. A map of
    /// verdicts has one without heights.
    pub(crate) fn key(&self, shown: Shown) -> Option<Key> {
        let name = match shown {
            Shown::Surface => return None,
            Shown::Fates => "",
            Shown::Steps => "n",
            Shown::Error => "E",
            Shown::Norm => "lg‖g‖",
        };
        let whole = |level: f64| match shown {
            // There are no parts of a step.
            Shown::Steps => level.round(),
            _ => level,
        };
        let nothing = Array2::from_elem((1, 1), f64::NAN);
        let (x, y) = ([0.0, 1.0], [0.0, 1.0]);
        let field = self.field(shown).unwrap_or(Field {
            values: nothing.view(),
            x,
            y,
        });
        let tone = Tone::of(field);
        let mut heights: Vec<f64> = levels(&tone).into_iter().map(whole).collect();
        heights.dedup();
        let marks = heights.into_iter().map(|level| Contour {
            level,
            lines: Vec::new(),
        });
        Some(Key {
            marks: marks.collect(),
            tone,
            name,
        })
    }

    /// The verdicts under a curve; none until all are known.
    pub(crate) fn strip(&self) -> Vec<Kind> {
        let known: Option<Vec<Kind>> = self.kinds.iter().copied().collect();
        known.unwrap_or_default()
    }

    /// The share of the map that shows each verdict, in the order of [`Kind::ALL`]: an estimate,
    /// until all starts are known. None until there is something to show everywhere: the first rows
    /// of a map say nothing of the others.
    pub(crate) fn shares(&self) -> Option<[f64; 7]> {
        let all = self.columns * self.rows;
        let is_covered = all > 0 && self.areas.iter().sum::<usize>() == all;
        is_covered.then(|| self.areas.map(|area| area as f64 / all as f64))
    }

    /// Whether all starts of the present map are known.
    pub(crate) fn is_complete(&self) -> bool {
        self.counts.iter().sum::<usize>() == self.columns * self.rows
    }

    /// Columns and rows.
    pub(crate) fn size(&self) -> [usize; 2] {
        [self.columns, self.rows]
    }

    /// The verdict shown at a pixel, column and row, and the pixel that it was found for: the nearest
    /// of its pass. None where this map knows nothing yet.
    pub(crate) fn known(&self, [column, row]: [usize; 2]) -> Option<(Kind, [usize; 2])> {
        let index = row * self.columns + column;
        let kind = self.kinds.get(index).copied()??;
        let stride = *self
            .strides
            .get(index)
            .filter(|&&stride| stride < usize::MAX)?;
        let nearest = |at, length| nearest(at, stride, length);
        Some((
            kind,
            [nearest(column, self.columns), nearest(row, self.rows)],
        ))
    }

    /// Begins a map of `columns` × `rows` for an experiment on a plane, unless it is the one that is
    /// there. A map of the same starts stays in sight until the new one covers it, so
    /// that nothing flickers.
    pub(crate) fn begin(
        &mut self,
        experiment: &Experiment,
        plane: &Plane,
        [columns, rows]: [usize; 2],
    ) -> bool {
        let same_size = self.size() == [columns, rows];
        let same_plane = self.key.as_ref().is_some_and(|(_, known)| known == plane);
        let key = Some((experiment.clone(), plane.clone()));
        if same_size && self.key == key {
            return false;
        }
        if same_size && same_plane {
            self.counts = [0; 7];
            self.areas = [0; 7];
            self.strides.fill(usize::MAX);
            self.key = key;
            return true;
        }
        let unknown = || Array2::from_elem((rows, columns), f64::NAN);
        *self = FateMap {
            columns,
            rows,
            kinds: vec![None; columns * rows],
            strides: vec![usize::MAX; columns * rows],
            steps: unknown(),
            errors: unknown(),
            norms: unknown(),
            counts: [0; 7],
            areas: [0; 7],
            key,
        };
        true
    }

    /// Takes in what was found about the pixels of a pass: places in [`Kind::ALL`], and for each
    /// three numbers: steps to the goal, E at the end, log₁₀ ‖∂E/∂w‖ at the start. Where these are not
    /// as many as the pixels, or there is no such verdict, nothing is taken in.
    pub(crate) fn put(
        &mut self,
        stride: usize,
        band: [usize; 2],
        kinds: &[u8],
        numbers: &[f64],
    ) -> bool {
        let band = band.map(|row| row.min(self.rows));
        let count = pixels(stride, band, self.columns).count();
        let is_kind = |&kind: &u8| usize::from(kind) < Kind::ALL.len();
        if kinds.len() != count || numbers.len() != 3 * count || !kinds.iter().all(is_kind) {
            return false;
        }
        let found = kinds.iter().zip(numbers.chunks_exact(3));
        for ((column, row), (&kind, numbers)) in pixels(stride, band, self.columns).zip(found) {
            let kind = usize::from(kind);
            let (Some(&known), &[steps, error, norm]) = (Kind::ALL.get(kind), numbers) else {
                continue;
            };
            self.counts[kind] += 1;
            for y in around(row, stride, self.rows) {
                for x in around(column, stride, self.columns) {
                    let pixel = y * self.columns + x;
                    if self.strides[pixel] < stride {
                        continue;
                    }
                    if let Some(before) = self.kinds[pixel]
                        && self.strides[pixel] < usize::MAX
                    {
                        self.areas[before as usize] -= 1;
                    }
                    self.areas[kind] += 1;
                    self.strides[pixel] = stride;
                    self.kinds[pixel] = Some(known);
                    self.steps[(y, x)] = steps;
                    self.errors[(y, x)] = error;
                    self.norms[(y, x)] = norm;
                }
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use backprop::Activation;

    use super::*;

    fn experiment(rate: f64) -> Experiment {
        let chain = lessons::chain(Activation::Tanh, 1);
        chain.unwrap().with_rate(rate).unwrap()
    }

    #[test]
    fn the_passes_visit_each_pixel_once() {
        for (columns, rows) in [(1, 1), (17, 5), (33, 40), (256, 1)] {
            let mut visits = vec![0; columns * rows];
            for stride in [16, 8, 4, 2, 1] {
                for (column, row) in pixels(stride, [0, rows], columns) {
                    visits[row * columns + column] += 1;
                }
            }
            assert!(visits.iter().all(|&count| count == 1));
        }
    }

    #[test]
    fn each_pixel_is_stood_for_by_the_nearest_of_a_pass() {
        for length in [1, 7, 16, 33, 512] {
            for stride in [16, 8, 4, 2, 1] {
                let mut covered = Vec::new();
                for at in (0..length).step_by(stride) {
                    for pixel in around(at, stride, length) {
                        assert_eq!(nearest(pixel, stride, length), at, "{stride}, {length}");
                        covered.push(pixel);
                    }
                }
                assert_eq!(covered, (0..length).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn bands_of_a_pass_make_up_the_pass() {
        let whole: Vec<_> = pixels(4, [0, 30], 21).collect();
        let bands: Vec<_> = pixels(4, [0, 8], 21)
            .chain(pixels(4, [8, 30], 21))
            .collect();
        assert_eq!(whole, bands);
    }

    #[test]
    fn a_coarse_pixel_stands_for_its_neighbours_until_they_are_known() {
        let mut map = FateMap::default();
        let plane = Plane::new(vec![0.0], Vec::new());
        let experiment = experiment(1.0);
        assert!(map.begin(&experiment, &plane, [20, 20]));
        assert!(!map.begin(&experiment, &plane, [20, 20]));
        map.put(16, [0, 20], &[1; 4], &[1.0; 12]);
        assert!(map.kinds.iter().all(|kind| *kind == Some(Kind::Converged)));
        assert_eq!(map.counts[1], 4);
        assert!(map.put(8, [0, 20], &[6; 5], &[1.0; 15]));
        assert_eq!(map.known([9, 3]), Some((Kind::VanishingGradient, [8, 0])));
        assert_eq!(map.known([3, 3]), Some((Kind::Converged, [0, 0])));
        assert_eq!(map.counts.iter().sum::<usize>(), 9);
    }

    /// What a half-plane and a disk take of a map, as the passes come to know it, band by band: the
    /// shares are never far from what they are in the end, and are those then.
    #[test]
    fn shares_are_of_the_area_and_do_not_wander() {
        const SIDE: usize = 128;
        let truth = |column: usize, row: usize| -> u8 {
            let (x, y) = (column as f64 / SIDE as f64, row as f64 / SIDE as f64);
            match () {
                () if (x - 0.3).hypot(y - 0.7) < 0.2 => Kind::LocalMinimum as u8,
                () if x + 0.4 * y > 0.9 => Kind::VanishingGradient as u8,
                () => Kind::Converged as u8,
            }
        };
        let mut map = FateMap::default();
        let plane = Plane::new(vec![0.0], Vec::new());
        assert_eq!((map.shares(), map.is_complete()), (None, true));
        assert!(map.begin(&experiment(1.0), &plane, [SIDE, SIDE]));
        let mut told = Vec::new();
        for stride in [16, 8, 4, 2, 1] {
            for from in (0..SIDE).step_by(2 * stride) {
                let band = [from, from + 2 * stride];
                let kinds: Vec<u8> = pixels(stride, band, SIDE)
                    .map(|(column, row)| truth(column, row))
                    .collect();
                assert_eq!(
                    map.shares().is_some(),
                    stride < COARSEST,
                    "{stride}, {band:?}"
                );
                assert!(map.put(stride, band, &kinds, &vec![0.0; 3 * kinds.len()]));
                told.extend(map.shares());
            }
        }
        assert!(map.is_complete());
        let end = map.shares().unwrap();
        let mut counted = [0.0; 7];
        for row in 0..SIDE {
            for column in 0..SIDE {
                counted[truth(column, row) as usize] += 1.0 / (SIDE * SIDE) as f64;
            }
        }
        for shares in &told {
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            for (share, end) in shares.iter().zip(end) {
                assert!((share - end).abs() < 0.03, "{shares:?}, in the end {end}");
            }
        }
        for (share, counted) in end.iter().zip(counted) {
            assert!((share - counted).abs() < 1e-12, "{end:?}, {counted}");
        }
        // Another map of the same size begins without shares.
        assert!(map.begin(&experiment(0.5), &plane, [SIDE, SIDE]));
        assert_eq!((map.shares(), map.is_complete()), (None, false));
    }

    /// Parts of a step are not counted in the key.
    #[test]
    fn the_key_of_steps_has_whole_numbers() {
        let mut map = FateMap::default();
        let plane = Plane::new(vec![0.0], Vec::new());
        assert!(map.begin(&experiment(1.0), &plane, [20, 20]));
        let numbers: Vec<f64> = (0..4).flat_map(|i| [f64::from(i), 0.0, 0.0]).collect();
        map.put(16, [0, 20], &[1; 4], &numbers);
        let key = map.key(Shown::Steps).unwrap();
        assert!(!key.marks.is_empty());
        assert!(key.marks.iter().all(|mark| mark.level.fract() == 0.0));
    }

    /// What is no part of a map changes nothing.
    #[test]
    fn a_tile_that_does_not_fit_is_not_taken() {
        let mut map = FateMap::default();
        let plane = Plane::new(vec![0.0], Vec::new());
        assert!(map.begin(&experiment(1.0), &plane, [20, 20]));
        for (kinds, numbers) in [
            (&[1; 4][..], &[1.0; 11][..]),
            (&[1; 4], &[1.0; 13]),
            (&[1; 4], &[]),
            (&[1; 3], &[1.0; 9]),
            (&[1; 5], &[1.0; 15]),
            (&[], &[]),
            (&[1, 1, 1, 7], &[1.0; 12]),
            (&[255; 4], &[1.0; 12]),
        ] {
            assert!(!map.put(16, [0, 20], kinds, numbers), "{kinds:?}");
        }
        assert_eq!(map.counts, [0; 7]);
        assert!(map.kinds.iter().all(Option::is_none));
        assert!(map.put(16, [0, 20], &[1; 4], &[1.0; 12]));
    }

    /// Workers do not finish in the order in which they begin.
    #[test]
    fn a_coarse_part_that_comes_late_covers_nothing_finer() {
        let mut map = FateMap::default();
        let plane = Plane::new(vec![0.0], Vec::new());
        assert!(map.begin(&experiment(1.0), &plane, [20, 20]));
        map.put(8, [0, 20], &[6; 5], &[6.0; 15]);
        map.put(16, [0, 20], &[1; 4], &[1.0; 12]);
        // The first of the second pass' five pixels stands for the 8 × 4 around 8 in the lowest row.
        assert_eq!(map.kinds[4], Some(Kind::VanishingGradient));
        assert_eq!((map.steps[(3, 11)], map.errors[(3, 11)]), (6.0, 6.0));
        assert_eq!(map.kinds[3], Some(Kind::Converged));
        assert_eq!((map.norms[(3, 3)], map.norms[(19, 19)]), (1.0, 1.0));

        // Nothing of another map is too fine to be covered.
        assert!(map.begin(&experiment(0.5), &plane, [20, 20]));
        assert_eq!(map.known([8, 0]), None);
        map.put(16, [0, 20], &[0; 4], &[0.0; 12]);
        assert!(map.kinds.iter().all(|kind| *kind == Some(Kind::Diverged)));
    }
}

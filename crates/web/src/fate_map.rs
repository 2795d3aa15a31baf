//! The map of fates that the page gathers from its workers.

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
    /// How many pixels of the present map have each verdict, in the order of [`Kind::ALL`].
    pub(crate) counts: [usize; 7],
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
        let nothing = Array2::from_elem((1, 1), f64::NAN);
        let (x, y) = ([0.0, 1.0], [0.0, 1.0]);
        let field = self.field(shown).unwrap_or(Field {
            values: nothing.view(),
            x,
            y,
        });
        let tone = Tone::of(field);
        let marks = levels(&tone).into_iter().map(|level| Contour {
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

    /// Columns and rows.
    pub(crate) fn size(&self) -> [usize; 2] {
        [self.columns, self.rows]
    }

    /// The verdict shown at a pixel, column and row, and the pixel that it was found for: that of its
    /// pass to the left and below. None where this map knows nothing yet.
    pub(crate) fn known(&self, [column, row]: [usize; 2]) -> Option<(Kind, [usize; 2])> {
        let index = row * self.columns + column;
        let kind = self.kinds.get(index).copied()??;
        let stride = *self
            .strides
            .get(index)
            .filter(|&&stride| stride < usize::MAX)?;
        Some((kind, [column, row].map(|at| at - at % stride)))
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
            key,
        };
        true
    }

    /// Takes in what was found about the pixels of a pass: places in [`Kind::ALL`], and for each
    /// three numbers: steps to the goal, E at the end, log₁₀ ‖∂E/∂w‖ at the start.
    pub(crate) fn put(&mut self, stride: usize, band: [usize; 2], kinds: &[u8], numbers: &[f64]) {
        let band = band.map(|row| row.min(self.rows));
        let found = kinds.iter().zip(numbers.chunks_exact(3));
        for ((column, row), (&kind, numbers)) in pixels(stride, band, self.columns).zip(found) {
            let kind = usize::from(kind);
            let (Some(&known), &[steps, error, norm]) = (Kind::ALL.get(kind), numbers) else {
                continue;
            };
            self.counts[kind] += 1;
            for y in row..self.rows.min(row + stride) {
                for x in column..self.columns.min(column + stride) {
                    let pixel = y * self.columns + x;
                    if self.strides[pixel] < stride {
                        continue;
                    }
                    self.strides[pixel] = stride;
                    self.kinds[pixel] = Some(known);
                    self.steps[(y, x)] = steps;
                    self.errors[(y, x)] = error;
                    self.norms[(y, x)] = norm;
                }
            }
        }
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
        map.put(8, [0, 20], &[6; 5], &[1.0; 15]);
        assert_eq!(map.known([9, 3]), Some((Kind::VanishingGradient, [8, 0])));
        assert_eq!(map.known([5, 3]), Some((Kind::Converged, [0, 0])));
        assert_eq!(map.counts.iter().sum::<usize>(), 9);
    }

    /// Workers do not finish in the order in which they begin.
    #[test]
    fn a_coarse_part_that_comes_late_covers_nothing_finer() {
        let mut map = FateMap::default();
        let plane = Plane::new(vec![0.0], Vec::new());
        assert!(map.begin(&experiment(1.0), &plane, [20, 20]));
        map.put(8, [0, 20], &[6; 5], &[6.0; 15]);
        map.put(16, [0, 20], &[1; 4], &[1.0; 12]);
        // The first of the second pass' five pixels stands for the 8 × 8 to the right of 0.
        assert_eq!(map.kinds[8], Some(Kind::VanishingGradient));
        assert_eq!((map.steps[(7, 15)], map.errors[(7, 15)]), (6.0, 6.0));
        assert_eq!(map.kinds[7], Some(Kind::Converged));
        assert_eq!((map.norms[(7, 7)], map.norms[(19, 19)]), (1.0, 1.0));

        // Nothing of another map is too fine to be covered.
        assert!(map.begin(&experiment(0.5), &plane, [20, 20]));
        assert_eq!(map.known([8, 0]), None);
        map.put(16, [0, 20], &[0; 4], &[0.0; 12]);
        assert!(map.kinds.iter().all(|kind| *kind == Some(Kind::Diverged)));
    }
}

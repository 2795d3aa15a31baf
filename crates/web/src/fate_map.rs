//! The map of fates that the page gathers from its workers.

use std::ops::Range;

use backprop::{Experiment, Kind};
use charts::Look;
use landscape::{
    Basin, Bottom, Bottoms, Census, Contour, Domain, Field, Outcome, Plane, Told, Tone,
};
use ndarray::Array2;

use crate::passes::pixels;
use crate::shown::Tells;

/// What became of every start of a grid, as far as it is known. Row 0 is the lowest.
#[derive(Default)]
pub(crate) struct FateMap {
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    /// What is shown; a coarse pixel's stands for the pixels around it until they have their own.
    outcomes: Vec<Option<Outcome>>,
    /// The same, counted, and the minima that it tells by their numbers.
    shown: Census,
    bottoms: Bottoms,
    /// The stride of the pass that each pixel's values come from: a part of a coarse pass that takes
    /// longer than one of a finer must not cover it. The greatest
    /// number where they are those of an earlier map.
    strides: Vec<usize>,
    /// Steps until it is within the goal to stay; NaN where it is not, or nothing is known.
    pub(crate) steps: Array2<f64>,
    /// E at the end.
    pub(crate) errors: Array2<f64>,
    /// log₁₀ ‖∂E/∂w‖ at the start.
    pub(crate) norms: Array2<f64>,
    /// log₁₀ of how much the end depends on the start; empty until a map is asked for it.
    pub(crate) sensitivities: Array2<f64>,
    /// How many starts of the present map have each verdict, in the order of [`Kind::ALL`].
    pub(crate) counts: [usize; 7],
    /// How many pixels show what the present map knows: of themselves, or of a coarser one that stands
    /// for them.
    covered: usize,
    /// What the map depends on: the experiment from the plane's origin, and what its starts differ in.
    key: Option<(Experiment, Domain)>,
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

/// What a key beside a map is made from.
pub(crate) struct Key {
    pub(crate) tone: Tone,
    /// Heights to mark, as contours without lines.
    pub(crate) marks: Vec<Contour>,
    pub(crate) name: &'static str,
}

impl FateMap {
    /// The numbers that it tells.
    pub(crate) fn field(&self, told: Told) -> Field<'_> {
        let values = match told {
            Told::Steps => &self.steps,
            Told::Error => &self.errors,
            Told::Norm => &self.norms,
            Told::Sensitivity => &self.sensitivities,
        };
        let (x, y) = ([0.0, 1.0], [0.0, 1.0]);
        Field {
            values: values.view(),
            x,
            y,
        }
    }

    /// The key of what it tells. A map of verdicts has one without heights.
    pub(crate) fn key(&self, tells: Tells) -> Key {
        let tone = tells.map_or(Tone::even(0.0, 0.0), |told| told.tone(self.field(told)));
        Key {
            marks: tells.map_or_else(Vec::new, |told| told.marks(&tone)),
            name: tells.map_or("", Told::symbol),
            tone,
        }
    }

    /// What every pixel looks like.
    pub(crate) fn looks(&self) -> Vec<Option<Look>> {
        let basins = self.shown.basins(&self.bottoms);
        let look = |outcome: &Outcome| {
            let basin = basins.iter().find(|basin| basin.outcome == *outcome);
            basin.map(look_of)
        };
        let looks = self.outcomes.iter();
        looks
            .map(|outcome| outcome.as_ref().and_then(look))
            .collect()
    }

    /// What the strip under a curve looks like; nothing until all of it is known.
    pub(crate) fn strip(&self) -> Vec<Look> {
        if self.outcomes.is_empty() {
            return Vec::new();
        }
        let known: Option<Vec<Look>> = self.looks().into_iter().collect();
        known.unwrap_or_default()
    }

    /// The basins of the map, and the share of it that each has: an estimate, until all starts are
    /// known. None until there is something to show everywhere: the first rows of a map say nothing
    /// of the others.
    pub(crate) fn shares(&self) -> Option<Vec<(Basin, f64)>> {
        let all = self.columns * self.rows;
        let is_covered = all > 0 && self.covered == all;
        let share = |basin: Basin| (basin, basin.count as f64 / all as f64);
        is_covered.then(|| {
            let basins = self.shown.basins(&self.bottoms);
            basins.into_iter().map(share).collect()
        })
    }

    /// Whether all starts of the present map are known.
    pub(crate) fn is_complete(&self) -> bool {
        self.counts.iter().sum::<usize>() == self.columns * self.rows
    }

    /// Columns and rows.
    pub(crate) fn size(&self) -> [usize; 2] {
        [self.columns, self.rows]
    }

    /// The basin shown at a pixel, column and row, and the pixel that it was found for: the nearest
    /// of its pass. None where this map knows nothing yet.
    pub(crate) fn known(&self, [column, row]: [usize; 2]) -> Option<(Basin, [usize; 2])> {
        let index = row * self.columns + column;
        let outcome = self.outcomes.get(index).copied()??;
        let stride = *self
            .strides
            .get(index)
            .filter(|&&stride| stride < usize::MAX)?;
        let nearest = |at, length| nearest(at, stride, length);
        let basins = self.shown.basins(&self.bottoms);
        let basin = basins.into_iter().find(|basin| basin.outcome == outcome)?;
        Some((
            basin,
            [nearest(column, self.columns), nearest(row, self.rows)],
        ))
    }

    /// Begins a map of `columns` × `rows` for an experiment over a domain, unless it is the one that is
    /// there. A map of the same starts stays in sight until the new one covers it, so
    /// that nothing flickers.
    pub(crate) fn begin(
        &mut self,
        experiment: &Experiment,
        domain: &Domain,
        [columns, rows]: [usize; 2],
        is_sensitivity_asked: bool,
    ) -> bool {
        let tells_enough = !is_sensitivity_asked || !self.sensitivities.is_empty();
        let same_size = self.size() == [columns, rows];
        let same_plane = self.key.as_ref().is_some_and(|(_, known)| known == domain);
        let key = Some((experiment.clone(), domain.clone()));
        if same_size && self.key == key && tells_enough {
            return false;
        }
        let unknown = || Array2::from_elem((rows, columns), f64::NAN);
        if !is_sensitivity_asked {
            self.sensitivities = Array2::default((0, 0));
        } else if self.sensitivities.dim() != (rows, columns) {
            self.sensitivities = unknown();
        }
        if same_size && same_plane {
            let problem =
                |(known, _): &(Experiment, Domain)| known.problem() == experiment.problem();
            if !self.key.as_ref().is_some_and(problem) {
                self.forget_bottoms(domain.plane());
            }
            self.counts = [0; 7];
            self.covered = 0;
            self.strides.fill(usize::MAX);
            self.key = key;
            return true;
        }
        *self = FateMap {
            columns,
            rows,
            outcomes: vec![None; columns * rows],
            shown: Census::default(),
            bottoms: Bottoms::new(domain.plane()),
            strides: vec![usize::MAX; columns * rows],
            steps: unknown(),
            errors: unknown(),
            norms: unknown(),
            sensitivities: std::mem::take(&mut self.sensitivities),
            counts: [0; 7],
            covered: 0,
            key,
        };
        true
    }

    /// Of another problem's map that stays in sight, its minima are none.
    fn forget_bottoms(&mut self, plane: &Plane) {
        self.bottoms = Bottoms::new(plane);
        self.shown = Census::default();
        for outcome in self.outcomes.iter_mut().flatten() {
            outcome.bottom = None;
            self.shown.add(*outcome, 1);
        }
    }

    /// Takes in what was found about the pixels of a pass. Where its lists are not as long as they
    /// have to be, or name what there is not, nothing is taken in.
    pub(crate) fn put(&mut self, stride: usize, band: [usize; 2], found: &Found<'_>) -> bool {
        let band = band.map(|row| row.min(self.rows));
        let count = pixels(stride, band, self.columns).count();
        if !found.is_of(count, !self.sensitivities.is_empty()) {
            return false;
        }
        let bottoms: Vec<Option<usize>> = found
            .minima
            .chunks_exact(3)
            .map(|numbers| {
                self.bottoms.add(Bottom {
                    place: [numbers[0], numbers[1]],
                    error: numbers[2],
                })
            })
            .collect();
        let starts = found.kinds.iter().zip(found.ends);
        let starts = starts.zip(found.numbers.chunks_exact(3)).enumerate();
        for ((column, row), (number, ((&kind, &end), numbers))) in
            pixels(stride, band, self.columns).zip(starts)
        {
            let sensitivity = found.sensitivities.get(number);
            let (Some(&kind), &[steps, error, norm]) = (Kind::ALL.get(usize::from(kind)), numbers)
            else {
                continue;
            };
            let end = usize::from(end).checked_sub(1);
            let bottom = end.and_then(|end| bottoms.get(end).copied().flatten());
            let outcome = Outcome { kind, bottom };
            self.counts[kind as usize] += 1;
            for y in around(row, stride, self.rows) {
                for x in around(column, stride, self.columns) {
                    let pixel = y * self.columns + x;
                    if self.strides[pixel] < stride {
                        continue;
                    }
                    if let Some(before) = self.outcomes[pixel] {
                        self.shown.remove(before);
                    }
                    self.covered += usize::from(self.strides[pixel] == usize::MAX);
                    self.shown.add(outcome, 1);
                    self.strides[pixel] = stride;
                    self.outcomes[pixel] = Some(outcome);
                    self.steps[(y, x)] = steps;
                    self.errors[(y, x)] = error;
                    self.norms[(y, x)] = norm;
                    if let Some(&sensitivity) = sensitivity {
                        self.sensitivities[(y, x)] = sensitivity;
                    }
                }
            }
        }
        true
    }
}

/// What a basin looks like.
pub(crate) fn look_of(basin: &Basin) -> Look {
    Look::of_basin(basin.outcome.kind, basin.number)
}

/// What was found about the pixels of a pass.
pub(crate) struct Found<'a> {
    /// Places in [`Kind::ALL`].
    pub(crate) kinds: &'a [u8],
    /// For each start three numbers: steps to the goal, E at the end, log₁₀ ‖∂E/∂w‖ at the start.
    pub(crate) numbers: &'a [f64],
    /// log₁₀ of how much each end depends on its start, where the map is asked for it; else empty.
    pub(crate) sensitivities: &'a [f64],
    /// For each start the minimum that it ends in, from 1 in the order of `minima`; 0 for none.
    pub(crate) ends: &'a [u8],
    /// For each minimum three numbers: its place, and E there.
    pub(crate) minima: &'a [f64],
}

impl Found<'_> {
    /// Whether it is what `count` pixels have.
    fn is_of(&self, count: usize, is_sensitivity_asked: bool) -> bool {
        let minima = self.minima.len() / 3;
        let sensitivities = if is_sensitivity_asked { count } else { 0 };
        self.sensitivities.len() == sensitivities
            && self.kinds.len() == count
            && self.ends.len() == count
            && self.numbers.len() == 3 * count
            && self.minima.len() == 3 * minima
            && self
                .kinds
                .iter()
                .all(|&kind| usize::from(kind) < Kind::ALL.len())
            && self.ends.iter().all(|&end| usize::from(end) <= minima)
    }
}

#[cfg(test)]
#[path = "fate_map_tests.rs"]
mod tests;

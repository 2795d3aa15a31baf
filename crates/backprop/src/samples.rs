//! The data set.

use ndarray::{Array2, ArrayView1};

use crate::error::Error;
use crate::limits::MOST_SAMPLES;
use crate::row::Row;

/// Pairs of an input and the output that is wanted for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    inputs: Array2<f64>,
    targets: Array2<f64>,
    /// Their values row by row, for the innermost loops.
    rows: [Vec<f64>; 2],
}

impl Samples {
    /// One row a sample: `inputs` is samples × units of the input layer, `targets` samples × units
    /// of the output layer.
    ///
    /// # Errors
    /// Where there are no samples or more than 1000, the two differ in length, or a number is not
    /// finite.
    pub fn new(inputs: Array2<f64>, targets: Array2<f64>) -> Result<Samples, Error> {
        let count = inputs.nrows();
        Error::check_count("inputs", count, 1..=MOST_SAMPLES, "in a data set")?;
        Error::check_count(
            "targets",
            targets.nrows(),
            count..=count,
            format!("for {count} inputs"),
        )?;
        for (name, rows) in [("inputs", &inputs), ("targets", &targets)] {
            for ((i, j), &value) in rows.indexed_iter() {
                Error::check_finite(value, || format!("{name}[{i}][{j}]"))?;
            }
        }
        let rows = [&inputs, &targets].map(|rows| rows.iter().copied().collect());
        Ok(Samples {
            inputs,
            targets,
            rows,
        })
    }

    /// How many samples there are, at least 1.
    pub fn count(&self) -> usize {
        self.inputs.nrows()
    }

    /// Samples × units of the input layer.
    pub fn inputs(&self) -> &Array2<f64> {
        &self.inputs
    }

    /// Samples × units of the output layer.
    pub fn targets(&self) -> &Array2<f64> {
        &self.targets
    }

    /// The input and the target of one sample; none beyond the last.
    pub fn get(&self, sample: usize) -> Option<(ArrayView1<'_, f64>, ArrayView1<'_, f64>)> {
        (sample < self.count()).then(|| (self.inputs.row(sample), self.targets.row(sample)))
    }

    /// Input and target of each sample in turn, as slices.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[f64], &[f64])> {
        let [inputs, targets] = &self.rows;
        inputs
            .chunks_exact(self.inputs.ncols().max(1))
            .zip(targets.chunks_exact(self.targets.ncols().max(1)))
    }

    /// Inputs and targets of `height` samples at a time, of fewer at the end.
    pub(crate) fn groups<'s>(
        &'s self,
        height: usize,
    ) -> impl Iterator<Item = (Group<'s>, Group<'s>)> {
        let count = self.count();
        let [inputs, targets] = &self.rows;
        let [inputs_of_one, targets_of_one] = [self.inputs.ncols(), self.targets.ncols()];
        (0..count).step_by(height).map(move |first| {
            let samples = height.min(count - first);
            let group = |values: &'s [f64], width| Group {
                values: &values[first * width..],
                width,
                samples,
            };
            (group(inputs, inputs_of_one), group(targets, targets_of_one))
        })
    }
}

/// The values of some samples that stand one after another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group<'a> {
    /// The first sample's values first; more may follow.
    values: &'a [f64],
    /// Values of one sample.
    width: usize,
    /// Samples in the group.
    pub(crate) samples: usize,
}

impl Group<'_> {
    /// A value of one sample; of the last one for samples beyond it.
    #[inline(always)]
    pub(crate) fn value(&self, sample: usize, i: usize) -> f64 {
        self.values[sample.min(self.samples - 1) * self.width + i]
    }

    /// Puts the values on the first units, one sample beside the other, row after row.
    #[inline(always)]
    pub(crate) fn fill<R, V: Row<R>>(&self, rows: usize, units: &mut [V]) {
        let mut units = units.iter_mut();
        for row in 0..rows {
            for (i, unit) in (0..self.width).zip(&mut units) {
                *unit = V::of_samples(|sample| self.value(row * V::SAMPLES + sample, i));
            }
        }
    }
}

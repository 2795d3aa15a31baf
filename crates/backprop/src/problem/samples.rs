//! The data set.

use ndarray::{Array2, ArrayView1};

use crate::basis::Basis;
use crate::batch::Columns;
use crate::error::Error;

/// Samples in a data set.
pub const MOST_SAMPLES: usize = 1000;

/// Pairs of an input and the output that is wanted for it.
///
/// ```
/// use backprop::Samples;
/// use ndarray::array;
/// let xor = Samples::new(
///     array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]],
///     array![[0.0], [1.0], [1.0], [0.0]],
/// )?;
/// assert_eq!((xor.count(), xor.inputs()[(2, 0)]), (4, 1.0));
/// # Ok::<(), backprop::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    inputs: Array2<f64>,
    targets: Array2<f64>,
    /// The same, for the innermost loops.
    columns: [Columns; 2],
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
        Error::check_count("inputs", count, 1..=MOST_SAMPLES, Basis::DataSet)?;
        Error::check_count(
            "targets",
            targets.nrows(),
            count..=count,
            Basis::Inputs { count },
        )?;
        for (name, rows) in [("inputs", &inputs), ("targets", &targets)] {
            for ((i, j), &value) in rows.indexed_iter() {
                Error::check_finite(value, || format!("{name}[{i}][{j}]"))?;
            }
        }
        Ok(Samples::of(inputs, targets))
    }

    fn of(inputs: Array2<f64>, targets: Array2<f64>) -> Samples {
        let columns = [&inputs, &targets].map(Columns::of);
        // The rows are read as slices, too.
        Samples {
            inputs: inputs.as_standard_layout().into_owned(),
            targets: targets.as_standard_layout().into_owned(),
            columns,
        }
    }

    /// The same targets with other inputs: `input` is given the number of a unit of the input layer
    /// and what a sample has there.
    pub(crate) fn with_inputs(&self, input: impl Fn(usize, f64) -> f64) -> Samples {
        let mut inputs = self.inputs.clone();
        for ((_, unit), x) in inputs.indexed_iter_mut() {
            *x = input(unit, *x);
        }
        Samples::of(inputs, self.targets.clone())
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
    ///
    /// ```
    /// use backprop::Samples;
    /// use ndarray::array;
    ///
    /// let xor = Samples::new(
    ///     array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]],
    ///     array![[0.0], [1.0], [1.0], [0.0]],
    /// )?;
    /// assert_eq!(xor.get(1), Some((array![0.0, 1.0].view(), array![1.0].view())));
    /// assert_eq!(xor.get(4), None);
    /// # Ok::<(), backprop::Error>(())
    /// ```
    pub fn get(&self, sample: usize) -> Option<(ArrayView1<'_, f64>, ArrayView1<'_, f64>)> {
        (sample < self.count()).then(|| (self.inputs.row(sample), self.targets.row(sample)))
    }

    /// Input and target of each sample in turn, as slices.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[f64], &[f64])> {
        let inputs = self.inputs.as_slice().unwrap_or(&[]);
        let targets = self.targets.as_slice().unwrap_or(&[]);
        inputs
            .chunks_exact(self.inputs.ncols().max(1))
            .zip(targets.chunks_exact(self.targets.ncols().max(1)))
    }

    /// What each unit of the input layer gets, and what each unit of the output layer should give.
    pub(crate) fn columns(&self) -> [&Columns; 2] {
        self.columns.each_ref()
    }
}

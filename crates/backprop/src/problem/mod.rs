//! What is to be learned: a network and the data set that it should fit.

mod outputs;
mod pass;
mod samples;
mod units;

pub use outputs::Outputs;
pub use pass::SamplePass;
pub use samples::{MOST_SAMPLES, Samples};

use crate::basis::Basis;
use crate::batch::{Columns, Kernel, Lanes, Task, Workspace};
use crate::error::Error;
use crate::losses::Loss;
use crate::network::Network;

/// A network, its loss, and the data set that it should fit. It defines the error as a function of
/// the weights.
///
/// ```
/// use backprop::{Activation, Loss, Network, Problem, Samples, Workspace};
/// use ndarray::array;
/// // E = ½ (w − 1)²
/// let network = Network::new(vec![1, 1], vec![Activation::Identity], false)?;
/// let samples = Samples::new(array![[1.0]], array![[1.0]])?;
/// let problem = Problem::new(network, Loss::SquaredError, samples)?;
/// assert_eq!(problem.gradient(&[3.0]), (2.0, vec![2.0]));
///
/// // The same again and again, without new memory.
/// let mut workspace = Workspace::new(problem.network());
/// let mut gradient = [0.0];
/// let error = problem.error_and_gradient(&[3.0], &mut gradient, &mut workspace);
/// assert_eq!((error, gradient), (2.0, [2.0]));
///
/// // One sample: a constant output is all that is needed.
/// assert_eq!((problem.constant_error(), problem.natural_units()), (0.0, &[1.0][..]));
/// # Ok::<(), backprop::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    network: Network,
    loss: Loss,
    samples: Samples,
    units: Vec<f64>,
}

impl Problem {
    /// # Errors
    /// Where the rows of the data set are not as long as the layers that they belong to, or the
    /// loss is not defined for the output layer or the targets.
    pub fn new(network: Network, loss: Loss, samples: Samples) -> Result<Problem, Error> {
        let (first, last) = match network.sizes() {
            [first, .., last] => (*first, *last),
            _ => (0, 0),
        };
        let sides = [
            ("inputs", samples.inputs().ncols(), first, Basis::InputUnits),
            (
                "targets",
                samples.targets().ncols(),
                last,
                Basis::OutputUnits,
            ),
        ];
        for (name, found, expected, basis) in sides {
            Error::check_count(format!("{name}[0]"), found, expected..=expected, basis)?;
        }
        if let [hidden @ .., outputs] = network.activations() {
            loss.check(hidden.len(), *outputs, samples.targets().view())?;
        }
        let units = units::natural_units(&network, &samples);
        Ok(Problem {
            network,
            loss,
            samples,
            units,
        })
    }

    /// The network.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The loss.
    pub fn loss(&self) -> Loss {
        self.loss
    }

    /// The data set.
    pub fn samples(&self) -> &Samples {
        &self.samples
    }

    /// The natural unit of each weight, in which nothing depends on the units of the inputs: 1 over
    /// the root mean square of the input that it multiplies (1 where that is 0); 1 for biases and
    /// for weights between units.
    pub fn natural_units(&self) -> &[f64] {
        &self.units
    }

    /// The same problem with other inputs: `input` is given the number of a unit of the input layer
    /// and what a sample has there.
    pub(crate) fn with_inputs(&self, input: impl Fn(usize, f64) -> f64) -> Problem {
        let samples = self.samples.with_inputs(input);
        Problem {
            network: self.network.clone(),
            loss: self.loss,
            units: units::natural_units(&self.network, &samples),
            samples,
        }
    }

    /// E at `weights`, summed over the samples; ∂E/∂w goes to `gradient`. Both lists have one number
    /// for each weight of the network, and `workspace` was made for it.
    ///
    /// ```
    /// use backprop::{Activation, Loss, Network, Problem, Samples, Workspace};
    /// use ndarray::array;
    /// use wide::f64x8;
    ///
    /// let network = Network::new(vec![1, 1], vec![Activation::Tanh], false)?;
    /// let samples = Samples::new(array![[1.0]], array![[0.5]])?;
    /// let problem = Problem::new(network, Loss::SquaredError, samples)?;
    ///
    /// // Eight places of one weight side by side, each with the bits that it has alone.
    /// let places = [-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0];
    /// let mut slopes = [f64x8::splat(0.0)];
    /// let mut workspace = Workspace::new(problem.network());
    /// let errors = problem.error_and_gradient(&[f64x8::new(places)], &mut slopes, &mut workspace);
    /// for (lane, w) in places.into_iter().enumerate() {
    ///     let alone = (errors.to_array()[lane], vec![slopes[0].to_array()[lane]]);
    ///     assert_eq!(problem.gradient(&[w]), alone);
    /// }
    /// # Ok::<(), backprop::Error>(())
    /// ```
    pub fn error_and_gradient<R: Lanes>(
        &self,
        weights: &[R],
        gradient: &mut [R],
        workspace: &mut Workspace<R>,
    ) -> R {
        R::evaluate(self.task(), weights, Some(gradient), &mut workspace.memory)
    }

    /// ∂E/∂w at `weights` of the error of other samples, by columns, goes to `gradient`.
    pub(crate) fn gradient_of(
        &self,
        samples: &[Columns; 2],
        weights: &[f64],
        gradient: &mut [f64],
        workspace: &mut Workspace<f64>,
    ) {
        let task = self.task_with(samples.each_ref());
        f64::evaluate(task, weights, Some(gradient), &mut workspace.memory);
    }

    /// The same, for callers that ask only once.
    pub(crate) fn gradient_of_batch(&self, samples: &[Columns; 2], weights: &[f64]) -> Vec<f64> {
        let mut gradient = vec![0.0; weights.len()];
        let mut workspace = Workspace::new(&self.network);
        self.gradient_of(samples, weights, &mut gradient, &mut workspace);
        gradient
    }

    /// E alone at `weights`, with the bits that [`Problem::error_and_gradient`] gives: a pass forward
    /// and none back, for pictures of E.
    ///
    /// ```
    /// use backprop::{Activation, Loss, Network, Problem, Samples, Workspace};
    /// use ndarray::array;
    ///
    /// let network = Network::new(vec![1, 1], vec![Activation::Tanh], false)?;
    /// let samples = Samples::new(array![[1.0]], array![[0.5]])?;
    /// let problem = Problem::new(network, Loss::SquaredError, samples)?;
    /// let mut workspace = Workspace::new(problem.network());
    /// assert_eq!(problem.error(&[0.3], &mut workspace), problem.gradient(&[0.3]).0);
    /// # Ok::<(), backprop::Error>(())
    /// ```
    pub fn error<R: Lanes>(&self, weights: &[R], workspace: &mut Workspace<R>) -> R {
        R::evaluate(self.task(), weights, None, &mut workspace.memory)
    }

    /// What the evaluation takes of it.
    pub(crate) fn task(&self) -> Task<'_> {
        self.task_with(self.samples.columns())
    }

    /// The same with other inputs and targets.
    pub(crate) fn task_with<'a>(&'a self, [inputs, targets]: [&'a Columns; 2]) -> Task<'a> {
        Task {
            network: &self.network,
            loss: self.loss,
            inputs,
            targets,
        }
    }

    /// E and ∂E/∂w at `weights`, for callers that ask only once.
    pub fn gradient(&self, weights: &[f64]) -> (f64, Vec<f64>) {
        let mut gradient = vec![0.0; weights.len()];
        let mut workspace = Workspace::new(&self.network);
        let error = self.error_and_gradient(weights, &mut gradient, &mut workspace);
        (error, gradient)
    }

    /// The least error that any outputs would have: 0 with the squared error, more with cross-entropy
    /// where targets lie between 0 and 1.
    pub fn floor(&self) -> f64 {
        let [_, targets] = self.samples.columns();
        (0..self.samples.targets().ncols())
            .map(|unit| self.loss.floor(targets.column(unit)))
            .sum()
    }

    /// The error of the best constant output: what is reached without looking at the inputs.
    pub fn constant_error(&self) -> f64 {
        let [_, targets] = self.samples.columns();
        (0..self.samples.targets().ncols())
            .map(|unit| self.loss.constant_error(targets.column(unit)))
            .sum()
    }
}

//! One place in weight space that moves along axes, and the error there.

use backprop::{Axis, Lanes, Problem, Workspace};

use crate::error::Error;

/// The error and its slope at weights of which some move. Holds everything that an evaluation
/// needs, so that a grid allocates once. Lanes of `R` are places side by side.
pub(crate) struct Probe<'a, R: Lanes> {
    problem: &'a Problem,
    weights: Vec<R>,
    /// Of the size of the weights once a slope has been asked for.
    gradient: Vec<R>,
    workspace: Workspace<R>,
}

impl<'a, R: Lanes> Probe<'a, R> {
    /// A probe at `weights`, in all lanes.
    pub(crate) fn new(problem: &'a Problem, weights: &[f64]) -> Probe<'a, R> {
        Probe {
            problem,
            weights: weights.iter().map(|&w| R::from_f64(w)).collect(),
            gradient: Vec::new(),
            workspace: Workspace::new(problem.network()),
        }
    }

    /// Moves one weight. The index was checked where the axis was.
    pub(crate) fn place(&mut self, weight: usize, value: R) {
        self.weights[weight] = value;
    }

    /// E here.
    pub(crate) fn error(&mut self) -> R {
        self.problem.error(&self.weights, &mut self.workspace)
    }

    /// E here; the slopes are then ready.
    pub(crate) fn measure(&mut self) -> R {
        let (gradient, workspace) = (&mut self.gradient, &mut self.workspace);
        gradient.resize(self.weights.len(), R::from_f64(0.0));
        self.problem
            .error_and_gradient(&self.weights, gradient, workspace)
    }

    /// ∂E/∂w of one weight, where [`Probe::measure`] was last called.
    pub(crate) fn slope(&self, weight: usize) -> R {
        self.gradient[weight]
    }
}

/// Refuses weights that are not the network's.
pub(crate) fn check_weights(problem: &Problem, weights: &[f64]) -> Result<(), Error> {
    let expected = problem.network().weight_count();
    if weights.len() == expected {
        Ok(())
    } else {
        let found = weights.len();
        Err(Error::Weights { expected, found })
    }
}

/// Refuses an axis that the network does not have or that has no length, and grids without a cell.
pub(crate) fn check_axis(problem: &Problem, axis: Axis, points: usize) -> Result<(), Error> {
    let count = problem.network().weight_count();
    let Axis { weight, from, to } = axis;
    if weight >= count {
        Err(Error::Weight { weight, count })
    } else if !(from.is_finite() && to.is_finite() && from < to) {
        Err(Error::Range { from, to })
    } else if points < 2 {
        Err(Error::TooFewPoints { found: points })
    } else {
        Ok(())
    }
}

/// Weights × samples: what one evaluation costs.
pub(crate) fn cost(problem: &Problem) -> u64 {
    let weights = problem.network().weight_count() as u64;
    weights * problem.samples().count() as u64
}

/// Point `index` of `count` evenly spaced ones from `from` to `to`, both ends exact.
pub(crate) fn node(from: f64, to: f64, index: usize, count: usize) -> f64 {
    if index + 1 >= count {
        to
    } else {
        from + (to - from) * (index as f64 / (count - 1) as f64)
    }
}

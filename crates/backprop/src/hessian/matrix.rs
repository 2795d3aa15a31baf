//! The Hessian over the free weights, column by column.

use ndarray::Array2;

use crate::equations::{Signals, backward, forward};
use crate::number::{Arithmetic, Tangent};
use crate::problem::Problem;

/// ∂²E/∂w_i∂w_j over the weights numbered in `free`, at `weights` (all weights of the network):
/// a symmetric matrix with a row and a column for each free weight. On a ReLU's kink it is the
/// Hessian of the side where the unit is off.
///
/// The lecture's equations over numbers that carry a derivative differentiate the gradient itself:
/// the result is a column of the Hessian, exact to rounding (forward over reverse; Pearlmutter,
/// 1994).
///
/// ```
/// use backprop::{Eigen, Experiment, hessian};
/// let experiment = Experiment::parse(r#"{"layers": [1, 1, 1], "activations": ["tanh", "tanh"],
///     "bias": false, "inputs": [[1]], "targets": [[0.5]], "weights": [0, 0],
///     "rule": {"name": "steepest-descent", "rate": 0.2}, "steps": 3000}"#)?;
/// // The origin is a saddle.
/// let matrix = hessian(experiment.problem(), experiment.start(), experiment.free());
/// let Some(eigen) = Eigen::of(&matrix) else { unreachable!() };
/// assert!((eigen.values[0] + 0.5).abs() < 1e-12 && (eigen.values[1] - 0.5).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn hessian(problem: &Problem, weights: &[f64], free: &[usize]) -> Array2<f64> {
    let mut point: Vec<Tangent> = weights.iter().map(|&w| Tangent::from_f64(w)).collect();
    let mut gradient = point.clone();
    let mut signals = Signals::new(problem.network());
    let mut matrix = Array2::zeros((free.len(), free.len()));
    for (column, &j) in free.iter().enumerate() {
        point[j].derivatives = [1.0];
        gradient_at(problem, &point, &mut signals, &mut gradient);
        point[j].derivatives = [0.0];
        for (row, &i) in free.iter().enumerate() {
            matrix[[row, column]] = gradient[i].derivative();
        }
    }
    // Rounding differs between the two orders of differentiation; what is symmetric stays so.
    let entry = |(i, j)| 0.5 * (matrix[[i, j]] + matrix[[j, i]]);
    Array2::from_shape_fn(matrix.dim(), entry)
}

/// ∂E/∂w at a point that moves along a direction, its derivatives, and what the slopes change by.
pub(super) fn gradient_at(
    problem: &Problem,
    point: &[Tangent],
    signals: &mut Signals<Tangent>,
    gradient: &mut [Tangent],
) {
    let (network, loss) = (problem.network(), problem.loss());
    gradient.fill(Tangent::from_f64(0.0));
    for (input, target) in problem.samples().iter() {
        forward(network, point, input, signals);
        backward(network, loss, point, target, signals, gradient);
    }
}

//! The Hessian and its eigenpairs over the free weights.

use nalgebra::{DMatrix, SymmetricEigen};
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
    let network = problem.network();
    let mut point: Vec<Tangent> = weights.iter().map(|&w| Tangent::from_f64(w)).collect();
    let mut gradient = point.clone();
    let mut signals = Signals::new(network);
    let mut matrix = Array2::zeros((free.len(), free.len()));
    for (column, &j) in free.iter().enumerate() {
        point[j].derivative = 1.0;
        gradient.fill(Tangent::from_f64(0.0));
        for (input, target) in problem.samples().iter() {
            forward(network, &point, input, &mut signals);
            backward(
                network,
                problem.loss(),
                &point,
                target,
                &mut signals,
                &mut gradient,
            );
        }
        point[j].derivative = 0.0;
        for (row, &i) in free.iter().enumerate() {
            matrix[[row, column]] = gradient[i].derivative;
        }
    }
    // Rounding differs between the two orders of differentiation; what is symmetric stays so.
    let entry = |(i, j)| 0.5 * (matrix[[i, j]] + matrix[[j, i]]);
    Array2::from_shape_fn(matrix.dim(), entry)
}

/// The eigenvalues of a symmetric matrix, ascending, and the eigenvectors that belong to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigen {
    /// λ, ascending.
    pub values: Vec<f64>,
    /// v of length 1, a row for each λ.
    pub vectors: Array2<f64>,
}

impl Eigen {
    /// The eigenpairs of the symmetric `matrix`; none where it has an entry that is not finite.
    pub fn of(matrix: &Array2<f64>) -> Option<Eigen> {
        let n = matrix.nrows();
        if !matrix.iter().all(|x| x.is_finite()) {
            return None;
        }
        let copy = DMatrix::from_fn(n, n, |i, j| matrix[[i, j]]);
        let eigen = SymmetricEigen::try_new(copy, f64::EPSILON, MOST_ITERATIONS)?;
        // One after another into its place: there are few.
        let mut order: Vec<usize> = Vec::with_capacity(n);
        for k in 0..n {
            let value = eigen.eigenvalues[k];
            order.insert(order.partition_point(|&i| eigen.eigenvalues[i] <= value), k);
        }
        Some(Eigen {
            values: order.iter().map(|&k| eigen.eigenvalues[k]).collect(),
            vectors: Array2::from_shape_fn((n, n), |(k, i)| eigen.eigenvectors[(i, order[k])]),
        })
    }
}

/// QR iterations; convergence takes a few for each eigenvalue.
const MOST_ITERATIONS: usize = 100_000;

//! Slopes and second derivatives along a few directions.

use ndarray::Array2;

use crate::equations::Signals;
use crate::hessian::matrix::gradient_at;
use crate::number::{Arithmetic as _, Tangent};
use crate::problem::Problem;

/// The slopes of E at `weights` along `directions`, each with a number for each weight, and the
/// second derivatives along each two of them: Dᵀ ∂E/∂w and Dᵀ H D, where the directions are the
/// columns of D. On a ReLU's kink those of the side where the unit is off.
///
/// The lecture's equations over numbers that carry a derivative differentiate the gradient along a
/// direction, exact to rounding (forward over reverse; Pearlmutter, 1994).
///
/// ```
/// use backprop::{Experiment, slopes_and_bends};
/// let experiment = Experiment::parse(r#"{"layers": [1, 1, 1], "activations": ["tanh", "tanh"],
///     "bias": false, "inputs": [[1]], "targets": [[0.5]], "weights": [0, 0],
///     "rule": {"name": "steepest-descent", "rate": 0.2}, "steps": 3000}"#)?;
/// // The saddle at the origin: it falls along one diagonal and rises along the other.
/// let half = 0.5_f64.sqrt();
/// let diagonals = [[half, half], [half, -half]];
/// let diagonals = diagonals.each_ref().map(|direction| &direction[..]);
/// let (slopes, bends) = slopes_and_bends(experiment.problem(), &[0.0, 0.0], &diagonals);
/// assert_eq!(slopes, [0.0, 0.0]);
/// assert!((bends[(0, 0)] + 0.5).abs() < 1e-12 && (bends[(1, 1)] - 0.5).abs() < 1e-12);
/// assert!(bends[(0, 1)].abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn slopes_and_bends(
    problem: &Problem,
    weights: &[f64],
    directions: &[&[f64]],
) -> (Vec<f64>, Array2<f64>) {
    let count = directions.len();
    let mut gradient = vec![Tangent::from_f64(0.0); weights.len()];
    let mut signals = Signals::new(problem.network());
    let mut slopes = vec![0.0; count];
    let mut bends = Array2::<f64>::zeros((count, count));
    for (column, across) in directions.iter().enumerate() {
        let parts = weights.iter().zip(*across);
        let point: Vec<Tangent> = parts
            .map(|(&value, &derivative)| Tangent::new(value, derivative))
            .collect();
        gradient_at(problem, &point, &mut signals, &mut gradient);
        for (row, along) in directions.iter().enumerate() {
            let parts = along.iter().zip(&gradient);
            bends[[row, column]] = parts
                .clone()
                .map(|(part, g)| part * g.derivative())
                .sum::<f64>();
            slopes[row] = parts.map(|(part, g)| part * g.value).sum::<f64>();
        }
    }
    // Rounding differs between the two orders of differentiation; what is symmetric stays so.
    let entry = |(i, j)| 0.5 * (bends[[i, j]] + bends[[j, i]]);
    (slopes, Array2::from_shape_fn(bends.dim(), entry))
}

//! What E looks like at the end of a run, to second order.

use ndarray::Array2;

use crate::experiment::Experiment;
use crate::verdict::hessian::{Eigen, hessian};

/// Rounding level of eigenvalues, relative to the largest |λ|.
const ROUNDING: f64 = 1e-13;
/// An eigenvalue below this share of the largest marks a direction in which E hardly changes: with
/// a solution in it, a run has come near it, but not to the last digit.
const FLAT: f64 = 1e-6;

/// What the curvature at the end says.
///
/// ```
/// use backprop::{Experiment, Kind};
///
/// // Two tanh units in a chain, both weights 0: the gradient is exactly 0 at no minimum.
/// let experiment = Experiment::parse(
///     r#"{"layers": [1, 1, 1], "activations": ["tanh", "tanh"], "bias": false,
///         "inputs": [[1]], "targets": [[0.5]], "weights": [0, 0],
///         "rule": {"name": "steepest-descent", "rate": 0.2}, "steps": 3000}"#,
/// )?;
/// let verdict = experiment.run().verdict;
/// assert_eq!((verdict.kind, verdict.gradient_norm), (Kind::Saddle, 0.0));
/// let curvature = verdict.curvature.expect("E is smooth");
/// for (found, expected) in curvature.eigenvalues.iter().zip([-0.5, 0.5]) {
///     assert!((found - expected).abs() < 1e-12);
/// }
/// // N ε |λ| = 3000 · 0.2 · 0.5
/// assert!((curvature.nudge_growth - 300.0).abs() < 1e-9);
/// # Ok::<(), backprop::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Curvature {
    /// λ over the free weights, ascending.
    pub eigenvalues: Vec<f64>,
    /// ε λ_max: steepest descent needs it below 2.
    pub rate_curvature: f64,
    /// N ε max(0, −λ_min): a nudge grows by e to this power within as many steps again.
    pub nudge_growth: f64,
    /// λ_max / λ_min over the directions that are not flat to rounding; none where there is none
    /// or one of them leads down.
    pub condition: Option<f64>,
    /// N ε κ with κ = −gᵀHg / ‖g‖²: the slope grows by e to this power within as many steps again;
    /// negative where it shrinks, none where it is 0.
    pub gathering: Option<f64>,
    /// In how many directions E hardly changes: eigenvalues that are 0 beside the largest.
    pub flat_directions: usize,
}

impl Curvature {
    /// At `weights`; none where the Hessian is not finite.
    pub(crate) fn of(experiment: &Experiment, weights: &[f64]) -> Option<Curvature> {
        let matrix = hessian(experiment.problem(), weights, experiment.free());
        let eigenvalues = Eigen::of(&matrix)?.values;
        let (least, greatest) = match eigenvalues.as_slice() {
            [least, .., greatest] => (*least, *greatest),
            [only] => (*only, *only),
            [] => return None,
        };
        let horizon = experiment.steps() as f64 * experiment.rule().rate();
        let size = greatest.max(-least);
        let curved = eigenvalues.iter().copied().filter(|l| !is_flat(*l, size));
        let least_curved = curved.fold(f64::INFINITY, f64::min);
        let is_valley = least_curved > 0.0 && least_curved.is_finite();
        Some(Curvature {
            rate_curvature: experiment.rule().rate() * greatest,
            nudge_growth: horizon * (-least).max(0.0),
            condition: is_valley.then(|| greatest / least_curved),
            gathering: bend(experiment, weights, &matrix).map(|bend| horizon * bend),
            flat_directions: eigenvalues
                .iter()
                .filter(|l| l.abs() <= FLAT * size)
                .count(),
            eigenvalues,
        })
    }
}

/// Whether λ is at rounding level beside the largest |λ|.
pub(super) fn is_flat(eigenvalue: f64, largest: f64) -> bool {
    eigenvalue.abs() <= ROUNDING * largest
}

/// κ = −gᵀHg / ‖g‖², the downward bend along the way down; none where g is 0.
fn bend(experiment: &Experiment, weights: &[f64], hessian: &Array2<f64>) -> Option<f64> {
    let (_, gradient) = experiment.problem().gradient(weights);
    let greatest = experiment
        .free()
        .iter()
        .fold(0.0_f64, |most, &i| most.max(gradient[i].abs()));
    if greatest == 0.0 {
        return None;
    }
    // Scaled, so that no square leaves the range.
    let g = experiment.free().iter().map(|&i| gradient[i] / greatest);
    let g: Vec<f64> = g.collect();
    let square: f64 = g.iter().map(|x| x * x).sum();
    let rows = hessian.rows().into_iter().zip(&g);
    let form: f64 = rows
        .map(|(row, g_i)| g_i * row.iter().zip(&g).map(|(h, g_j)| h * g_j).sum::<f64>())
        .sum();
    Some(-form / square)
}

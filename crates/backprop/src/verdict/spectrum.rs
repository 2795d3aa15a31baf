//! What E looks like at the end of a run, to second order.

use ndarray::ArrayView1;

use crate::experiment::Experiment;
use crate::hessian::{Eigen, hessian};
use crate::hessian::{Ends, Products};
use crate::verdict::direction::dot;
use crate::verdict::method::Method;

/// Rounding level of eigenvalues, relative to the largest |λ|.
const ROUNDING: f64 = 1e-13;
/// An eigenvalue below this share of the largest marks a direction in which E hardly changes: with
/// a solution in it, a run has come near it, but not to the last digit.
const FLAT: f64 = 1e-6;
/// Of the search for the ends of a spectrum. Any would do; this one is fixed so that a verdict is
/// always the same.
pub(super) const SEED: u64 = 0x656e_6473;

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
/// assert!(curvature.nudge_growth.is_some_and(|growth| (growth - 300.0).abs() < 1e-9));
/// # Ok::<(), backprop::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Curvature {
    /// λ over the free weights, ascending: all of them, or, where there are more than
    /// [`ALL_EIGENVALUES`](crate::thresholds::ALL_EIGENVALUES), the smallest and the largest, to a
    /// millionth of the largest |λ|. What rounding cannot tell from 0, to 10⁻¹³ of the largest, is 0.
    pub eigenvalues: Vec<f64>,
    /// How many eigenvalues there are, found or not.
    pub eigenvalue_count: usize,
    /// ε λ_max: steepest descent needs it below 2. None for other rules, and with batches.
    pub rate_curvature: Option<f64>,
    /// N ε max(0, −λ_min): a nudge grows by e to this power within as many steps again. With momentum
    /// ε / (1 − μ) stands for ε here and below, with batches the epochs for N. None for rules whose steps
    /// do not grow with the slope.
    pub nudge_growth: Option<f64>,
    /// λ_max / λ_min over the directions that are not flat to rounding; none where there is none
    /// or one of them leads down. Where only the ends are found and the lower one is flat, it is at
    /// least this.
    pub condition: Option<f64>,
    /// N ε κ with κ = −gᵀHg / ‖g‖²: the slope grows by e to this power within as many steps again;
    /// negative where it shrinks, none where it is 0, and as for nudges.
    pub gathering: Option<f64>,
    /// In how many directions E hardly changes: eigenvalues that are 0 beside the largest. Where only
    /// the ends are found, 1 where one is known to, whatever their number.
    pub flat_directions: usize,
}

impl Curvature {
    /// At `weights`; none where the Hessian is not finite. `tick` is told of what takes long.
    pub(crate) fn of(
        experiment: &Experiment,
        weights: &[f64],
        method: Method,
        tick: &dyn Fn(),
    ) -> Option<Curvature> {
        let known = match method {
            Method::All => Known::all(experiment, weights)?,
            Method::Ends => Known::ends(experiment, weights, tick)?,
        };
        let (least, greatest) = (*known.values.first()?, *known.values.last()?);
        let reach = experiment.reach();
        let rate = experiment.rule().rate();
        let size = greatest.max(-least);
        let curved = known.values.iter().copied();
        let curved = curved.filter(|l| !is_flat(*l, size));
        let least_curved = curved.fold(f64::INFINITY, f64::min);
        let is_valley = least_curved > 0.0 && least_curved.is_finite();
        Some(Curvature {
            rate_curvature: experiment.is_steepest_descent().then_some(rate * greatest),
            nudge_growth: reach.map(|reach| reach * (-least).max(0.0)),
            condition: is_valley.then(|| greatest / least_curved),
            gathering: known.bend.zip(reach).map(|(bend, reach)| reach * bend),
            flat_directions: known.flat_directions,
            eigenvalue_count: experiment.free().len(),
            eigenvalues: match method {
                Method::All => known.values.iter().map(|&l| told(l, size)).collect(),
                Method::Ends => vec![least, greatest],
            },
        })
    }
}

/// What is known of a Hessian.
struct Known {
    /// Its eigenvalues, ascending, or else its two ends and, between them, those of its restriction
    /// to a space of some directions.
    values: Vec<f64>,
    flat_directions: usize,
    /// κ
    bend: Option<f64>,
}

impl Known {
    fn all(experiment: &Experiment, weights: &[f64]) -> Option<Known> {
        let matrix = hessian(experiment.problem(), weights, experiment.free());
        let values = Eigen::of(&matrix)?.values;
        let size = values.iter().fold(0.0_f64, |most, l| most.max(l.abs()));
        let times = |g: &[f64]| {
            let rows = matrix.rows().into_iter();
            let entry = |row: ArrayView1<'_, f64>| row.iter().zip(g).map(|(h, g)| h * g).sum();
            rows.map(entry).collect()
        };
        Some(Known {
            flat_directions: values.iter().filter(|l| l.abs() <= FLAT * size).count(),
            bend: bend(experiment, weights, times),
            values,
        })
    }

    fn ends(experiment: &Experiment, weights: &[f64], tick: &dyn Fn()) -> Option<Known> {
        let free = experiment.free();
        let own_units = vec![1.0; free.len()];
        let mut products = Products::new(experiment.problem(), weights, free, own_units, tick);
        let ends = Ends::of(&mut products, SEED)?;
        let level = FLAT * ends.size();
        let mut known = ends.values().iter().zip(ends.errors());
        let is_flat = known.any(|(l, error)| l.abs() <= level && error <= level);
        Some(Known {
            flat_directions: usize::from(is_flat),
            bend: bend(experiment, weights, |g| products.times(g)),
            values: ends.values().to_vec(),
        })
    }
}

/// Whether λ is at rounding level beside the largest |λ|.
pub(super) fn is_flat(eigenvalue: f64, largest: f64) -> bool {
    eigenvalue.abs() <= ROUNDING * largest
}

/// λ as it is told: 0 where it is only the rounding of 0.
fn told(eigenvalue: f64, largest: f64) -> f64 {
    if is_flat(eigenvalue, largest) {
        0.0
    } else {
        eigenvalue
    }
}

/// κ = −gᵀHg / ‖g‖², the downward bend along the way down, where `times` gives H times a vector;
/// none where g is 0.
fn bend(
    experiment: &Experiment,
    weights: &[f64],
    times: impl FnOnce(&[f64]) -> Vec<f64>,
) -> Option<f64> {
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
    Some(-dot(&g, &times(&g)) / dot(&g, &g))
}

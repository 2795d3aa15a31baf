//! Up to which learning rate steepest descent settles in a minimum.

use backprop::{Eigen, Experiment, hessian};

use crate::curve::Minimum;

/// The greatest learning rate with which steepest descent can settle in a minimum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateLimit {
    /// Where the minimum is.
    pub weight: f64,
    /// 2 / λ_max, with the largest eigenvalue of the Hessian there. Next to the minimum a step of
    /// ε ∂E/∂w multiplies what is left along λ by 1 − ε λ: beyond this rate it overshoots by more than it
    /// was away.
    pub rate: f64,
}

/// That of each minimum along the experiment's first axis, where one of them is all that descent moves.
/// None for other rules than steepest descent, for batches, where descent moves other weights too (the
/// minima of a slice are none of E), and at minima without curvature.
///
/// ```
/// use landscape::{Curve, rate_limits};
/// use backprop::Experiment;
/// use lessons::Fact;
///
/// let experiment = Experiment::parse(Fact::TwoMinima.document())?;
/// let axis = experiment.view()[0];
/// let curve = Curve::sample(experiment.problem(), experiment.start(), axis, 401)?;
/// let [global, local] = rate_limits(&experiment, curve.minima())[..] else { panic!("two valleys") };
/// assert!((global.weight + 0.154802).abs() < 1e-5 && (local.weight - 2.197224).abs() < 1e-5);
/// // The narrow valley asks for shorter steps.
/// assert!(local.rate > global.rate);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn rate_limits(experiment: &Experiment, minima: &[Minimum]) -> Vec<RateLimit> {
    let axis = experiment.view()[0].weight;
    if !experiment.is_steepest_descent() || experiment.free() != [axis] {
        return Vec::new();
    }
    let limit = |&Minimum { weight, .. }: &Minimum| {
        let mut weights = experiment.start().to_vec();
        weights[axis] = weight;
        let hessian = hessian(experiment.problem(), &weights, experiment.free());
        let eigen = Eigen::of(&hessian)?;
        let greatest = *eigen.values.last()?;
        let rate = 2.0 / greatest;
        (greatest > 0.0 && rate.is_finite()).then_some(RateLimit { weight, rate })
    };
    minima.iter().filter_map(limit).collect()
}

#[cfg(test)]
#[path = "stability_tests.rs"]
mod tests;

//! The direction in which nothing changes where a run has converged.

use backprop::{Eigen, Experiment, Kind, Verdict, hessian};

/// The direction along the two axes of the picture in which E does not change at `weights`, where a
/// run has converged there; none where there is none, or where other weights move too.
pub fn flat_direction(
    experiment: &Experiment,
    weights: &[f64],
    verdict: &Verdict,
) -> Option<[f64; 2]> {
    let is_flat = verdict.curvature.as_ref()?.flat_directions > 0;
    let [x, y] = experiment.view() else {
        return None;
    };
    if !is_flat || verdict.kind != Kind::Converged || experiment.is_projection() {
        return None;
    }
    let matrix = hessian(experiment.problem(), weights, &[x.weight, y.weight]);
    let eigen = Eigen::of(&matrix)?;
    let flattest = usize::from(eigen.values[0].abs() > eigen.values[1].abs());
    let direction = eigen.vectors.row(flattest);
    Some([direction[0], direction[1]])
}

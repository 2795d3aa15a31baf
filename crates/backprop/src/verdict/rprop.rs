//! A descent that looks at the signs of the slopes only.

use crate::batch::Workspace;
use crate::problem::Problem;

/// The constants of Rprop (Riedmiller and Braun, 1993), in its variant that forgets the slope
/// after a change of sign (iRprop⁻, Igel and Hüsken, 2000).
const GROW: f64 = 1.2;
const SHRINK: f64 = 0.5;
const FIRST_STEP: f64 = 0.1;
const LEAST_STEP: f64 = 1e-13;
const GREATEST_STEP: f64 = 10.0;

/// One descent by Rprop. Plateaus hold it up less than they do steepest descent.
#[derive(Clone, Debug)]
pub(super) struct Rprop {
    weights: Vec<f64>,
    gradient: Vec<f64>,
    /// Of each free weight: the length of its step, and its slope before.
    steps: Vec<f64>,
    slopes: Vec<f64>,
    workspace: Workspace<f64>,
}

impl Rprop {
    /// From `weights`, of which `free` move.
    pub(super) fn new(problem: &Problem, weights: Vec<f64>, free: usize) -> Rprop {
        Rprop {
            gradient: vec![0.0; weights.len()],
            steps: vec![FIRST_STEP; free],
            slopes: vec![0.0; free],
            workspace: Workspace::new(problem.network()),
            weights,
        }
    }

    /// E where it is, and a step from there of the weights numbered in `free`; and whether there is
    /// a next one to come.
    pub(super) fn step(&mut self, problem: &Problem, free: &[usize]) -> (f64, bool) {
        let (weights, gradient) = (&mut self.weights, &mut self.gradient);
        let error = problem.error_and_gradient(weights, gradient, &mut self.workspace);
        let mut moved = false;
        for ((&i, step), slope) in free.iter().zip(&mut self.steps).zip(&mut self.slopes) {
            let turn = gradient[i] * *slope;
            *slope = gradient[i];
            if turn > 0.0 {
                *step = (*step * GROW).min(GREATEST_STEP);
            } else if turn < 0.0 {
                *step = (*step * SHRINK).max(LEAST_STEP);
                *slope = 0.0;
            }
            if *slope != 0.0 {
                weights[i] -= *step * slope.signum();
            }
            moved |= gradient[i] != 0.0 && *step > LEAST_STEP;
        }
        (error, moved)
    }
}

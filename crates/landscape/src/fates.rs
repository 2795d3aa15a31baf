//! The fate of every start on a grid.

use backprop::{Experiment, Kind};

/// What became of one start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fate {
    /// The verdict.
    pub kind: Kind,
    /// Steps done.
    pub steps: usize,
    /// The first step at which the error counts as solved; none where it never does.
    pub steps_to_goal: Option<usize>,
    /// E at the end.
    pub error: f64,
    /// ‖∂E/∂w‖ over the free weights at the start.
    pub gradient_norm_at_start: f64,
}

/// A grid of starts over the axes of an experiment's view: one row where it has one axis.
#[derive(Clone, Debug)]
pub struct FateMap {
    experiment: Experiment,
    size: [usize; 2],
}

impl FateMap {
    /// A grid of `columns` × `rows` starts. `best_error` is the smallest error known
    /// ([`Experiment::best_known_error`]).
    pub fn new(experiment: &Experiment, size: [usize; 2], best_error: f64) -> FateMap {
        FateMap {
            experiment: experiment.clone().with_best_error(best_error),
            size,
        }
    }

    /// The initial values at the middle of a pixel: the weights on the axes from its place, the
    /// others as in the experiment.
    pub fn start(&self, (column, row): (usize, usize)) -> Vec<f64> {
        let mut weights = self.experiment.start().to_vec();
        for ((axis, place), pixels) in self
            .experiment
            .view()
            .iter()
            .zip([column, row])
            .zip(self.size)
        {
            let part = (place as f64 + 0.5) / pixels as f64;
            weights[axis.weight] = axis.from * (1.0 - part) + axis.to * part;
        }
        weights
    }

    /// What becomes of the starts at these pixels (column, row), in their order.
    pub fn fates(&self, pixels: &[(usize, usize)]) -> Vec<Fate> {
        pixels
            .iter()
            .filter_map(|&pixel| {
                let run = self.experiment.with_start(self.start(pixel)).ok()?.run();
                let goal = run.verdict.goal.error;
                Some(Fate {
                    kind: run.verdict.kind,
                    steps: run.record.steps(),
                    steps_to_goal: run.record.errors().iter().position(|&e| e <= goal),
                    error: run.verdict.error,
                    gradient_norm_at_start: run.record.gradient_norms()[0],
                })
            })
            .collect()
    }
}

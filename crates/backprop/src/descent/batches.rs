//! The samples of one step after another.

use crate::batch::Columns;
use crate::experiment::{Batch, Experiment};

/// The batches of a descent, in turn. An epoch's order is drawn once.
#[derive(Clone, Debug)]
pub(crate) struct Batches {
    batch: Batch,
    steps_in_epoch: usize,
    /// Number of the epoch whose batches are kept.
    epoch: usize,
    /// Inputs and targets of each of its batches.
    columns: Vec<[Columns; 2]>,
}

impl Batches {
    /// Those of `experiment`; none where each step is taken with all samples.
    pub(crate) fn of(experiment: &Experiment) -> Option<Batches> {
        let batch = experiment.batch()?;
        let mut batches = Batches {
            batch,
            steps_in_epoch: experiment.steps_in_epoch(),
            epoch: 0,
            columns: Vec::new(),
        };
        batches.draw(experiment, 0);
        Some(batches)
    }

    fn draw(&mut self, experiment: &Experiment, epoch: usize) {
        let samples = experiment.problem().samples();
        let order = self.batch.epoch(samples.count(), epoch);
        let batches = order.chunks(self.batch.size);
        let of_batch = |rows: &[usize]| samples.columns().map(|columns| columns.of_rows(rows));
        self.columns = batches.map(of_batch).collect();
        self.epoch = epoch;
    }

    /// Inputs and targets of the samples with which the step after the one numbered `step` is taken.
    pub(crate) fn of_step(&mut self, experiment: &Experiment, step: usize) -> &[Columns; 2] {
        let epoch = step / self.steps_in_epoch;
        if epoch != self.epoch && self.batch.changes_with_epoch() {
            self.draw(experiment, epoch);
        }
        &self.columns[step % self.steps_in_epoch]
    }
}

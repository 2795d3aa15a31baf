//! One update of a run, with all that it was made from.

use crate::descent::{Batches, Record};
use crate::experiment::Experiment;
use crate::rules::State;

/// One update of a run: what the rule was given, and what it remembers.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// Numbers of the samples that it was made with, from 0.
    pub samples: Vec<usize>,
    /// ∂E/∂w of their error, one for each weight.
    pub gradient: Vec<f64>,
    /// The rule's state before it.
    pub before: State<f64>,
    /// And after it.
    pub after: State<f64>,
}

impl Experiment {
    /// The update that follows the step numbered `step` of `record`, a run of this experiment, also where
    /// the run did not take it.
    ///
    /// ```
    /// use backprop::Experiment;
    ///
    /// // E = ½ (w − 1)², with momentum.
    /// let experiment = Experiment::parse(
    ///     r#"{"layers": [1, 1], "activations": ["identity"], "bias": false,
    ///         "inputs": [[1]], "targets": [[1]], "weights": [3],
    ///         "rule": {"name": "momentum", "rate": 0.1}, "steps": 3}"#,
    /// )?;
    /// let run = experiment.run();
    /// let update = experiment.update(&run.record, 1);
    /// let v = |state: &backprop::State<f64>| state.of_weight(&experiment.rule(), 0)[0];
    /// // v ← 0.9 v − 0.1 · 1.8
    /// assert!((v(&update.before) + 0.2).abs() < 1e-15 && (v(&update.after) + 0.36).abs() < 1e-15);
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn update(&self, record: &Record, step: usize) -> Update {
        let step = step.min(record.steps());
        let mut batches = Batches::of(self);
        let mut gradient_at = |step: usize| match &mut batches {
            None => self.problem().gradient(record.weights(step)).1,
            Some(batches) => {
                let batch = batches.of_step(self, step);
                self.problem()
                    .gradient_of_batch(batch, record.weights(step))
            }
        };
        let rule = self.rule();
        let (mut reached, mut state) = match record.kept_state(step) {
            Some((kept, state)) => (kept, state.clone()),
            None => (step, rule.state(self.start().len())),
        };
        loop {
            let gradient = gradient_at(reached);
            let before = state.clone();
            let mut weights = record.weights(reached).to_vec();
            rule.update(&mut weights, &gradient, self.free(), &mut state);
            if reached == step {
                let all = self.problem().samples().count();
                let of_batch = self.batch().map(|batch| batch.samples(all, step));
                return Update {
                    samples: of_batch.unwrap_or_else(|| (0..all).collect()),
                    gradient,
                    before,
                    after: state,
                };
            }
            reached += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each update is that of a run, whichever of the kept states it is found from.
    #[test]
    fn an_update_is_that_of_the_run() {
        for rule in ["momentum", "adagrad", "rmsprop", "adam", "steepest-descent"] {
            for batch in [
                "",
                r#""batch": {"size": 2, "order": "shuffled", "seed": 3},"#,
            ] {
                let document = format!(
                    r#"{{"layers": [2, 2, 1], "activations": ["tanh", "logistic"], "bias": true,
                    "inputs": [[0, 0], [0, 1], [1, 0]], "targets": [[0], [1], [1]], {batch}
                    "init": {{"scheme": "uniform", "scale": 1, "seed": 7}}, "free": [1, 5, 8],
                    "rule": {{"name": "{rule}", "rate": 0.1}}, "steps": 30}}"#
                );
                let experiment = Experiment::parse(&document).unwrap();
                let record = experiment.run().record;
                let mut state = experiment.rule().state(9);
                for step in 0..=30 {
                    let update = experiment.update(&record, step);
                    assert_eq!(update.before, state, "{rule} {step}");
                    let mut weights = record.weights(step).to_vec();
                    let (rule, free) = (experiment.rule(), experiment.free());
                    rule.update(&mut weights, &update.gradient, free, &mut state);
                    assert_eq!(weights, record.next_weights(step), "{rule:?} {step}");
                    assert_eq!(update.after, state);
                    let sizes = if batch.is_empty() { [3, 3] } else { [2, 1] };
                    assert_eq!(update.samples.len(), sizes[step % 2]);
                }
            }
        }
    }
}

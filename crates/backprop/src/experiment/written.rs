//! The experiment's document, written.

use ndarray::Array2;

use crate::experiment::{Axis, Batch, Experiment, Initial, Order, Value};
use crate::losses::Loss;
use crate::network::Draw;
use crate::rules::Rule;

impl Experiment {
    /// The document of this experiment, with its view, also where that was chosen. Read again
    /// ([`Experiment::from_document`]) it gives the same run and the same picture.
    pub fn to_document(&self) -> Value {
        let parts = self.parts();
        let network = self.problem().network();
        let samples = self.problem().samples();
        let activations = network.activations().iter().map(|f| f.name());
        let mut entries = vec![
            ("layers", list(network.sizes())),
            ("activations", activations.collect()),
            ("bias", network.has_bias().into()),
            ("inputs", rows(samples.inputs())),
            ("targets", rows(samples.targets())),
        ];
        let loss = self.problem().loss();
        if loss != Loss::default() {
            entries.push(("loss", loss.name().into()));
        }
        entries.push(match &parts.initial {
            Initial::Given(weights) => ("weights", list(weights)),
            Initial::Drawn(draw) => ("init", drawn(draw)),
        });
        if let Some(free) = &parts.free {
            entries.push(("free", list(free)));
        }
        entries.push(("rule", rule(parts.rule)));
        if let Some(batch) = &parts.batch {
            entries.push(("batch", batched(batch)));
        }
        entries.push(("steps", parts.steps.into()));
        if let Some(best_error) = parts.best_error {
            entries.push(("best_error", best_error.into()));
        }
        entries.push(("view", self.view().iter().map(axis).collect()));
        object(entries)
    }
}

fn object(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let named = |(key, value): (&str, Value)| (key.to_owned(), value);
    Value::Object(entries.into_iter().map(named).collect())
}

fn list<T: Copy + Into<Value>>(values: &[T]) -> Value {
    values.iter().copied().collect()
}

fn rows(matrix: &Array2<f64>) -> Value {
    let row = |row: ndarray::ArrayView1<'_, f64>| row.iter().copied().collect::<Value>();
    matrix.rows().into_iter().map(row).collect()
}

fn drawn(draw: &Draw) -> Value {
    object([
        ("scheme", draw.scheme.name().into()),
        ("scale", draw.scale.into()),
        // At most 2⁵³ − 1.
        ("seed", Value::Number(draw.seed as f64)),
    ])
}

/// With the numbers that a reader would not take for granted.
fn rule(rule: Rule) -> Value {
    let settings = rule.settings().into_iter();
    let settings = settings.filter(|setting| setting.default != Some(setting.value));
    let settings = settings.map(|setting| (setting.key, setting.value.into()));
    object(std::iter::once(("name", rule.name().into())).chain(settings))
}

fn batched(batch: &Batch) -> Value {
    let mut entries = vec![
        ("size", batch.size.into()),
        ("order", batch.order.name().into()),
    ];
    if let Order::Shuffled { seed } = batch.order {
        // At most 2⁵³ − 1.
        entries.push(("seed", Value::Number(seed as f64)));
    }
    object(entries)
}

fn axis(axis: &Axis) -> Value {
    object([
        ("weight", axis.weight.into()),
        ("from", axis.from.into()),
        ("to", axis.to.into()),
    ])
}

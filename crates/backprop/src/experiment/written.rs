//! The experiment's JSON document, written.

use ndarray::Array2;

use crate::error::Short;
use crate::experiment::{Axis, Experiment, Initial};

impl Experiment {
    /// The document of this experiment, one key a line. Every number has the digits that bring it
    /// back with all its bits.
    pub fn to_json(&self) -> String {
        let parts = self.parts();
        let network = self.problem().network();
        let samples = self.problem().samples();
        let activations = network.activations().iter();
        let mut lines = vec![
            line("layers", list(network.sizes(), usize::to_string)),
            line(
                "activations",
                list(activations, |f| format!("\"{}\"", f.name())),
            ),
            line("bias", network.has_bias().to_string()),
            line("inputs", rows(samples.inputs())),
            line("targets", rows(samples.targets())),
            match &parts.initial {
                Initial::Given(weights) => line("weights", numbers(weights)),
                Initial::Drawn(draw) => {
                    let (scheme, scale, seed) = (draw.scheme.name(), Short(draw.scale), draw.seed);
                    let draw = format!(r#"{{"scheme":"{scheme}","scale":{scale},"seed":{seed}}}"#);
                    line("init", draw)
                }
            },
        ];
        if let Some(free) = &parts.free {
            lines.push(line("free", list(free, usize::to_string)));
        }
        let (name, rate) = (parts.rule.name(), Short(parts.rule.rate()));
        lines.push(line(
            "rule",
            format!(r#"{{"name":"{name}","rate":{rate}}}"#),
        ));
        lines.push(line("steps", parts.steps.to_string()));
        if let Some(best_error) = parts.best_error {
            lines.push(line("best_error", number(&best_error)));
        }
        lines.push(line("view", list(self.view(), axis)));
        format!("{{\n{}\n}}\n", lines.join(",\n"))
    }
}

fn line(key: &str, value: String) -> String {
    format!("  \"{key}\": {value}")
}

fn list<T>(values: impl IntoIterator<Item = T>, text: impl FnMut(T) -> String) -> String {
    let texts: Vec<String> = values.into_iter().map(text).collect();
    format!("[{}]", texts.join(","))
}

fn number(value: &f64) -> String {
    Short(*value).to_string()
}

fn numbers(values: &[f64]) -> String {
    list(values, number)
}

fn rows(matrix: &Array2<f64>) -> String {
    list(matrix.rows(), |row| list(row, number))
}

fn axis(axis: &Axis) -> String {
    let (weight, from, to) = (axis.weight, Short(axis.from), Short(axis.to));
    format!(r#"{{"weight":{weight},"from":{from},"to":{to}}}"#)
}

//! The reader's own problem: documents in, documents out.

use backprop::limits::{MOST_HIDDEN_LAYERS, MOST_RECORD, MOST_SAMPLES, MOST_UNITS, MOST_WORK};
use backprop::{Error, Experiment, Reason, Scheme};
use problems::{Cost, Ready, TableError, TableReason};
use wasm_bindgen::prelude::*;

use crate::document::read;
use crate::lab::Lab;
use crate::object::{ToJs, list, object};
use crate::refusal::thrown;

#[wasm_bindgen]
extern "C" {
    /// The browser's own reader of numbers.
    #[wasm_bindgen(js_name = Number)]
    fn to_number(text: &str) -> f64;
}

fn number(plain: &str) -> f64 {
    to_number(plain)
}

/// The number that a text is, as people write them; undefined where it is none.
#[wasm_bindgen]
pub fn read_number(text: &str) -> Option<f64> {
    problems::read_number(text, number)
}

/// The rows of a table's text.
///
/// # Errors
/// Throws a `TableRefusal` that names line and column.
#[wasm_bindgen(unchecked_return_type = "Table")]
pub fn read_table(text: &str) -> Result<JsValue, JsValue> {
    let table = problems::read_table(text, number).map_err(|error| refused(&error))?;
    Ok(object! {"header": table.header, "rows": table.rows})
}

fn refused(error: &TableError) -> JsValue {
    let values = match &error.reason {
        TableReason::Empty | TableReason::Missing | TableReason::Quote => object! {},
        TableReason::NotANumber { found } | TableReason::OtherMark { found } => {
            object! {"found": found}
        }
        TableReason::Width { found, expected } => object! {"found": found, "expected": expected},
        TableReason::TooManyRows { limit } | TableReason::TooManyColumns { limit } => {
            object! {"limit": limit}
        }
    };
    object! {
        "kind": error.reason.name(),
        "line": error.line,
        "column": error.column,
        "values": values,
    }
}

/// What is ready to use.
#[wasm_bindgen(unchecked_return_type = "ReadyInfo[]")]
pub fn ready_problems() -> JsValue {
    list(Ready::ALL.iter().map(|ready| {
        object! {"name": ready.name(), "drawn": ready.is_drawn()}
    }))
}

/// The document of a problem that is ready to use; `seed` is that of samples that are drawn.
///
/// # Errors
/// Throws a `Refusal` where there is none of that name, or the seed is none.
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn ready_problem(name: &str, seed: f64) -> Result<JsValue, JsValue> {
    let ready = Ready::from_name(name).ok_or_else(|| Error {
        place: "name".to_owned(),
        reason: Reason::not_one_of(name, Ready::ALL.iter().map(|ready| ready.name()).collect()),
    });
    let seed = crate::number::whole("seed", seed, 0, u32::MAX as usize);
    let document = ready.and_then(|ready| Ok(ready.document(seed? as u64)));
    Ok(document.map_err(|e| thrown(&e))?.to_js())
}

/// Names of the schemes by which initial values are drawn.
#[wasm_bindgen(unchecked_return_type = "string[]")]
pub fn schemes() -> JsValue {
    list(Scheme::ALL.iter().map(|scheme| scheme.name().to_js()))
}

/// How large an experiment may be.
#[wasm_bindgen(unchecked_return_type = "Limits")]
pub fn limits() -> JsValue {
    object! {
        "hidden_layers": MOST_HIDDEN_LAYERS,
        "units": MOST_UNITS,
        "samples": MOST_SAMPLES,
        "record": MOST_RECORD,
        "work": MOST_WORK,
    }
}

/// What the run of a network with these units a layer costs.
#[wasm_bindgen(unchecked_return_type = "Cost")]
pub fn cost(layers: &[usize], bias: bool, samples: f64, steps: f64) -> JsValue {
    let cost = Cost::new(layers, bias, samples, steps);
    object! {
        "weights": cost.weights,
        "record": cost.record,
        "work": cost.work,
        "allowed": cost.is_allowed(),
    }
}

#[wasm_bindgen]
impl Lab {
    /// The document of `after` with all weights of the present experiment that still exist in it, and
    /// what is said of them. `origins` has for each unit of its network, the input's first, the number
    /// of the present unit that it was, or −1.
    ///
    /// # Errors
    /// Throws a `Refusal` that names the place in `after`.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn carried_over(
        &self,
        #[wasm_bindgen(unchecked_param_type = "object")] after: &JsValue,
        origins: &[i32],
    ) -> Result<JsValue, JsValue> {
        let origins: Vec<_> = origins
            .iter()
            .map(|&unit| usize::try_from(unit).ok())
            .collect();
        let after = Experiment::from_document(&read(after));
        said(after.and_then(|after| problems::carried_over(&self.experiment, &after, &origins)))
    }

    /// The document with other initial values.
    ///
    /// # Errors
    /// Throws a `Refusal` where they are not one number for each weight.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn with_start(&self, start: Vec<f64>) -> Result<JsValue, JsValue> {
        said(problems::with_start(&self.experiment, start))
    }

    /// The document with other weights that move.
    ///
    /// # Errors
    /// Throws a `Refusal` where there are none, or no such weights.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn with_free(&self, free: Vec<usize>) -> Result<JsValue, JsValue> {
        said(problems::with_free(&self.experiment, free))
    }

    /// The inputs brought to mean 0 and deviation 1, and what was done to each column; undefined where
    /// they are too large.
    #[wasm_bindgen(unchecked_return_type = "Standardised | undefined")]
    pub fn standardised(&self) -> JsValue {
        let inputs = self.experiment.problem().samples().inputs().rows();
        let mut rows: Vec<_> = inputs.into_iter().map(|row| row.to_vec()).collect();
        let Some(columns) = problems::standardise(&mut rows) else {
            return JsValue::UNDEFINED;
        };
        let columns = columns
            .iter()
            .map(|column| object! {"mean": column.mean, "deviation": column.deviation});
        object! {"inputs": rows, "columns": list(columns)}
    }
}

fn said(experiment: Result<Experiment, Error>) -> Result<JsValue, JsValue> {
    Ok(experiment.map_err(|e| thrown(&e))?.to_document().to_js())
}

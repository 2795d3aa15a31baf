//! Judging a run away from the page, where that takes longer than a frame.

use std::cell::Cell;

use backprop::{Ending, Experiment, Search};
use wasm_bindgen::prelude::*;

use values::document::read;
use values::flat::flat_direction;
use values::judgement;
use values::object::object;
use values::refusal::thrown;

/// Passes over the samples that a verdict takes, as far as that can be said beforehand: what is left
/// is told by them.
const PASSES: f64 = 300.0;

/// Judges one run. It lives in a worker of the page.
#[wasm_bindgen]
pub struct Judge {
    experiment: Experiment,
    best_error: Option<f64>,
    search: Search,
    /// Passes of the search and of the verdict.
    passes: f64,
}

#[wasm_bindgen]
impl Judge {
    /// Prepares to judge a run of the experiment of a document; `best_error` is the smallest error
    /// known, if it is.
    ///
    /// # Errors
    /// Throws a `Refusal` where the document cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "unknown")] document: &JsValue,
        best_error: Option<f64>,
    ) -> Result<Judge, JsValue> {
        let experiment = Experiment::from_document(&read(document)).map_err(|e| thrown(&e))?;
        let searched = match best_error {
            None => Search::evaluations(&experiment) as f64,
            Some(_) => 0.0,
        };
        Ok(Judge {
            search: Search::new(&experiment),
            passes: searched + PASSES,
            experiment,
            best_error,
        })
    }

    /// Searches on for the smallest error, by at most so many evaluations. True when it is known.
    pub fn search(&mut self, evaluations: usize) -> bool {
        if self.best_error.is_none() && self.search.advance(evaluations) {
            self.best_error = Some(self.search.best_error());
        }
        self.best_error.is_some()
    }

    /// The share of the whole that the search has done.
    #[wasm_bindgen(getter)]
    pub fn share(&self) -> f64 {
        match self.best_error {
            None => self.search.share_done() * (1.0 - PASSES / self.passes),
            Some(_) => 1.0 - PASSES / self.passes,
        }
    }

    /// The smallest error known, once it is.
    #[wasm_bindgen(getter)]
    pub fn best_error(&self) -> Option<f64> {
        self.best_error
    }

    /// The verdict on the run that came to `ending` (`Lab.ending`) after
    /// `steps` steps; `tell` is called with the share of the whole that is done, again and again.
    /// Undefined where the ending is of another experiment.
    #[wasm_bindgen(unchecked_return_type = "Judgement | undefined")]
    pub fn judge(
        &self,
        ending: &[f64],
        steps: usize,
        #[wasm_bindgen(unchecked_param_type = "(share: number) => void")] tell: &js_sys::Function,
    ) -> JsValue {
        let experiment = &self.experiment;
        let Some(ending) = Ending::from_numbers(experiment, ending) else {
            return JsValue::UNDEFINED;
        };
        let best_error = self.best_error.unwrap_or(self.search.best_error());
        let done = Cell::new(0.0_f64);
        let tick = || {
            // Nobody knows how many are to come: all is never said to be done.
            done.set(done.get() + 1.0);
            let share = self.share() + done.get().min(PASSES - 3.0) / self.passes;
            // A page that does not listen does not hold it up.
            let _ = tell.call1(&JsValue::NULL, &share.into());
        };
        let verdict = experiment.judge(&ending, best_error, &tick);
        let flat = flat_direction(experiment, ending.weights(), &verdict);
        object! {
            "verdict": judgement::verdict(experiment, &verdict, steps),
            "flat": flat.map(|flat| flat.to_vec()),
        }
    }
}

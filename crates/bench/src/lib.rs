//! The contenders of `cargo xtask bench` that are written in Rust.
//!
//! Every contender, in whatever language, trains the same network on the same data from the same
//! start: 2-4-1 logistic XOR with biases, full batches, [`STEPS`] steps a run. Each run answers
//! with its last error, so that one that computes something else is found out.

mod contender;

pub use contender::{Contender, NAMES, STEPS};

use wasm_bindgen::prelude::*;

/// A contender for JavaScript.
#[wasm_bindgen]
pub struct Entrant(Contender);

#[wasm_bindgen]
impl Entrant {
    /// The contender of this name.
    ///
    /// # Errors
    /// Throws where there is none.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str) -> Result<Entrant, JsError> {
        match Contender::named(name) {
            Some(contender) => Ok(Entrant(contender)),
            None => Err(JsError::new(&format!("no contender is called {name}"))),
        }
    }

    /// Gradients computed in one run, of all starts.
    #[wasm_bindgen(getter)]
    pub fn steps(&self) -> usize {
        self.0.steps()
    }

    /// Trains from the start and answers with the last error.
    pub fn run(&mut self) -> f64 {
        self.0.run()
    }
}

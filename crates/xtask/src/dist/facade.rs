//! The compiled facade in two: what the first page needs, and what its other tabs do.

use anyhow::{Context as _, Result};
use std::fs;
use std::path::Path;

use super::cut::{Cut, cut};
use super::packed::packed;

/// What the page begins with.
pub(crate) const FACADE: &str = "downhill_web_bg.wasm";
/// What is fetched when it is first wanted; `laboratory.js` knows it by this name.
pub(crate) const REST: &str = "downhill_web_rest.wasm";

/// What is called by scripts alone that have waited for `restOfLaboratory` of `laboratory.js`.
const LATER: [&str; 25] = [
    // Problem.
    "activations",
    "cost",
    "lab_carried_over",
    "lab_standardised",
    "limits",
    "read_table",
    "ready_problem",
    "ready_problems",
    // Network and layers.
    "chain",
    "lab_check_gradient",
    "lab_derivative_formula",
    "lab_layers",
    "lab_next_weights",
    "lab_pass",
    "lab_sum",
    "lab_weight_update",
    "lab_with_free",
    "lab_with_start",
    // Outputs.
    "lab_draw_outputs",
    "lab_output_halfway",
    "lab_output_rectangle",
    "lab_sample_at",
    "lab_sample_rows",
    "lab_set_output",
    "lab_set_output_names",
];

/// Writes the facade of a built page into a folder, in two files and packed.
pub(crate) fn pack(package: &Path, into: &Path) -> Result<()> {
    let original = package.join(FACADE);
    let module = fs::read(&original).with_context(|| format!("reading {}", original.display()))?;
    let Cut { first, later } = cut(&module, &LATER)?;
    for (name, part) in [(FACADE, first), (REST, later)] {
        fs::write(into.join(format!("{name}.gz")), packed(&part)?)?;
    }
    Ok(())
}

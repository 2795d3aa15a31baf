//! What a worker sends of a map.

use wasm_bindgen::prelude::*;

/// What became of some starts of a map, in the order of the pass.
#[wasm_bindgen(getter_with_clone)]
pub struct FateTile {
    /// Verdicts, as places in their list.
    pub kinds: Vec<u8>,
    /// Three for each start: the steps until it is within the goal to stay (NaN where it is not), E at the end,
    /// and log₁₀ ‖∂E/∂w‖ at the start.
    pub numbers: Vec<f64>,
    /// log₁₀ of how much each end depends on its start, NaN where that is not known; empty where the map
    /// does not tell it.
    pub sensitivities: Vec<f64>,
    /// For each start the minimum that it ends in, from 1 in their list; 0 where minima are not told
    /// apart, or it ends in none.
    pub ends: Vec<u8>,
    /// Three for each minimum that the worker knows: its place along the axes, and E there.
    pub minima: Vec<f64>,
}

#[wasm_bindgen]
impl FateTile {
    /// A tile that has come as its lists.
    #[wasm_bindgen(constructor)]
    pub fn new(
        kinds: Vec<u8>,
        numbers: Vec<f64>,
        sensitivities: Vec<f64>,
        ends: Vec<u8>,
        minima: Vec<f64>,
    ) -> FateTile {
        FateTile {
            kinds,
            numbers,
            sensitivities,
            ends,
            minima,
        }
    }
}

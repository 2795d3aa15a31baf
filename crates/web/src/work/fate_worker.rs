//! The fate of every start: parts of a map, computed away from the page.

use backprop::Experiment;
use landscape::{Basins, Domain, Plane, Rates, Side};
use wasm_bindgen::prelude::*;

use values::document::read;
use values::fate_tile::FateTile;
use values::passes::pixels;
use values::refusal::thrown;

/// Computes parts of one map. It lives in a worker of the page.
#[wasm_bindgen]
pub struct FateWorker {
    map: landscape::FateMap,
    basins: Option<Basins>,
    columns: usize,
    is_sensitivity_asked: bool,
}

#[wasm_bindgen]
impl FateWorker {
    /// Prepares the map that the laboratory asked for (`Lab.map_request`).
    ///
    /// # Errors
    /// Throws a `Refusal` where the document cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "unknown")] document: &JsValue,
        best_error: f64,
        columns: usize,
        rows: usize,
        sides: &[f64],
        rates: &[f64],
        is_sensitivity_asked: bool,
    ) -> Result<FateWorker, JsValue> {
        let experiment = Experiment::from_document(&read(document)).map_err(|e| thrown(&e))?;
        let origin = experiment.start().to_vec();
        let sides = sides.chunks_exact(origin.len() + 2).map(|numbers| Side {
            from: numbers[0],
            to: numbers[1],
            direction: numbers[2..].to_vec(),
            share: None,
        });
        let plane = Plane::new(origin, sides.collect());
        let domain = match *rates {
            [from, to] => Domain::Rates(plane, Rates { from, to }),
            _ => Domain::Plane(plane),
        };
        let map = landscape::FateMap::over(&experiment, domain, [columns, rows], best_error);
        Ok(FateWorker {
            basins: map.basins(),
            map,
            columns,
            is_sensitivity_asked,
        })
    }

    /// The fates of every `stride`-th start in the rows `from` … `to` that no coarser stride has.
    pub fn compute(&mut self, stride: usize, from: usize, to: usize) -> FateTile {
        let places: Vec<(usize, usize)> = pixels(stride, [from, to], self.columns).collect();
        let fates = self.map.fates(&places);
        let numbers = fates.iter().flat_map(|fate| {
            let steps = fate.steps_to_goal.map_or(f64::NAN, |steps| steps as f64);
            [steps, fate.error, fate.gradient_norm_at_start.log10()]
        });
        let numbers = numbers.collect();
        let mut sensitivities = Vec::new();
        if self.is_sensitivity_asked {
            sensitivities = self.map.sensitivities(&places, &fates);
        }
        let (mut ends, mut minima) = (vec![0; fates.len()], Vec::new());
        if let Some(basins) = &mut self.basins {
            for (end, fate) in ends.iter_mut().zip(&fates) {
                // They are few enough.
                *end = basins
                    .outcome(fate)
                    .bottom
                    .map_or(0, |number| number as u8 + 1);
            }
            for bottom in basins.bottoms().as_slice() {
                minima.extend([bottom.place[0], bottom.place[1], bottom.error]);
            }
        }
        FateTile {
            kinds: fates.iter().map(|fate| fate.kind as u8).collect(),
            numbers,
            sensitivities,
            ends,
            minima,
        }
    }
}

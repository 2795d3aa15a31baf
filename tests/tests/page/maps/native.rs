//! Maps computed by this machine, without a browser.

use backprop::{Experiment, Kind};
use charts::{Fates, Theme, fates_raster};
use landscape::{Fate, FateMap};
use lessons::Fact;
use serde_json::{Value, json};

/// What becomes of every start of a map.
pub(super) struct Map {
    fates: Vec<Fate>,
    side: usize,
}

impl Map {
    /// The map of a fact with another rate and number of steps.
    pub(super) fn of(fact: Fact, rate: f64, steps: usize, side: usize) -> Map {
        let mut document: Value = serde_json::from_str(fact.document()).expect("a document");
        document["rule"]["rate"] = json!(rate);
        document["steps"] = json!(steps);
        let experiment = Experiment::parse(&document.to_string()).expect("an experiment");
        let map = FateMap::new(&experiment, [side, side], experiment.best_known_error());
        let pixels: Vec<_> = (0..side * side).map(|i| (i % side, i / side)).collect();
        let fates = map.fates(&pixels);
        Map { fates, side }
    }

    /// Starts with each verdict.
    pub(super) fn counts(&self) -> [usize; Kind::ALL.len()] {
        landscape::counts(&self.fates)
    }

    /// FNV-1a of the bytes of the map's picture on paper, as large as `size`.
    pub(super) fn picture(&self, size: [usize; 2], scale: f64) -> u64 {
        let kinds: Vec<_> = self.fates.iter().map(|fate| Some(fate.kind)).collect();
        let fates = Fates {
            kinds: &kinds,
            columns: self.side,
        };
        let bytes = fates_raster(fates, &Theme::light(), size, scale);
        let add = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        u64::from(bytes.iter().fold(0x811c_9dc5, add))
    }
}

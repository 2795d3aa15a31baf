//! Maps computed by this machine, without a browser.

use backprop::{Experiment, Kind};
use charts::{Fates, Look, Theme, fates_raster};
use landscape::{Basin, Fate, FateMap};
use lessons::Fact;
use serde_json::{Value, json};

/// What becomes of every start of a map.
pub(super) struct Map {
    fates: Vec<Fate>,
    basins: Vec<Basin>,
    /// The number of its basin, of each.
    numbers: Vec<usize>,
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
        let (basins, numbers) = map.divide(&fates);
        Map {
            fates,
            basins,
            numbers,
            side,
        }
    }

    /// Starts with each verdict.
    pub(super) fn counts(&self) -> [usize; Kind::ALL.len()] {
        landscape::counts(&self.fates)
    }

    /// The share of starts in each basin.
    pub(super) fn shares(&self) -> Vec<f64> {
        let share = |basin: &Basin| basin.count as f64 / self.fates.len() as f64;
        self.basins.iter().map(share).collect()
    }

    /// FNV-1a of the bytes of the map's picture on paper, as large as `size`.
    pub(super) fn picture(&self, size: [usize; 2], scale: f64) -> u64 {
        let starts = self.fates.iter().zip(&self.numbers);
        let looks = starts.map(|(fate, &number)| Some(Look::of_basin(fate.kind, number)));
        let looks: Vec<_> = looks.collect();
        let fates = Fates {
            looks: &looks,
            columns: self.side,
        };
        let bytes = fates_raster(fates, &Theme::light(), size, scale);
        let add = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        u64::from(bytes.iter().fold(0x811c_9dc5, add))
    }
}

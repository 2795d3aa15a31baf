//! The fate of every start, for the page: a worker computes parts of a map, the laboratory gathers
//! and draws them.

use backprop::{Experiment, Kind};
use charts::{Fates, Theme, fates_raster, raster};
use landscape::Tone;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::canvas::put_pixels;
use crate::fate_map::{FateMap, pixels};
use crate::lab::Lab;
use crate::object::{list, object};
use crate::problem::thrown;
use crate::shown::Shown;

/// Computes parts of one map. It lives in a worker of the page.
#[wasm_bindgen]
pub struct FateWorker {
    map: landscape::FateMap,
    columns: usize,
}

/// What became of some starts of a map, in the order of the pass.
#[wasm_bindgen(getter_with_clone)]
pub struct FateTile {
    /// Verdicts, as places in their list.
    pub kinds: Vec<u8>,
    /// Three for each start: the steps to the goal (NaN where it is never reached), E at the end,
    /// and log₁₀ ‖∂E/∂w‖ at the start.
    pub numbers: Vec<f64>,
}

#[wasm_bindgen]
impl FateWorker {
    /// Prepares the map that the laboratory asked for ([`Lab::map_request`]).
    ///
    /// # Errors
    /// Throws a `Problem` where the document cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(
        document: &str,
        best_error: f64,
        columns: usize,
        rows: usize,
    ) -> Result<FateWorker, JsValue> {
        let experiment = Experiment::parse(document).map_err(|e| thrown(&e))?;
        let map = landscape::FateMap::new(&experiment, [columns, rows], best_error);
        Ok(FateWorker { map, columns })
    }

    /// The fates of every `stride`-th start in the rows `from` … `to` that no coarser stride has.
    pub fn compute(&self, stride: usize, from: usize, to: usize) -> FateTile {
        let places: Vec<(usize, usize)> = pixels(stride, [from, to], self.columns).collect();
        let fates = self.map.fates(&places);
        let numbers = fates.iter().flat_map(|fate| {
            let steps = fate.steps_to_goal.map_or(f64::NAN, |steps| steps as f64);
            [steps, fate.error, fate.gradient_norm_at_start.log10()]
        });
        FateTile {
            kinds: fates.iter().map(|fate| fate.kind as u8).collect(),
            numbers: numbers.collect(),
        }
    }
}

#[wasm_bindgen]
impl Lab {
    /// What a picture of two weights shows: surface, fates, steps, error or norm; anything else is
    /// the surface.
    pub fn set_shown(&mut self, shown: &str) {
        self.pictures.shown = Shown::of(shown);
    }

    /// Begins a map of `columns` × `rows` starts over the axes of the view (one row in 1-D) and
    /// says what the workers have to compute; undefined where that map has begun already.
    #[wasm_bindgen(unchecked_return_type = "MapRequest | undefined")]
    pub fn map_request(&mut self, columns: usize, rows: usize) -> JsValue {
        // The starts on the axes are what the map varies: a drag does not change it.
        let mut weights = self.experiment.start().to_vec();
        for axis in self.experiment.view() {
            weights[axis.weight] = 0.0;
        }
        let document = match self.experiment.with_start(weights) {
            Ok(experiment) => experiment.to_json(),
            Err(_) => return JsValue::UNDEFINED,
        };
        if !self.fates.begin(&document, [columns, rows]) {
            return JsValue::UNDEFINED;
        }
        object! {
            "document": document.as_str(),
            "best_error": self.best_known_error(),
            "columns": columns,
            "rows": rows,
        }
    }

    /// Forgets the map: the next request begins it anew.
    pub fn forget_map(&mut self) {
        self.fates = FateMap::default();
    }

    /// Takes in what a worker has computed: the lists of its tile.
    pub fn put_tile(
        &mut self,
        stride: usize,
        from: usize,
        to: usize,
        kinds: &[u8],
        numbers: &[f64],
    ) {
        self.fates.put(stride, [from, to], kinds, numbers);
    }

    /// How many starts of the present map have each verdict so far.
    #[wasm_bindgen(unchecked_return_type = "{ kind: VerdictKind, count: number }[]")]
    pub fn map_counts(&self) -> JsValue {
        let counts = Kind::ALL.into_iter().zip(self.fates.counts);
        list(counts.map(|(kind, count)| object! {"kind": kind.name(), "count": count}))
    }

    /// What the map knows of the start at a place on the picture's canvas; undefined where nothing.
    #[wasm_bindgen(unchecked_return_type = "MapPoint | undefined")]
    pub fn map_at(&self, px: f64, py: f64) -> JsValue {
        let (Some(plot), FateMap { columns, rows, .. }) = (self.plot(), &self.fates) else {
            return JsValue::UNDEFINED;
        };
        let part = |at: f64, from: f64, length: f64| (at - from) / length;
        let (right, down) = (
            part(px, plot.left, plot.width),
            part(py, plot.top, plot.height),
        );
        if !((0.0..1.0).contains(&right) && (0.0..1.0).contains(&down)) {
            return JsValue::UNDEFINED;
        }
        let column = (right * *columns as f64) as usize;
        let row = ((1.0 - down) * *rows as f64) as usize;
        let row = row.min(rows.saturating_sub(1));
        let Some(Some(kind)) = self.fates.kinds.get(row * columns + column) else {
            return JsValue::UNDEFINED;
        };
        object! {
            "start": list(self.weights_at(px, py).iter().map(crate::object::ToJs::to_js)),
            "kind": kind.name(),
            "steps": self.fates.steps[(row, column)],
            "error": self.fates.errors[(row, column)],
        }
    }
}

impl Lab {
    /// Draws the map in place of a surface's tint, as large as the plot.
    pub(crate) fn draw_map(
        &self,
        canvas: &HtmlCanvasElement,
        theme: &Theme,
    ) -> Result<(), JsValue> {
        let Some(plot) = self.plot() else {
            return Ok(());
        };
        let size = [plot.width as usize, plot.height as usize];
        let bytes = match self.fates.field(self.pictures.shown) {
            Some(field) => raster(field, &Tone::of(field), theme, size[0], size[1]),
            None => {
                let fates = Fates {
                    kinds: &self.fates.kinds,
                    columns: self.fates.columns,
                };
                fates_raster(fates, theme, size, self.pictures.scale)
            }
        };
        put_pixels(canvas, &bytes, size)
    }
}

/// Fills `canvas` with the tint and the hatching of a verdict, for a legend.
///
/// # Errors
/// Throws a `Problem` where the browser refuses to draw.
#[wasm_bindgen]
pub fn draw_swatch(
    canvas: &HtmlCanvasElement,
    kind: &str,
    scale: f64,
    dark: bool,
) -> Result<(), JsValue> {
    let kinds = [Kind::ALL.into_iter().find(|one| one.name() == kind)];
    let fates = Fates {
        kinds: &kinds,
        columns: 1,
    };
    let size = [canvas.width() as usize, canvas.height() as usize];
    let bytes = fates_raster(fates, &Theme::new(dark), size, scale);
    put_pixels(canvas, &bytes, size)
}

//! The fate of every start, for the page: workers compute parts of a map, the laboratory gathers and
//! draws them.

use backprop::{Experiment, Kind};
use charts::{Fates, Look, Theme, fates_raster, raster};
use landscape::{Basin, Plane, Side, Told};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::canvas::put_pixels;
use crate::fate_map::{FateMap, Found, look_of};
use crate::fate_tile::FateTile;
use crate::lab::Lab;
use crate::object::{ToJs, list, object};
use crate::shown::{Shown, Tells};

/// Products in the search for the error that counts as solved: some tenths of a second.
const SEARCH: f64 = 2e8;

/// How many times as long a start takes when derivatives are carried along, at most.
const CARRYING: f64 = 20.0;

/// Products that the fate of one start may take to compute: with a search, where the goal differs along
/// the plane.
fn work(experiment: &Experiment, plane: &Plane) -> f64 {
    let problem = experiment.problem();
    let pass = problem.network().weight_count() * problem.samples().count();
    let run = pass as f64 * experiment.steps() as f64;
    let is_frozen = |side: &Side| side.moves_other_than(experiment.free());
    run + if plane.sides().iter().any(is_frozen) {
        SEARCH
    } else {
        0.0
    }
}

#[wasm_bindgen]
impl Lab {
    /// What a picture of two weights shows: surface, fates, steps, error, norm or sensitivity; one of a
    /// single weight may show rates, rates-steps, rates-error or rates-sensitivity. Anything else is the
    /// surface, or the curve.
    pub fn set_shown(&mut self, shown: &str) {
        self.pictures.shown = Shown::of(shown);
    }

    /// Begins a map of `columns` × `rows` starts of the picture (one row under a curve) and says
    /// what the workers have to compute; undefined where that map has begun already, or the smallest
    /// error is not known yet.
    #[wasm_bindgen(unchecked_return_type = "MapRequest | undefined")]
    pub fn map_request(&mut self, columns: usize, rows: usize) -> JsValue {
        let Some(goal) = self.known_goal() else {
            return JsValue::UNDEFINED;
        };
        // The starts on the plane are what the map varies, and perhaps the rate: a drag does not change it.
        let plane = self.plane();
        let domain = self.domain();
        let mut experiment = self.experiment.with_start(plane.origin().to_vec());
        if domain.rates().is_some() {
            experiment = experiment.and_then(|experiment| experiment.with_rate(1.0));
        }
        let Ok(experiment) = experiment else {
            return JsValue::UNDEFINED;
        };
        let is_sensitivity_asked = self.tells() == Some(Some(Told::Sensitivity));
        let size = [columns, rows];
        if !self
            .fates
            .begin(&experiment, &domain, size, is_sensitivity_asked)
        {
            return JsValue::UNDEFINED;
        }
        let rates = domain
            .rates()
            .map_or_else(Vec::new, |rates| vec![rates.from, rates.to]);
        let side = |side: &Side| [&[side.from, side.to], &side.direction[..]].concat();
        let sides: Vec<f64> = plane.sides().iter().flat_map(side).collect();
        object! {
            "document": experiment.to_document(),
            // As it is: a worker would take null for 0.
            "best_error": JsValue::from_f64(goal.best_error),
            "columns": columns,
            "rows": rows,
            "sides": sides,
            "rates": rates,
            "sensitivity": is_sensitivity_asked,
            "work": work(&experiment, &plane) * if is_sensitivity_asked { CARRYING } else { 1.0 },
        }
    }

    /// Forgets the map: the next request begins it anew.
    pub fn forget_map(&mut self) {
        self.fates = FateMap::default();
    }

    /// Takes in what a worker has computed. False where it is not what that part of the map has.
    pub fn put_tile(&mut self, stride: usize, from: usize, to: usize, tile: &FateTile) -> bool {
        let found = Found {
            kinds: &tile.kinds,
            numbers: &tile.numbers,
            sensitivities: &tile.sensitivities,
            ends: &tile.ends,
            minima: &tile.minima,
        };
        self.fates.put(stride, [from, to], &found)
    }

    /// How many starts of the present map have each verdict so far.
    #[wasm_bindgen(unchecked_return_type = "{ kind: VerdictKind, count: number }[]")]
    pub fn map_counts(&self) -> JsValue {
        let counts = Kind::ALL.into_iter().zip(self.fates.counts);
        list(counts.map(|(kind, count)| object! {"kind": kind.name(), "count": count}))
    }

    /// The basins of the present map, each with its share of the map's area; none until something
    /// is known everywhere.
    #[wasm_bindgen(unchecked_return_type = "MapBasin[]")]
    pub fn map_shares(&self) -> JsValue {
        let shares = self.fates.shares().unwrap_or_default();
        list(shares.iter().map(|(basin, share)| {
            let kind = basin.outcome.kind;
            let look = look_of(basin);
            object! {
                "kind": kind.name(),
                "place": self.basin_place(basin),
                "variant": look.variant,
                "again": basin.number != look.variant,
                "share": *share,
            }
        }))
    }

    /// Whether all starts of the present map are known: its shares are no estimate then.
    pub fn map_is_complete(&self) -> bool {
        self.fates.is_complete()
    }

    /// What the map knows of the start under a point of the picture's canvas, or of the one that
    /// stands for it until it is known; undefined where nothing.
    #[wasm_bindgen(unchecked_return_type = "MapPoint | undefined")]
    pub fn map_at(&self, px: f64, py: f64) -> JsValue {
        let is_inside = self.plot().is_some_and(|plot| plot.contains((px, py)));
        let pixel = self.map_pixel(px, py).filter(|_| is_inside);
        let Some((basin, [column, row])) = pixel.and_then(|pixel| self.fates.known(pixel)) else {
            return JsValue::UNDEFINED;
        };
        let start = self.domain().pixel([column, row], self.fates.size());
        object! {
            "start": start[..self.dimensions()].to_js(),
            "kind": basin.outcome.kind.name(),
            "place": self.basin_place(&basin),
            "steps": self.fates.steps[(row, column)],
            "error": self.fates.errors[(row, column)],
            // As it is: −∞ where nothing is left of the start.
            "sensitivity": self.fates.sensitivities.get((row, column)).map_or(
                JsValue::UNDEFINED,
                |&sensitivity| JsValue::from_f64(sensitivity),
            ),
        }
    }
}

impl Lab {
    /// What the map in the picture tells of each start; none where there is no map but a strip.
    pub(crate) fn tells(&self) -> Option<Tells> {
        match self.pictures.shown {
            Shown::Map(_) if self.experiment.view().len() == 1 => None,
            Shown::Rates(_) if self.rate_axis().is_none() => None,
            shown => shown.tells(),
        }
    }

    /// The place of a basin's minimum along the axes, where its verdict has several; else null.
    fn basin_place(&self, basin: &Basin) -> JsValue {
        let several = basin.bottom.filter(|_| basin.of > 1);
        several.map_or(JsValue::NULL, |bottom| {
            bottom.place[..self.plane().sides().len()].to_js()
        })
    }

    /// The pixel, column and row, of the map under a point of the picture's canvas, or the nearest
    /// one; none before there is either.
    pub(crate) fn map_pixel(&self, px: f64, py: f64) -> Option<[usize; 2]> {
        let plot = self.plot()?;
        let [columns, rows] = self.fates.size();
        let pixel = |part: f64, pixels: usize| {
            let last = pixels.checked_sub(1)?;
            Some(((part * pixels as f64) as usize).min(last))
        };
        Some([
            pixel((px - plot.left) / plot.width, columns)?,
            pixel((plot.bottom() - py) / plot.height, rows)?,
        ])
    }

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
        let bytes = match self.tells().flatten() {
            Some(told) => {
                let field = self.fates.field(told);
                raster(field, &told.tone(field), theme, size[0], size[1])
            }
            None => {
                let looks = self.fates.looks();
                let fates = Fates {
                    looks: &looks,
                    columns: self.fates.columns,
                };
                fates_raster(fates, theme, size, self.pictures.scale)
            }
        };
        put_pixels(canvas, &bytes, size)
    }
}

/// Fills `canvas` with the tint and the hatching of a verdict's basin, for a legend.
///
/// # Errors
/// Throws a `Refusal` where the browser refuses to draw.
#[wasm_bindgen]
pub fn draw_swatch(
    canvas: &HtmlCanvasElement,
    kind: &str,
    variant: usize,
    scale: f64,
    dark: bool,
) -> Result<(), JsValue> {
    let kind = Kind::ALL.into_iter().find(|one| one.name() == kind);
    let looks = [kind.map(|kind| Look::of_basin(kind, variant))];
    let fates = Fates {
        looks: &looks,
        columns: 1,
    };
    let size = [canvas.width() as usize, canvas.height() as usize];
    let bytes = fates_raster(fates, &Theme::new(dark), size, scale);
    put_pixels(canvas, &bytes, size)
}

//! What part of weight space the picture shows: nearer, farther, elsewhere.

use backprop::{Axis, Error, Reason};
use landscape::{Plane, Rates, fitting, moved, short, zoomed};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

use crate::lab::Lab;
use crate::refusal::thrown;
use crate::slice::Slice;

/// What a hand cannot tell, as a part of an axis.
const FINEST: f64 = 1e-4;

/// Ranges are lists of a beginning and an end for each axis.
#[wasm_bindgen]
impl Lab {
    /// From where to where the picture reaches along each axis.
    pub fn ranges(&self) -> Vec<f64> {
        let rates = self.rate_axis().map(|rates| [rates.from, rates.to]);
        let ranges: Vec<[f64; 2]> = self.window().into_iter().chain(rates).collect();
        ranges.concat()
    }

    /// Shows another part. The run stays.
    ///
    /// # Errors
    /// Throws a `Refusal` where an axis would run backwards or be too narrow or too long.
    pub fn set_ranges(&mut self, ranges: &[f64]) -> Result<(), JsValue> {
        let ranges: Vec<[f64; 2]> = ranges.as_chunks().0.to_vec();
        let rates = match (self.rate_axis(), ranges.get(1)) {
            (Some(_), Some(&[from, to])) => checked(Rates { from, to }).map_err(|e| thrown(&e))?,
            _ => self.rates,
        };
        let axes = self.experiment.view().iter().zip(&ranges);
        let view = axes.map(|(axis, &[from, to])| Axis { from, to, ..*axis });
        // The same numbers are checked, whatever they run along.
        let changed = self.experiment.with_view(view.collect());
        let changed = changed.map_err(|e| thrown(&e))?;
        match &mut self.plane {
            Some(plane) => *plane = plane.clone().with_ranges(&ranges),
            None => self.turn(changed),
        }
        self.rates = rates;
        Ok(())
    }

    /// The rates of a picture of starts and rates, whether it is shown or not.
    ///
    /// # Errors
    /// Throws a `Refusal` where they are no axis.
    pub fn set_rates(&mut self, from: f64, to: f64) -> Result<(), JsValue> {
        self.rates = checked(Rates { from, to }).map_err(|e| thrown(&e))?;
        Ok(())
    }

    /// The ranges nearer to a point of the canvas, whose weights stay under it; `factor` is their new
    /// length as a part of the present one.
    pub fn ranges_zoomed(&self, px: f64, py: f64, factor: f64) -> Vec<f64> {
        let Some(frame) = self.pictures.frame() else {
            return self.ranges();
        };
        let (x, y) = frame.values(px, py);
        let ranges = self.window().into_iter().zip([x, y]);
        let ranges: Vec<[f64; 2]> = ranges
            .map(|(range, at)| in_short(zoomed(range, at, factor)))
            .chain(self.rate_axis().map(|rates| ends(rates.zoomed(y, factor))))
            .collect();
        ranges.concat()
    }

    /// The ranges moved so that what was at a point of the canvas is as far to the right and down from
    /// it.
    pub fn ranges_moved(&self, right: f64, down: f64) -> Vec<f64> {
        let Some(plot) = self.plot() else {
            return self.ranges();
        };
        let parts = [-right / plot.width, down / plot.height];
        let ranges = self.window().into_iter().zip(parts);
        let ranges = ranges.map(|(range, part)| in_short(moved(range, part)));
        let rates = self.rate_axis().map(|rates| ends(rates.moved(parts[1])));
        let ranges: Vec<[f64; 2]> = ranges.chain(rates).collect();
        ranges.concat()
    }

    /// The ranges that show the whole path and the minima that the picture shows now.
    pub fn ranges_fitting(&self) -> Vec<f64> {
        let minima: Vec<[f64; 2]> = match self.pictures.slice() {
            Some(Slice::Curve(curve)) => {
                let minima = curve.minima().iter();
                minima.map(|minimum| [minimum.weight, 0.0]).collect()
            }
            Some(Slice::Surface(ground)) => {
                let points = ground.search.points().iter();
                points.map(|point| point.place).collect()
            }
            None => Vec::new(),
        };
        let path = self.plane().path(self.record());
        let ranges = self.window().into_iter().enumerate();
        let ranges: Vec<[f64; 2]> = ranges
            .map(|(axis, [from, to])| {
                let places = path.iter().chain(&minima).map(|place| place[axis]);
                fitting(places, 0.5 * (to - from)).map_or([from, to], in_short)
            })
            .chain(
                self.rate_axis()
                    .map(|_| ends(Rates::DEFAULT.reaching(self.rate()))),
            )
            .collect();
        ranges.concat()
    }
}

/// A range in numbers that are short in links.
fn in_short([from, to]: [f64; 2]) -> [f64; 2] {
    [from, to].map(|end| short(end, FINEST * (to - from)))
}

/// The same of rates, which lie closer the smaller they are.
fn ends(rates: Rates) -> [f64; 2] {
    [rates.from, rates.to].map(|rate| short(rate, FINEST * rate))
}

/// The same rates, if they are an axis.
fn checked(rates: Rates) -> Result<Rates, Error> {
    let Rates { from, to } = rates;
    if rates.is_axis() {
        return Ok(rates);
    }
    let (least, greatest) = (Rates::LEAST, Rates::GREATEST);
    let outside = [from, to]
        .into_iter()
        .find(|rate| !(least..=greatest).contains(rate));
    let reason = match outside {
        Some(found) => Reason::OutOfRange {
            found,
            least,
            greatest,
        },
        None if from >= to => Reason::EmptyRange { from, to },
        None => Reason::NarrowRange {
            from,
            to,
            least: from * (Rates::SHORTEST - 1.0),
        },
    };
    Err(Error {
        place: "rates".to_owned(),
        reason,
    })
}

impl Lab {
    fn window(&self) -> Vec<[f64; 2]> {
        let plane: Plane = self.plane();
        let sides = plane.sides().iter();
        sides.map(|side| [side.from, side.to]).collect()
    }
}

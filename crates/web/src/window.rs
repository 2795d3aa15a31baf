//! What part of weight space the picture shows: nearer, farther, elsewhere.

use backprop::Axis;
use landscape::{Plane, fitting, moved, zoomed};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

use crate::lab::Lab;
use crate::refusal::thrown;
use crate::slice::Slice;

/// Ranges are lists of a beginning and an end for each axis.
#[wasm_bindgen]
impl Lab {
    /// From where to where the picture reaches along each axis.
    pub fn ranges(&self) -> Vec<f64> {
        self.window().concat()
    }

    /// Shows another part. The run stays.
    ///
    /// # Errors
    /// Throws a `Refusal` where an axis would run backwards or be too narrow or too long.
    pub fn set_ranges(&mut self, ranges: &[f64]) -> Result<(), JsValue> {
        let ranges: Vec<[f64; 2]> = ranges.as_chunks().0.to_vec();
        let axes = self.experiment.view().iter().zip(&ranges);
        let view = axes.map(|(axis, &[from, to])| Axis { from, to, ..*axis });
        // The same numbers are checked, whatever they run along.
        let changed = self.experiment.with_view(view.collect());
        let changed = changed.map_err(|e| thrown(&e))?;
        match &mut self.plane {
            Some(plane) => *plane = plane.clone().with_ranges(&ranges),
            None => self.turn(changed),
        }
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
            .map(|(range, at)| zoomed(range, at, factor))
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
        let ranges: Vec<[f64; 2]> = ranges.map(|(range, part)| moved(range, part)).collect();
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
                fitting(places, 0.5 * (to - from)).unwrap_or([from, to])
            })
            .collect();
        ranges.concat()
    }
}

impl Lab {
    fn window(&self) -> Vec<[f64; 2]> {
        let plane: Plane = self.plane();
        let sides = plane.sides().iter();
        sides.map(|side| [side.from, side.to]).collect()
    }
}

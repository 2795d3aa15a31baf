//! The minima and saddles of the picture, searched for once it rests.

use backprop::Experiment;
use landscape::{CriticalPoint, CriticalPoints, Form, Minimum, Plane};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

use crate::lab::Lab;
use crate::object::{list, object};
use crate::shown::Shown;
use crate::slice::Slice;

/// Weights × samples of the greatest problem that is searched: a portion stays some milliseconds.
const MOST_COST: u64 = 20_000;

/// The search on a surface, in portions.
#[derive(Default)]
pub(crate) struct Search {
    points: Option<CriticalPoints>,
    is_over: bool,
}

impl Search {
    /// Searches on: `nodes` along each side of the grid, weights × samples `cost`, and of those
    /// times nodes `work` at a time.
    pub(crate) fn advance(
        &mut self,
        experiment: &Experiment,
        plane: &Plane,
        [nodes, cost, work]: [u64; 3],
    ) -> Result<(), landscape::Error> {
        let problem = experiment.problem();
        if cost > MOST_COST {
            self.is_over = true;
            return Ok(());
        }
        let points = match &mut self.points {
            Some(points) => points,
            none => none.insert(CriticalPoints::new(
                problem,
                plane.clone(),
                [nodes as usize; 2],
            )?),
        };
        self.is_over = points.advance(problem, (work / cost.max(1)) as usize);
        Ok(())
    }

    /// Whether there is nothing more to come.
    pub(crate) fn is_over(&self) -> bool {
        self.is_over
    }

    /// What has been found; nothing until the search is over.
    pub(crate) fn found(&self) -> Option<&CriticalPoints> {
        self.points.as_ref().filter(|_| self.is_over)
    }

    /// The same as a list.
    pub(crate) fn points(&self) -> &[CriticalPoint] {
        self.found().map_or(&[], CriticalPoints::points)
    }
}

#[wasm_bindgen]
impl Lab {
    /// Whether a surface bears signs of its minima and saddles. It does at first.
    pub fn set_marked(&mut self, is_marked: bool) {
        self.pictures.is_unmarked = !is_marked;
    }

    /// The minima and saddles in the picture; undefined while they are searched for or not to be
    /// told, and where the problem is too large for a search; null where the picture bears no marks: those of a slice say
    /// nothing of where its starts end. On a curve, its minima.
    #[wasm_bindgen(unchecked_return_type = "CriticalPoints | null | undefined")]
    pub fn critical_points(&self) -> JsValue {
        let is_map = self.dimensions() == 2 && self.pictures.shown != Shown::Surface;
        if is_map && (self.experiment.is_projection() || self.rate_axis().is_some()) {
            return JsValue::NULL;
        }
        let (points, left_out) = match self.pictures.slice() {
            Some(Slice::Curve(curve)) => (list(curve.minima().iter().map(minimum)), 0),
            Some(Slice::Surface(_)) if self.pictures.is_unmarked => return JsValue::UNDEFINED,
            Some(Slice::Surface(ground)) => match ground.search.found() {
                Some(found) => (list(found.points().iter().map(point)), found.left_out()),
                None => return JsValue::UNDEFINED,
            },
            None => return JsValue::UNDEFINED,
        };
        object! { "points": points, "left_out": left_out }
    }
}

fn minimum(minimum: &Minimum) -> JsValue {
    object! {
        "place": [minimum.weight][..],
        "error": minimum.error,
        "form": "minimum",
        "lowest": false,
    }
}

fn point(point: &CriticalPoint) -> JsValue {
    object! {
        "place": point.place[..],
        "error": point.error,
        "form": match point.form {
            Form::Minimum => "minimum",
            Form::Saddle => "saddle",
        },
        "lowest": point.is_lowest,
    }
}

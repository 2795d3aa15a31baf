//! What the picture in three dimensions is made of: it is drawn by a module of its own.

use wasm_bindgen::prelude::*;

use crate::lab::Lab;
use crate::slice::Slice;

/// What a place of the path is: where a line begins, where it leads on, or a dot.
const BEGINS: f64 = 0.0;
const JOINED: f64 = 1.0;
const DOT: f64 = 2.0;

#[wasm_bindgen]
impl Lab {
    /// E at the nodes of the ground that was drawn last, row by row from below, as many in a row as there
    /// are rows; NaN where there is none yet. Empty where the picture is no surface.
    pub fn ground_errors(&self) -> Vec<f64> {
        let Some(Slice::Surface(ground)) = self.pictures.slice() else {
            return Vec::new();
        };
        let values = ground.surface.error().values;
        values.to_slice().map_or_else(Vec::new, <[f64]>::to_vec)
    }

    /// The run's path as far as the picture can show it, four numbers for each of its places: both weights,
    /// the step, and what it is: 0 where a line begins, 1 where the line leads here from the place before, 2
    /// for a dot. Empty before the ground has been drawn, and while the picture keeps its secret.
    pub fn path_places(&mut self) -> Vec<f64> {
        // A path that is kept secret is not drawn at all: it would tell where the run leads.
        let Some(frame) = self.pictures.frame().filter(|_| !self.pictures.is_secret) else {
            return Vec::new();
        };
        let frame = frame.clone();
        let trail = self.trail(&frame);
        let plane = self.plane();
        let mut places = Vec::new();
        let mut add = |step: usize, part: f64| {
            let [x, y] = plane.coordinates(self.record().weights(step));
            places.extend_from_slice(&[x, y, step as f64, part]);
        };
        for (step, is_joined) in trail.steps() {
            add(step, if is_joined { JOINED } else { BEGINS });
        }
        for step in trail.dotted() {
            add(step, DOT);
        }
        self.pictures.keep_trail(plane, trail);
        places
    }
}

//! What the picture in three dimensions is made of: it is drawn by a module of its own.

use wasm_bindgen::prelude::*;

use crate::lab::Lab;
use crate::slice::Slice;

/// What a place of the path is.
#[derive(Clone, Copy)]
enum Part {
    Begins = 0,
    Joined = 1,
    Dot = 2,
}

#[wasm_bindgen]
impl Lab {
    /// E at the nodes of the ground that was drawn last, row by row from below, as many in a row as there
    /// are rows; NaN where there is none yet. Empty where the picture is no surface.
    pub fn ground_errors(&self) -> Vec<f64> {
        match self.pictures.slice() {
            Some(Slice::Surface(ground)) => ground.surface.error().values.iter().copied().collect(),
            _ => Vec::new(),
        }
    }

    /// The run's path as far as the picture can show it, four numbers for each of its places: both weights,
    /// the step, and what it is: 0 where a line begins, 1 where the line leads here from the place before, 2
    /// for a dot. Empty before the ground has been drawn.
    pub fn path_places(&mut self) -> Vec<f64> {
        let Some(frame) = self.pictures.frame().cloned() else {
            return Vec::new();
        };
        let trail = self.trail(&frame);
        let plane = self.plane();
        let place = |step: usize, part: Part| {
            let [x, y] = plane.coordinates(self.record().weights(step));
            [x, y, step as f64, f64::from(part as u8)]
        };
        let corners = trail
            .steps()
            .map(|(step, joined)| place(step, if joined { Part::Joined } else { Part::Begins }));
        let dots = trail.dotted().map(|step| place(step, Part::Dot));
        let places = corners.chain(dots).flatten().collect();
        self.pictures.keep_trail(plane, trail);
        places
    }
}

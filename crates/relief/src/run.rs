//! The run, as the façade hands it over.

use charts::{Course, Stretch};

/// Numbers for each place of a path.
const PLACE: usize = 4;

#[derive(Default)]
pub(crate) struct Run {
    line: Vec<Stretch>,
    dots: Vec<(usize, [f64; 2])>,
    start: [f64; 2],
    cursor: usize,
    at: [f64; 2],
    error: f64,
}

impl Run {
    /// Places are two weights, the step, and 0 where a line begins, 1 where it goes on, 2 for a dot.
    pub(crate) fn set_path(&mut self, places: &[f64], start: [f64; 2]) {
        self.line.clear();
        self.dots.clear();
        self.start = start;
        let (places, _) = places.as_chunks::<PLACE>();
        for &[x, y, step, part] in places {
            let (to, step) = ([x, y], step as usize);
            if part == 2.0 {
                self.dots.push((step, to));
            } else {
                let joined = part == 1.0;
                self.line.push(Stretch { to, step, joined });
            }
        }
    }

    pub(crate) fn set_ball(&mut self, cursor: usize, at: [f64; 2], error: f64) {
        (self.cursor, self.at, self.error) = (cursor, at, error);
    }

    pub(crate) fn start(&self) -> [f64; 2] {
        self.start
    }

    pub(crate) fn error(&self) -> f64 {
        self.error
    }

    pub(crate) fn course(&self) -> Course<'_> {
        Course {
            line: &self.line,
            dots: &self.dots,
            start: self.start,
            cursor: self.cursor,
            at: self.at,
            error: self.error,
        }
    }
}

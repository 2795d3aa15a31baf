//! Runs beside the present one: pinned ones, and those of starts drawn by lot.

use std::cell::RefCell;
use std::rc::Rc;

use backprop::{Experiment, Kind, Loss};
use charts::{
    Drawn, Frame, MOST_PINS, Pen, PinnedErrors, PinnedPath, Point, ScatteredPath, Theme, Trail,
    draw_badges,
};
use landscape::{Curve, Plane, Side};
use screen::CanvasBackend;
use wasm_bindgen::prelude::*;

use crate::kept::Kept;

/// A run with its path in the picture that was drawn last.
struct Shown {
    run: Kept,
    loss: Loss,
    trail: Option<(Plane, Trail)>,
}

/// All runs that pictures show beside the present one.
#[derive(Default)]
pub(crate) struct Company {
    pins: [Option<Shown>; MOST_PINS],
    drawn: Vec<Shown>,
    /// Where those were drawn last, on the picture's canvas.
    places: Vec<Point>,
}

/// Where runs are drawn, and how far they have come.
pub(crate) struct Stage<'a> {
    pub(crate) experiment: &'a Experiment,
    pub(crate) plane: &'a Plane,
    /// The curve that they run along, where the picture is one.
    pub(crate) curve: Option<&'a Curve>,
    pub(crate) frame: &'a Frame,
    /// The step that is shown.
    pub(crate) step: usize,
}

impl Stage<'_> {
    /// The plane, whose origin says nothing of where a path lies along a view.
    fn key(&self) -> Plane {
        let sides = self.plane.sides().to_vec();
        let is_along_one =
            |side: &Side| side.direction.iter().filter(|part| **part != 0.0).count() == 1;
        let is_view = sides.iter().all(is_along_one);
        if is_view {
            Plane::new(Vec::new(), sides)
        } else {
            self.plane.clone()
        }
    }

    /// A run's place in the picture at a kept point. A curve is that of one loss: the runs of another
    /// have its height there.
    fn place(&self, shown: &Shown, point: usize) -> [f64; 2] {
        let (weights, error) = shown.run.at(point);
        if weights.len() != self.experiment.start().len() {
            return [f64::NAN; 2];
        }
        let [x, y] = self.plane.coordinates(weights);
        match self.curve {
            None => [x, y],
            Some(_) if shown.loss == self.experiment.problem().loss() => [x, error],
            Some(curve) => [x, height(curve, x)],
        }
    }

    fn trail(&self, shown: &mut Shown, key: &Plane) -> Trail {
        let kept = shown.trail.take();
        let is_kept = |(plane, trail): &(Plane, Trail)| plane == key && trail.frame() == self.frame;
        let is_of_curve = self.curve.is_none() || shown.loss == self.experiment.problem().loss();
        if let Some((_, trail)) = kept.filter(is_kept).filter(|_| is_of_curve) {
            return trail;
        }
        let mut trail = match self.curve {
            Some(_) => Trail::on_curve(self.frame),
            None => Trail::on_surface(self.frame),
        };
        trail.extend((0..shown.run.points()).map(|point| self.place(shown, point)));
        trail
    }
}

/// The height of a curve at a weight, between the samples beside it.
fn height(curve: &Curve, weight: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    for (x, error) in curve.samples() {
        if x >= weight {
            return match before {
                Some((left, low)) => low + (error - low) * (weight - left) / (x - left),
                None if x == weight => error,
                None => f64::NAN,
            };
        }
        before = Some((x, error));
    }
    f64::NAN
}

impl Company {
    /// Whether there is no run at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.drawn.is_empty() && self.pins.iter().all(Option::is_none)
    }

    /// Draws all runs, those that were drawn by lot beneath; `ball` is the place of the present one.
    pub(crate) fn draw<'a>(
        &mut self,
        pen: &mut Pen<'_, CanvasBackend<'a>>,
        stage: &Stage<'_>,
        ball: [f64; 2],
        theme: &Theme,
    ) -> Drawn<CanvasBackend<'a>> {
        let (frame, key) = (stage.frame, stage.key());
        for shown in &mut self.drawn {
            shown.trail = Some((key.clone(), stage.trail(shown, &key)));
        }
        let paths = self.drawn.iter().filter_map(|shown| {
            let point = shown.run.point_at(stage.step);
            let (_, trail) = shown.trail.as_ref()?;
            Some(ScatteredPath {
                trail,
                cursor: point,
                at: stage.place(shown, point),
                rest: (point + 1 == shown.run.points()).then_some(shown.run.kind),
            })
        });
        let paths: Vec<ScatteredPath<'_>> = paths.collect();
        let places = paths.iter().map(|path| frame.pixel(path.at[0], path.at[1]));
        self.places = places.collect();
        for path in &paths {
            path.draw_way(pen, frame, theme)?;
        }
        for path in &paths {
            path.draw_place(pen, frame, theme)?;
        }
        let mut places = Vec::new();
        for (slot, shown) in self.pins.iter_mut().enumerate() {
            let Some(shown) = shown else {
                continue;
            };
            let trail = stage.trail(shown, &key);
            let point = shown.run.point_at(stage.step);
            let path = PinnedPath {
                slot,
                trail: &trail,
                cursor: point,
                at: stage.place(shown, point),
            };
            path.draw(pen, frame, theme)?;
            places.push((slot, path.at));
            shown.trail = Some((key.clone(), trail));
        }
        draw_badges(pen, frame, theme, ball, &places)
    }

    /// The errors of the pins, beside those of a run with this loss.
    pub(crate) fn errors(&self, loss: Loss) -> Vec<PinnedErrors<'_>> {
        let pins = self.pins.iter().enumerate();
        let errors = pins.filter_map(|(slot, shown)| {
            let shown = shown.as_ref()?;
            let number = Loss::ALL.iter().position(|known| *known == shown.loss);
            Some(PinnedErrors {
                slot,
                errors: shown.run.errors(),
                quantity: if shown.loss == loss {
                    0
                } else {
                    1 + number.unwrap_or(0)
                },
            })
        });
        errors.collect()
    }
}

/// Runs that stay beside the present one, whatever experiment is on the bench: a `Lab` that has been
/// told of them draws them.
#[wasm_bindgen]
#[derive(Clone, Default)]
pub struct Beside(pub(crate) Rc<RefCell<Company>>);

#[wasm_bindgen]
impl Beside {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Beside {
        Beside::default()
    }

    /// Puts a run into a slot, from 0: its loss, its verdict, and its numbers (`Lab::kept_run`).
    /// False where they are of no run.
    pub fn put_pin(&self, slot: usize, loss: &str, kind: &str, run: &[f64]) -> bool {
        let shown = shown(loss, kind, run);
        let is_run = shown.is_some();
        if let Some(place) = self.0.borrow_mut().pins.get_mut(slot) {
            *place = shown;
        }
        is_run
    }

    /// Empties a slot.
    pub fn remove_pin(&self, slot: usize) {
        if let Some(place) = self.0.borrow_mut().pins.get_mut(slot) {
            *place = None;
        }
    }

    /// Adds a run from a start that was drawn by lot, as [`Beside::put_pin`].
    pub fn put_drawn(&self, loss: &str, kind: &str, run: &[f64]) -> bool {
        let shown = shown(loss, kind, run);
        let is_run = shown.is_some();
        self.0.borrow_mut().drawn.extend(shown);
        is_run
    }

    /// Which of them, in the order in which they were put, was drawn last nearest to a point of the picture's
    /// canvas; undefined where none is within `reach` of it.
    pub fn drawn_at(&self, px: f64, py: f64, reach: f64) -> Option<usize> {
        let company = self.0.borrow();
        let places = company.places.iter().enumerate();
        let away = places.map(|(number, (x, y))| (number, (x - px).powi(2) + (y - py).powi(2)));
        let near = away.filter(|(_, square)| *square <= reach * reach);
        near.min_by(|one, other| one.1.total_cmp(&other.1))
            .map(|(number, _)| number)
    }

    /// Forgets the runs from starts that were drawn by lot.
    pub fn remove_drawn(&self) {
        let mut company = self.0.borrow_mut();
        company.drawn.clear();
        company.places.clear();
    }
}

fn shown(loss: &str, kind: &str, run: &[f64]) -> Option<Shown> {
    let loss = *Loss::ALL.iter().find(|known| known.name() == loss)?;
    let kind = *Kind::ALL.iter().find(|known| known.name() == kind)?;
    let run = Kept::of(run, kind)?;
    let trail = None;
    Some(Shown { run, loss, trail })
}

#[cfg(test)]
mod tests {
    use backprop::Axis;
    use lessons::Fact;

    use super::*;

    #[test]
    fn a_curve_has_a_height_between_its_samples() {
        let experiment = Experiment::parse(Fact::Parabola.document()).unwrap();
        let axis = Axis {
            weight: 0,
            from: -1.0,
            to: 3.0,
        };
        let curve = Curve::sample(experiment.problem(), experiment.start(), axis, 401).unwrap();
        for weight in [-1.0, 0.305, 2.5, 3.0] {
            let expected = 0.5 * (weight - 1.0) * (weight - 1.0);
            let found = height(&curve, weight);
            assert!((found - expected).abs() < 1e-4, "{weight}: {found}");
        }
        assert!(height(&curve, 3.1).is_nan() && height(&curve, -1.1).is_nan());
    }
}

//! One experiment with its run: the state behind the page.

use backprop::limits::MOST_STEPS;
use backprop::{Experiment, Goal, Record, Training, Verdict};
use landscape::{Domain, Plane, Rates, short};
use wasm_bindgen::prelude::*;

use crate::company::Beside;
use crate::document::read;
use crate::drawn_outputs::DrawnOutputs;
use crate::fate_map::FateMap;
use crate::flat::flat_direction;
use crate::judgement;
use crate::number::whole;
use crate::object::ToJs;
use crate::pictures::Pictures;
use crate::refusal::thrown;
use crate::report;
use crate::shown::Shown;

/// Weights × samples that a run may take to be judged between two frames: some milliseconds.
const AT_ONCE: f64 = 6e6;

/// Weights × samples × steps along which tangents are carried between two frames.
const SENSED: f64 = 5e5;

/// An experiment, its run as far as it has been trained, and its pictures.
///
/// Every change of the experiment sets the run back to its start; [`Lab::advance`] trains it. A
/// change that is refused throws and leaves everything as it was.
#[wasm_bindgen]
pub struct Lab {
    pub(crate) experiment: Experiment,
    pub(crate) training: Training,
    /// The error that counts as solved, once it is known.
    pub(crate) goal: Option<Goal>,
    verdict: Option<Verdict>,
    /// The direction along the two axes in which E does not change where the run has converged.
    flat: Option<[f64; 2]>,
    pub(crate) pictures: Pictures,
    /// A second set, while an animation is made of it.
    pub(crate) animated: Option<Pictures>,
    pub(crate) fates: FateMap,
    pub(crate) outputs: DrawnOutputs,
    /// What a picture of two axes lies on; none for the axes of the view. It stays where it is
    /// while start, rate and steps change: a reader explores one plane.
    pub(crate) plane: Option<Plane>,
    /// Runs that pictures show beside its own.
    pub(crate) beside: Beside,
    /// The rates of a picture of starts and rates.
    pub(crate) rates: Rates,
}

impl Lab {
    /// What the picture lies on.
    pub(crate) fn plane(&self) -> Plane {
        let view = || Plane::of_view(&self.experiment);
        self.plane.clone().unwrap_or_else(view)
    }

    /// The rates upwards in a picture of starts and rates; none in any other.
    pub(crate) fn rate_axis(&self) -> Option<Rates> {
        let is_shown = matches!(self.pictures.shown, Shown::Rates(_));
        (is_shown && self.experiment.view().len() == 1).then_some(self.rates)
    }

    /// What the starts of a map differ in.
    pub(crate) fn domain(&self) -> Domain {
        match self.rate_axis() {
            Some(rates) => Domain::Rates(self.plane(), rates),
            None => Domain::Plane(self.plane()),
        }
    }

    pub(crate) fn record(&self) -> &Record {
        self.training.record()
    }

    /// Takes over `experiment` and sets the run back to its start.
    pub(crate) fn restart(&mut self, experiment: Experiment) {
        self.training = Training::new(&experiment);
        self.experiment = experiment;
        self.verdict = None;
        self.pictures.forget_run();
        self.flat = None;
    }

    /// What counts as solved. None as long as the smallest error is not known and takes longer to
    /// find than there is time between two frames.
    pub(crate) fn known_goal(&mut self) -> Option<Goal> {
        if self.goal.is_none() && self.judges_at_once() {
            self.set_best_error(self.experiment.best_known_error());
        }
        self.goal
    }

    /// The error that counts as solved; none where it is not known yet, or not finite.
    pub(crate) fn goal(&mut self) -> Option<f64> {
        let goal = self.known_goal()?.error;
        goal.is_finite().then_some(goal)
    }

    /// The direction along the two axes in which E does not change where the run has converged;
    /// none where there is none, or where other weights move too.
    pub(crate) fn flat_direction(&self) -> Option<[f64; 2]> {
        let is_projection = self.plane.is_some() || self.experiment.is_projection();
        self.flat.filter(|_| !is_projection)
    }

    /// Sees the picture along the axes of `experiment`, which differs in nothing else.
    pub(crate) fn turn(&mut self, experiment: Experiment) {
        self.experiment = experiment;
        self.plane = None;
        self.flat = self.find_flat_direction();
    }

    fn find_flat_direction(&self) -> Option<[f64; 2]> {
        let weights = self.record().last_weights();
        flat_direction(&self.experiment, weights, self.verdict.as_ref()?)
    }

    /// Judges the run, if it is over.
    fn judge(&mut self) {
        if self.verdict.is_none() && self.training.stop().is_some() {
            let known = self.goal.map(|goal| goal.best_error);
            let best_error = known.unwrap_or_else(|| self.experiment.best_known_error());
            self.set_best_error(best_error);
            self.verdict = self.training.verdict(best_error);
            self.flat = self.find_flat_direction();
        }
    }

    /// An error as it is said: one of rounding is 0, as soon as it is known what that is.
    pub(crate) fn said(&self, error: f64) -> f64 {
        self.goal.map_or(error, |goal| goal.said(error))
    }
}

/// What counts as solved where the document says the smallest error.
pub(crate) fn given_goal(experiment: &Experiment) -> Option<Goal> {
    let best_error = experiment.parts().best_error?;
    Some(Goal::new(experiment, best_error))
}

#[wasm_bindgen]
impl Lab {
    /// Opens the experiment of a document, which is what `JSON.parse` makes of its text.
    ///
    /// # Errors
    /// Throws a `Refusal` that names the place in the document.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "unknown")] document: &JsValue,
    ) -> Result<Lab, JsValue> {
        let experiment = Experiment::from_document(&read(document)).map_err(|e| thrown(&e))?;
        Ok(Lab {
            training: Training::new(&experiment),
            goal: given_goal(&experiment),
            experiment,
            verdict: None,
            flat: None,
            pictures: Pictures::default(),
            animated: None,
            fates: FateMap::default(),
            outputs: DrawnOutputs::default(),
            plane: None,
            beside: Beside::default(),
            rates: Rates::DEFAULT,
        })
    }

    /// The document of the present experiment, a plain object.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn document(&self) -> JsValue {
        self.experiment.to_document().to_js()
    }

    /// Axes of the picture along which starts differ: 1 or 2.
    #[wasm_bindgen(getter)]
    pub fn dimensions(&self) -> usize {
        match self.rate_axis() {
            Some(_) => 2,
            None => self.experiment.view().len(),
        }
    }

    /// The experiment in short.
    #[wasm_bindgen(unchecked_return_type = "Info")]
    pub fn info(&self) -> JsValue {
        report::info(&self.experiment, self.plane.as_ref())
    }

    /// ε
    #[wasm_bindgen(getter)]
    pub fn rate(&self) -> f64 {
        self.experiment.rule().rate()
    }

    /// Sets ε: finite and above 0.
    ///
    /// # Errors
    /// Throws a `Refusal`.
    pub fn set_rate(&mut self, rate: f64) -> Result<(), JsValue> {
        let changed = self.experiment.with_rate(rate);
        self.restart(changed.map_err(|e| thrown(&e))?);
        Ok(())
    }

    /// Steps of the run.
    #[wasm_bindgen(getter)]
    pub fn steps(&self) -> usize {
        self.experiment.steps()
    }

    /// Sets the number of steps: a whole number from 1 to 100 000.
    ///
    /// # Errors
    /// Throws a `Refusal`.
    pub fn set_steps(&mut self, steps: f64) -> Result<(), JsValue> {
        let steps = whole("steps", steps, 1, MOST_STEPS);
        let changed = steps.and_then(|steps| self.experiment.with_steps(steps));
        self.restart(changed.map_err(|e| thrown(&e))?);
        Ok(())
    }

    /// The start's place along the axes of the picture: the initial values of the weights on them,
    /// or multiples of a plane's directions; with rates upwards, the rate.
    pub fn start(&self) -> Vec<f64> {
        let mut place = self.plane().coordinates(self.experiment.start());
        if self.rate_axis().is_some() {
            place[1] = self.rate();
        }
        place[..self.dimensions()].to_vec()
    }

    /// The place to which the start moves by parts of the axes, to the right and upwards: no farther
    /// than they reach, and with no more digits than such a way needs.
    pub fn start_moved(&self, right: f64, up: f64) -> Vec<f64> {
        let mut start = self.start();
        let sides = self.plane();
        for ((value, side), part) in start.iter_mut().zip(sides.sides()).zip([right, up]) {
            let way = part * (side.to - side.from);
            if way != 0.0 {
                *value = short(*value + way, 0.1 * way.abs()).clamp(side.from, side.to);
            }
        }
        if let Some(rates) = self.rate_axis() {
            let before = self.rate();
            let moved = if up == 0.0 {
                before
            } else {
                let moved = rates.at((rates.part(before) + up).max(0.0));
                short(moved, 0.1 * (moved - before).abs())
            };
            start[1] = moved.clamp(rates.from, rates.to);
        }
        start
    }

    /// How far the start is from the plane that the picture lies on.
    pub fn start_off_plane(&self) -> f64 {
        self.plane().distance(self.experiment.start())
    }

    /// Moves the start to a place on the picture's plane, in numbers along its axes; the second one
    /// only in 2-D. With rates upwards it is the rate.
    ///
    /// # Errors
    /// Throws a `Refusal` where a value is not finite.
    pub fn set_start(&mut self, x: f64, y: Option<f64>) -> Result<(), JsValue> {
        let plane = self.plane();
        let before = self.experiment.start();
        let weights = plane.at([x, y.unwrap_or(plane.coordinates(before)[1])]);
        let rate = y.filter(|_| self.rate_axis().is_some());
        let free = self.experiment.free();
        let mut moved = (0..weights.len()).filter(|&i| weights[i] != before[i]);
        let frozen_moved = moved.any(|i| !free.contains(&i));
        let changed = self.experiment.with_start(weights);
        let changed = match rate {
            Some(rate) => changed.and_then(|changed| changed.with_rate(rate)),
            None => changed,
        };
        self.restart(changed.map_err(|e| thrown(&e))?);
        // The smallest error does not depend on where the free weights start.
        if frozen_moved {
            self.goal = given_goal(&self.experiment);
        }
        Ok(())
    }

    /// Lays a picture of two axes on another plane: `view`, the axes of the view; `random`, the two
    /// directions through the start that `seed` gives, as far as the view reaches; `path`, the
    /// principal directions of the run's path. False where there is none: too few free weights, a
    /// run that has not ended, did not move or ran away.
    pub fn set_plane(&mut self, name: &str, seed: u32) -> bool {
        let experiment = &self.experiment;
        let plane = match name {
            "random" => {
                let reach = Plane::of_view(experiment).reach();
                Plane::random(experiment, seed.into(), reach)
            }
            "path" if self.training.stop().is_some() => {
                Plane::principal(experiment, self.training.record(), Plane::MARGIN)
            }
            _ => None,
        };
        let is_there = name == "view" || self.experiment.view().len() == 2 && plane.is_some();
        if is_there {
            self.plane = plane;
        }
        is_there
    }

    /// Lays a picture of two axes on the random plane that was drawn through other weights than today's
    /// start. False where there is none.
    pub fn set_plane_through(&mut self, seed: u32, weights: Vec<f64>) -> bool {
        let reach = Plane::of_view(&self.experiment).reach();
        let through = self.experiment.with_start(weights).ok();
        let plane = through.and_then(|through| Plane::random(&through, seed.into(), reach));
        let is_there = self.experiment.view().len() == 2 && plane.is_some();
        if is_there {
            self.plane = plane;
        }
        is_there
    }

    /// The weights that the picture's plane leads from; undefined where it lies on the view.
    pub fn plane_origin(&self) -> Option<Vec<f64>> {
        self.plane.as_ref().map(|plane| plane.origin().to_vec())
    }

    /// Trains by at most `max_steps` steps. True when the run is over.
    pub fn advance(&mut self, max_steps: usize) -> bool {
        self.training.advance(max_steps)
    }

    /// Steps trained so far.
    #[wasm_bindgen(getter)]
    pub fn steps_done(&self) -> usize {
        self.record().steps()
    }

    /// The run at a step (the last one trained, beyond it).
    #[wasm_bindgen(unchecked_return_type = "StepState")]
    pub fn state(&self, step: usize) -> JsValue {
        let say = |error| self.said(error);
        report::state(&self.experiment, &self.plane(), self.record(), step, say)
    }

    /// E at a step (the last one trained, beyond it); undefined where it is not finite.
    pub fn error(&self, step: usize) -> Option<f64> {
        let step = step.min(self.record().steps());
        let error = self.record().errors().get(step);
        let error = error.filter(|error| error.is_finite());
        error.map(|&error| self.said(error))
    }

    /// What the record has of a step (the last one trained, beyond it), to the last bit: E, ‖g‖ and all
    /// weights.
    pub fn record_at(&self, step: usize) -> Vec<f64> {
        let record = self.record();
        let step = step.min(record.steps());
        let numbers = [record.errors()[step], record.gradient_norms()[step]];
        [&numbers, record.weights(step)].concat()
    }

    /// Whether the run can be judged between two frames. Else a worker does it.
    #[wasm_bindgen(getter)]
    pub fn judges_at_once(&self) -> bool {
        self.experiment.judging_work(self.goal.is_none()) <= AT_ONCE
    }

    /// The smallest error, once it is known.
    #[wasm_bindgen(getter)]
    pub fn best_error(&self) -> Option<f64> {
        self.goal.map(|goal| goal.best_error)
    }

    /// Takes in the smallest error that a judge has found.
    pub fn set_best_error(&mut self, best_error: f64) {
        self.goal = Some(Goal::new(&self.experiment, best_error));
    }

    /// All that a judge has to know of the run; undefined while it is not over.
    pub fn ending(&self) -> Option<Vec<f64>> {
        self.training.ending().map(|ending| ending.numbers())
    }

    /// Takes in the direction in which nothing changes, which a judge has found: two numbers.
    pub fn set_flat(&mut self, flat: &[f64]) {
        self.flat = flat.first_chunk().copied();
    }

    /// log₁₀ of how much the end of the run depends on its start along the axes of the picture, once it is
    /// over; undefined where that is not known, and for runs that take longer than a part of a frame.
    pub fn sensitivity(&self) -> Option<f64> {
        let problem = self.experiment.problem();
        let pass = problem.network().weight_count() * problem.samples().count();
        let work = pass as f64 * self.record().steps() as f64;
        if self.training.stop().is_none() || work > SENSED {
            return None;
        }
        let plane = self.plane();
        let sides = plane.sides().iter();
        let directions: Vec<&[f64]> = sides.map(|side| &side.direction[..]).collect();
        let sensitivity = self.experiment.sensitivity(self.record(), &directions)?;
        Some(sensitivity.log10())
    }

    /// How the run ended and why; undefined while it is not over.
    #[wasm_bindgen(unchecked_return_type = "Verdict | undefined")]
    pub fn verdict(&mut self) -> JsValue {
        self.judge();
        match &self.verdict {
            Some(verdict) => judgement::verdict(&self.experiment, verdict, self.record().steps()),
            None => JsValue::UNDEFINED,
        }
    }
}

#[cfg(test)]
mod tests {
    use lessons::LESSONS;

    use super::*;

    /// A drag answers in the frame that it asks in.
    #[test]
    fn every_lesson_is_judged_at_once() {
        for lesson in LESSONS {
            for beat in lesson.beats {
                let experiment = beat.scene.experiment();
                let experiment = experiment.unwrap_or_else(|error| panic!("{error}"));
                let work = experiment.judging_work(true);
                assert!(work <= AT_ONCE, "{}: {work}", lesson.id);
            }
        }
    }
}

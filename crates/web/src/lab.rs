//! One experiment with its run: the state behind the page.

use backprop::limits::MOST_STEPS;
use backprop::{Eigen, Error, Experiment, Goal, Kind, Reason, Record, Training, Verdict, hessian};
use landscape::Plane;
use wasm_bindgen::prelude::*;

use crate::document::read;
use crate::fate_map::FateMap;
use crate::object::ToJs;
use crate::pictures::Pictures;
use crate::refusal::thrown;
use crate::report;

/// An experiment, its run as far as it has been trained, and its pictures.
///
/// Every change of the experiment sets the run back to its start; [`Lab::advance`] trains it. A
/// change that is refused throws and leaves everything as it was.
#[wasm_bindgen]
pub struct Lab {
    pub(crate) experiment: Experiment,
    pub(crate) training: Training,
    /// The smallest error known, once it has been asked for.
    best_error: Option<f64>,
    verdict: Option<Verdict>,
    pub(crate) pictures: Pictures,
    pub(crate) fates: FateMap,
    /// What a picture of two axes lies on; none for the axes of the view. It stays where it is
    /// while start, rate and steps change: a reader explores one plane.
    pub(crate) plane: Option<Plane>,
}

impl Lab {
    /// What the picture lies on.
    pub(crate) fn plane(&self) -> Plane {
        let view = || Plane::of_view(&self.experiment);
        self.plane.clone().unwrap_or_else(view)
    }

    pub(crate) fn record(&self) -> &Record {
        self.training.record()
    }

    /// Takes over `experiment` and sets the run back to its start.
    fn restart(&mut self, experiment: Experiment) {
        self.training = Training::new(&experiment);
        self.experiment = experiment;
        self.verdict = None;
    }

    pub(crate) fn best_known_error(&mut self) -> f64 {
        *self
            .best_error
            .get_or_insert_with(|| self.experiment.best_known_error())
    }

    /// The error that counts as solved; none where it is not finite.
    pub(crate) fn goal(&mut self) -> Option<f64> {
        let best_error = self.best_known_error();
        let goal = Goal::new(&self.experiment, best_error).error;
        goal.is_finite().then_some(goal)
    }

    /// The direction along the two axes in which E does not change where the run has converged;
    /// none where there is none, or where other weights move too.
    pub(crate) fn flat_direction(&self) -> Option<[f64; 2]> {
        let verdict = self.verdict.as_ref()?;
        let is_flat = verdict.curvature.as_ref()?.flat_directions > 0;
        let [x, y] = self.experiment.view() else {
            return None;
        };
        let free = [x.weight, y.weight];
        let is_projection = self.plane.is_some() || self.experiment.is_projection();
        if !is_flat || verdict.kind != Kind::Converged || is_projection {
            return None;
        }
        let matrix = hessian(
            self.experiment.problem(),
            self.record().last_weights(),
            &free,
        );
        let eigen = Eigen::of(&matrix)?;
        let flattest = usize::from(eigen.values[0].abs() > eigen.values[1].abs());
        let direction = eigen.vectors.row(flattest);
        Some([direction[0], direction[1]])
    }

    pub(crate) fn judged(&mut self) -> Option<&Verdict> {
        if self.verdict.is_none() && self.training.stop().is_some() {
            let best_error = self.best_known_error();
            self.verdict = self.training.verdict(best_error);
        }
        self.verdict.as_ref()
    }
}

/// A number of the page as a number of steps.
fn whole(steps: f64) -> Result<usize, Error> {
    let most = MOST_STEPS as f64;
    let reason = if steps.fract() != 0.0 && steps.is_finite() {
        Reason::NotWhole { found: steps }
    } else if !(1.0..=most).contains(&steps) {
        Reason::OutOfRange {
            found: steps,
            least: 1.0,
            greatest: most,
        }
    } else {
        return Ok(steps as usize);
    };
    let place = "steps".to_owned();
    Err(Error { place, reason })
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
            experiment,
            best_error: None,
            verdict: None,
            pictures: Pictures::default(),
            fates: FateMap::default(),
            plane: None,
        })
    }

    /// The document of the present experiment, a plain object.
    #[wasm_bindgen(unchecked_return_type = "object")]
    pub fn document(&self) -> JsValue {
        self.experiment.to_document().to_js()
    }

    /// Axes of the picture: 1 or 2.
    #[wasm_bindgen(getter)]
    pub fn dimensions(&self) -> usize {
        self.experiment.view().len()
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
        let changed = whole(steps).and_then(|steps| self.experiment.with_steps(steps));
        self.restart(changed.map_err(|e| thrown(&e))?);
        Ok(())
    }

    /// The start's place along the axes of the picture: the initial values of the weights on them,
    /// or multiples of a plane's directions.
    pub fn start(&self) -> Vec<f64> {
        self.plane().coordinates(self.experiment.start())[..self.dimensions()].to_vec()
    }

    /// How far the start is from the plane that the picture lies on.
    pub fn start_off_plane(&self) -> f64 {
        self.plane().distance(self.experiment.start())
    }

    /// Moves the start to a place on the picture's plane, in numbers along its axes; the second one
    /// only in 2-D.
    ///
    /// # Errors
    /// Throws a `Refusal` where a value is not finite.
    pub fn set_start(&mut self, x: f64, y: Option<f64>) -> Result<(), JsValue> {
        let plane = self.plane();
        let before = self.experiment.start();
        let weights = plane.at([x, y.unwrap_or(plane.coordinates(before)[1])]);
        let free = self.experiment.free();
        let mut moved = (0..weights.len()).filter(|&i| weights[i] != before[i]);
        let frozen_moved = moved.any(|i| !free.contains(&i));
        let changed = self.experiment.with_start(weights);
        self.restart(changed.map_err(|e| thrown(&e))?);
        // The smallest error does not depend on where the free weights start.
        if frozen_moved {
            self.best_error = None;
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
        let is_there = name == "view" || self.dimensions() == 2 && plane.is_some();
        if is_there {
            self.plane = plane;
        }
        is_there
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
        report::state(&self.experiment, &self.plane(), self.record(), step)
    }

    /// How the run ended and why; undefined while it is not over.
    #[wasm_bindgen(unchecked_return_type = "Verdict | undefined")]
    pub fn verdict(&mut self) -> JsValue {
        let steps = self.record().steps();
        match self.judged() {
            Some(verdict) => report::verdict(verdict, steps),
            None => JsValue::UNDEFINED,
        }
    }
}

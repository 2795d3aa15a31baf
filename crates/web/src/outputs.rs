//! What the network computes: a picture of an output, and the samples in rows.

use charts::{Frame, OutputFigure, OutputNames, Theme};
use landscape::halfway;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::canvas::{draw, put_pixels, size};
use crate::lab::Lab;
use crate::object::{list, object};

/// Pixels along each side of the tint: the browser scales it smoothly.
const TINT: usize = 192;

#[wasm_bindgen]
impl Lab {
    /// The page's names for the inputs to the right and upwards and for the output: a letter, its index,
    /// and after a ^ the number of its layer, as `o1^2`.
    pub fn set_output_names(&mut self, across: String, upwards: String, output: String) {
        self.outputs.names = [across, upwards, output];
    }

    /// Which output is drawn, and which sample is chosen, both from 0.
    pub fn set_output(&mut self, output: usize, sample: Option<usize>) {
        self.outputs.output = output;
        self.outputs.sample = sample;
    }

    /// Draws the output at a step (the last one trained, beyond it) over the inputs, with the samples;
    /// the tint under it is to be stretched over [`Lab::output_rectangle`]. False where there is no such picture: for more than two inputs.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw_outputs(
        &mut self,
        canvas: &HtmlCanvasElement,
        tint: &HtmlCanvasElement,
        step: usize,
        scale: f64,
        dark: bool,
    ) -> Result<bool, JsValue> {
        let record = self.training.record();
        let shown = record.weights(step.min(record.steps()));
        let weights = [record.weights(0), shown];
        let problem = self.experiment.problem();
        let Some(figure) = OutputFigure::of(problem, weights, self.outputs.output) else {
            self.outputs.plot = None;
            self.outputs.places.clear();
            return Ok(false);
        };
        let theme = Theme::new(dark);
        let [across, upwards, name] = &self.outputs.names;
        let names = OutputNames {
            inputs: [across, upwards],
            output: name,
        };
        let scene = figure.scene(names, self.outputs.sample);
        let frame: Frame = scene.frame(size(canvas), scale);
        draw(canvas, |pen| scene.draw(pen, &frame, &theme))?;
        if let Some(bytes) = scene.raster(&theme, TINT) {
            put_pixels(tint, &bytes, [TINT, TINT])?;
        }
        let samples = figure.samples().iter();
        self.outputs.places = samples.map(|sample| scene.place(&frame, sample)).collect();
        self.outputs.plot = Some(frame.plot());
        Ok(true)
    }

    /// Where the tint of the outputs lies on their canvas, in canvas pixels; undefined where they are a
    /// curve or not drawn.
    #[wasm_bindgen(unchecked_return_type = "Rectangle | undefined")]
    pub fn output_rectangle(&self) -> JsValue {
        let inputs = self.experiment.problem().network().sizes().first();
        match &self.outputs.plot {
            Some(plot) if inputs == Some(&2) => object! {
                "left": plot.left,
                "top": plot.top,
                "width": plot.width,
                "height": plot.height,
            },
            _ => JsValue::UNDEFINED,
        }
    }

    /// Whether there is a picture of outputs, and it has been drawn.
    #[wasm_bindgen(getter)]
    pub fn has_outputs(&self) -> bool {
        self.outputs.plot.is_some()
    }

    /// Where a map of the output that is drawn has its line: halfway between the targets; undefined where
    /// they are all the same.
    pub fn output_halfway(&self) -> Option<f64> {
        halfway(self.experiment.problem(), self.outputs.output)
    }

    /// The sample nearest to a point of the canvas, and not farther than `reach`.
    pub fn sample_at(&self, px: f64, py: f64, reach: f64) -> Option<usize> {
        let distances = self.outputs.places.iter().enumerate();
        let distances = distances.map(|(sample, (x, y))| (sample, (x - px).hypot(y - py)));
        let near = distances.filter(|(_, distance)| *distance <= reach);
        let nearest = near.reduce(|best, next| if next.1 < best.1 { next } else { best });
        nearest.map(|(sample, _)| sample)
    }

    /// What the network gives at a step (the last one trained, beyond it) for `count` samples from the
    /// one numbered `first`, and which of all samples adds most to E.
    #[wasm_bindgen(unchecked_return_type = "SampleRows | undefined")]
    pub fn sample_rows(&self, step: usize, first: usize, count: usize) -> JsValue {
        let record = self.training.record();
        let problem = self.experiment.problem();
        let Some(outputs) = problem.outputs(record.weights(step.min(record.steps()))) else {
            return JsValue::UNDEFINED;
        };
        let total: f64 = outputs.errors.iter().sum();
        let last = first.saturating_add(count).min(outputs.errors.len());
        let row = |sample: usize| -> Option<JsValue> {
            let (input, target) = problem.samples().get(sample)?;
            let error = outputs.errors[sample];
            Some(object! {
                "sample": sample,
                "input": input.to_vec(),
                "target": target.to_vec(),
                "output": outputs.values.row(sample).to_vec(),
                "error": error,
                "share": if total > 0.0 { error / total } else { 0.0 },
            })
        };
        object! {
            "worst": outputs.worst(),
            "rows": list((first..last).filter_map(row)),
        }
    }
}

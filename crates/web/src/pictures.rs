//! The pictures of an experiment on the page's canvases, and the way from pixels to weights.

use backprop::Axis;
use charts::{
    CurvePath, CurveScene, Frame, Rect, SurfacePath, SurfaceScene, Theme, Timeline, raster,
    weight_name,
};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::canvas::{draw, put_pixels};
use crate::lab::Lab;
use crate::object::object;
use crate::refusal::drawing_failed;
use crate::report::DIRECTIONS;
use crate::shown::Shown;
use crate::slice::{Slice, SliceCache};

/// What the pictures keep from one drawing to the next.
#[derive(Default)]
pub(crate) struct Pictures {
    slices: SliceCache,
    /// Where everything is in the picture of the error, once it has been drawn.
    frame: Option<Frame>,
    /// The same for the timeline.
    timeline: Option<Frame>,
    /// The page's word for the error that counts as solved.
    goal_word: String,
    /// The page's words for the axes of a plane across weights.
    axis_words: [String; 2],
    /// What a picture of two weights shows.
    pub(crate) shown: Shown,
    /// The scale of the picture of the error.
    pub(crate) scale: f64,
}

impl Lab {
    /// Where the plot of the picture lies on its canvas, once it has been drawn.
    pub(crate) fn plot(&self) -> Option<Rect> {
        self.pictures.frame.as_ref().map(Frame::plot)
    }

    /// Of the weights on the axes, or of a plane's directions; the second is for a second axis.
    fn axis_names(&self) -> [String; 2] {
        if self.plane.is_some() {
            return DIRECTIONS.map(str::to_owned);
        }
        let network = self.experiment.problem().network();
        let name = |axis: &Axis| weight_name(network, axis.weight);
        [0, 1].map(|k| self.experiment.view().get(k).map_or_else(String::new, name))
    }

    fn timeline(&self, goal: Option<f64>) -> Timeline<'_> {
        let record = self.record();
        let early = self.training.stop().is_some();
        Timeline {
            errors: record.errors(),
            gradient_norms: record.gradient_norms(),
            steps: if early {
                record.steps()
            } else {
                self.experiment.steps()
            },
            goal: goal.map(|goal| (goal, self.pictures.goal_word.as_str())),
            names: ["E", "‖g‖", ""],
        }
    }
}

fn refused(error: &landscape::Error) -> JsValue {
    drawing_failed(&error.to_string())
}

fn size(canvas: &HtmlCanvasElement) -> (u32, u32) {
    (canvas.width(), canvas.height())
}

/// Sizes are those of the canvas; `scale` is the screen's pixels to a pixel of the page, times the
/// factor of the page's type. A `step` beyond the last one trained is the last.
#[wasm_bindgen]
impl Lab {
    /// The page's word for the error that counts as solved.
    pub fn set_goal_word(&mut self, word: &str) {
        word.clone_into(&mut self.pictures.goal_word);
    }

    /// The page's words for the axes of a plane across weights, to the right and upwards.
    pub fn set_axis_words(&mut self, across: String, upwards: String) {
        self.pictures.axis_words = [across, upwards];
    }

    /// Draws the ground of the picture of the error: axes with the curve, or with contour lines.
    /// False while more of a surface is to come: draw again in the next frame, tint and all.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw_base(
        &mut self,
        canvas: &HtmlCanvasElement,
        step: usize,
        scale: f64,
        dark: bool,
    ) -> Result<bool, JsValue> {
        let theme = Theme::new(dark);
        let [x, y] = self.axis_names();
        let goal = self.goal();
        let strip = self.fates.strip();
        let step = step.min(self.steps_done());
        let plane = self.plane().through(self.record().weights(step));
        let is_view = self.plane.is_none();
        let pictures = &mut self.pictures;
        let slice = pictures.slices.slice(&self.experiment, plane);
        match slice.map_err(|e| refused(&e))? {
            Slice::Curve(curve) => {
                let scene = CurveScene {
                    curve,
                    names: [&x, "E"],
                    goal: goal.map(|goal| (goal, pictures.goal_word.as_str())),
                    fates: Some(&strip),
                };
                let frame = scene.frame(size(canvas), scale);
                draw(canvas, |pen| scene.draw(pen, &frame, &theme))?;
                pictures.frame = Some(frame);
                Ok(true)
            }
            Slice::Surface(ground) => {
                let surface = SurfaceScene {
                    field: ground.surface.error(),
                    tone: &ground.tone,
                    contours: &ground.contours,
                    names: [&x, &y, "E"],
                    words: match &pictures.axis_words {
                        [across, upwards] if !is_view => [across, upwards],
                        _ => ["", ""],
                    },
                };
                let frame = surface.frame(size(canvas), scale);
                let key = self.fates.key(pictures.shown);
                let scene = key.as_ref().map_or(surface, |key| SurfaceScene {
                    tone: &key.tone,
                    contours: &key.marks,
                    names: [&x, &y, key.name],
                    ..surface
                });
                draw(canvas, |pen| scene.draw(pen, &frame, &theme))?;
                pictures.frame = Some(frame);
                pictures.scale = scale;
                Ok(ground.is_complete(&self.experiment))
            }
        }
    }

    /// Draws the tint of a surface, to be stretched over [`Lab::plot_rectangle`]; the canvas gets
    /// its size from here. Nothing in 1-D, or before the ground has been drawn.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw_raster(&self, canvas: &HtmlCanvasElement, dark: bool) -> Result<(), JsValue> {
        let Some(Slice::Surface(ground)) = self.pictures.slices.present() else {
            return Ok(());
        };
        let theme = Theme::new(dark);
        if self.pictures.shown != Shown::Surface {
            return self.draw_map(canvas, &theme);
        }
        // The browser scales it smoothly: two pixels to a cell are enough.
        let heights = ground.surface.error();
        let side = 2 * (heights.values.ncols() - 1);
        let bytes = raster(heights, &ground.tone, &theme, side, side);
        put_pixels(canvas, &bytes, [side, side])
    }

    /// Draws the run on the ground: the path, the start, the ball at the step, and where the next
    /// step leads.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw_path(
        &self,
        canvas: &HtmlCanvasElement,
        step: usize,
        dark: bool,
    ) -> Result<(), JsValue> {
        let Some(frame) = &self.pictures.frame else {
            return Ok(());
        };
        let theme = Theme::new(dark);
        let record = self.record();
        let shown = step.min(record.steps());
        let (_, gradient) = self.experiment.problem().gradient(record.weights(shown));
        let plane = self.plane();
        let slopes = plane.along(&gradient);
        let change = plane.along(&record.update(shown));
        if let [axis] = self.experiment.view() {
            let path = record.path(axis.weight).zip(record.errors());
            let points: Vec<[f64; 2]> = path.map(|(w, &error)| [w, error]).collect();
            let path = CurvePath {
                points: &points,
                cursor: step,
                slope: slopes[0],
                change: change[0],
            };
            return draw(canvas, |pen| path.draw(pen, frame, &theme));
        }
        let path = SurfacePath {
            points: &plane.path(record),
            cursor: step,
            change,
            flat: self.flat_direction(),
        };
        draw(canvas, |pen| path.draw(pen, frame, &theme))
    }

    /// Where the picture's plot lies on its canvas, in canvas pixels; undefined before it is drawn.
    #[wasm_bindgen(unchecked_return_type = "Rectangle | undefined")]
    pub fn plot_rectangle(&self) -> JsValue {
        let Some(frame) = &self.pictures.frame else {
            return JsValue::UNDEFINED;
        };
        let plot = frame.plot();
        object! {
            "left": plot.left,
            "top": plot.top,
            "width": plot.width,
            "height": plot.height,
        }
    }

    /// The place under a point of the canvas, kept within the picture, along its axes: one number
    /// in 1-D, two in 2-D; empty before the picture is drawn. On a map it is the start whose fate
    /// the map shows there.
    pub fn place_at(&self, px: f64, py: f64) -> Vec<f64> {
        let Some(frame) = &self.pictures.frame else {
            return Vec::new();
        };
        let (x, y) = frame.values(px, py);
        if self.dimensions() == 1 {
            return vec![x];
        }
        // A map's answer is that of the middle of its pixel.
        let is_map = self.pictures.shown != Shown::Surface;
        let pixel = self.map_pixel(px, py).filter(|_| is_map);
        let middle = |pixel| self.plane().pixel(pixel, self.fates.size());
        pixel.map_or([x, y], middle).to_vec()
    }

    /// The point of the canvas of a weight on the curve (its error as `y`) or of a place along two
    /// axes; empty before the picture is drawn.
    pub fn pixel_of(&self, x: f64, y: f64) -> Vec<f64> {
        let pixel = self.pictures.frame.as_ref().map(|frame| frame.pixel(x, y));
        pixel.map_or_else(Vec::new, |(px, py)| vec![px, py])
    }

    /// Draws E and ‖g‖ over the steps.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw_timeline(
        &mut self,
        canvas: &HtmlCanvasElement,
        scale: f64,
        dark: bool,
    ) -> Result<(), JsValue> {
        let goal = self.goal();
        let theme = Theme::new(dark);
        let timeline = self.timeline(goal);
        let frame = timeline.frame(size(canvas), scale);
        draw(canvas, |pen| timeline.draw(pen, &frame, &theme))?;
        self.pictures.timeline = Some(frame);
        Ok(())
    }

    /// Draws the cursor of the timeline on a canvas above it.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw_timeline_cursor(
        &self,
        canvas: &HtmlCanvasElement,
        step: usize,
        dark: bool,
    ) -> Result<(), JsValue> {
        let Some(frame) = &self.pictures.timeline else {
            return Ok(());
        };
        let theme = Theme::new(dark);
        let timeline = self.timeline(None);
        draw(canvas, |pen| timeline.draw_cursor(pen, frame, &theme, step))
    }

    /// The step at a place on the timeline's canvas.
    pub fn timeline_step_at(&self, px: f64) -> usize {
        let frame = self.pictures.timeline.as_ref();
        frame.map_or(0, |frame| self.timeline(None).step_at(frame, px))
    }
}

//! The pictures of an experiment on the page's canvases, and the way from pixels to weights.

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
use crate::problem::drawing_failed;
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

    fn axis_names(&self) -> Vec<String> {
        let network = self.experiment.problem().network();
        let view = self.experiment.view().iter();
        view.map(|axis| weight_name(network, axis.weight)).collect()
    }

    /// −ε ∂E/∂w along the axes of the view at a step, with ∂E/∂w itself.
    fn change_and_slope(&self, step: usize) -> (Vec<f64>, Vec<f64>) {
        let weights = self.record().weights(step.min(self.steps_done()));
        let (_, gradient) = self.experiment.problem().gradient(weights);
        let view = self.experiment.view().iter();
        let slope: Vec<f64> = view.map(|axis| gradient[axis.weight]).collect();
        let change = slope.iter().map(|g| -self.rate() * g).collect();
        (change, slope)
    }

    fn timeline(&self, goal: Option<f64>) -> Timeline<'_> {
        let record = self.record();
        let early = self.training.end().is_some();
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

    /// Draws the ground of the picture of the error: axes with the curve, or with contour lines.
    /// False while more of a surface is to come: draw again in the next frame, tint and all.
    ///
    /// # Errors
    /// Throws a `Problem` where the browser refuses to draw.
    pub fn draw_base(
        &mut self,
        canvas: &HtmlCanvasElement,
        step: usize,
        scale: f64,
        dark: bool,
    ) -> Result<bool, JsValue> {
        let theme = Theme::new(dark);
        let names = self.axis_names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let goal = self.goal();
        let strip = self.fates.strip();
        let step = step.min(self.steps_done());
        let weights = self.training.record().weights(step);
        let pictures = &mut self.pictures;
        let slice = pictures.slices.slice(&self.experiment, weights);
        match slice.map_err(|e| refused(&e))? {
            Slice::Curve(curve) => {
                let scene = CurveScene {
                    curve,
                    names: [names.first().copied().unwrap_or_default(), "E"],
                    goal: goal.map(|goal| (goal, pictures.goal_word.as_str())),
                    fates: Some(&strip),
                };
                let frame = scene.frame(size(canvas), scale);
                draw(canvas, |pen| scene.draw(pen, &frame, &theme))?;
                pictures.frame = Some(frame);
                Ok(true)
            }
            Slice::Surface(ground) => {
                let [x, y] = [0, 1].map(|k| names.get(k).copied().unwrap_or_default());
                let surface = SurfaceScene {
                    field: ground.surface.error(),
                    tone: &ground.tone,
                    contours: &ground.contours,
                    names: [x, y, "E"],
                };
                let frame = surface.frame(size(canvas), scale);
                match self.fates.key(pictures.shown) {
                    None => draw(canvas, |pen| surface.draw(pen, &frame, &theme))?,
                    Some(key) => {
                        let map = SurfaceScene {
                            tone: &key.tone,
                            contours: &key.marks,
                            names: [x, y, key.name],
                            ..surface
                        };
                        draw(canvas, |pen| map.draw(pen, &frame, &theme))?;
                    }
                }
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
    /// Throws a `Problem` where the browser refuses to draw.
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
    /// Throws a `Problem` where the browser refuses to draw.
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
        let (change, slope) = self.change_and_slope(step);
        match (self.experiment.view(), change.as_slice(), slope.as_slice()) {
            ([x, y], &[along_x, along_y], _) => {
                let path = record.path(x.weight).zip(record.path(y.weight));
                let points: Vec<[f64; 2]> = path.map(|(x, y)| [x, y]).collect();
                let path = SurfacePath {
                    points: &points,
                    cursor: step,
                    change: [along_x, along_y],
                    flat: self.flat_direction(),
                };
                draw(canvas, |pen| path.draw(pen, frame, &theme))
            }
            ([axis], &[change], &[slope]) => {
                let path = record.path(axis.weight).zip(record.errors());
                let points: Vec<[f64; 2]> = path.map(|(w, &error)| [w, error]).collect();
                let path = CurvePath {
                    points: &points,
                    cursor: step,
                    slope,
                    change,
                };
                draw(canvas, |pen| path.draw(pen, frame, &theme))
            }
            _ => Ok(()),
        }
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

    /// The weights at a place on the canvas, kept within the view: one in 1-D, two in 2-D; empty
    /// before the picture is drawn.
    pub fn weights_at(&self, px: f64, py: f64) -> Vec<f64> {
        let Some(frame) = &self.pictures.frame else {
            return Vec::new();
        };
        let (x, y) = frame.values(px, py);
        match self.dimensions() {
            1 => vec![x],
            _ => vec![x, y],
        }
    }

    /// The place on the canvas of a weight on the curve (its error as `y`) or of two weights;
    /// empty before the picture is drawn.
    pub fn pixel_of(&self, x: f64, y: f64) -> Vec<f64> {
        let pixel = self.pictures.frame.as_ref().map(|frame| frame.pixel(x, y));
        pixel.map_or_else(Vec::new, |(px, py)| vec![px, py])
    }

    /// Draws E and ‖g‖ over the steps.
    ///
    /// # Errors
    /// Throws a `Problem` where the browser refuses to draw.
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
    /// Throws a `Problem` where the browser refuses to draw.
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

//! The pictures of an experiment on the page's canvases, and the way from pixels to weights.

use charts::{
    CurvePath, CurveScene, Frame, PinnedErrors, Rect, SurfacePath, Theme, Timeline, Trail, raster,
};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::canvas::{draw, drawing_failed, put_pixels, size};
use crate::company::Stage;
use crate::drawn_planes::{RatesPicture, SurfacePicture};
use crate::ground::Ground;
use crate::lab::Lab;
use crate::object::object;
use crate::shown::Shown;
use crate::slice::Slice;

impl Lab {
    /// The run's path in the picture whose measures are `frame`, as far as the run has come.
    pub(crate) fn trail(&mut self, frame: &Frame) -> Trail {
        let plane = self.plane();
        let record = self.training.record();
        let kept = self.pictures.trail.take();
        let kept =
            kept.filter(|(kept_plane, trail)| *kept_plane == plane && trail.frame() == frame);
        if self.rate_axis().is_some() {
            let rate = self.rate();
            let mut trail = kept.map_or_else(|| Trail::on_surface(frame), |(_, trail)| trail);
            let places = plane.path_from(record, trail.count()).into_iter();
            trail.extend(places.map(|[weight, _]| [weight, rate]));
            trail
        } else if let [axis] = self.experiment.view() {
            let mut trail = kept.map_or_else(|| Trail::on_curve(frame), |(_, trail)| trail);
            let places = record.path(axis.weight).zip(record.errors());
            let new = places.skip(trail.count());
            trail.extend(new.map(|(weight, &error)| [weight, error]));
            trail
        } else {
            let mut trail = kept.map_or_else(|| Trail::on_surface(frame), |(_, trail)| trail);
            trail.extend(plane.path_from(record, trail.count()));
            trail
        }
    }

    /// Where the plot of the picture lies on its canvas, once it has been drawn.
    pub(crate) fn plot(&self) -> Option<Rect> {
        self.pictures.frame.as_ref().map(Frame::plot)
    }

    pub(crate) fn timeline<'a>(
        &'a self,
        goal: Option<f64>,
        beside: &'a [PinnedErrors<'a>],
    ) -> Timeline<'a> {
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
            beside,
        }
    }
}

impl Lab {
    fn draw_run(
        &self,
        canvas: &HtmlCanvasElement,
        frame: &Frame,
        trail: &Trail,
        step: usize,
        theme: &Theme,
    ) -> Result<(), JsValue> {
        let record = self.record();
        let shown = step.min(record.steps());
        let weights = record.weights(shown);
        let plane = self.plane();
        let change = plane.along(&record.update(shown));
        let is_over = self.training.stop().is_some() && step >= record.steps();
        let stage = Stage {
            experiment: &self.experiment,
            plane: &plane,
            curve: self.pictures.curve(),
            frame,
            // Longer runs have ended, too, when this one has.
            step: if is_over { usize::MAX } else { step },
        };
        let mut company = self.beside.0.borrow_mut();
        let is_rates = self.rate_axis().is_some();
        let is_secret = self.pictures.is_secret;
        let hides_ahead = is_secret || self.pictures.ends_at_ball;
        if let ([axis], false) = (self.experiment.view(), is_rates) {
            let (error, gradient) = self.experiment.problem().gradient(weights);
            let path = CurvePath {
                trail,
                cursor: step,
                at: [weights[axis.weight], error],
                slope: gradient[axis.weight],
                change: change[0],
                hides_ahead,
            };
            return draw(canvas, |pen| {
                if !is_secret && !company.is_empty() {
                    company.draw(pen, &stage, path.at, theme)?;
                }
                path.draw(pen, frame, theme)
            });
        }
        let mut at = plane.coordinates(weights);
        if is_rates {
            // Along the height of its rate.
            at[1] = self.rate();
        }
        let path = SurfacePath {
            trail,
            cursor: step,
            at,
            change,
            flat: self.flat_direction(),
            hides_ahead,
        };
        draw(canvas, |pen| {
            if !is_secret && !company.is_empty() {
                company.draw(pen, &stage, path.at, theme)?;
            }
            path.draw(pen, frame, theme)
        })
    }
}

fn refused(error: &landscape::Error) -> JsValue {
    drawing_failed(&error.to_string())
}

/// Sizes are those of the canvas; `scale` is the screen's pixels to a pixel of the page, times the
/// factor of the page's type. A `step` beyond the last one trained is the last.
#[wasm_bindgen]
impl Lab {
    /// The page's word for the error that counts as solved.
    pub fn set_goal_word(&mut self, word: &str) {
        word.clone_into(&mut self.pictures.goal_word);
    }

    /// The page's names for what the axes run along, to the right and upwards: a letter, its index,
    /// and after a ^ the number of its layer, as `w11^2`.
    pub fn set_axis_names(&mut self, across: String, upwards: String) {
        self.pictures.axis_names = [across, upwards];
    }

    /// The page's words for the axes of a plane across weights, to the right and upwards.
    pub fn set_axis_words(&mut self, across: String, upwards: String) {
        self.pictures.axis_words = [across, upwards];
    }

    /// Whether nothing tells where the run leads: neither its path ahead of the shown step, nor runs beside
    /// it, nor a curve's minima and what becomes of every start along it. They do at first.
    pub fn set_secret(&mut self, is_secret: bool) {
        self.pictures.is_secret = is_secret;
    }

    /// Draws the ground of the picture of the error: axes with the curve, or with contour lines.
    /// False while more of it is to come: see [`Lab::refine_ground`], and draw again, tint and all.
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
        let [x, y] = self.pictures.axis_names.clone();
        let goal = self.goal();
        let strip = match self.rate_axis() {
            Some(_) => Vec::new(),
            None if self.pictures.is_secret => Vec::new(),
            None => self.fates.strip(),
        };
        let step = step.min(self.steps_done());
        let plane = self.plane().through(self.record().weights(step));
        let is_view = self.plane.is_none();
        let is_slice = self.experiment.is_projection();
        let rates = self.rate_axis();
        let tells = self.tells();
        let pictures = &mut self.pictures;
        let slice = pictures.slices.slice(&self.experiment, plane);
        let slice = slice.map_err(|e| refused(&e))?;
        let is_complete = slice.is_complete(&self.experiment);
        let (frame, is_of_directions) = match (slice, rates) {
            (Slice::Curve(curve), None) => {
                let scene = CurveScene {
                    curve,
                    names: [&x, "E"],
                    goal: goal.map(|goal| (goal, pictures.goal_word.as_str())),
                    fates: Some(&strip),
                    has_minima: !pictures.is_secret,
                };
                let frame = scene.frame(size(canvas), scale);
                draw(canvas, |pen| scene.draw(pen, &frame, &theme))?;
                (frame, false)
            }
            (Slice::Curve(curve), Some(rates)) => {
                let picture = RatesPicture {
                    experiment: &self.experiment,
                    curve,
                    rates,
                    names: [&x, &y],
                    key: tells.flatten().map(|told| self.fates.key(Some(told))),
                };
                (picture.draw(canvas, scale, &theme)?, true)
            }
            (Slice::Surface(ground), _) => {
                let picture = SurfacePicture {
                    ground,
                    names: [&x, &y],
                    words: match &pictures.axis_words {
                        [across, upwards] if !is_view => [across, upwards],
                        _ => ["", ""],
                    },
                    key: tells.map(|tells| self.fates.key(tells)),
                    is_slice,
                    is_marked: !pictures.is_unmarked,
                };
                (picture.draw(canvas, scale, &theme)?, true)
            }
        };
        pictures.frame = Some(frame);
        if is_of_directions {
            pictures.scale = scale;
        }
        Ok(is_complete)
    }

    /// Computes more of the ground that was drawn last. True where there is something new to be drawn,
    /// or nothing more is to come.
    ///
    /// # Errors
    /// Throws a `Refusal` where there is no such ground.
    pub fn refine_ground(&mut self) -> Result<bool, JsValue> {
        let slices = &mut self.pictures.slices;
        slices.refine(&self.experiment).map_err(|e| refused(&e))
    }

    /// Draws the tint of a surface, to be stretched over [`Lab::plot_rectangle`]; the canvas gets
    /// its size from here. Nothing in 1-D, or before the ground has been drawn.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw_raster(&mut self, canvas: &HtmlCanvasElement, dark: bool) -> Result<(), JsValue> {
        let theme = Theme::new(dark);
        if self.rate_axis().is_some() {
            return self.draw_map(canvas, &theme);
        }
        let Some(Slice::Surface(ground)) = self.pictures.slices.present_mut() else {
            return Ok(());
        };
        if self.pictures.shown != Shown::Surface {
            ground.tinted = None;
            return self.draw_map(canvas, &theme);
        }
        if ground.tinted == Some(dark) {
            return Ok(());
        }
        ground.tinted = Some(dark);
        // The browser scales it smoothly: two pixels to a cell of the finest grid are enough. A
        // coarser one has as many, since a canvas that changes its size is made anew; but each is there
        // more than once.
        let side = 2 * (Ground::finest(&self.experiment) - 1);
        let heights = ground.surface.error();
        let times = (side / (2 * (heights.values.ncols() - 1))).max(1);
        let pixels = side / times;
        let tints = raster(heights, &ground.tone, &theme, pixels, pixels);
        let mut bytes = Vec::with_capacity(4 * side * side);
        for line in tints.chunks_exact(4 * pixels) {
            let begin = bytes.len();
            for pixel in line.chunks_exact(4) {
                for _ in 0..times {
                    bytes.extend_from_slice(pixel);
                }
            }
            let end = bytes.len();
            for _ in 1..times {
                bytes.extend_from_within(begin..end);
            }
        }
        put_pixels(canvas, &bytes, [side, side])
    }

    /// Draws the run on the ground: the path, the start, the ball at the step, and where the next
    /// step leads.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw_path(
        &mut self,
        canvas: &HtmlCanvasElement,
        step: usize,
        dark: bool,
    ) -> Result<(), JsValue> {
        let Some(frame) = self.pictures.frame.take() else {
            return Ok(());
        };
        let trail = self.trail(&frame);
        let drawn = self.draw_run(canvas, &frame, &trail, step, &Theme::new(dark));
        self.pictures.trail = Some((self.plane(), trail));
        self.pictures.frame = Some(frame);
        drawn
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
    /// in 1-D, two in 2-D, as short as can be told from those beside it; empty before the picture is drawn.
    /// On a map it is the start whose fate
    /// the map shows there.
    pub fn place_at(&self, px: f64, py: f64) -> Vec<f64> {
        let Some(frame) = &self.pictures.frame else {
            return Vec::new();
        };
        let (x, y) = frame.chosen(px, py);
        if self.dimensions() == 1 {
            return vec![x];
        }
        // A map's answer is that of the middle of its pixel.
        let is_map = self.pictures.shown != Shown::Surface;
        let pixel = self.map_pixel(px, py).filter(|_| is_map);
        let middle = |pixel| self.domain().pixel(pixel, self.fates.size());
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
        let mut lines = std::mem::take(&mut self.pictures.lines);
        let company = self.beside.clone();
        let company = company.0.borrow();
        let beside = company.errors(self.experiment.problem().loss());
        let timeline = self.timeline(goal, &beside);
        let frame = timeline.frame(&mut lines, size(canvas), scale);
        let drawn = draw(canvas, |pen| timeline.draw(pen, &mut lines, &frame, &theme));
        self.pictures.lines = lines;
        self.pictures.timeline = Some(frame);
        drawn
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
        let timeline = self.timeline(None, &[]);
        draw(canvas, |pen| timeline.draw_cursor(pen, frame, &theme, step))
    }

    /// The step at a place on the timeline's canvas.
    pub fn timeline_step_at(&self, px: f64) -> usize {
        let frame = self.pictures.timeline.as_ref();
        frame.map_or(0, |frame| self.timeline(None, &[]).step_at(frame, px))
    }
}

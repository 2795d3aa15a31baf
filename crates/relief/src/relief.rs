//! The picture, as the page handles it.

use charts::{Cage, Camera, Draped, Ground, Light, Theme, View, draw_labels};
use ndarray::Array2;
use screen::canvas::draw;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::fallback::{Fallback, contours};
use crate::graphics::Graphics;
use crate::run::Run;

/// What has changed since the card was fed.
#[derive(Default)]
struct Stale {
    ground: bool,
    tint: bool,
    run: bool,
}

/// A ground with a run on it, seen by a camera.
///
/// It is drawn on two canvases of one size, one upon the other: the ground and all that lies on it by the
/// graphics card on the lower one, numbers and names on the upper one. Where there is no WebGL 2 plotters
/// draws all of it on the upper one. Points are in pixels of the canvases.
#[wasm_bindgen]
pub struct Relief {
    picture: HtmlCanvasElement,
    words: HtmlCanvasElement,
    graphics: Option<Graphics>,
    fallback: Option<Fallback>,
    stale: Stale,
    camera: Camera,
    ground: Option<Ground>,
    tint: Option<HtmlCanvasElement>,
    run: Run,
    names: [String; 2],
    scale: f64,
    dark: bool,
}

const ALL_STALE: Stale = Stale {
    ground: true,
    tint: true,
    run: true,
};

#[wasm_bindgen]
impl Relief {
    /// On the lower canvas and the upper one.
    #[wasm_bindgen(constructor)]
    pub fn new(picture: HtmlCanvasElement, words: HtmlCanvasElement) -> Relief {
        Relief {
            graphics: Graphics::new(&picture),
            picture,
            words,
            fallback: None,
            stale: ALL_STALE,
            camera: Camera::FIRST,
            ground: None,
            tint: None,
            run: Run::default(),
            names: Default::default(),
            scale: 1.0,
            dark: false,
        }
    }

    /// Whether a graphics card draws it, or a program that does as if.
    #[wasm_bindgen(getter)]
    pub fn has_graphics(&self) -> bool {
        self.graphics.is_some()
    }

    /// The lower canvas has lost its context: plotters takes over.
    pub fn lose_graphics(&mut self) {
        self.graphics = None;
        self.fallback = None;
    }

    /// The lower canvas has its context again.
    pub fn restore_graphics(&mut self) {
        self.graphics = Graphics::new(&self.picture);
        self.fallback = None;
        self.stale = ALL_STALE;
    }

    /// E at the nodes of a square grid, row by row from the front, over weights from and to along the two
    /// axes.
    pub fn set_ground(&mut self, errors: Vec<f64>, ranges: &[f64]) {
        let side = errors.len().isqrt();
        let (&[across, away], errors) = (
            ranges
                .as_chunks::<2>()
                .0
                .first_chunk()
                .unwrap_or(&[[0.0, 1.0]; 2]),
            Array2::from_shape_vec((side, side), errors),
        );
        self.ground = errors
            .ok()
            .map(|errors| Ground::new(errors, [across, away]));
        (self.stale.ground, self.stale.run) = (true, true);
        self.fallback = None;
    }

    /// The colours of the ground: a canvas that is as wide and as high as it, seen from above.
    pub fn set_tint(&mut self, tint: HtmlCanvasElement) {
        self.tint = Some(tint);
        self.stale.tint = true;
        self.fallback = None;
    }

    /// Names of the axes: across, away.
    pub fn set_names(&mut self, across: String, away: String) {
        self.names = [across, away];
    }

    /// The run's path, as the façade's `path_places` has it, and where it starts.
    pub fn set_path(&mut self, places: &[f64], x: f64, y: f64) {
        self.run.set_path(places, [x, y]);
        self.stale.run = true;
    }

    /// The step that is shown, the weights there, and E.
    pub fn set_ball(&mut self, step: usize, x: f64, y: f64, error: f64) {
        self.run.set_ball(step, [x, y], error);
        self.stale.run = true;
    }

    /// Draws everything, as large as the canvases are; `scale` is the screen's pixels to a pixel of the page,
    /// times the factor of the page's type. Roughly it takes a third of the time.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw(&mut self, scale: f64, dark: bool, is_rough: bool) -> Result<(), JsValue> {
        if self.dark != dark {
            self.stale = ALL_STALE;
            self.fallback = None;
        }
        (self.scale, self.dark) = (scale, dark);
        let words = self.words.clone();
        self.resize(1);
        self.draw_graphics(1, is_rough);
        self.draw_words(&words)
    }

    /// Draws the ground alone, its canvas so many times as wide and as high as the upper one: for an image.
    pub fn draw_ground(&mut self, times: u32) {
        self.resize(times);
        self.draw_graphics(times, false);
    }

    /// Draws on another canvas of the same size what the upper one has.
    ///
    /// # Errors
    /// Throws a `Refusal` where the browser refuses to draw.
    pub fn draw_words(&mut self, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
        let (Some(view), Some(ground)) = (self.view(1), &self.ground) else {
            return Ok(());
        };
        let theme = Theme::new(self.dark);
        let [across, away] = &self.names;
        let names = [across.as_str(), away.as_str(), "E"];
        if self.graphics.is_some() {
            let cage = Cage::new(ground.space(), &view);
            return draw(canvas, |pen| draw_labels(pen, &view, &cage, names, &theme));
        }
        let fallback = self
            .fallback
            .get_or_insert_with(|| Fallback::new(ground, self.tint.as_ref(), &theme));
        fallback.draw(canvas, &view, &self.run, names, self.dark)
    }

    /// Turns it with a hand that has gone so far to the right and down, in pixels of the page.
    pub fn turn(&mut self, right: f64, down: f64) {
        self.camera = self.camera.turned(right, down);
    }

    /// Comes nearer by a factor above 1, or goes farther away.
    pub fn zoom(&mut self, factor: f64) {
        self.camera = self.camera.zoomed(factor);
    }

    /// Looks at it as at first.
    pub fn reset(&mut self) {
        self.camera = Camera::FIRST;
    }

    /// How far it is turned, how far it is tilted, in radians, and how near it is.
    pub fn camera(&self) -> Vec<f64> {
        let Camera {
            azimuth,
            elevation,
            zoom,
        } = self.camera;
        vec![azimuth, elevation, zoom]
    }

    /// Where the ball is drawn; empty where there is none.
    pub fn ball(&self) -> Vec<f64> {
        let (Some(view), Some(ground)) = (self.view(1), &self.ground) else {
            return Vec::new();
        };
        let ball = self.run.course().ball(ground.space());
        ball.map_or_else(Vec::new, |place| {
            let (x, y) = view.pixel(place);
            vec![x, y]
        })
    }

    /// Where the start is drawn; empty where there is none.
    pub fn start(&self) -> Vec<f64> {
        let (Some(view), Some(ground)) = (self.view(1), &self.ground) else {
            return Vec::new();
        };
        ground
            .over(self.run.start())
            .map_or_else(Vec::new, |place| {
                let (x, y) = view.pixel(place);
                vec![x, y]
            })
    }

    /// The weights of the ground that is seen at a point; empty beside it.
    pub fn place_at(&self, px: f64, py: f64) -> Vec<f64> {
        let (Some(view), Some(ground)) = (self.view(1), &self.ground) else {
            return Vec::new();
        };
        let seen = ground.seen_at(&view, (px, py));
        seen.map_or_else(Vec::new, |weights| ground.space().chosen(weights).to_vec())
    }

    /// The same for a hand that drags: beside the ground, the nearest of its edge.
    pub fn reached_at(&self, px: f64, py: f64) -> Vec<f64> {
        let (Some(view), Some(ground)) = (self.view(1), &self.ground) else {
            return Vec::new();
        };
        let reached = ground.reached_at(&view, (px, py), self.run.error());
        ground.space().chosen(reached).to_vec()
    }
}

impl Relief {
    /// That of a picture so many times as wide and as high as the upper canvas.
    fn view(&self, times: u32) -> Option<View> {
        let size = (times * self.words.width(), times * self.words.height());
        let ground = self.ground.as_ref()?;
        let scale = f64::from(times) * self.scale;
        Some(View::new(ground.space(), self.camera, size, scale))
    }

    /// Gives the lower canvas so many times the size of the upper one.
    fn resize(&mut self, times: u32) {
        let size = [self.words.width(), self.words.height()].map(|length| times * length);
        if self.graphics.is_some() && size != [self.picture.width(), self.picture.height()] {
            self.picture.set_width(size[0]);
            self.picture.set_height(size[1]);
        }
    }

    /// Feeds the card with what has changed, and lets it draw.
    fn draw_graphics(&mut self, times: u32, is_rough: bool) {
        let Some(view) = self.view(times) else { return };
        let (Some(graphics), Some(ground)) = (&mut self.graphics, &self.ground) else {
            return;
        };
        let theme = Theme::new(self.dark);
        let gl = graphics.gl().clone();
        let stale = std::mem::take(&mut self.stale);
        if stale.ground {
            graphics.ground.set_ground(&gl, ground);
            let draped = Draped::new(ground, &contours(ground), &theme);
            graphics.draped.fill(&gl, &draped.on_ground);
            graphics.floor.fill(&gl, &draped.on_floor);
        }
        if let Some(tint) = self.tint.as_ref().filter(|_| stale.tint) {
            graphics.ground.set_tint(&gl, tint);
        }
        if stale.run {
            let course = self.run.course();
            graphics.path.fill(&gl, &course.path(ground, &theme));
            graphics.run.fill(&gl, &course.marks(ground, &theme));
            let (line, foot) = course.plumb(ground.space(), &theme).unzip();
            graphics.plumb.fill(&gl, line.as_slice());
            graphics.foot.fill(&gl, foot.as_slice());
        }
        let cage = Cage::new(ground.space(), &view);
        graphics.cage.fill(&gl, &cage.segments(&theme));
        graphics.draw(&view, &Light::of(&view, self.dark), &theme, is_rough);
    }
}

//! Grounds of pictures over two directions, on the page's canvases. The page has them later than curves, and
//! so they stay out of what calls them.

use backprop::Experiment;
use charts::{Frame, HeightKey, RateScene, SurfaceScene, Theme};
use landscape::{Curve, Rates, rate_limits};
use wasm_bindgen::JsValue;
use web_sys::HtmlCanvasElement;

use crate::canvas::{draw, size};
use crate::fate_map::Key;
use crate::ground::Ground;

/// A surface, and what else is in its picture.
pub(crate) struct SurfacePicture<'a> {
    pub(crate) ground: &'a Ground,
    /// What the axes run along.
    pub(crate) names: [&'a str; 2],
    pub(crate) words: [&'a str; 2],
    /// Of the map that takes the place of the error's tones.
    pub(crate) key: Option<Key>,
    /// Whether other weights move, too.
    pub(crate) is_slice: bool,
    /// Whether it bears signs of its minima and saddles.
    pub(crate) is_marked: bool,
}

impl SurfacePicture<'_> {
    /// Draws it, and tells where everything is.
    #[inline(never)]
    pub(crate) fn draw(
        &self,
        canvas: &HtmlCanvasElement,
        scale: f64,
        theme: &Theme,
    ) -> Result<Frame, JsValue> {
        let ground = self.ground;
        let [x, y] = self.names;
        let surface = SurfaceScene {
            field: ground.surface.error(),
            tone: &ground.tone,
            contours: &ground.contours,
            critical: if self.is_marked {
                ground.search.points()
            } else {
                &[]
            },
            names: [x, y, "E"],
            words: self.words,
        };
        let frame = surface.frame(size(canvas), scale);
        let scene = self.key.as_ref().map_or(surface, |key| SurfaceScene {
            // Those of a slice say nothing of where its starts end.
            critical: if self.is_slice { &[] } else { surface.critical },
            tone: &key.tone,
            contours: &key.marks,
            names: [x, y, key.name],
            ..surface
        });
        draw(canvas, |pen| scene.draw(pen, &frame, theme))?;
        Ok(frame)
    }
}

/// Learning rates above one weight.
pub(crate) struct RatesPicture<'a> {
    pub(crate) experiment: &'a Experiment,
    pub(crate) curve: &'a Curve,
    pub(crate) rates: Rates,
    /// What the axes run along.
    pub(crate) names: [&'a str; 2],
    /// Of the map that lies on it.
    pub(crate) key: Option<Key>,
}

impl RatesPicture<'_> {
    /// Draws it, and tells where everything is.
    #[inline(never)]
    pub(crate) fn draw(
        &self,
        canvas: &HtmlCanvasElement,
        scale: f64,
        theme: &Theme,
    ) -> Result<Frame, JsValue> {
        let axis = self.curve.axis();
        let scene = RateScene {
            key: self.key.as_ref().map(|key| HeightKey {
                tone: &key.tone,
                marks: &key.marks,
                name: key.name,
            }),
            weights: [axis.from, axis.to],
            rates: self.rates,
            limits: &rate_limits(self.experiment, self.curve.minima()),
            names: self.names,
        };
        let frame = scene.frame(size(canvas), scale);
        draw(canvas, |pen| scene.draw(pen, &frame, theme))?;
        Ok(frame)
    }
}

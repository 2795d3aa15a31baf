//! Pictures of error curves, surfaces and runs.
//!
//! Each picture is a scene of plain data. From it and from the size of the picture comes a
//! [`Frame`], which knows where everything is, for drawing and for pointers alike. A scene is drawn
//! by a [`Pen`] on any backend of plotters: a canvas in the page, SVG text in tests and exports.
//! Nothing is computed here but places in pictures; nothing here knows a browser.
//!
//! A picture of a surface has three layers: its tint ([`raster`]), the [`SurfaceScene`] with axes
//! and contour lines, and the run on it ([`SurfacePath`]). A curve has two: [`CurveScene`] and
//! [`CurvePath`]. The [`Timeline`] draws its cursor apart. What a network computes is drawn from an
//! [`OutputFigure`].

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod axes;
mod clip;
mod columns;
mod curve_path;
mod curve_scene;
mod dashes;
mod fates;
mod figure;
mod frame;
mod hatching;
mod height_key;
mod log_scale;
mod look;
mod mark;
mod outputs;
mod path;
mod pen;
mod pins;
mod ramp;
mod raster;
mod rate_scene;
mod rect;
mod relief;
mod scale;
mod scattered;
mod signs;
mod surface_path;
mod surface_scene;
#[cfg(feature = "svg")]
mod svg;
mod theme;
mod ticks;
mod timeline;
mod timeline_lines;
mod trail;
mod type_setting;
#[cfg(test)]
mod vision;

pub use curve_path::CurvePath;
pub use curve_scene::CurveScene;
pub use fates::{Fates, fates_raster};
pub use figure::{Figure, FigureError, weight_name};
pub use frame::Frame;
pub use height_key::HeightKey;
pub use log_scale::LogScale;
pub use look::Look;
pub use mark::Mark;
pub use outputs::{
    OutputCurveScene, OutputFigure, OutputMapScene, OutputNames, OutputSample, OutputScene,
};
pub use pen::{Drawn, Pen, UNITS};
pub use pins::{MOST_PINS, PinnedErrors, PinnedPath, draw_badges, pin_dashes};
pub use plotters::style::RGBColor;
pub use raster::raster;
pub use rate_scene::RateScene;
pub use rect::{Point, Rect};
pub use relief::{
    BEHIND_GROUND, Cage, Camera, Course, Draped, Ground, Light, Place, ReliefScene, RoundMark,
    Segment, Space, Stretch, View, draw_labels,
};
pub use scattered::ScatteredPath;
pub use surface_path::SurfacePath;
pub use surface_scene::SurfaceScene;
#[cfg(feature = "svg")]
pub use svg::svg;
pub use theme::{Swatch, Theme, hex};
pub use timeline::Timeline;
pub use timeline_lines::TimelineLines;
pub use trail::Trail;
pub use type_setting::{SYMBOL_FAMILY, TEXT_FAMILY};

//! What a network computes, as a picture where there is one.

use backprop::Problem;
use landscape::{Contour, OutputCurve, OutputMap, Tone, contour_lines, halfway, output_range};
use ndarray::Array2;
use plotters_backend::DrawingBackend;

use crate::frame::Frame;
use crate::outputs::{OutputCurveScene, OutputMapScene, OutputSample};
use crate::pen::{Drawn, Pen};
use crate::raster::raster;
use crate::rect::Point;
use crate::theme::Theme;

/// Points of a curve.
const POINTS: usize = 401;

/// An output of a network with one input or two, at the start of a run and at the shown step.
#[derive(Clone, Debug)]
pub struct OutputFigure {
    ground: Ground,
    samples: Vec<OutputSample>,
}

#[derive(Clone, Debug)]
enum Ground {
    Curve {
        start: OutputCurve,
        shown: OutputCurve,
        range: [f64; 2],
    },
    Map {
        shown: OutputMap,
        tone: Tone,
        /// Where the output is halfway between its targets.
        halfway: Vec<Contour>,
        /// The same at the start.
        at_start: Vec<Contour>,
    },
}

/// Names of what the axes of a picture run along.
#[derive(Clone, Copy, Debug)]
pub struct OutputNames<'a> {
    /// The input across, and the one upwards where there is one.
    pub inputs: [&'a str; 2],
    /// The output.
    pub output: &'a str,
}

/// A picture of an output.
#[derive(Clone, Copy, Debug)]
pub enum OutputScene<'a> {
    /// Over the only input.
    Curve(OutputCurveScene<'a>),
    /// Over two inputs.
    Map(OutputMapScene<'a>),
}

impl OutputFigure {
    /// The output numbered `output` (from 0) with the weights of the start and with those that are
    /// shown. None where the network has more than two inputs, or no such output, or other weights.
    pub fn of(
        problem: &Problem,
        [start, shown]: [&[f64]; 2],
        output: usize,
    ) -> Option<OutputFigure> {
        let range = output_range(problem, output)?;
        let ground = if problem.network().sizes().first() == Some(&1) {
            Ground::Curve {
                start: OutputCurve::of(problem, start, output, POINTS)?,
                shown: OutputCurve::of(problem, shown, output, POINTS)?,
                range,
            }
        } else {
            let map = OutputMap::of(problem, shown, output)?;
            let before = OutputMap::of(problem, start, output)?;
            let level = halfway(problem, output);
            Ground::Map {
                tone: Tone::even(range[0], range[1]),
                halfway: contour_lines(map.field(), level.as_slice()),
                at_start: contour_lines(before.field(), level.as_slice()),
                shown: map,
            }
        };
        let outputs = problem.outputs(shown)?.values;
        let samples = samples(problem, output, &outputs);
        Some(OutputFigure { ground, samples })
    }

    /// The picture, in which the axes have these names and a sample (from 0) is chosen.
    pub fn scene<'a>(&'a self, names: OutputNames<'a>, chosen: Option<usize>) -> OutputScene<'a> {
        let samples = &self.samples;
        match &self.ground {
            Ground::Curve {
                start,
                shown,
                range,
            } => OutputScene::Curve(OutputCurveScene {
                start,
                shown,
                range: *range,
                samples,
                chosen,
                names: [names.inputs[0], names.output],
            }),
            Ground::Map {
                shown,
                tone,
                halfway,
                at_start,
            } => OutputScene::Map(OutputMapScene {
                field: shown.field(),
                tone,
                halfway,
                at_start,
                samples,
                chosen,
                names: [names.inputs[0], names.inputs[1], names.output],
            }),
        }
    }

    /// The samples, in order.
    pub fn samples(&self) -> &[OutputSample] {
        &self.samples
    }
}

impl OutputScene<'_> {
    /// The measures of the picture. `size` in its own pixels; `scale` is the number of those to a
    /// pixel of the page, times the factor of the page's type.
    pub fn frame(&self, size: (u32, u32), scale: f64) -> Frame {
        match self {
            OutputScene::Curve(scene) => scene.frame(size, scale),
            OutputScene::Map(scene) => scene.frame(size, scale),
        }
    }

    /// Draws everything but the tint.
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        match self {
            OutputScene::Curve(scene) => scene.draw(pen, frame, theme),
            OutputScene::Map(scene) => scene.draw(pen, frame, theme),
        }
    }

    /// The tint of a map, `side` pixels along each side: see [`raster`]. None of a curve.
    pub fn raster(&self, theme: &Theme, side: usize) -> Option<Vec<u8>> {
        match self {
            OutputScene::Curve(_) => None,
            OutputScene::Map(scene) => Some(raster(scene.field, scene.tone, theme, side, side)),
        }
    }

    /// Where a sample is in the picture.
    pub fn place(&self, frame: &Frame, sample: &OutputSample) -> Point {
        let [x, y] = sample.inputs;
        match self {
            OutputScene::Curve(_) => frame.pixel(x, sample.target),
            OutputScene::Map(_) => frame.pixel(x, y),
        }
    }
}

fn samples(problem: &Problem, output: usize, outputs: &Array2<f64>) -> Vec<OutputSample> {
    let data = problem.samples();
    let rows = data.inputs().rows().into_iter().zip(data.targets().rows());
    let samples = rows
        .zip(outputs.rows())
        .map(|((input, target), o)| OutputSample {
            inputs: [0, 1].map(|axis| input.get(axis).copied().unwrap_or_default()),
            target: target[output],
            output: o[output],
        });
    samples.collect()
}

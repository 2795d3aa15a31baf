//! The samples in a picture of outputs.

use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use crate::frame::Frame;
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Point;
use crate::theme::Theme;

/// Radius of a sample's disc; of that of many.
const RADIUS: [f64; 2] = [5.0, 3.4];
/// More samples than these are many.
const MANY: usize = 60;
/// How far the ring around the chosen sample stands off.
const RING: f64 = 4.0;

/// A sample in a picture of outputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutputSample {
    /// The input across and, where there are two, the one upwards.
    pub inputs: [f64; 2],
    /// d
    pub target: f64,
    /// o at the shown step.
    pub output: f64,
}

/// A disc of `color` for each sample with an edge of ink, and a ring around the chosen one. What lies
/// outside the plot is left out.
pub(crate) fn draw_samples<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    theme: &Theme,
    samples: &[(Point, RGBColor)],
    chosen: Option<usize>,
) -> Drawn<DB> {
    let area = frame.plot().grown(0.5);
    let radius = frame.px(RADIUS[usize::from(samples.len() > MANY)]);
    let edge = Stroke {
        color: theme.ink.to_rgba(),
        width: frame.px(1.2),
    };
    for &(at, color) in samples.iter().filter(|(at, _)| area.contains(*at)) {
        pen.disc(at, radius + frame.px(1.4), theme.paper.to_rgba())?;
        pen.disc(at, radius, color.to_rgba())?;
        pen.ring(at, radius, edge)?;
    }
    let chosen = chosen.and_then(|sample| samples.get(sample));
    if let Some(&(at, _)) = chosen.filter(|(at, _)| area.contains(*at)) {
        for (color, width) in [(theme.paper, 4.4), (theme.accent, 2.2)] {
            let stroke = Stroke {
                color: color.to_rgba(),
                width: frame.px(width),
            };
            pen.ring(at, radius + frame.px(RING), stroke)?;
        }
    }
    Ok(())
}

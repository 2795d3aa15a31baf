//! An output over the only input.

use landscape::OutputCurve;
use plotters::style::{Color, RGBAColor};
use plotters_backend::DrawingBackend;

use crate::clip::{clip, simplify};
use crate::frame::{Frame, Plan};
use crate::outputs::sample_marks::{OutputSample, draw_samples};
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Point;
use crate::scale::Scale;
use crate::theme::Theme;

/// An output as a curve over the input at the shown step and, thin, at the start; the samples as
/// points, each with the line from its target d to the output o.
#[derive(Clone, Copy, Debug)]
pub struct OutputCurveScene<'a> {
    /// At the start.
    pub start: &'a OutputCurve,
    /// At the step that is shown.
    pub shown: &'a OutputCurve,
    /// Least and greatest output that the picture shows.
    pub range: [f64; 2],
    /// The samples.
    pub samples: &'a [OutputSample],
    /// The sample that is chosen, from 0.
    pub chosen: Option<usize>,
    /// Names of input and output.
    pub names: [&'a str; 2],
}

impl OutputCurveScene<'_> {
    /// The measures of the picture. `size` in its own pixels; `scale` is the number of those to a
    /// pixel of the page, times the factor of the page's type.
    pub fn frame(&self, size: (u32, u32), scale: f64) -> Frame {
        let [from, to] = self.shown.range();
        let [least, greatest] = self.range;
        // Room for the marks at the ends.
        let more = 0.06 * (greatest - least);
        let plan = Plan {
            size,
            scale,
            x: Scale::Linear(from, to),
            y: Scale::Linear(least - more, greatest + more),
            names: self.names,
            right: 0.0,
            strip: 0.0,
            floor: 0.0,
        };
        plan.filled()
    }

    /// Draws the whole picture.
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        frame.draw_axes(pen, theme, None)?;
        let miss = Stroke {
            color: theme.accent.to_rgba(),
            width: frame.px(1.3),
        };
        for sample in self.samples {
            let ends = [sample.target, sample.output];
            let ends = ends.map(|height| frame.pixel(sample.inputs[0], height));
            for piece in clip(ends, &frame.plot()) {
                pen.line(&piece, miss)?;
            }
        }
        self.draw_curve(pen, frame, self.start, (1.1, theme.muted.to_rgba()))?;
        self.draw_curve(pen, frame, self.shown, (2.2, theme.curve.to_rgba()))?;
        let marks = self.samples.iter();
        let marks = marks.map(|s| (frame.pixel(s.inputs[0], s.target), theme.paper));
        let marks: Vec<_> = marks.collect();
        draw_samples(pen, frame, theme, &marks, self.chosen)
    }

    fn draw_curve<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        curve: &OutputCurve,
        (width, color): (f64, RGBAColor),
    ) -> Drawn<DB> {
        let stroke = Stroke {
            color,
            width: frame.px(width),
        };
        let places: Vec<Point> = curve.places().map(|[x, o]| frame.pixel(x, o)).collect();
        for piece in clip(places, &frame.plot()) {
            pen.line(&simplify(&piece, 0.1 * frame.px(1.0)), stroke)?;
        }
        Ok(())
    }
}

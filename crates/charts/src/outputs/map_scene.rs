//! An output over two inputs.

use landscape::{Contour, Field, Tone};
use plotters::style::{Color, RGBAColor};
use plotters_backend::DrawingBackend;

use crate::clip::simplify;
use crate::frame::Frame;
use crate::outputs::sample_marks::{OutputSample, draw_samples};
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Point;
use crate::surface_scene::SurfaceScene;
use crate::theme::Theme;

/// An output over two inputs, apart from its tint ([`crate::raster`]): the line where it is halfway
/// between its targets, that of the start thin, and the samples, each in the tint of its target: where
/// the network has learned a sample, its disc is as dark as the ground.
#[derive(Clone, Copy, Debug)]
pub struct OutputMapScene<'a> {
    /// The output.
    pub field: Field<'a>,
    /// Its tones.
    pub tone: &'a Tone,
    /// Where it is halfway: at the shown step.
    pub halfway: &'a [Contour],
    /// The same at the start.
    pub at_start: &'a [Contour],
    /// The samples.
    pub samples: &'a [OutputSample],
    /// The sample that is chosen, from 0.
    pub chosen: Option<usize>,
    /// Names of the input across, of the input upwards, and of the output.
    pub names: [&'a str; 3],
}

impl<'a> OutputMapScene<'a> {
    /// The ground is drawn as that of an error is.
    fn ground(&self) -> SurfaceScene<'a> {
        SurfaceScene {
            field: self.field,
            tone: self.tone,
            contours: self.halfway,
            critical: &[],
            names: self.names,
            words: ["", ""],
        }
    }

    /// The measures of the picture. `size` in its own pixels; `scale` is the number of those to a
    /// pixel of the page, times the factor of the page's type.
    pub fn frame(&self, size: (u32, u32), scale: f64) -> Frame {
        self.ground().frame(size, scale)
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
        self.ground().draw(pen, frame, theme)?;
        draw_lines(pen, frame, self.at_start, (1.1, theme.muted.to_rgba()))?;
        draw_lines(pen, frame, self.halfway, (2.2, theme.curve.to_rgba()))?;
        let marks = self.samples.iter().map(|sample| {
            let [x, y] = sample.inputs;
            let tint = theme.ground(self.tone.at(sample.target));
            (frame.pixel(x, y), tint)
        });
        let marks: Vec<_> = marks.collect();
        draw_samples(pen, frame, theme, &marks, self.chosen)
    }
}

fn draw_lines<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    contours: &[Contour],
    (width, color): (f64, RGBAColor),
) -> Drawn<DB> {
    let stroke = Stroke {
        color,
        width: frame.px(width),
    };
    for line in contours.iter().flat_map(|contour| &contour.lines) {
        let points: Vec<Point> = line.iter().map(|&[x, y]| frame.pixel(x, y)).collect();
        pen.line(&simplify(&points, 0.1 * frame.px(1.0)), stroke)?;
    }
    Ok(())
}

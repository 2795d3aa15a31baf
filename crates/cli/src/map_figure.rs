//! A map of fates as a figure: axes, the path of the experiment's own run, and a legend.

use std::fmt::Write;

use backprop::{Experiment, Run};
use charts::{
    CurvePath, CurveScene, FigureError, Frame, HeightKey, Look, RateScene, SurfacePath,
    SurfaceScene, TEXT_FAMILY, Theme, Trail, UNITS, hex, svg,
};
use landscape::{Basin, Curve, FateMap, Field, Rates, Side, Told, Tone, rate_limits};
use ndarray::array;

use crate::division::{Division, basin_words};
use crate::number::share;
use crate::numbers::Numbers;
use crate::picture::Picture;
use crate::shares::{is_view, side_names};

/// Width and height of the map with its axes, in pixels of a page.
const MAP: (u32, u32) = (640, 560);
/// The same of a curve.
const CURVE: (u32, u32) = (640, 400);
/// Width of the legend, and where it names the places of minima.
const LEGEND: f64 = 220.0;
const WIDE_LEGEND: f64 = 320.0;
/// Half the width of a mark's column, and where a mark may be several.
const MARK: f64 = 16.0;
const WIDE_MARK: f64 = 20.0;
/// Space between the plot and the legend.
const GAP: f64 = 44.0;
/// Height of a line of the legend.
const LINE: f64 = 26.0;
/// Width and height of a sample in the legend.
const SAMPLE: [usize; 2] = [30, 18];
/// Pixels of the rasters to a pixel of the page.
const FINENESS: usize = 2;
/// Samples of a curve.
const POINTS: usize = 1601;
/// How far above the plot its note stands.
const ABOVE: f64 = 12.0;

/// A map of fates with all that explains it.
pub(crate) struct MapFigure<'a> {
    pub(crate) experiment: &'a Experiment,
    pub(crate) map: &'a FateMap,
    /// The basins of all starts, row by row from the lowest.
    pub(crate) division: &'a Division,
    /// What it tells in place of their verdicts.
    pub(crate) numbers: Option<&'a Numbers>,
    /// What the map lies on.
    pub(crate) plane: &'a str,
    pub(crate) theme: &'a Theme,
}

impl MapFigure<'_> {
    /// The figure as an SVG document.
    pub(crate) fn svg(&self) -> Result<String, FigureError> {
        let run = self.experiment.run();
        match (self.map.plane().sides(), self.map.domain().rates()) {
            ([x, y], _) => self.surface(&run, [x, y]),
            (_, Some(rates)) => self.rates(&run, rates),
            _ => self.curve(&run),
        }
    }

    /// The fates of starts on a plane.
    fn surface(&self, run: &Run, sides: [&Side; 2]) -> Result<String, FigureError> {
        let names = side_names(self.experiment, self.map);
        let words = self.words(sides);
        let heights = array![[0.0]];
        let [x, y] = sides.map(|side| [side.from, side.to]);
        let field = Field {
            values: heights.view(),
            x,
            y,
        };
        let plain = Tone::of(field);
        let symbol = self.numbers.map_or("", |numbers| numbers.told.symbol());
        let scene = SurfaceScene {
            field,
            tone: self.numbers.map_or(&plain, |numbers| &numbers.tone),
            contours: self.numbers.map_or(&[], |numbers| &numbers.marks),
            critical: &[],
            names: [&names[0], &names[1], symbol],
            words: [&words[0], &words[1]],
        };
        let frame = scene.frame(MAP, 1.0);
        let plane = self.map.plane();
        let record = &run.record;
        let mut trail = Trail::on_surface(&frame);
        trail.extend(plane.path(record));
        let path = SurfacePath {
            flat: None,
            trail: &trail,
            cursor: record.steps(),
            at: plane.coordinates(record.last_weights()),
            change: plane.along(&record.update(record.steps())),
            hides_ahead: false,
        };
        let picture = svg((self.width(&frame), MAP.1), |pen| {
            scene.draw(pen, &frame, self.theme)?;
            path.draw(pen, &frame, self.theme)?;
            Ok(())
        })?;
        self.composed(&picture, MAP.1, &self.ground(&frame)?, &frame)
    }

    /// The map itself, under the plot.
    fn ground(&self, frame: &Frame) -> Result<String, FigureError> {
        let plot = frame.plot();
        let size = [plot.width, plot.height].map(|length| length as usize * FINENESS);
        let map = self.ground_of(size, FINENESS as f64);
        image(&map, [plot.left, plot.top, plot.width, plot.height])
    }

    /// The map itself, as large as `size`.
    pub(crate) fn ground_of(&self, size: [usize; 2], scale: f64) -> Picture {
        let [columns, _] = self.map.size();
        match self.numbers {
            Some(numbers) => numbers.picture(size, self.theme),
            None => Picture::of_looks(&self.division.looks, columns, size, self.theme, scale),
        }
    }

    /// The fates of starts along a line with all rates.
    fn rates(&self, run: &Run, rates: Rates) -> Result<String, FigureError> {
        let experiment = self.experiment;
        let axis = experiment.view()[0];
        let curve = Curve::sample(experiment.problem(), experiment.start(), axis, POINTS)?;
        let limits = rate_limits(experiment, curve.minima());
        let names = side_names(experiment, self.map);
        let scene = RateScene {
            weights: [axis.from, axis.to],
            rates,
            limits: &limits,
            names: [&names[0], "ε"],
            key: self.numbers.map(|numbers| HeightKey {
                tone: &numbers.tone,
                marks: &numbers.marks,
                name: numbers.told.symbol(),
            }),
        };
        let frame = scene.frame(MAP, 1.0);
        let record = &run.record;
        let rate = experiment.rule().rate();
        let mut trail = Trail::on_surface(&frame);
        trail.extend(record.path(axis.weight).map(|weight| [weight, rate]));
        let path = SurfacePath {
            flat: None,
            trail: &trail,
            cursor: record.steps(),
            at: [record.last_weights()[axis.weight], rate],
            change: [record.update(record.steps())[axis.weight], 0.0],
            hides_ahead: false,
        };
        let picture = svg((self.width(&frame), MAP.1), |pen| {
            scene.draw(pen, &frame, self.theme)?;
            path.draw(pen, &frame, self.theme)?;
            Ok(())
        })?;
        self.composed(&picture, MAP.1, &self.ground(&frame)?, &frame)
    }

    /// What the sides of the plane are; nothing where they are weights, which have names.
    fn words(&self, sides: [&Side; 2]) -> [String; 2] {
        let is_view = is_view(self.experiment, self.map);
        [0, 1].map(|k| match sides[k].share {
            Some(share) => format!(
                "principal direction {} ({:.1} % of the path's extent)",
                k + 1,
                100.0 * share
            ),
            None if is_view => String::new(),
            None => format!("random direction {}", k + 1),
        })
    }

    /// The fates of starts along a line: a curve with a strip under it.
    fn curve(&self, run: &Run) -> Result<String, FigureError> {
        let experiment = self.experiment;
        let axis = experiment.view()[0];
        let curve = Curve::sample(experiment.problem(), experiment.start(), axis, POINTS)?;
        let names = side_names(experiment, self.map);
        let scene = CurveScene {
            curve: &curve,
            names: [&names[0], "E"],
            goal: Some((run.verdict.goal.error, "goal")),
            fates: Some(&self.division.looks),
            has_minima: true,
        };
        let frame = scene.frame(CURVE, 1.0);
        let record = &run.record;
        let places = record.path(axis.weight).zip(record.errors());
        let places = places.map(|(weight, &error)| [weight, error]);
        let at = places.clone().last().unwrap_or([f64::NAN; 2]);
        let mut trail = Trail::on_curve(&frame);
        trail.extend(places);
        let (_, gradient) = experiment.problem().gradient(record.last_weights());
        let slope = gradient[axis.weight];
        let path = CurvePath {
            trail: &trail,
            cursor: record.steps(),
            at,
            slope,
            change: record.update(record.steps())[axis.weight],
            hides_ahead: false,
        };
        let picture = svg((self.width(&frame), CURVE.1), |pen| {
            scene.draw(pen, &frame, self.theme)?;
            path.draw(pen, &frame, self.theme)?;
            Ok(())
        })?;
        self.composed(&picture, CURVE.1, "", &frame)
    }

    /// The picture of the axes with paper and `ground` under it, and the legend beside it.
    fn composed(
        &self,
        picture: &str,
        height: u32,
        ground: &str,
        frame: &Frame,
    ) -> Result<String, FigureError> {
        let begin = picture.find('>').map_or(0, |end| end + 1);
        let (head, rest) = picture.split_at(begin);
        let drawing = rest.trim_end().trim_end_matches("</svg>");
        let paper = hex(self.theme.paper);
        let width = self.width(frame);
        let legend = self.legend(frame)?;
        Ok(format!(
            "{head}\n<g transform=\"scale({UNITS})\">\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>\n{ground}</g>\
             {drawing}<g transform=\"scale({UNITS})\" font-family=\"{TEXT_FAMILY}\" \
             font-size=\"13\">\n{legend}</g>\n</svg>\n"
        ))
    }

    /// A line for each fate that occurs, and each of its basins, the most frequent first: sample, mark,
    /// name, share.
    fn legend(&self, frame: &Frame) -> Result<String, FigureError> {
        // Numbers have a key beside the map.
        let told = self.numbers.is_none();
        let basins = self.division.basins.iter().filter(|_| told);
        let mut basins: Vec<&Basin> = basins.collect();
        basins.sort_by_key(|basin| std::cmp::Reverse(basin.count));
        let names = side_names(self.experiment, self.map);
        let half = if self.has_places() { WIDE_MARK } else { MARK };
        let [width, height] = SAMPLE.map(|length| length as f64);
        let left = frame.plot().right() + GAP;
        let mut top = frame.plot().top;
        let mut legend = String::new();
        let (ink, muted) = (hex(self.theme.ink), hex(self.theme.muted));
        for basin in basins {
            let look = Look::of_basin(basin.outcome.kind, basin.number);
            let swatch = self.theme.fate(look);
            let (shape, color) = (swatch.svg_path(), hex(swatch.color));
            let place = [left, top, width, height];
            legend += &match (self.map.plane().sides(), self.map.domain().rates()) {
                ([_, _], _) | (_, Some(_)) => {
                    let size = SAMPLE.map(|length| length * FINENESS);
                    let scale = FINENESS as f64;
                    image(
                        &Picture::of_looks(&[look], 1, size, self.theme, scale),
                        place,
                    )?
                }
                // The strip under a curve is too low for hatchings.
                _ => rect(&color, place),
            };
            let middle = top + 0.5 * height;
            let (mark, text) = (left + width + half, left + width + 2.0 * half);
            let share = share(basin.count, self.division.looks.len());
            let name = basin_words(basin, &names).replace('-', " ");
            // Writing to a string cannot fail.
            let _ = write!(
                legend,
                "<path d=\"{shape}\" transform=\"translate({mark} {middle}) scale(6)\" \
                 fill=\"{color}\"/>\n\
                 <text x=\"{text}\" y=\"{middle}\" dy=\".35em\" fill=\"{ink}\">{name} \
                 <tspan fill=\"{muted}\">{share}</tspan></text>\n"
            );
            top += LINE;
        }
        if let Some(note) = self.note() {
            let (x, y) = (frame.plot().right(), frame.plot().top - ABOVE);
            let _ = writeln!(
                legend,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\" font-size=\"12\" \
                 fill=\"{muted}\">{note}</text>"
            );
        }
        Ok(legend)
    }

    /// Whether the legend names places of minima.
    fn has_places(&self) -> bool {
        self.division.basins.iter().any(|basin| basin.of > 1)
    }

    /// Width of the whole figure.
    fn width(&self, frame: &Frame) -> u32 {
        if self.numbers.is_some() {
            return MAP.0;
        }
        let legend = if self.has_places() {
            WIDE_LEGEND
        } else {
            LEGEND
        };
        (frame.plot().right() + GAP + legend) as u32
    }

    /// What has to be known about numbers and plane.
    fn note(&self) -> Option<String> {
        let number = self.numbers.map(|numbers| {
            let words = match numbers.told {
                Told::Steps => "n: steps to the goal",
                Told::Error => "E at the end",
                Told::Norm => "gradient at the start",
                Told::Sensitivity => "S: how far the end moves for each 1 of the start",
            };
            words.to_owned()
        });
        let notes: Vec<String> = number.into_iter().chain(self.plane_note()).collect();
        (!notes.is_empty()).then(|| notes.join("; "))
    }

    fn plane_note(&self) -> Option<String> {
        if !is_view(self.experiment, self.map) {
            Some(format!("{}; path projected", self.plane))
        } else if self.experiment.is_projection() {
            Some("path projected; other weights start as in the experiment".to_owned())
        } else {
            None
        }
    }
}

/// A plain rectangle as an element of an SVG document.
fn rect(color: &str, [x, y, width, height]: [f64; 4]) -> String {
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\"/>\n")
}

/// A raster as an element of an SVG document, at left, top, width and height.
fn image(picture: &Picture, [x, y, width, height]: [f64; 4]) -> Result<String, FigureError> {
    let url = picture.data_url();
    let url = url.map_err(|error| FigureError::Drawing(error.to_string()))?;
    Ok(format!(
        "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
         preserveAspectRatio=\"none\" href=\"{url}\"/>\n"
    ))
}

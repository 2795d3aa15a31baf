//! The picture of a whole experiment at once.

use backprop::{Axis, Experiment, Network, Record, Run, Source};
use landscape::{
    CriticalPoints, Curve, Field, Plane, Surface, Tone, contour_lines, levels, regions,
};
use plotters::style::Color;
use plotters_backend::{DrawingBackend, DrawingErrorKind};

use crate::axes::text;
use crate::clip::simplify;
use crate::curve_path::CurvePath;
use crate::curve_scene::CurveScene;
use crate::frame::{Frame, measure};
use crate::pen::Pen;
use crate::rect::{Point, Rect};
use crate::surface_path::SurfacePath;
use crate::surface_scene::SurfaceScene;
use crate::theme::Theme;
use crate::trail::Trail;
use crate::type_setting::Align;

/// Samples of a curve.
const POINTS: usize = 1601;
/// Nodes along each axis of a surface.
const NODES: usize = 257;
/// Nodes along each axis at which its slopes are looked at for minima and saddles.
const SLOPES: usize = 129;
/// Tints of a surface: steps too fine to be seen as such.
const TINTS: usize = 40;

/// A picture's size and language.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// Factor of type, lines and margins; 1 for a screen at reading distance.
    pub scale: f64,
    /// The word for the error that counts as solved.
    pub goal: &'a str,
    /// What is said of a path that moves along more weights than are shown.
    pub projection: &'a str,
}

/// Why there is no figure.
#[derive(Debug, thiserror::Error)]
pub enum FigureError {
    /// The landscape could not be computed.
    #[error(transparent)]
    Landscape(#[from] landscape::Error),
    /// The backend could not draw.
    #[error("the picture could not be drawn: {0}")]
    Drawing(String),
}

impl Figure<'_> {
    /// Draws the curve or the surface of `experiment` with the path of `run`, the ball at its end,
    /// on paper. The slice goes through the weights at the end of the run.
    ///
    /// # Errors
    /// What the backend could not do. An experiment's own view is always a possible slice.
    pub fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        experiment: &Experiment,
        run: &Run,
        theme: &Theme,
    ) -> Result<(), FigureError> {
        let paper = Rect {
            left: 0.0,
            top: 0.0,
            width: f64::from(self.size.0),
            height: f64::from(self.size.1),
        };
        pen.rect(paper, theme.paper.to_rgba())?;
        let end = Stop::of(experiment, &run.record);
        let frame = match *experiment.view() {
            [x, y] => self.draw_surface(pen, experiment, run, &end, [x, y], theme)?,
            ref view => self.draw_curve(pen, experiment, run, &end, view[0], theme)?,
        };
        if experiment.is_projection() {
            let style = text(&frame, theme.muted, Align::Right);
            let plot = frame.plot();
            let at = (
                plot.right(),
                plot.top - frame.px(measure::GAP) - 0.5 * frame.px(measure::TEXT),
            );
            pen.words(self.projection, at, style)?;
        }
        Ok(())
    }

    fn draw_curve<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        experiment: &Experiment,
        run: &Run,
        end: &Stop,
        axis: Axis,
        theme: &Theme,
    ) -> Result<Frame, FigureError> {
        let problem = experiment.problem();
        let curve = Curve::sample(problem, &end.through, axis, POINTS)?;
        let name = weight_name(problem.network(), axis.weight);
        let scene = CurveScene {
            curve: &curve,
            names: [&name, "E"],
            goal: Some((run.verdict.goal.error, self.goal)),
            fates: None,
            has_minima: true,
        };
        let frame = scene.frame(self.size, self.scale);
        scene.draw(pen, &frame, theme)?;
        let weights = run.record.path(axis.weight);
        let places = weights.zip(run.record.errors()).map(|(w, &e)| [w, e]);
        let at = places.clone().last().unwrap_or([f64::NAN; 2]);
        let mut trail = Trail::on_curve(&frame);
        trail.extend(places);
        let path = CurvePath {
            trail: &trail,
            cursor: run.record.steps(),
            at,
            slope: end.slope(axis),
            change: end.change(axis),
            hides_ahead: false,
        };
        path.draw(pen, &frame, theme)?;
        Ok(frame)
    }

    fn draw_surface<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        experiment: &Experiment,
        run: &Run,
        end: &Stop,
        axes: [Axis; 2],
        theme: &Theme,
    ) -> Result<Frame, FigureError> {
        let problem = experiment.problem();
        let size = [NODES, NODES];
        let surface = Surface::sample(problem, &end.through, axes, size)?;
        let field = surface.error();
        let tone = Tone::of(field);
        let contours = contour_lines(field, &levels(&tone));
        let plane = Plane::of_view(experiment).through(&end.through);
        let critical = CriticalPoints::search(problem, plane, [SLOPES, SLOPES])?;
        let [x, y] = axes.map(|axis| weight_name(problem.network(), axis.weight));
        let scene = SurfaceScene {
            field,
            tone: &tone,
            contours: &contours,
            critical: critical.points(),
            names: [&x, &y, "E"],
            words: ["", ""],
        };
        let frame = scene.frame(self.size, self.scale);
        draw_tints(pen, &frame, field, &tone, theme)?;
        scene.draw(pen, &frame, theme)?;
        let [across, upwards] = axes.map(|axis| run.record.path(axis.weight));
        let places = across.zip(upwards).map(|(x, y)| [x, y]);
        let last = run.record.last_weights();
        let mut trail = Trail::on_surface(&frame);
        trail.extend(places);
        let path = SurfacePath {
            flat: None,
            trail: &trail,
            cursor: run.record.steps(),
            at: axes.map(|axis| last.get(axis.weight).copied().unwrap_or(f64::NAN)),
            change: axes.map(|axis| end.change(axis)),
            hides_ahead: false,
        };
        path.draw(pen, &frame, theme)?;
        Ok(frame)
    }
}

impl<E: std::error::Error + Send + Sync> From<DrawingErrorKind<E>> for FigureError {
    fn from(error: DrawingErrorKind<E>) -> FigureError {
        FigureError::Drawing(error.to_string())
    }
}

/// The end of a run.
struct Stop {
    /// Weights that a slice can go through: the last ones, or the first if those ran away.
    through: Vec<f64>,
    gradient: Vec<f64>,
    /// What the update that would follow changes the weights by.
    update: Vec<f64>,
}

impl Stop {
    fn of(experiment: &Experiment, record: &Record) -> Stop {
        let last = record.last_weights();
        let (_, gradient) = experiment.problem().gradient(last);
        let ran_away = last.iter().any(|weight| !weight.is_finite());
        let through = if ran_away { experiment.start() } else { last };
        Stop {
            through: through.to_vec(),
            gradient,
            update: record.update(record.steps()),
        }
    }

    fn slope(&self, axis: Axis) -> f64 {
        self.gradient.get(axis.weight).copied().unwrap_or(f64::NAN)
    }

    fn change(&self, axis: Axis) -> f64 {
        self.update.get(axis.weight).copied().unwrap_or(f64::NAN)
    }
}

/// The tint of a surface as layers of areas, for pictures that are no canvas.
fn draw_tints<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    field: Field<'_>,
    tone: &Tone,
    theme: &Theme,
) -> Result<(), FigureError> {
    let edge = |tint: usize| tint as f64 / TINTS as f64;
    let color = |tint: usize| theme.ground((tint as f64 + 0.5) / TINTS as f64).to_rgba();
    let edges: Vec<(usize, f64)> = (1..TINTS)
        .filter_map(|tint| tone.value(edge(tint)).map(|level| (tint, level)))
        .collect();
    let lowest = if edges.is_empty() { TINTS - 1 } else { 0 };
    pen.rect(frame.plot(), color(lowest))?;
    let heights: Vec<f64> = edges.iter().map(|(_, level)| *level).collect();
    for region in regions(field, &heights) {
        // Between edges `tint − 1` and `tint` lies the ground of that tint.
        let above = edges.partition_point(|(_, level)| *level < region.level);
        let tint = if region.rises { above + 1 } else { above };
        let points: Vec<Point> = region
            .edge
            .iter()
            .map(|&[x, y]| frame.pixel(x, y))
            .collect();
        pen.area(&simplify(&points, 0.12 * frame.px(1.0)), color(tint))?;
    }
    draw_gaps(pen, frame, field, theme)
}

/// Paper where the surface has no height.
fn draw_gaps<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    field: Field<'_>,
    theme: &Theme,
) -> Result<(), FigureError> {
    let (rows, columns) = field.values.dim();
    for row in 0..rows.saturating_sub(1) {
        let gaps: Vec<bool> = (0..columns.saturating_sub(1))
            .map(|column| field.is_gap(column, row))
            .collect();
        let mut column = 0;
        for run in gaps.chunk_by(|one, next| one == next) {
            if run[0] {
                let [left, bottom] = field.weights(column as f64, row as f64);
                let [right, top] = field.weights((column + run.len()) as f64, row as f64 + 1.0);
                let (from, to) = (frame.pixel(left, top), frame.pixel(right, bottom));
                let gap = Rect {
                    left: from.0,
                    top: from.1,
                    width: to.0 - from.0,
                    height: to.1 - from.1,
                };
                pen.rect(gap, theme.paper.to_rgba())?;
            }
            column += run.len();
        }
    }
    Ok(())
}

/// A weight's name as the lecture has it: w with the numbers of the unit that it comes from and of the
/// unit that it leads to, b with that of its unit, and after a ^ the number of the layer that it leads
/// into, counted from the input's, which is 0. What tells nothing apart is left out.
///
/// ```
/// use backprop::{Activation, Network};
/// use charts::weight_name;
///
/// let logistic = |layers| vec![Activation::Logistic; layers];
/// let names = |sizes: &[usize]| -> Result<Vec<String>, backprop::Error> {
///     let network = Network::new(sizes.to_vec(), logistic(sizes.len() - 1), true)?;
///     Ok((0..network.weight_count()).map(|weight| weight_name(&network, weight)).collect())
/// };
/// assert_eq!(names(&[1, 1])?, ["w", "b"]);
/// assert_eq!(names(&[2, 1])?, ["w11", "w21", "b"]);
/// assert_eq!(names(&[1, 1, 1])?, ["w^1", "b^1", "w^2", "b^2"]);
/// let xor = ["w11^1", "w21^1", "b1^1", "w12^1", "w22^1", "b2^1", "w11^2", "w21^2", "b^2"];
/// assert_eq!(names(&[2, 2, 1])?, xor);
/// # Ok::<(), backprop::Error>(())
/// ```
pub fn weight_name(network: &Network, weight: usize) -> String {
    let sizes = network.sizes();
    let Some(place) = network.connection(weight) else {
        return format!("w{weight}");
    };
    let unit = (place.layer, place.unit);
    let (letter, units) = match place.source {
        Source::Unit(source) => ("w", vec![(place.layer - 1, source), unit]),
        Source::Bias => ("b", vec![unit]),
    };
    let tells = units.iter().any(|(layer, _)| sizes[*layer] != 1);
    let numbers = units.iter().map(|(_, unit)| (unit + 1).to_string());
    let numbers: Vec<String> = numbers.filter(|_| tells).collect();
    let are_wide = numbers.iter().any(|number| number.len() > 1);
    let below = numbers.join(if are_wide { "," } else { "" });
    let above = match sizes.len() {
        2 => String::new(),
        _ => format!("^{}", place.layer),
    };
    format!("{letter}{below}{above}")
}

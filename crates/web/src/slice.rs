//! The landscape under the picture: computed once for each place that the slice goes through.

use backprop::{Axis, Experiment};
use landscape::{Contour, Curve, Surface, Tone, contour_lines, levels};

/// Points of a curve: enough for a projector's width.
const CURVE_POINTS: usize = 1601;
/// Nodes along each side of a surface, from the finest grid to the coarsest.
const SURFACE_NODES: [usize; 3] = [129, 65, 33];
/// Weights × samples × nodes that a whole surface may cost: some tens of milliseconds.
const SURFACE_WORK: usize = 8_000_000;
/// The same for the rows computed in one call: some milliseconds.
const CALL_WORK: usize = 2_000_000;

/// The error over the axes of a view, through given weights.
pub(crate) enum Slice {
    /// Along one weight.
    Curve(Curve),
    /// Over two weights.
    Surface(Box<Ground>),
}

/// A surface with what is drawn of it.
pub(crate) struct Ground {
    pub(crate) surface: Surface,
    pub(crate) tone: Tone,
    pub(crate) contours: Vec<Contour>,
}

/// What a slice depends on.
#[derive(PartialEq)]
struct Key {
    view: Vec<Axis>,
    /// The weights that the slice goes through, those on the axes set to 0.
    through: Vec<f64>,
}

/// The slice of the present picture, kept until it goes through another place.
#[derive(Default)]
pub(crate) struct SliceCache {
    kept: Option<(Key, Slice)>,
}

impl SliceCache {
    /// The slice of `experiment`'s error through `weights`. A surface may come out incomplete; the
    /// next call computes more of it.
    pub(crate) fn slice(
        &mut self,
        experiment: &Experiment,
        weights: &[f64],
    ) -> Result<&Slice, landscape::Error> {
        let key = key(experiment, weights);
        let kept = match self.kept.take() {
            Some((kept_key, slice)) if kept_key == key => slice,
            _ => begin(experiment, weights)?,
        };
        let (_, slice) = self.kept.insert((key, kept));
        if let Slice::Surface(ground) = slice {
            ground.refine(experiment)?;
        }
        Ok(slice)
    }

    /// The slice that was computed last.
    pub(crate) fn present(&self) -> Option<&Slice> {
        self.kept.as_ref().map(|(_, slice)| slice)
    }
}

fn key(experiment: &Experiment, weights: &[f64]) -> Key {
    let view = experiment.view().to_vec();
    let mut through = weights.to_vec();
    for axis in &view {
        through[axis.weight] = 0.0;
    }
    Key { view, through }
}

/// Weights × samples: the cost of one point.
fn point_cost(experiment: &Experiment) -> usize {
    let problem = experiment.problem();
    problem.network().weight_count() * problem.samples().count()
}

fn begin(experiment: &Experiment, weights: &[f64]) -> Result<Slice, landscape::Error> {
    let problem = experiment.problem();
    match *experiment.view() {
        [x, y] => {
            let affordable = |nodes: &usize| point_cost(experiment) * nodes * nodes <= SURFACE_WORK;
            let [.., coarsest] = SURFACE_NODES;
            let nodes = SURFACE_NODES.into_iter().find(affordable);
            let size = [nodes.unwrap_or(coarsest); 2];
            let surface = Surface::new(problem, weights, experiment.free(), [x, y], size)?;
            let tone = Tone::of(surface.error());
            Ok(Slice::Surface(Box::new(Ground {
                surface,
                tone,
                contours: Vec::new(),
            })))
        }
        ref axes => {
            // An experiment has one axis or two.
            let axis = axes[0];
            let affordable = SURFACE_WORK / point_cost(experiment).max(1);
            let points = affordable.clamp(65, CURVE_POINTS);
            let curve = Curve::sample(problem, weights, axis, points)?;
            Ok(Slice::Curve(curve))
        }
    }
}

impl Ground {
    pub(crate) fn is_complete(&self) -> bool {
        self.surface.is_complete()
    }

    /// Computes some more rows, unless all are there.
    fn refine(&mut self, experiment: &Experiment) -> Result<(), landscape::Error> {
        if self.is_complete() {
            return Ok(());
        }
        let columns = self.surface.error().values.ncols();
        let rows = CALL_WORK / (point_cost(experiment) * columns).max(1);
        self.surface.fill(experiment.problem(), rows.max(1));
        self.tone = Tone::of(self.surface.error());
        self.contours = contour_lines(self.surface.error(), &levels(&self.tone))?;
        Ok(())
    }
}

//! The landscape under the picture: computed once for each place that the slice goes through.

use backprop::Experiment;
use landscape::{Contour, Curve, Plane, Surface, Tone, contour_lines, levels};

/// Points of a curve: enough for a projector's width.
const CURVE_POINTS: usize = 1601;
/// Nodes along each side of a surface, from the coarsest grid to the finest.
const SURFACE_NODES: [usize; 3] = [33, 65, 129];
/// Weights × samples × nodes of the first grid, which a drag has in each of its frames: a
/// millisecond, with its tones and lines.
const FIRST_WORK: usize = 200_000;
/// The same for the last grid: some tens of milliseconds.
const SURFACE_WORK: usize = 8_000_000;
/// The same for the rows computed in one call: some milliseconds.
const CALL_WORK: usize = 2_000_000;

/// The error along the sides of a plane.
pub(crate) enum Slice {
    /// Along one weight.
    Curve(Curve),
    /// Over two directions.
    Surface(Box<Ground>),
}

/// A surface with what is drawn of it.
pub(crate) struct Ground {
    pub(crate) surface: Surface,
    pub(crate) tone: Tone,
    pub(crate) contours: Vec<Contour>,
    /// A finer grid of the same, shown as soon as all of it is there.
    finer: Option<Surface>,
}

/// The slice of the present picture, kept until it goes through another place.
#[derive(Default)]
pub(crate) struct SliceCache {
    kept: Option<(Plane, Slice)>,
}

impl SliceCache {
    /// The slice of `experiment`'s error over `plane`, or along its view where that is one weight.
    /// A surface may come out incomplete; the next call computes more of it.
    pub(crate) fn slice(
        &mut self,
        experiment: &Experiment,
        plane: Plane,
    ) -> Result<&Slice, landscape::Error> {
        let kept = match self.kept.take() {
            Some((kept_plane, slice)) if kept_plane == plane => slice,
            _ => begin(experiment, &plane)?,
        };
        let (plane, slice) = self.kept.insert((plane, kept));
        if let Slice::Surface(ground) = slice {
            ground.refine(experiment, plane)?;
        }
        Ok(slice)
    }

    /// The slice that was computed last.
    pub(crate) fn present(&self) -> Option<&Slice> {
        self.kept.as_ref().map(|(_, slice)| slice)
    }
}

/// Weights × samples: the cost of one point.
fn point_cost(experiment: &Experiment) -> usize {
    let problem = experiment.problem();
    problem.network().weight_count() * problem.samples().count()
}

/// The finest grid whose points cost no more than `work` together; the coarsest costs what it does.
fn affordable(experiment: &Experiment, work: usize) -> usize {
    let cost = point_cost(experiment);
    let [coarsest, ..] = SURFACE_NODES;
    let fits = |nodes: &usize| cost * nodes * nodes <= work;
    SURFACE_NODES
        .into_iter()
        .rev()
        .find(fits)
        .unwrap_or(coarsest)
}

fn begin(experiment: &Experiment, plane: &Plane) -> Result<Slice, landscape::Error> {
    let problem = experiment.problem();
    match *experiment.view() {
        [_, _] => {
            let size = [affordable(experiment, FIRST_WORK); 2];
            let surface = Surface::on_plane(problem, plane.clone(), size)?;
            let tone = Tone::of(surface.error());
            Ok(Slice::Surface(Box::new(Ground {
                surface,
                tone,
                contours: Vec::new(),
                finer: None,
            })))
        }
        ref axes => {
            // An experiment has one axis or two.
            let axis = axes[0];
            let affordable = SURFACE_WORK / point_cost(experiment).max(1);
            let points = affordable.clamp(65, CURVE_POINTS);
            let curve = Curve::sample(problem, plane.origin(), axis, points)?;
            Ok(Slice::Curve(curve))
        }
    }
}

impl Ground {
    /// Whether no finer grid is to come.
    pub(crate) fn is_complete(&self, experiment: &Experiment) -> bool {
        self.surface.is_complete() && self.nodes() == affordable(experiment, SURFACE_WORK)
    }

    fn nodes(&self) -> usize {
        self.surface.error().values.ncols()
    }

    /// Computes some more rows, unless all are there. The first grid is shown as it grows, the last
    /// when it is whole: the lines that stand there are better than no lines.
    fn refine(&mut self, experiment: &Experiment, plane: &Plane) -> Result<(), landscape::Error> {
        if self.is_complete(experiment) {
            return Ok(());
        }
        let problem = experiment.problem();
        if self.surface.is_complete() && self.finer.is_none() {
            let size = [affordable(experiment, SURFACE_WORK); 2];
            let finer = Surface::on_plane(problem, plane.clone(), size)?;
            self.finer = Some(finer);
        }
        let surface = self.finer.as_mut().unwrap_or(&mut self.surface);
        let columns = surface.error().values.ncols();
        let rows = CALL_WORK / (point_cost(experiment) * columns).max(1);
        let is_whole = surface.fill(problem, rows.max(1));
        if let Some(finer) = self.finer.take_if(|_| is_whole) {
            self.surface = finer;
        }
        if self.finer.is_none() {
            self.tone = Tone::of(self.surface.error());
            self.contours = contour_lines(self.surface.error(), &levels(&self.tone))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use lessons::{Fact, Scene};

    use super::*;

    /// Nodes along a side of what is shown, and whether more is to come.
    fn shown(cache: &mut SliceCache, experiment: &Experiment, plane: &Plane) -> (usize, bool) {
        match cache.slice(experiment, plane.clone()) {
            Ok(Slice::Surface(ground)) => {
                assert!(!ground.contours.is_empty(), "nothing to see");
                (ground.nodes(), !ground.is_complete(experiment))
            }
            _ => (0, false),
        }
    }

    #[test]
    fn the_ground_is_coarse_where_it_has_moved_and_fine_where_it_rests() {
        let experiment = Scene::of(Fact::Xor).experiment();
        let experiment = experiment.unwrap_or_else(|error| panic!("{error}"));
        let here = Plane::of_view(&experiment);
        let moved: Vec<f64> = here.origin().iter().map(|w| w + 0.5).collect();
        let there = here.clone().through(&moved);
        let mut cache = SliceCache::default();
        assert_eq!(shown(&mut cache, &experiment, &here), (65, true));
        assert_eq!(shown(&mut cache, &experiment, &there), (65, true));
        assert_eq!(shown(&mut cache, &experiment, &there), (129, false));
        assert_eq!(shown(&mut cache, &experiment, &there), (129, false));
        assert_eq!(shown(&mut cache, &experiment, &here), (65, true));
    }
}

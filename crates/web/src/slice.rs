//! The landscape under the picture: computed once for each place that the slice goes through.

use backprop::Experiment;
use landscape::{Contour, Curve, Plane, Surface, Tone, contour_lines, levels};

use crate::search::Search;

/// Points of a curve: enough for a projector's width.
const CURVE_POINTS: u64 = 1601;
/// Nodes along each side of a surface, from the coarsest grid to the finest.
const SURFACE_NODES: [usize; 3] = [33, 65, 129];
/// Weights × samples × nodes of the first grid, which a drag has in each of its frames: half a
/// millisecond, with its tones and lines.
const FIRST_WORK: u64 = 200_000;
/// The same for the last grid, and for the points of a curve: some tens of milliseconds.
const MOST_WORK: u64 = 8_000_000;
/// The same for what is computed in one call: some milliseconds.
const CALL_WORK: u64 = 2_000_000;

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
    pub(crate) search: Search,
    /// Whether the tint of what is there is on the canvas, and whether that is a dark one.
    pub(crate) tinted: Option<bool>,
}

/// The slice of the present picture, kept until it goes through another place.
#[derive(Default)]
pub(crate) struct SliceCache {
    kept: Option<(Plane, Slice)>,
}

impl SliceCache {
    /// The slice of `experiment`'s error over `plane`, or along its view where that is one weight. A
    /// new one may come out incomplete.
    pub(crate) fn slice(
        &mut self,
        experiment: &Experiment,
        plane: Plane,
    ) -> Result<&Slice, landscape::Error> {
        let kept = match self.kept.take() {
            Some((kept_plane, slice)) if kept_plane == plane => slice,
            _ => {
                let mut slice = begin(experiment, &plane)?;
                slice.refine(experiment, &plane)?;
                slice
            }
        };
        let (_, slice) = self.kept.insert((plane, kept));
        Ok(slice)
    }

    /// Computes more of the slice that was asked for last. False while there is nothing new to be seen
    /// of it and more is to come.
    pub(crate) fn refine(&mut self, experiment: &Experiment) -> Result<bool, landscape::Error> {
        let kept = self.kept.as_mut();
        kept.map_or(Ok(true), |(plane, slice)| slice.refine(experiment, plane))
    }

    /// The slice that was computed last.
    pub(crate) fn present(&self) -> Option<&Slice> {
        self.kept.as_ref().map(|(_, slice)| slice)
    }

    /// The same, to note what has been drawn of it.
    pub(crate) fn present_mut(&mut self) -> Option<&mut Slice> {
        self.kept.as_mut().map(|(_, slice)| slice)
    }
}

impl Slice {
    /// Whether no more of it is to come.
    pub(crate) fn is_complete(&self, experiment: &Experiment) -> bool {
        match self {
            Slice::Curve(curve) => curve.is_complete(),
            Slice::Surface(ground) => ground.is_complete(experiment),
        }
    }

    /// Computes a portion; false where it cannot be seen yet.
    fn refine(&mut self, experiment: &Experiment, plane: &Plane) -> Result<bool, landscape::Error> {
        match self {
            Slice::Surface(ground) => ground.refine(experiment, plane),
            Slice::Curve(curve) => {
                curve.advance(experiment.problem(), evaluations(experiment));
                Ok(true)
            }
        }
    }
}

/// Weights × samples: the cost of one point. Products with it do not wrap where a number of the
/// browser's machine has 32 bits.
fn point_cost(experiment: &Experiment) -> u64 {
    let problem = experiment.problem();
    problem.network().weight_count() as u64 * problem.samples().count() as u64
}

/// Points that one call computes: at least one.
fn evaluations(experiment: &Experiment) -> usize {
    (CALL_WORK / point_cost(experiment).max(1)).max(1) as usize
}

/// The finest grid whose points cost no more than `work` together, where a point costs `cost`; the
/// coarsest costs what it does.
fn affordable(cost: u64, work: u64) -> usize {
    let [coarsest, ..] = SURFACE_NODES;
    let fits = |nodes: &usize| cost * (nodes * nodes) as u64 <= work;
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
            let size = [affordable(point_cost(experiment), FIRST_WORK); 2];
            let surface = Surface::on_plane(problem, plane.clone(), size)?;
            let tone = Tone::of(surface.error());
            Ok(Slice::Surface(Box::new(Ground {
                surface,
                tone,
                contours: Vec::new(),
                finer: None,
                search: Search::default(),
                tinted: None,
            })))
        }
        ref axes => {
            // An experiment has one axis or two.
            let axis = axes[0];
            let affordable = MOST_WORK / point_cost(experiment).max(1);
            let points = affordable.clamp(65, CURVE_POINTS) as usize;
            let curve = Curve::begin(problem, plane.origin(), axis, points)?;
            Ok(Slice::Curve(curve))
        }
    }
}

impl Ground {
    /// Whether no finer grid is to come, and no minimum or saddle.
    fn is_complete(&self, experiment: &Experiment) -> bool {
        self.is_fine(experiment) && self.search.is_over()
    }

    fn is_fine(&self, experiment: &Experiment) -> bool {
        self.surface.is_complete() && self.nodes() == Ground::finest(experiment)
    }

    /// Nodes along a side of the finest grid that is to come.
    pub(crate) fn finest(experiment: &Experiment) -> usize {
        affordable(point_cost(experiment), MOST_WORK)
    }

    fn nodes(&self) -> usize {
        self.surface.error().values.ncols()
    }

    /// Computes some more nodes, and when all are there searches on for minima and saddles. The first
    /// grid is shown as it grows, the last when it is whole: the lines that stand there are better than
    /// no lines.
    fn refine(&mut self, experiment: &Experiment, plane: &Plane) -> Result<bool, landscape::Error> {
        if self.is_fine(experiment) {
            if !self.search.is_over() {
                // The picture rests: a drag that moves the ground never comes here.
                let bounds = [self.nodes() as u64, point_cost(experiment), CALL_WORK];
                self.search.advance(experiment, plane, bounds)?;
            }
            return Ok(self.search.is_over());
        }
        let problem = experiment.problem();
        if self.surface.is_complete() && self.finer.is_none() {
            let size = [Ground::finest(experiment); 2];
            let finer = Surface::on_plane(problem, plane.clone(), size)?;
            self.finer = Some(finer);
        }
        let surface = self.finer.as_mut().unwrap_or(&mut self.surface);
        let is_whole = surface.fill(problem, evaluations(experiment));
        if let Some(finer) = self.finer.take_if(|_| is_whole) {
            self.surface = finer;
        }
        let is_shown = self.finer.is_none();
        if is_shown {
            self.tinted = None;
            let field = self.surface.error();
            self.tone = Tone::of(field);
            self.contours = contour_lines(field, &levels(&self.tone));
        }
        Ok(is_shown)
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
        assert_eq!(cache.refine(&experiment), Ok(true));
        assert_eq!(shown(&mut cache, &experiment, &there), (129, true));
        let mut calls = 0;
        while cache.refine(&experiment) == Ok(false) {
            calls += 1;
            assert_eq!(shown(&mut cache, &experiment, &there), (129, true));
        }
        assert!(calls < 20, "{calls} portions of a search");
        assert_eq!(shown(&mut cache, &experiment, &there), (129, false));
        assert_eq!(shown(&mut cache, &experiment, &here), (65, true));
    }

    #[test]
    fn the_largest_ground_comes_a_node_or_two_at_a_time() {
        let layers = [vec![16; 11], vec![1]].concat();
        let row = vec![0.5; 16];
        let inputs = vec![row; 1000];
        let document = serde_json::json!({
            "layers": layers, "activations": vec!["tanh"; 11], "bias": true,
            "inputs": inputs, "targets": vec![[0.5]; 1000],
            "init": { "scheme": "xavier", "scale": 1.0, "seed": 1 },
            "rule": { "name": "steepest-descent", "rate": 0.01 }, "steps": 1,
            "best_error": 0.0,
            "view": [{ "weight": 0, "from": -1, "to": 1 }, { "weight": 1, "from": -1, "to": 1 }]
        });
        let experiment = Experiment::parse(&document.to_string());
        let experiment = experiment.unwrap_or_else(|error| panic!("{error}"));
        assert!(point_cost(&experiment) > 2_700_000);
        let mut cache = SliceCache::default();
        let plane = Plane::of_view(&experiment);
        for nodes in 1..=3 {
            match cache.slice(&experiment, plane.clone()) {
                Ok(Slice::Surface(ground)) => {
                    let heights = ground.surface.error().values;
                    let there = heights.iter().filter(|height| height.is_finite());
                    assert_eq!((heights.dim(), there.count()), ((33, 33), nodes));
                }
                _ => panic!("no surface"),
            }
            assert_eq!(cache.refine(&experiment), Ok(true));
        }
    }

    #[test]
    fn the_finest_grid_is_for_what_is_cheap_and_never_by_a_product_that_wraps() {
        let nodes = [1, 1000, 10_000].map(|cost| affordable(cost, MOST_WORK));
        assert_eq!(nodes, [129, 65, 33]);
        // 129² times this is 128 more than 2³², and 2992 weights × 1000 samples are the most.
        for cost in [258_096, 2992 * 1000] {
            assert_eq!(affordable(cost, MOST_WORK), 33);
        }
    }
}

//! The landscape under the picture: computed once for each place that the slice goes through.

use backprop::Experiment;
use landscape::{Curve, Plane};

use crate::cost::{MOST_WORK, evaluations, point_cost};
use crate::ground::Ground;

/// Points of a curve: enough for a projector's width.
const CURVE_POINTS: u64 = 1601;
/// The error along the sides of a plane.
pub(crate) enum Slice {
    /// Along one weight.
    Curve(Curve),
    /// Over two directions.
    Surface(Box<Ground>),
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

fn begin(experiment: &Experiment, plane: &Plane) -> Result<Slice, landscape::Error> {
    let problem = experiment.problem();
    match *experiment.view() {
        [_, _] => Ok(Slice::Surface(Box::new(Ground::begin(experiment, plane)?))),
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
}

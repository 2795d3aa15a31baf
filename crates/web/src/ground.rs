//! The ground of a picture over two directions: a surface with its tones, lines, minima and saddles, the
//! coarse grid first.

use backprop::Experiment;
use landscape::{Contour, Plane, Surface, Tone, contour_lines, levels};

use crate::cost::{CALL_WORK, MOST_WORK, evaluations, point_cost};
use crate::search::Search;

/// Nodes along each side, from the coarsest grid to the finest.
const NODES: [usize; 3] = [33, 65, 129];
/// Weights × samples × nodes of the first grid, which a drag has in each of its frames: half a
/// millisecond, with its tones and lines.
const FIRST_WORK: u64 = 200_000;

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

impl Ground {
    /// The coarsest grid that is worth its time, without a node yet.
    // The page has it later than curves, and so it stays out of what calls it.
    #[inline(never)]
    pub(crate) fn begin(experiment: &Experiment, plane: &Plane) -> Result<Self, landscape::Error> {
        let size = [affordable(point_cost(experiment), FIRST_WORK); 2];
        let surface = Surface::on_plane(experiment.problem(), plane.clone(), size)?;
        Ok(Self {
            tone: Tone::of(surface.error()),
            surface,
            contours: Vec::new(),
            finer: None,
            search: Search::default(),
            tinted: None,
        })
    }

    /// Whether no finer grid is to come, and no minimum or saddle.
    pub(crate) fn is_complete(&self, experiment: &Experiment) -> bool {
        self.is_fine(experiment) && self.search.is_over()
    }

    fn is_fine(&self, experiment: &Experiment) -> bool {
        self.surface.is_complete() && self.nodes() == Ground::finest(experiment)
    }

    /// Nodes along a side of the finest grid that is to come.
    pub(crate) fn finest(experiment: &Experiment) -> usize {
        affordable(point_cost(experiment), MOST_WORK)
    }

    pub(crate) fn nodes(&self) -> usize {
        self.surface.error().values.ncols()
    }

    /// Computes some more nodes, and when all are there searches on for minima and saddles. The first
    /// grid is shown as it grows, the last when it is whole: the lines that stand there are better than
    /// no lines.
    #[inline(never)]
    pub(crate) fn refine(
        &mut self,
        experiment: &Experiment,
        plane: &Plane,
    ) -> Result<bool, landscape::Error> {
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

/// The finest grid whose points cost no more than `work` together, where a point costs `cost`; the
/// coarsest costs what it does.
fn affordable(cost: u64, work: u64) -> usize {
    let [coarsest, ..] = NODES;
    let fits = |nodes: &usize| cost * (nodes * nodes) as u64 <= work;
    NODES.into_iter().rev().find(fits).unwrap_or(coarsest)
}

#[cfg(test)]
mod tests {
    use super::*;

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

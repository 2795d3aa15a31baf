//! The search for the minima and saddles of a surface, in portions.

use backprop::Experiment;
use landscape::{CriticalPoint, CriticalPoints, Plane};

/// Weights × samples of the greatest problem that is searched: a portion stays some milliseconds.
const MOST_COST: u64 = 20_000;

/// The search on a surface, in portions.
#[derive(Default)]
pub(crate) struct Search {
    points: Option<CriticalPoints>,
    is_over: bool,
}

impl Search {
    /// Searches on: `nodes` along each side of the grid, weights × samples `cost`, and of those
    /// times nodes `work` at a time.
    pub(crate) fn advance(
        &mut self,
        experiment: &Experiment,
        plane: &Plane,
        [nodes, cost, work]: [u64; 3],
    ) -> Result<(), landscape::Error> {
        let problem = experiment.problem();
        if cost > MOST_COST {
            self.is_over = true;
            return Ok(());
        }
        let points = match &mut self.points {
            Some(points) => points,
            none => none.insert(CriticalPoints::new(
                problem,
                plane.clone(),
                [nodes as usize; 2],
            )?),
        };
        self.is_over = points.advance(problem, (work / cost.max(1)) as usize);
        Ok(())
    }

    /// Whether there is nothing more to come.
    pub(crate) fn is_over(&self) -> bool {
        self.is_over
    }

    /// What has been found; nothing until the search is over.
    pub(crate) fn found(&self) -> Option<&CriticalPoints> {
        self.points.as_ref().filter(|_| self.is_over)
    }

    /// The same as a list.
    pub(crate) fn points(&self) -> &[CriticalPoint] {
        self.found().map_or(&[], CriticalPoints::points)
    }
}

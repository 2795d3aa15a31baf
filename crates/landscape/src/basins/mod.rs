//! Which minimum each start of a map ends in.

mod bottom;
mod census;
mod settle;

pub use bottom::{Bottom, Bottoms};
pub use census::{Basin, Census, Outcome};

use std::sync::Arc;

use backprop::{Experiment, Fate, Kind, Problem};

use crate::plane::{Plane, Side};
use settle::settle;

/// Tells the minima apart that descents from starts on a plane end in.
///
/// Where the plane is all that descent moves in, an end that settled lies near a minimum of E:
/// Newton's iteration leads there from the end, unless a minimum is known there already. So the
/// minima do not depend on the order in which ends are asked about.
///
/// ```
/// use backprop::Experiment;
/// use landscape::FateMap;
/// use lessons::Fact;
///
/// // Two solutions, mirror images of each other.
/// let experiment = Experiment::parse(Fact::Mirror.document())?;
/// let map = FateMap::new(&experiment, [4, 4], experiment.best_known_error());
/// let mut basins = map.basins().expect("both weights are axes");
/// let ends: Vec<_> = map.fates(&[(1, 1), (2, 2)]).iter().map(|fate| basins.outcome(fate)).collect();
/// assert_eq!(ends[0].kind, ends[1].kind);
/// assert_ne!(ends[0].bottom, ends[1].bottom);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Basins {
    problem: Arc<Problem>,
    free: Vec<usize>,
    plane: Plane,
    bottoms: Bottoms,
}

impl Basins {
    /// For an experiment from starts on `plane`. None where descent leaves the plane, since then a
    /// place on it tells no minimum, or the plane moves other weights than descent: then each line of
    /// starts has minima of its own.
    pub fn new(experiment: &Experiment, plane: &Plane) -> Option<Basins> {
        let free = experiment.free();
        let is_frozen = |side: &Side| side.moves_other_than(free);
        let is_whole = free.len() == plane.sides().len() && !plane.sides().iter().any(is_frozen);
        is_whole.then(|| Basins {
            problem: Arc::clone(&experiment.parts().problem),
            free: free.to_vec(),
            plane: plane.clone(),
            bottoms: Bottoms::new(plane),
        })
    }

    /// The minima that were found so far.
    pub fn bottoms(&self) -> &Bottoms {
        &self.bottoms
    }

    /// What a start comes to.
    pub fn outcome(&mut self, fate: &Fate) -> Outcome {
        Outcome {
            kind: fate.kind,
            bottom: self.bottom(fate),
        }
    }

    /// The number of the minimum that a start ends in; none where it has not settled in one.
    fn bottom(&mut self, fate: &Fate) -> Option<usize> {
        if !matches!(fate.kind, Kind::Converged | Kind::LocalMinimum) {
            return None;
        }
        let mut weights = self.plane.origin().to_vec();
        for (&i, end) in self.free.iter().zip(fate.end?) {
            weights[i] = end;
        }
        let end = self.plane.coordinates(&weights);
        self.bottoms.at(end).or_else(|| {
            let bottom = settle(&self.problem, &self.plane, end)?;
            self.bottoms.add(bottom)
        })
    }
}

#[cfg(test)]
#[path = "../basins_tests.rs"]
mod tests;

//! Newton's iteration on the slopes within a plane.

use backprop::Problem;

use crate::critical::point::{CriticalPoint, Form};
use crate::local::Local;
use crate::plane::{Plane, Side};

/// What a turn costs, in nodes of the grid of slopes: two columns of second derivatives, each some
/// three times as many operations as the slopes, without lanes.
pub(super) const TURN_COST: usize = 48;

const MOST_TURNS: usize = 24;
/// Halvings of a step that does not bring the slopes nearer to 0.
const MOST_HALVINGS: usize = 6;
/// The iteration has settled at steps shorter than this part of the plane's sides.
const SETTLED: f64 = 1e-9;
/// Cells that it may lead away from the one that it begins in: other cells have their own.
const FARTHEST: f64 = 4.0;
/// A curvature below this part of the other one is none: the ground is level along it.
const FLAT: f64 = 1e-6;
/// A minimum shallower, over a cell, than this many units of rounding of E is noise on a plateau.
const NOISE: f64 = 4.0 * f64::EPSILON;

/// The iteration. It measures in parts of the plane's sides, so that it does not depend on units.
pub(super) struct Newton<'a> {
    problem: &'a Problem,
    plane: Plane,
    sides: &'a [Side; 2],
    /// A cell of the grid, in parts of the sides.
    cell: [f64; 2],
}

impl<'a> Newton<'a> {
    pub(super) fn new(
        problem: &'a Problem,
        origin: &[f64],
        sides: &'a [Side; 2],
        size: [usize; 2],
    ) -> Newton<'a> {
        Newton {
            problem,
            plane: Plane::new(origin.to_vec(), sides.to_vec()),
            sides,
            cell: size.map(|nodes| 1.0 / (nodes - 1) as f64),
        }
    }

    /// The minimum or saddle that the iteration finds from the middle of a cell, and the turns that
    /// it took. None where it does not settle nearby, or at something else.
    pub(super) fn begin_in(&self, cell: [usize; 2]) -> (usize, Option<CriticalPoint>) {
        let middle = [0, 1].map(|k| (cell[k] as f64 + 0.5) * self.cell[k]);
        let mut place = middle;
        let mut here = self.at(place);
        let mut turns = 1;
        while turns < MOST_TURNS {
            let Some(step) = step(&here, self.cell) else {
                return (turns, None);
            };
            let is_settled = step.iter().all(|part| part.abs() <= SETTLED);
            let mut part = 1.0;
            let mut halvings = 0;
            let next = loop {
                let next = [0, 1].map(|k| place[k] + part * step[k]);
                let there = self.at(next);
                turns += 1;
                if is_settled || there.steepness() < here.steepness() || halvings == MOST_HALVINGS {
                    break (next, there);
                }
                part *= 0.5;
                halvings += 1;
            };
            (place, here) = next;
            if is_settled {
                return (turns, self.point(place, &here));
            }
            let is_near = |k: usize| (place[k] - middle[k]).abs() <= FARTHEST * self.cell[k];
            if !(is_near(0) && is_near(1)) {
                return (turns, None);
            }
        }
        (turns, None)
    }

    /// A place in multiples of the directions.
    fn multiples(&self, place: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|k| {
            let Side { from, to, .. } = self.sides[k];
            from * (1.0 - place[k]) + to * place[k]
        })
    }

    fn at(&self, place: [f64; 2]) -> Local {
        Local::at(self.problem, &self.plane, self.multiples(place))
    }

    /// What the iteration has settled at, if that is on the plane and to be marked.
    fn point(&self, place: [f64; 2], here: &Local) -> Option<CriticalPoint> {
        let is_inside = place.iter().all(|part| (0.0..=1.0).contains(part));
        let [least, greatest] = here.curvatures();
        let weight = least.abs().min(greatest.abs());
        let is_bent = weight > FLAT * least.abs().max(greatest.abs());
        if !is_inside || !is_bent || greatest < 0.0 {
            return None;
        }
        let multiples = self.multiples(place);
        let (error, _) = self.problem.gradient(&self.plane.at(multiples));
        let cell = self.cell[0].min(self.cell[1]);
        let is_seen = error.is_finite() && weight * cell * cell > NOISE * error.abs();
        let form = if least > 0.0 {
            Form::Minimum
        } else {
            Form::Saddle
        };
        is_seen.then_some(CriticalPoint {
            place: multiples,
            error,
            form,
            is_lowest: false,
        })
    }
}

/// Newton's step, no longer than a cell in either direction. None where the ground has no curvature
/// along some direction.
fn step(here: &Local, cell: [f64; 2]) -> Option<[f64; 2]> {
    let step = here.step(0.0)?;
    let too_long = (step[0] / cell[0]).abs().max((step[1] / cell[1]).abs());
    Some(step.map(|part| part / too_long.max(1.0)))
}

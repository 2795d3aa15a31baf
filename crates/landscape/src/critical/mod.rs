//! Minima and saddles of the error over a plane.

mod newton;
mod point;
mod slopes;

pub use point::{CriticalPoint, Form};

use backprop::Problem;

use crate::error::Error;
use crate::plane::{Plane, Side};
use crate::probe::check_weights;
use newton::{Newton, TURN_COST};
use point::order;
use slopes::Slopes;

/// Nodes of the grid to a cell that Newton's iteration begins in, at least: where there are more such
/// cells, rounding on a plateau or a whole valley of critical points has made them, and every so many
/// is enough.
const NODES_TO_A_CELL: usize = 32;
/// Points that are kept at most, the lowest minima first: more would cover the ground.
const MOST_POINTS: usize = 32;
/// Two of a form that are closer than this part of the plane's sides are one.
const SAME: f64 = 1e-3;

/// The search for the places on a plane at which E has no slope along it, in portions, as time
/// allows.
///
/// A grid of slopes says in which cells both can be 0, and Newton's iteration on the two slopes finds
/// the place. What is marked is a minimum or a saddle of second order: both curvatures there differ
/// from 0 beside each other. So a valley whose floor is level all along, a plateau and a kink have
/// none. Of two that lie in one cell of the grid one may be missed.
///
/// On a plane along all the weights that descent moves, these are critical points of E itself; on
/// any other plane, those of the slice.
///
/// ```
/// use backprop::Experiment;
/// use landscape::{CriticalPoints, Form, Plane};
/// use lessons::Fact;
///
/// let experiment = Experiment::parse(Fact::Mirror.document())?;
/// let plane = Plane::of_view(&experiment);
/// let mut search = CriticalPoints::new(experiment.problem(), plane, [65, 65])?;
/// while !search.advance(experiment.problem(), 10_000) {}
/// // Two solutions, mirror images of each other, and the pass between them.
/// let [one, other, pass] = search.points() else { panic!("{:?}", search.points()) };
/// assert_eq!([one.form, other.form, pass.form], [Form::Minimum, Form::Minimum, Form::Saddle]);
/// assert!(one.is_lowest && other.is_lowest);
/// assert!((other.place[0] - 0.6729).abs() < 1e-3 && (other.place[1] - 1.0452).abs() < 1e-3);
/// assert!(pass.place.iter().all(|along| along.abs() < 1e-9));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct CriticalPoints {
    origin: Vec<f64>,
    sides: [Side; 2],
    slopes: Slopes,
    /// Cells that are still to be looked at, the next one last; none until the grid is whole.
    cells: Option<Vec<[usize; 2]>>,
    points: Vec<CriticalPoint>,
    left_out: usize,
}

impl CriticalPoints {
    /// Begins the search on `plane` with a grid of `size` nodes, columns and rows.
    ///
    /// # Errors
    /// An origin that is not the network's weights, a plane with one side, fewer than two nodes.
    pub fn new(problem: &Problem, plane: Plane, size: [usize; 2]) -> Result<CriticalPoints, Error> {
        check_weights(problem, plane.origin())?;
        let (origin, sides) = plane.into_parts();
        let sides =
            <[Side; 2]>::try_from(sides).map_err(|sides| Error::Sides { found: sides.len() })?;
        let found = size[0].min(size[1]);
        if found < 2 {
            return Err(Error::TooFewPoints { found });
        }
        Ok(CriticalPoints {
            slopes: Slopes::new(size),
            origin,
            sides,
            cells: None,
            points: Vec::new(),
            left_out: 0,
        })
    }

    /// The whole search at once.
    ///
    /// # Errors
    /// As [`CriticalPoints::new`].
    pub fn search(
        problem: &Problem,
        plane: Plane,
        size: [usize; 2],
    ) -> Result<CriticalPoints, Error> {
        let mut search = CriticalPoints::new(problem, plane, size)?;
        while !search.advance(problem, usize::MAX) {}
        Ok(search)
    }

    /// Searches on, until about as much has been computed as the slopes at `nodes` nodes cost. True
    /// when the search is over. `problem` is the one that the search was begun for.
    pub fn advance(&mut self, problem: &Problem, nodes: usize) -> bool {
        if problem.network().weight_count() != self.origin.len() {
            return true;
        }
        let mut spent = 0;
        let cells = match &mut self.cells {
            Some(cells) => cells,
            None => {
                while spent < nodes {
                    if !self.slopes.next_row(problem, &self.origin, &self.sides) {
                        break;
                    }
                    spent += self.slopes.columns();
                }
                if !self.slopes.is_complete() {
                    return false;
                }
                self.cells.insert(self.slopes.take_cells(NODES_TO_A_CELL))
            }
        };
        let newton = Newton::new(problem, &self.origin, &self.sides, self.slopes.size());
        while spent < nodes {
            let Some(cell) = cells.pop() else {
                break;
            };
            let (turns, found) = newton.begin_in(cell);
            spent += turns * TURN_COST;
            if let Some(point) = found
                && !self
                    .points
                    .iter()
                    .any(|known| is_same(known, &point, &self.sides))
            {
                self.points.push(point);
            }
        }
        if !cells.is_empty() {
            return false;
        }
        order(&mut self.points, self.slopes.range());
        self.left_out += self.points.len().saturating_sub(MOST_POINTS);
        self.points.truncate(MOST_POINTS);
        true
    }

    /// What has been found: the minima, the lowest first, then the saddles, the lowest first; of
    /// those of one height the leftmost first. At most 32.
    pub fn points(&self) -> &[CriticalPoint] {
        &self.points
    }

    /// How many more there are than are kept.
    pub fn left_out(&self) -> usize {
        self.left_out
    }
}

/// Whether two points are one.
fn is_same(one: &CriticalPoint, other: &CriticalPoint, sides: &[Side; 2]) -> bool {
    let near = |k: usize| {
        let side: &Side = &sides[k];
        (one.place[k] - other.place[k]).abs() <= SAME * (side.to - side.from)
    };
    one.form == other.form && near(0) && near(1)
}

#[cfg(test)]
#[path = "../critical_tests.rs"]
mod tests;

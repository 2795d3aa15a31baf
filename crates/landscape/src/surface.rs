//! The error over two weights, or over two directions across them.

use backprop::{Axis, Lanes, Problem};
use ndarray::Array2;
use wide::f64x8;

use crate::error::Error;
use crate::field::Field;
use crate::plane::{Plane, Side};
use crate::probe::{Probe, check_axis, check_weights, cost, node};

/// Weights × samples up to which eight places are evaluated side by side: some tenths of a
/// millisecond for all of them. Beyond, samples side by side are as fast, and a single place is a
/// smaller piece of work.
const MOST_SIDE_BY_SIDE: u64 = 50_000;

/// E on an even grid over a plane; row by row, as time allows.
///
/// ```
/// use backprop::{Axis, Experiment};
/// use landscape::{Surface, Tone, contour_lines, levels, regions};
/// let experiment = Experiment::parse(r#"{"layers": [1, 1, 1], "activations": ["tanh", "tanh"],
///     "bias": false, "inputs": [[1]], "targets": [[0.5]], "weights": [1, 1],
///     "rule": {"name": "steepest-descent", "rate": 0.2}, "steps": 3000}"#)?;
/// let axes = [0, 1].map(|weight| Axis { weight, from: -3.0, to: 3.0 });
/// let surface = Surface::sample(experiment.problem(), experiment.start(), axes, [33, 33])?;
/// // Node (16, 16) is the origin, where E = ½ · 0.5².
/// assert_eq!(surface.error().values[(16, 16)], 0.125);
/// // Tones spend themselves where the errors are, and lines are drawn at even tones.
/// let tone = Tone::of(surface.error());
/// let levels = levels(&tone);
/// let lines = contour_lines(surface.error(), &levels);
/// assert_eq!((lines.len(), lines[0].level), (levels.len(), levels[0]));
/// assert!(!regions(surface.error(), &levels).is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Surface {
    origin: Vec<f64>,
    sides: [Side; 2],
    error: Array2<f64>,
    /// Nodes that are there, row by row.
    filled: usize,
}

impl Surface {
    /// The whole surface through `weights`: the first axis runs across (`columns` nodes), the second
    /// upwards (`rows` nodes), both with their ends; the other weights stay as in `weights`.
    ///
    /// # Errors
    /// Weights that are not the network's, axes that it does not have, one weight on both axes, an
    /// axis that does not run upwards between finite ends, fewer than two nodes.
    pub fn sample(
        problem: &Problem,
        weights: &[f64],
        axes: [Axis; 2],
        [columns, rows]: [usize; 2],
    ) -> Result<Surface, Error> {
        check_weights(problem, weights)?;
        for (axis, nodes) in axes.into_iter().zip([columns, rows]) {
            check_axis(problem, axis, nodes)?;
        }
        if axes[0].weight == axes[1].weight {
            let weight = axes[0].weight;
            return Err(Error::SameWeight { weight });
        }
        let plane = Plane::along_weights(weights, &axes);
        let mut surface = Surface::on_plane(problem, plane, [columns, rows])?;
        surface.fill(problem, usize::MAX);
        Ok(surface)
    }

    /// An empty surface over any plane: its first side runs across, its second one upwards. Until
    /// [`Surface::fill`] gets to them, the nodes are gaps.
    ///
    /// ```
    /// use backprop::Experiment;
    /// use landscape::{Plane, Surface};
    /// use lessons::Fact;
    ///
    /// let experiment = Experiment::parse(Fact::Valley.document())?;
    /// let problem = experiment.problem();
    /// let mut surface = Surface::on_plane(problem, Plane::of_view(&experiment), [5, 5])?;
    /// // Two rows of five, then the rest, as time allows. What is not there yet is a gap.
    /// assert!(!surface.fill(problem, 10));
    /// assert!(surface.error().values[(1, 4)].is_finite() && surface.error().is_gap(0, 2));
    /// assert!(surface.fill(problem, 15) && surface.is_complete());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// An origin that is not the network's weights, a plane with one side, fewer than two nodes.
    pub fn on_plane(
        problem: &Problem,
        plane: Plane,
        [columns, rows]: [usize; 2],
    ) -> Result<Surface, Error> {
        check_weights(problem, plane.origin())?;
        let (origin, sides) = plane.into_parts();
        let sides =
            <[Side; 2]>::try_from(sides).map_err(|sides| Error::Sides { found: sides.len() })?;
        if columns.min(rows) < 2 {
            let found = columns.min(rows);
            return Err(Error::TooFewPoints { found });
        }
        Ok(Surface {
            origin,
            sides,
            error: Array2::from_elem((rows, columns), f64::NAN),
            filled: 0,
        })
    }

    /// Computes the next `nodes` nodes, row by row, or up to seven more, so that a caller can stop when
    /// its time is over. True when the surface is complete. `problem` is the one that the surface was
    /// made for: of another one with as many weights it would show that one's error from here on.
    pub fn fill(&mut self, problem: &Problem, nodes: usize) -> bool {
        let end = self.error.len().min(self.filled.saturating_add(nodes));
        if problem.network().weight_count() == self.origin.len() {
            if cost(problem) <= MOST_SIDE_BY_SIDE {
                self.fill_to::<f64x8>(problem, end);
            } else {
                self.fill_to::<f64>(problem, end);
            }
        }
        self.is_complete()
    }

    /// Computes as many nodes side by side as `R` has lanes, until there are `end`.
    fn fill_to<R: Places>(&mut self, problem: &Problem, end: usize) {
        let mut probe = Probe::<R>::new(problem, &self.origin);
        let [across, upwards] = &self.sides;
        let parts = across.direction.iter().zip(&upwards.direction);
        let parts = parts.zip(&self.origin).enumerate();
        // The weights that change on the plane: each with its value at the origin, and what 1 to
        // the right and 1 upwards add to it.
        let moved: Vec<(usize, [f64; 3])> = parts
            .map(|(i, ((&right, &up), &origin))| (i, [origin, right, up]))
            .filter(|(_, [_, right, up])| *right != 0.0 || *up != 0.0)
            .collect();
        let [[left, right], [lower, upper]] = self.ends();
        let (rows, columns) = self.error.dim();
        while self.filled < end {
            let (row, first) = (self.filled / columns, self.filled % columns);
            let y = node(lower, upper, row, rows);
            // The lanes past the end of a row repeat its last node.
            let x = R::places(|lane| node(left, right, first + lane, columns));
            for &(i, [origin, to_right, to_top]) in &moved {
                probe.place(
                    i,
                    R::from_f64(origin + y * to_top) + x * R::from_f64(to_right),
                );
            }
            let errors = probe.error();
            let last = columns.min(first + R::COUNT);
            for column in first..last {
                self.error[(row, column)] = errors.at(column - first);
            }
            self.filled += last - first;
        }
    }

    /// Whether every node is computed.
    pub fn is_complete(&self) -> bool {
        self.filled == self.error.len()
    }

    /// Where the sides begin and end: across, upwards.
    fn ends(&self) -> [[f64; 2]; 2] {
        self.sides.each_ref().map(|side| [side.from, side.to])
    }

    /// E.
    pub fn error(&self) -> Field<'_> {
        let [x, y] = self.ends();
        let values = self.error.view();
        Field { values, x, y }
    }
}

/// A number at each of several places.
trait Places: Lanes {
    /// How many places.
    const COUNT: usize;

    /// The given number of each place.
    fn places(number: impl Fn(usize) -> f64) -> Self;

    /// The number at a place.
    fn at(&self, place: usize) -> f64;
}

impl Places for f64 {
    const COUNT: usize = 1;

    fn places(number: impl Fn(usize) -> f64) -> f64 {
        number(0)
    }

    fn at(&self, _place: usize) -> f64 {
        *self
    }
}

impl Places for f64x8 {
    const COUNT: usize = 8;

    fn places(number: impl Fn(usize) -> f64) -> f64x8 {
        f64x8::from([0, 1, 2, 3, 4, 5, 6, 7].map(number))
    }

    fn at(&self, place: usize) -> f64 {
        self.as_array()[place]
    }
}

#[cfg(test)]
#[path = "surface_tests.rs"]
mod tests;

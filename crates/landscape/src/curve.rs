//! The error along one weight.

use backprop::{Axis, Problem};

use crate::error::Error;
use crate::probe::{Probe, check_axis, check_weights, node};

/// Bisection ends when the bracket is this narrow, relative to 1 + |w|.
const BRACKET: f64 = 1e-13;

/// A dip shallower than this many units of rounding of E is noise on a plateau, not a minimum.
const NOISE: f64 = 4.0 * f64::EPSILON;

/// E(w) along one weight, evenly sampled, with the minima in between.
///
/// ```
/// use backprop::{Axis, Experiment};
/// use landscape::Curve;
/// let experiment = Experiment::parse(r#"{"layers": [1, 1], "activations": ["logistic"],
///     "bias": false, "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [1],
///     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#)?;
/// let axis = Axis { weight: 0, from: -4.0, to: 10.0 };
/// let curve = Curve::sample(experiment.problem(), experiment.start(), axis, 201)?;
/// let valleys: Vec<f64> = curve.minima().iter().map(|minimum| minimum.weight).collect();
/// assert!((valleys[0] + 0.154802).abs() < 1e-5 && (valleys[1] - 2.197224).abs() < 1e-5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    axis: Axis,
    weights: Vec<f64>,
    errors: Vec<f64>,
    slopes: Vec<f64>,
    minima: Vec<Minimum>,
}

/// A minimum along a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Minimum {
    /// Where it is.
    pub weight: f64,
    /// How high its ground is.
    pub error: f64,
}

impl Curve {
    /// Samples E at `points` values of the axis' weight, both ends included; the others stay as in
    /// `weights` (all weights of the network).
    ///
    /// The minima are bracketed by the samples (the slope turns from falling to rising) and
    /// refined by bisection of dE/dw to 1e-13 of 1 + |w|. They are as accurate as the slope is:
    /// rounding of dE/dw divided by the curvature. A minimum narrower than the spacing of the
    /// samples is missed; a flat floor is one minimum, in its middle; an end of the axis is none.
    ///
    /// # Errors
    /// Weights that are not the network's, an axis that the network does not have or that does not
    /// run upwards between finite ends, fewer than two points.
    pub fn sample(
        problem: &Problem,
        weights: &[f64],
        axis: Axis,
        points: usize,
    ) -> Result<Curve, Error> {
        check_weights(problem, weights)?;
        check_axis(problem, axis, points)?;
        let mut slice = Slice {
            probe: Probe::new(problem, weights),
            weight: axis.weight,
        };
        let mut curve = Curve {
            axis,
            weights: (0..points)
                .map(|index| node(axis.from, axis.to, index, points))
                .collect(),
            errors: Vec::with_capacity(points),
            slopes: Vec::with_capacity(points),
            minima: Vec::new(),
        };
        for &weight in &curve.weights {
            let (error, slope) = slice.at(weight);
            curve.errors.push(error);
            curve.slopes.push(slope);
        }
        curve.minima = curve
            .brackets()
            .filter_map(|(left, right)| curve.refine(&mut slice, left, right))
            .collect();
        Ok(curve)
    }

    /// The axis that the curve runs along.
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// The sampled values of the weight, ascending.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// E at each of them; not finite where the network runs away.
    pub fn errors(&self) -> &[f64] {
        &self.errors
    }

    /// The minima between the ends of the axis, from left to right.
    pub fn minima(&self) -> &[Minimum] {
        &self.minima
    }

    /// Pairs of samples between which the slope turns from falling to rising. Between them are at
    /// most samples of slope exactly 0.
    fn brackets(&self) -> impl Iterator<Item = (usize, usize)> {
        let mut falling = None;
        let turns = self.slopes.iter().enumerate().map(move |(index, &slope)| {
            if slope < 0.0 {
                falling = Some(index);
            } else if slope != 0.0 {
                // Rising, or not a number: either way the fall before it is over.
                let left = falling.take();
                return left.filter(|_| slope > 0.0).map(|left| (left, index));
            }
            None
        });
        turns.flatten()
    }

    /// The minimum between two samples, unless it is so shallow that rounding may have made it.
    fn refine(&self, slice: &mut Slice<'_>, left: usize, right: usize) -> Option<Minimum> {
        let ends = (self.weights[left], self.weights[right]);
        let from = slice.turn(ends, |slope| slope < 0.0);
        let to = slice.turn(ends, |slope| slope <= 0.0);
        let weight = 0.5 * (from + to);
        let (error, _) = slice.at(weight);
        let depth = self.errors[left].max(self.errors[right]) - error;
        (depth > NOISE * error.abs()).then_some(Minimum { weight, error })
    }
}

/// A line through weight space.
struct Slice<'a> {
    probe: Probe<'a, f64>,
    weight: usize,
}

impl Slice<'_> {
    /// E and dE/dw.
    fn at(&mut self, value: f64) -> (f64, f64) {
        self.probe.place(self.weight, value);
        let error = self.probe.measure();
        (error, self.probe.slope(self.weight))
    }

    /// Where, between two ends, `before` stops to hold for the slope.
    fn turn(&mut self, (mut left, mut right): (f64, f64), before: impl Fn(f64) -> bool) -> f64 {
        while right - left > BRACKET * (1.0 + left.abs()) {
            let middle = 0.5 * (left + right);
            if middle <= left || middle >= right {
                break;
            }
            if before(self.at(middle).1) {
                left = middle;
            } else {
                right = middle;
            }
        }
        0.5 * (left + right)
    }
}

#[cfg(test)]
#[path = "curve_tests.rs"]
mod tests;

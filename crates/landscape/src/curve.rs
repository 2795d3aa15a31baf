//! The error along one weight.

use backprop::{Axis, Problem};

use crate::error::Error;
use crate::probe::{Probe, check_axis, check_weights, node};
use crate::turn::Turn;

/// Every so many samples are computed first, then those between them: a curve is coarse at first.
const COARSEST: usize = 16;

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
    /// All weights; that of the axis is of no account.
    origin: Vec<f64>,
    axis: Axis,
    weights: Vec<f64>,
    errors: Vec<f64>,
    slopes: Vec<f64>,
    minima: Vec<Minimum>,
    work: Work,
}

/// A minimum along a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Minimum {
    /// Where it is.
    pub weight: f64,
    /// How high its ground is.
    pub error: f64,
}

/// What is still to be done.
#[derive(Clone, Debug, PartialEq)]
enum Work {
    /// The samples with these numbers, the last one next.
    Sampling(Vec<usize>),
    /// The minima between pairs of samples, the last pair now.
    Refining(Vec<Search>),
}

/// The search for a minimum between two samples.
#[derive(Clone, Debug, PartialEq)]
struct Search {
    samples: [usize; 2],
    /// Where the slope ceases to be negative, and where it begins to be positive.
    turns: [Turn; 2],
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
        let mut curve = Curve::begin(problem, weights, axis, points)?;
        curve.advance(problem, usize::MAX);
        Ok(curve)
    }

    /// The same curve before any of it is computed, for [`Curve::advance`].
    ///
    /// ```
    /// use backprop::Experiment;
    /// use landscape::Curve;
    /// use lessons::Fact;
    ///
    /// let experiment = Experiment::parse(Fact::Valley.document())?;
    /// let (problem, start) = (experiment.problem(), experiment.start());
    /// let axis = experiment.view()[0];
    /// let mut curve = Curve::begin(problem, start, axis, 65)?;
    /// // Coarse at first, then finer, then its minima, as time allows.
    /// assert!(!curve.advance(problem, 5));
    /// assert_eq!(curve.samples().count(), 5);
    /// assert!(curve.advance(problem, 1000));
    /// assert_eq!(curve, Curve::sample(problem, start, axis, 65)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Curve::sample`].
    pub fn begin(
        problem: &Problem,
        weights: &[f64],
        axis: Axis,
        points: usize,
    ) -> Result<Curve, Error> {
        check_weights(problem, weights)?;
        check_axis(problem, axis, points)?;
        let places = (0..points).map(|index| node(axis.from, axis.to, index, points));
        Ok(Curve {
            origin: weights.to_vec(),
            axis,
            weights: places.collect(),
            errors: vec![f64::NAN; points],
            slopes: vec![f64::NAN; points],
            minima: Vec::new(),
            work: Work::Sampling(last_first(points)),
        })
    }

    /// Goes on with at most so many evaluations of the error. True when all is done. `problem` is the
    /// one that the curve was begun for.
    pub fn advance(&mut self, problem: &Problem, evaluations: usize) -> bool {
        let is_its_own = problem.network().weight_count() == self.origin.len();
        if is_its_own && !self.is_complete() {
            let mut slice = Slice {
                probe: Probe::new(problem, &self.origin),
                weight: self.axis.weight,
            };
            for _ in 0..evaluations {
                self.evaluate(&mut slice);
                if self.is_complete() {
                    break;
                }
            }
        }
        self.is_complete()
    }

    /// One evaluation.
    fn evaluate(&mut self, slice: &mut Slice<'_>) {
        match &mut self.work {
            Work::Sampling(to_come) => {
                if let Some(index) = to_come.pop() {
                    let at = slice.at(self.weights[index]);
                    (self.errors[index], self.slopes[index]) = at;
                }
                if to_come.is_empty() {
                    let brackets = self.brackets();
                    self.work = Work::Refining(brackets);
                }
            }
            Work::Refining(searches) => {
                let Some(search) = searches.last_mut() else {
                    return;
                };
                let [falling, rising] = &mut search.turns;
                if let Some(weight) = falling.middle() {
                    falling.cut(weight, slice.at(weight).1 < 0.0);
                } else if let Some(weight) = rising.middle() {
                    rising.cut(weight, slice.at(weight).1 <= 0.0);
                } else {
                    let weight = 0.5 * (falling.place() + rising.place());
                    let (error, _) = slice.at(weight);
                    let ends = search.samples.map(|index| self.errors[index]);
                    // So shallow a dip rounding may have made.
                    if ends[0].max(ends[1]) - error > NOISE * error.abs() {
                        self.minima.push(Minimum { weight, error });
                    }
                    searches.pop();
                }
            }
        }
    }

    /// Whether every sample and every minimum is there.
    pub fn is_complete(&self) -> bool {
        matches!(&self.work, Work::Refining(searches) if searches.is_empty())
    }

    /// The axis that the curve runs along.
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// The samples that are there, each with the weight and E, which is not finite where the network
    /// runs away. The weights rise.
    pub fn samples(&self) -> impl Iterator<Item = (f64, f64)> {
        let to_come = match &self.work {
            Work::Sampling(to_come) => to_come.as_slice(),
            Work::Refining(_) => &[],
        };
        let mut is_there = vec![true; self.weights.len()];
        for &index in to_come {
            is_there[index] = false;
        }
        let samples = self
            .weights
            .iter()
            .copied()
            .zip(self.errors.iter().copied());
        let there = samples.zip(is_there).filter(|(_, is_there)| *is_there);
        there.map(|(sample, _)| sample)
    }

    /// The minima between the ends of the axis, from left to right.
    pub fn minima(&self) -> &[Minimum] {
        &self.minima
    }

    /// Searches between pairs of samples between which the slope turns from falling to rising, the
    /// leftmost last. Between the two are at most samples of slope exactly 0.
    fn brackets(&self) -> Vec<Search> {
        let mut falling = None;
        let turns = self.slopes.iter().enumerate().map(|(index, &slope)| {
            if slope < 0.0 {
                falling = Some(index);
            } else if slope != 0.0 {
                // Rising, or not a number: either way the fall before it is over.
                let left = falling.take();
                return left.filter(|_| slope > 0.0).map(|left| [left, index]);
            }
            None
        });
        let searches = turns.flatten().map(|samples| Search {
            samples,
            turns: [Turn::between(samples.map(|index| self.weights[index])); 2],
        });
        let mut searches: Vec<Search> = searches.collect();
        searches.reverse();
        searches
    }
}

/// The numbers of samples in the order in which they are computed, the first one last.
fn last_first(points: usize) -> Vec<usize> {
    let passes =
        std::iter::successors(Some(COARSEST), |stride| (*stride > 1).then_some(stride / 2));
    let order = passes.flat_map(|stride| {
        let is_new = move |index: &usize| stride == COARSEST || !index.is_multiple_of(2 * stride);
        (0..points).step_by(stride).filter(is_new)
    });
    let mut order: Vec<usize> = order.collect();
    order.reverse();
    order
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
}

#[cfg(test)]
#[path = "curve_tests.rs"]
mod tests;

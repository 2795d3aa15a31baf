//! Planes in weight space, along weights or across them.

use std::ops::RangeInclusive;

use backprop::{Axis, Draw, Eigen, Experiment, Record, Scheme};
use ndarray::Array2;

/// Points of a path that its principal directions are found from.
const POINTS: usize = 128;
/// Numbers of a record that the length of its path is measured by.
const MOST_NUMBERS: u64 = 2_000_000;
/// A direction in which a path's squared extent is below this share of that in the first one is
/// lost in rounding.
const STRAIGHT: f64 = 1e-12;
/// How far a random plane reaches: pictures can divide by the length of its sides, and its weights
/// stay finite.
const REACHES: RangeInclusive<f64> = 1e-150..=1e300;
/// Weights this near to a plane, in parts of 1 + their length, lie on it but for rounding.
const ROUNDING: f64 = 1e-9;

/// A line or a plane through weight space: an origin, and one or two sides that lead from it.
///
/// ```
/// use backprop::Experiment;
/// use landscape::Plane;
/// let experiment = Experiment::parse(r#"{"layers": [1, 1, 1], "activations": ["tanh", "tanh"],
///     "bias": false, "inputs": [[1]], "targets": [[0.5]], "weights": [1, 2],
///     "rule": {"name": "steepest-descent", "rate": 0.2}, "steps": 3000}"#)?;
/// let view = Plane::of_view(&experiment);
/// assert_eq!(view.coordinates(experiment.start()), [1.0, 2.0]);
/// assert_eq!(view.at([3.0, -4.0]), [3.0, -4.0]);
/// // The principal directions of a run's path hold all of it where two weights move.
/// let run = experiment.run();
/// let Some(path) = Plane::principal(&experiment, &run.record, Plane::MARGIN) else { unreachable!() };
/// assert_eq!(path.distance(experiment.start()), 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    origin: Vec<f64>,
    sides: Vec<Side>,
}

/// A direction in weight space, and how far a plane reaches along it.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What 1 along it adds to each of the weights: a vector of length 1.
    pub direction: Vec<f64>,
    /// Where the plane begins, in multiples of the direction.
    pub from: f64,
    /// Where it ends, beyond `from`.
    pub to: f64,
    /// Of a principal direction of a path: its share of the squared distances of the path from its
    /// end, 0 to 1.
    pub share: Option<f64>,
}

impl Side {
    /// Whether weights change along it that are not among those numbered in `free`.
    pub fn moves_other_than(&self, free: &[usize]) -> bool {
        self.parts().any(|(i, _)| !free.contains(&i))
    }

    /// The weights that change along it, with what 1 along it adds to them.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (usize, f64)> {
        let parts = self.direction.iter().copied().enumerate();
        parts.filter(|(_, part)| *part != 0.0)
    }
}

impl Plane {
    /// Margin around a path on the plane of its principal directions, as a share of its extent.
    pub const MARGIN: f64 = 0.25;

    /// The plane that leads from `origin`, all weights, along one or two sides: directions of
    /// length 1, with a number for each weight, at right angles.
    ///
    /// ```
    /// use landscape::{Plane, Side};
    ///
    /// // The diagonal through (1, 0) in a space of two weights.
    /// let half = 0.5_f64.sqrt();
    /// let side = Side { direction: vec![half, half], from: -2.0, to: 2.0, share: None };
    /// let line = Plane::new(vec![1.0, 0.0], vec![side]);
    /// let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
    /// assert!(near(line.at([2.0, 0.0])[1], 2_f64.sqrt()) && line.reach() == 2.0);
    /// // The point on it that is nearest to (0, 1) is its origin, √2 away.
    /// assert!(near(line.coordinates(&[0.0, 1.0])[0], 0.0));
    /// assert!(near(line.distance(&[0.0, 1.0]), 2_f64.sqrt()));
    /// // A slope in the first weight alone leads along it with its cosine.
    /// assert!(near(line.along(&[1.0, 0.0])[0], half));
    /// // Moved sideways, to lie on (0, 1).
    /// assert_eq!(line.through(&[0.0, 1.0]).distance(&[0.0, 1.0]), 0.0);
    /// ```
    pub fn new(origin: Vec<f64>, sides: Vec<Side>) -> Plane {
        Plane { origin, sides }
    }

    /// The line or the plane of an experiment's view. Multiples of its directions are the values of
    /// the viewed weights; the others have their initial values.
    pub fn of_view(experiment: &Experiment) -> Plane {
        Plane::along_weights(experiment.start(), experiment.view())
    }

    /// The same along any weights. The others are as in `weights`.
    pub(crate) fn along_weights(weights: &[f64], axes: &[Axis]) -> Plane {
        let mut origin = weights.to_vec();
        let sides = axes.iter().map(|axis| {
            let mut direction = vec![0.0; weights.len()];
            direction[axis.weight] = 1.0;
            origin[axis.weight] = 0.0;
            Side {
                direction,
                from: axis.from,
                to: axis.to,
                share: None,
            }
        });
        let sides = sides.collect();
        Plane { origin, sides }
    }

    /// The plane through the initial values along two random directions at right angles, as far as
    /// `reach` to every side: the first two of normally distributed ones that `seed` gives. Only
    /// free weights change on it. None where fewer than two are free, or `reach` is not from 1e-150
    /// to 1e300.
    ///
    /// ```
    /// use backprop::Experiment;
    /// use landscape::Plane;
    /// use lessons::Fact;
    ///
    /// let experiment = Experiment::parse(Fact::Xor.document())?;
    /// let plane = Plane::random(&experiment, 7, 5.0).expect("nine weights are free");
    /// assert_eq!(plane.origin(), experiment.start());
    /// let [across, upwards] = plane.sides() else { panic!("two sides") };
    /// let pairs = across.direction.iter().zip(&upwards.direction);
    /// assert!(pairs.map(|(a, b)| a * b).sum::<f64>().abs() < 1e-14);
    /// assert_eq!([across.from, across.to], [-5.0, 5.0]);
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn random(experiment: &Experiment, seed: u64, reach: f64) -> Option<Plane> {
        if experiment.free().len() < 2 || !REACHES.contains(&reach) {
            return None;
        }
        let draw = |number: u64| {
            let draw = Draw {
                scheme: Scheme::Normal,
                scale: 1.0,
                seed: seed.wrapping_mul(2).wrapping_add(number),
            };
            let drawn = draw.weights(experiment.problem().network());
            over_free(experiment, |i| drawn[i])
        };
        let first = unit(draw(0))?;
        let second = unit(without(draw(1), &first))?;
        let side = |direction| Side {
            direction,
            from: -reach,
            to: reach,
            share: None,
        };
        Some(Plane {
            origin: experiment.start().to_vec(),
            sides: vec![side(first), side(second)],
        })
    }

    /// The plane through the end of a run along the two principal directions of its path: those in
    /// which it reaches farthest from its end, in the sense of least squares over points at even
    /// distances along the path. It holds the whole path, with `margin` (a share of its extent)
    /// around it, and is a square. None where fewer than two weights are free, the run ran away, or
    /// it did not move.
    ///
    /// Of a path that is straight, the second direction is that free weight's, put at a right
    /// angle, along which it moves least.
    ///
    /// ```
    /// use backprop::Experiment;
    /// use landscape::Plane;
    /// use lessons::Fact;
    ///
    /// let experiment = Experiment::parse(Fact::Xor.document())?;
    /// let record = experiment.run().record;
    /// let plane = Plane::principal(&experiment, &record, Plane::MARGIN).expect("it moved");
    /// // The path ends at the origin and stays on the plane's square.
    /// let path = plane.path(&record);
    /// assert_eq!(path.last(), Some(&[0.0, 0.0]));
    /// let [across, upwards] = plane.sides() else { panic!("two sides") };
    /// assert!(path.iter().all(|[x, y]| {
    ///     (across.from..across.to).contains(x) && (upwards.from..upwards.to).contains(y)
    /// }));
    /// // No direction shows more of it than the first.
    /// assert!(across.share > upwards.share);
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn principal(experiment: &Experiment, record: &Record, margin: f64) -> Option<Plane> {
        if experiment.free().len() < 2 {
            return None;
        }
        let origin = record.last_weights().to_vec();
        let points = even_points(experiment, record)?;
        // With few points and many weights, the points' inner products are the smaller matrix.
        let count = points.len();
        let products = Array2::from_shape_fn((count, count), |(a, b)| dot(&points[a], &points[b]));
        let eigen = Eigen::of(&products)?;
        let (&greatest, &next) = match eigen.values.as_slice() {
            [.., next, greatest] => (greatest, next),
            _ => return None,
        };
        let direction = |rank: usize| {
            let parts = eigen.vectors.row(count - 1 - rank);
            over_free(experiment, |i| {
                parts.iter().zip(&points).map(|(part, p)| part * p[i]).sum()
            })
        };
        let first = unit(direction(0))?;
        let second = if next > STRAIGHT * greatest {
            direction(1)
        } else {
            let least = |&a: &usize, &b: &usize| first[a].abs().total_cmp(&first[b].abs());
            let aside = experiment.free().iter().copied().min_by(least)?;
            over_free(experiment, |i| f64::from(u8::from(i == aside)))
        };
        let second = unit(without(second, &first))?;
        let whole: f64 = eigen.values.iter().sum();

        let directions = [first, second];
        let extents = directions.each_ref().map(|direction| {
            let places = points.iter().map(|point| dot(point, direction));
            places.fold([0.0_f64, 0.0], |[from, to], x| [from.min(x), to.max(x)])
        });
        let reach = |[from, to]: [f64; 2]| 0.5 * (to - from);
        let half = reach(extents[0]).max(reach(extents[1])) * (1.0 + 2.0 * margin.max(0.0));
        let sides = directions.into_iter().zip(extents).zip([greatest, next]);
        let sides = sides.map(|((direction, [from, to]), value)| {
            let middle = 0.5 * (from + to);
            Side {
                direction,
                from: middle - half,
                to: middle + half,
                share: Some((value / whole).clamp(0.0, 1.0)),
            }
        });
        Some(Plane {
            origin,
            sides: sides.collect(),
        })
    }

    /// All weights at the place from which the sides lead.
    pub fn origin(&self) -> &[f64] {
        &self.origin
    }

    /// One or two sides: to the right, and upwards.
    pub fn sides(&self) -> &[Side] {
        &self.sides
    }

    /// The same plane from `from` to `to` along each of its sides, as far as there are any.
    ///
    /// ```
    /// use backprop::Experiment;
    /// use landscape::Plane;
    /// use lessons::Fact;
    ///
    /// let experiment = Experiment::parse(Fact::OneSample.document())?;
    /// let close = Plane::of_view(&experiment).with_ranges(&[[1.0, 2.0]]);
    /// assert_eq!((close.sides()[0].from, close.sides()[0].to), (1.0, 2.0));
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn with_ranges(mut self, ranges: &[[f64; 2]]) -> Plane {
        for (side, &[from, to]) in self.sides.iter_mut().zip(ranges) {
            (side.from, side.to) = (from, to);
        }
        self
    }

    pub(crate) fn into_parts(self) -> (Vec<f64>, Vec<Side>) {
        (self.origin, self.sides)
    }

    /// Half the length of the longest side.
    pub fn reach(&self) -> f64 {
        let lengths = self.sides.iter().map(|side| side.to - side.from);
        0.5 * lengths.fold(0.0, f64::max)
    }

    /// All weights at a place on the plane, in multiples of its directions; the second is for a
    /// second side.
    pub fn at(&self, place: [f64; 2]) -> Vec<f64> {
        let mut weights = self.origin.clone();
        for (side, multiple) in self.sides.iter().zip(place) {
            // Where the direction does not lead, a value stays what it is, to the sign of 0.
            for (i, part) in side.parts() {
                weights[i] += multiple * part;
            }
        }
        weights
    }

    /// The place on the plane that is nearest to `weights`, in multiples of its directions: where a
    /// projection shows them. 0 for a side that is not there.
    pub fn coordinates(&self, weights: &[f64]) -> [f64; 2] {
        self.products(|i| weights[i] - self.origin[i])
    }

    /// How far something that each weight has, such as a gradient, leads along the directions. 0
    /// for a side that is not there.
    pub fn along(&self, vector: &[f64]) -> [f64; 2] {
        self.products(|i| vector[i])
    }

    fn products(&self, value: impl Fn(usize) -> f64) -> [f64; 2] {
        let mut products = [0.0; 2];
        for (product, side) in products.iter_mut().zip(&self.sides) {
            *product = side.parts().map(|(i, part)| value(i) * part).sum();
        }
        products
    }

    /// The projection of a run's path: the places of its weights at the start and after each step.
    pub fn path(&self, record: &Record) -> Vec<[f64; 2]> {
        self.path_from(record, 0)
    }

    /// The same from a step on; nothing beyond the last one.
    pub fn path_from(&self, record: &Record, first: usize) -> Vec<[f64; 2]> {
        // Most weights do not change along most planes, and a path may have many steps.
        let parts: Vec<Vec<(usize, f64)>> = self
            .sides
            .iter()
            .map(|side| side.parts().collect())
            .collect();
        let steps = (first..=record.steps()).map(|step| {
            let weights = record.weights(step);
            let mut place = [0.0; 2];
            for (place, parts) in place.iter_mut().zip(&parts) {
                for &(i, part) in parts {
                    *place += (weights[i] - self.origin[i]) * part;
                }
            }
            place
        });
        steps.collect()
    }

    /// How far `weights` are from the plane; 0 where that may be rounding.
    pub fn distance(&self, weights: &[f64]) -> f64 {
        let nearest = self.at(self.coordinates(weights));
        let across: Vec<f64> = weights.iter().zip(nearest).map(|(w, n)| w - n).collect();
        let distance = dot(&across, &across).sqrt();
        if distance > ROUNDING * (1.0 + dot(weights, weights).sqrt()) {
            distance
        } else {
            0.0
        }
    }

    /// The plane with the same sides that `weights` lie on, at their place. The plane itself where
    /// they have run away.
    pub fn through(&self, weights: &[f64]) -> Plane {
        let mut origin = weights.to_vec();
        for (side, multiple) in self.sides.iter().zip(self.coordinates(weights)) {
            for (i, part) in side.parts() {
                if part == 1.0 {
                    // All of it is along the side.
                    origin[i] = self.origin[i];
                } else {
                    origin[i] -= multiple * part;
                }
            }
        }
        if origin.iter().any(|weight| !weight.is_finite()) {
            return self.clone();
        }
        Plane::new(origin, self.sides.clone())
    }

    /// The middle of a pixel of a grid over the plane, in multiples of the directions. Column 0 and
    /// row 0 are the lowest.
    pub fn pixel(&self, pixel: [usize; 2], size: [usize; 2]) -> [f64; 2] {
        let mut place = [0.0; 2];
        let numbers = pixel.into_iter().zip(size);
        for ((place, side), (pixel, pixels)) in place.iter_mut().zip(&self.sides).zip(numbers) {
            let part = (pixel as f64 + 0.5) / pixels.max(1) as f64;
            *place = side.from * (1.0 - part) + side.to * part;
        }
        place
    }
}

/// The part of a vector over all weights that lies along the free ones.
fn over_free(experiment: &Experiment, value: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut vector = vec![0.0; experiment.start().len()];
    for &i in experiment.free() {
        vector[i] = value(i);
    }
    vector
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// `vector` with length 1; none where it has no length.
fn unit(vector: Vec<f64>) -> Option<Vec<f64>> {
    let length = dot(&vector, &vector).sqrt();
    let is_length = length.is_finite() && length > 0.0;
    is_length.then(|| vector.iter().map(|x| x / length).collect())
}

/// `vector` without its part along `direction`, twice, as the first time leaves rounding errors.
fn without(mut vector: Vec<f64>, direction: &[f64]) -> Vec<f64> {
    for _ in 0..2 {
        let along = dot(&vector, direction);
        for (x, part) in vector.iter_mut().zip(direction) {
            *x -= along * part;
        }
    }
    vector
}

/// Points at even distances along the path of the free weights, seen from its end. None where the
/// path has no length, or none that is finite.
fn even_points(experiment: &Experiment, record: &Record) -> Option<Vec<Vec<f64>>> {
    let end = record.last_weights();
    let seen_from_end = |step: usize| {
        let weights = record.weights(step);
        over_free(experiment, |i| weights[i] - end[i])
    };
    // So many steps are one: those of a long record would take longer than a picture may.
    let numbers = (record.steps() + 1) as u64 * end.len() as u64;
    let stride = numbers.div_ceil(MOST_NUMBERS).max(1) as usize;
    let mut looked_at: Vec<usize> = (0..record.steps()).step_by(stride).collect();
    looked_at.push(record.steps());
    let lengths = looked_at.windows(2).map(|pair| {
        let (before, after) = (record.weights(pair[0]), record.weights(pair[1]));
        let squares = experiment
            .free()
            .iter()
            .map(|&i| (after[i] - before[i]).powi(2));
        squares.sum::<f64>().sqrt()
    });
    // How far each of them has come.
    let mut so_far = vec![0.0];
    for length in lengths {
        so_far.push(so_far[so_far.len() - 1] + length);
    }
    let last = so_far.len() - 1;
    let whole = so_far[last];
    if !(whole.is_finite() && whole > 0.0) {
        return None;
    }
    let mut steps: Vec<usize> = (0..=POINTS)
        .map(|point| {
            let distance = whole * point as f64 / POINTS as f64;
            so_far.partition_point(|&so_far| so_far < distance)
        })
        .map(|index| looked_at[index.min(last)])
        .collect();
    steps.dedup();
    Some(steps.into_iter().map(seen_from_end).collect())
}

#[cfg(test)]
#[path = "plane_tests.rs"]
mod tests;

//! Descents with the derivatives of where they are, carried along step by step.

use std::array;

use crate::equations::{Signals, backward, forward};
use crate::experiment::Experiment;
use crate::fates::Start;
use crate::number::Tangent;
use crate::rules::State;
use crate::sensitivity::abreast::Abreast;

/// Derivatives longer than this are shortened, by a power of two, and shorter than 1 over it made longer:
/// chaos would lead them beyond all numbers.
const FAR: f64 = 1e100;
/// By this factor, 2²⁵⁶.
pub(super) const FACTOR: f64 = 1.157_920_892_373_162e77;

/// What has been carried to the end of a descent.
pub(super) struct End<const K: usize> {
    /// For each weight what it moves by for each 1 along each direction at the start, but for `scale`.
    pub(super) derivatives: Vec<[f64; K]>,
    /// How often they were divided by the factor; negative where they were multiplied.
    pub(super) scale: i32,
}

/// Carries derivatives along `directions` through descents from `starts`, one a lane, each with its
/// number of steps: the derivative of each update, with all that its rule remembers and each batch
/// (forward over reverse; Pearlmutter, 1994). There are no more starts than lanes.
pub(super) fn carry<R: Abreast, const K: usize>(
    experiment: &Experiment,
    starts: &[(Start, usize)],
    directions: [&[f64]; K],
) -> Vec<End<K>> {
    let mut descents: Descents<'_, R, K> = Descents::new(experiment, starts, directions);
    let last = starts.iter().map(|(_, steps)| *steps).max().unwrap_or(0);
    let mut ends: Vec<Option<End<K>>> = starts.iter().map(|_| None).collect();
    for step in 0..=last {
        for (lane, (_, steps)) in starts.iter().enumerate() {
            if *steps == step {
                ends[lane] = Some(descents.end(lane));
            }
        }
        if step < last {
            descents.step(step);
        }
    }
    ends.into_iter().flatten().collect()
}

/// Descents side by side.
struct Descents<'a, R, const K: usize> {
    experiment: &'a Experiment,
    samples: Vec<(&'a [f64], &'a [f64])>,
    /// Their numbers, from 0.
    all: Vec<usize>,
    point: Vec<Tangent<R, K>>,
    gradient: Vec<Tangent<R, K>>,
    state: State<Tangent<R, K>>,
    signals: Signals<Tangent<R, K>>,
    rate: Tangent<R, K>,
    /// A lane each.
    scales: Vec<i32>,
}

impl<'a, R: Abreast, const K: usize> Descents<'a, R, K> {
    fn new(
        experiment: &'a Experiment,
        starts: &[(Start, usize)],
        directions: [&[f64]; K],
    ) -> Descents<'a, R, K> {
        let network = experiment.problem().network();
        let constant = |value: f64| Tangent {
            value: R::from_f64(value),
            derivatives: [R::from_f64(0.0); K],
        };
        let weights = experiment.start().iter().enumerate();
        let mut point: Vec<Tangent<R, K>> = weights
            .map(|(i, &weight)| Tangent {
                derivatives: array::from_fn(|k| R::from_f64(directions[k][i])),
                ..constant(weight)
            })
            .collect();
        let mut rate = constant(experiment.rule().rate());
        for (lane, (start, _)) in starts.iter().enumerate() {
            *rate.value.lane_mut(lane) = start.rate;
            for (at, &weight) in point.iter_mut().zip(&start.weights) {
                *at.value.lane_mut(lane) = weight;
            }
        }
        Descents {
            experiment,
            samples: experiment.problem().samples().iter().collect(),
            all: (0..experiment.problem().samples().count()).collect(),
            gradient: vec![constant(0.0); point.len()],
            state: experiment.rule().state(point.len()),
            signals: Signals::new(network),
            point,
            rate,
            scales: vec![0; R::LANES],
        }
    }

    /// Takes the step after the one numbered `step`.
    fn step(&mut self, step: usize) {
        let (experiment, problem) = (self.experiment, self.experiment.problem());
        let network = problem.network();
        self.gradient.fill(Tangent {
            value: R::from_f64(0.0),
            derivatives: [R::from_f64(0.0); K],
        });
        let batch = experiment.batch();
        let batch = batch.map(|batch| batch.samples(self.all.len(), step));
        for &sample in batch.as_ref().unwrap_or(&self.all) {
            let (input, target) = self.samples[sample];
            forward(network, &self.point, input, &mut self.signals);
            let (signals, gradient) = (&mut self.signals, &mut self.gradient);
            backward(
                network,
                problem.loss(),
                &self.point,
                target,
                signals,
                gradient,
            );
        }
        let (point, state) = (&mut self.point, &mut self.state);
        let (rule, free) = (experiment.rule(), experiment.free());
        rule.update_at(self.rate, point, &self.gradient, free, state);
        self.rescale();
    }

    /// Derivatives are as long as one likes: every step is linear in them.
    fn rescale(&mut self) {
        let mut longest = R::from_f64(0.0);
        let all = self.point.iter().chain(self.state.numbers().iter());
        for derivative in all.flat_map(|number| number.derivatives) {
            let length = derivative.magnitude();
            longest = (length - longest).if_positive(length, longest);
        }
        for lane in 0..R::LANES {
            let longest = longest.lane(lane);
            let (by, factor) = if longest > FAR {
                (1, 1.0 / FACTOR)
            } else if longest < 1.0 / FAR && longest > 0.0 {
                (-1, FACTOR)
            } else {
                continue;
            };
            self.scales[lane] += by;
            let all = self.point.iter_mut().chain(self.state.numbers());
            for derivative in all.flat_map(|number| &mut number.derivatives) {
                *derivative.lane_mut(lane) *= factor;
            }
        }
    }

    /// What a lane has come to.
    fn end(&self, lane: usize) -> End<K> {
        let of_lane = |number: &Tangent<R, K>| number.derivatives.map(|d| d.lane(lane));
        End {
            derivatives: self.point.iter().map(of_lane).collect(),
            scale: self.scales[lane],
        }
    }
}

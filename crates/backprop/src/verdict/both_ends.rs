//! The surroundings of a place by the two ends of the Hessian's spectrum.

use crate::experiment::Experiment;
use crate::hessian::{Ends, Products, Turn, newton_step};
use crate::number::norm;
use crate::verdict::direction::{direction, dot};
use crate::verdict::spectrum::{SEED, is_flat};
use crate::verdict::surroundings::Surroundings;

/// Level of λ, relative to the largest, at which an end of the spectrum is told from 0.
const FLAT_END: f64 = 1e-10;
/// Searches for flat directions. Each finds one: several with the same λ are one to it.
const SEARCHES: u64 = 4;
/// A direction that keeps less than this as earlier ones are taken out of it lies among them.
const NEW: f64 = 1e-3;

/// The surroundings of a place by the two ends of the Hessian's spectrum, where the free weights are
/// many. Looking is dear, and a turn of Newton's iteration meets what curves downwards along its
/// way: so only the first place and the last are looked at.
pub(super) struct BothEnds<'a> {
    experiment: &'a Experiment,
    size: Option<f64>,
    tick: &'a dyn Fn(),
}

impl<'a> BothEnds<'a> {
    /// `tick` is told of each product of the Hessian with a vector.
    pub(super) fn new(experiment: &'a Experiment, tick: &'a dyn Fn()) -> BothEnds<'a> {
        BothEnds {
            experiment,
            size: None,
            tick,
        }
    }

    fn products<'w>(&'w self, weights: &'w [f64]) -> Products<'w> {
        let (problem, free) = (self.experiment.problem(), self.experiment.free());
        let units = problem.natural_units();
        let units = free.iter().map(|&i| units[i]).collect();
        Products::new(problem, weights, free, units, self.tick)
    }
}

/// None where E curves downwards by more than rounding.
fn upwards(ends: Ends) -> Option<Ends> {
    let ([least, _], size) = (ends.both(), ends.size());
    let may_be_bottom = size != 0.0 && (least >= 0.0 || is_flat(least, size));
    may_be_bottom.then_some(ends)
}

impl Surroundings for BothEnds<'_> {
    fn look(&mut self, weights: &[f64]) -> Option<f64> {
        if self.size.is_none() {
            let ends = Ends::of(&mut self.products(weights), SEED)?;
            self.size = Some(upwards(ends)?.size());
        }
        self.size
    }

    fn step(&mut self, weights: &[f64], slope: &[f64]) -> Option<Vec<f64>> {
        let flat = FLAT_END * self.size?;
        match newton_step(&mut self.products(weights), slope, flat) {
            Turn::Step(step) => Some(step),
            Turn::Downwards => None,
        }
    }

    fn flat_directions(&mut self, weights: &[f64]) -> Option<Vec<Vec<f64>>> {
        let mut products = self.products(weights);
        let mut flat: Vec<Vec<f64>> = Vec::new();
        for search in 0..SEARCHES {
            let ends = upwards(Ends::of(&mut products, SEED + search)?)?;
            let size = ends.size();
            let known = flat.len();
            for mut found in ends.vectors(|l| l.abs() <= FLAT_END * size) {
                for other in &flat {
                    let along = dot(&found, other);
                    for (x, other) in found.iter_mut().zip(other) {
                        *x -= along * other;
                    }
                }
                if norm(found.iter().copied()) >= NEW {
                    flat.extend(direction(found));
                }
            }
            if flat.len() == known {
                break;
            }
        }
        Some(flat)
    }
}

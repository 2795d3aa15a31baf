//! Whether a run swings back and forth.

use crate::number::norm;
use crate::verdict::direction::dot;
use crate::verdict::ending::Tail;
use crate::verdict::thresholds::{SWINGING, SWINGING_FALL, TURNING_BACK};

/// Fewer swings than this tell nothing.
const FEWEST_SWINGS: usize = 9;
/// Swings that shrink to less than this over the window die out: a run that closes in on a
/// minimum from both sides (1 < ε λ < 2) turns back at every step too.
const LASTING: f64 = 0.5;
/// At a minimum, swings that shrink at all die out, if slowly.
const STEADY: f64 = 0.99;
/// Updates shorter than this share of 1 + ‖w‖, in natural units, swing between neighbouring numbers: a run that has
/// closed in on a minimum from both sides ends that way.
const ROUNDING: f64 = 1e-9;

/// The swinging of the last 100 steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// Pairs of updates looked at.
    pub pairs: usize,
    /// Share of the updates that turn back on the one before, from 0 to 1.
    pub turning_back: f64,
    /// Share of E lost over these steps; negative where it rises.
    pub fall: f64,
    /// Length of the last update as a share of the first one looked at.
    pub lasting: f64,
    /// Length of the last update as a share of 1 + ‖w‖, both in natural units.
    pub length: f64,
}

impl Swing {
    /// The swinging over the last steps of a run; none where there are fewer than two. `units` are
    /// those of the free weights.
    pub(crate) fn of(tail: &Tail, error: f64, units: &[f64]) -> Option<Swing> {
        let pairs = tail.steps.checked_sub(1).filter(|&pairs| pairs > 0)?;
        let free = tail.path.len() / (tail.steps + 1);
        let points = tail.path.iter().zip(&tail.path[free..]);
        let updates: Vec<f64> = points.map(|(from, to)| to - from).collect();
        let update = |step: usize| &updates[step * free..][..free];
        let mut turns = 0;
        let first_square = dot(update(0), update(0));
        let mut square = first_square;
        for step in 0..pairs {
            let next_square = dot(update(step + 1), update(step + 1));
            let cosine_times_lengths = dot(update(step), update(step + 1));
            // Most updates do not turn at all, and need no root.
            if cosine_times_lengths < 0.0
                && cosine_times_lengths < TURNING_BACK * (square * next_square).sqrt()
            {
                turns += 1;
            }
            square = next_square;
        }
        let size = norm(
            tail.path[tail.steps * free..]
                .iter()
                .zip(units)
                .map(|(w, u)| w / u),
        );
        let length = norm(
            update(pairs)
                .iter()
                .zip(units)
                .map(|(change, u)| change / u),
        );
        Some(Swing {
            pairs,
            turning_back: f64::from(turns) / pairs as f64,
            fall: 1.0 - error / tail.first_error,
            lasting: (square / first_square).sqrt(),
            length: length / (1.0 + size),
        })
    }

    /// More than nine in ten updates turn back, E falls by less than 1 %, and the swings last and
    /// are more than rounding.
    pub(crate) fn is_oscillation(&self) -> bool {
        self.pairs >= FEWEST_SWINGS
            && self.turning_back > SWINGING
            && self.fall < SWINGING_FALL
            && self.lasting > LASTING
            && self.length > ROUNDING
    }

    /// Whether the swings shrink: so do those that close in on a minimum.
    pub(crate) fn dies_out(&self) -> bool {
        self.lasting < STEADY
    }
}

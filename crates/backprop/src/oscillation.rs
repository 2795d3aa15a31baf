//! Whether a run swings back and forth.

use crate::record::Record;
use crate::run::norm;

/// Steps looked back.
const WINDOW: usize = 100;
/// Fewer swings than this tell nothing.
const FEWEST_SWINGS: usize = 9;
/// Cosine between two updates below which the second turns back.
const TURNS_BACK: f64 = -0.9;
/// Share of the updates that have to turn back.
const SHARE: f64 = 0.9;
/// Fall of E over the window below which the swinging leads nowhere.
const FALL: f64 = 0.01;
/// Swings that shrink to less than this over the window die out: a run that closes in on a
/// minimum from both sides (1 < ε λ < 2) turns back at every step too.
const LASTING: f64 = 0.5;
/// At a minimum, swings that shrink at all die out, if slowly.
const STEADY: f64 = 0.99;
/// Updates shorter than this share of 1 + ‖w‖ swing between neighbouring numbers: a run that has
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
    /// Length of the last update as a share of 1 + ‖w‖.
    pub length: f64,
}

impl Swing {
    /// The swinging at the end of `record`, over the weights numbered in `free`.
    pub(crate) fn of(record: &Record, free: &[usize]) -> Option<Swing> {
        let last = record.steps();
        let first = last.saturating_sub(WINDOW);
        let pairs = (last - first).checked_sub(1).filter(|&pairs| pairs > 0)?;
        let dot = |a: usize, b: usize| -> f64 {
            let difference =
                |step: usize, i: usize| record.weights(step + 1)[i] - record.weights(step)[i];
            free.iter()
                .map(|&i| difference(a, i) * difference(b, i))
                .sum()
        };
        let mut turns = 0;
        for step in first..last - 1 {
            let lengths = (dot(step, step) * dot(step + 1, step + 1)).sqrt();
            if dot(step, step + 1) < TURNS_BACK * lengths {
                turns += 1;
            }
        }
        let errors = record.errors();
        let weights = record.last_weights();
        let size = norm(free.iter().map(|&i| weights[i]));
        Some(Swing {
            pairs,
            turning_back: f64::from(turns) / pairs as f64,
            fall: 1.0 - errors[last] / errors[first],
            lasting: (dot(last - 1, last - 1) / dot(first, first)).sqrt(),
            length: dot(last - 1, last - 1).sqrt() / (1.0 + size),
        })
    }

    /// More than nine in ten updates turn back, E falls by less than 1 %, and the swings last and
    /// are more than rounding.
    pub fn is_oscillation(&self) -> bool {
        self.pairs >= FEWEST_SWINGS
            && self.turning_back > SHARE
            && self.fall < FALL
            && self.lasting > LASTING
            && self.length > ROUNDING
    }

    /// Whether the swings shrink: so do those that close in on a minimum.
    pub fn dies_out(&self) -> bool {
        self.lasting < STEADY
    }
}

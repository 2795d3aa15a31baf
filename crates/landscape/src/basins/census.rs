//! How the starts of a map are divided among verdicts and minima.

use backprop::Kind;

use crate::basins::bottom::{Bottom, Bottoms};

/// What a start comes to, as a map shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The verdict.
    pub kind: Kind,
    /// The number of the minimum that it ends in, among those found; none where it ends in none, or
    /// in a level valley of them.
    pub bottom: Option<usize>,
}

/// That of an end in no minimum, or in none that is told from others.
impl From<Kind> for Outcome {
    fn from(kind: Kind) -> Outcome {
        Outcome { kind, bottom: None }
    }
}

/// How many starts have each outcome.
#[derive(Clone, Debug, Default)]
pub struct Census {
    /// In the order of [`Kind::ALL`]: of those that end in no minimum, then of each minimum.
    counts: Vec<[usize; Kind::ALL.len()]>,
}

/// Starts of one verdict that end in one minimum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Basin {
    /// Their outcome.
    pub outcome: Outcome,
    /// The minimum.
    pub bottom: Option<Bottom>,
    /// How many there are.
    pub count: usize,
    /// Its place, from 0, among those of its verdict: what ends in no minimum, then minima from left
    /// to right, upwards where they lie above each other. So it does not depend on which was found
    /// first.
    pub number: usize,
    /// How many its verdict has.
    pub of: usize,
}

impl Census {
    /// Counts `outcome` `times` more.
    pub fn add(&mut self, outcome: Outcome, times: usize) {
        let row = row(outcome);
        if self.counts.len() <= row {
            self.counts.resize(row + 1, [0; Kind::ALL.len()]);
        }
        self.counts[row][outcome.kind as usize] += times;
    }

    /// Takes one back that was counted.
    pub fn remove(&mut self, outcome: Outcome) {
        if let Some(counts) = self.counts.get_mut(row(outcome)) {
            let count = &mut counts[outcome.kind as usize];
            *count = count.saturating_sub(1);
        }
    }

    /// All that were counted.
    pub fn total(&self) -> usize {
        self.counts.iter().flatten().sum()
    }

    /// The basins in which there are starts: verdicts in the order of [`Kind::ALL`], each with its
    /// minima in their order. `bottoms` are those that the outcomes tell by their numbers.
    pub fn basins(&self, bottoms: &Bottoms) -> Vec<Basin> {
        let minima = bottoms.in_order();
        let mut basins: Vec<Basin> = Vec::new();
        for kind in Kind::ALL {
            let first = basins.len();
            for bottom in std::iter::once(None).chain(minima.iter().copied().map(Some)) {
                let outcome = Outcome { kind, bottom };
                let counts = self.counts.get(row(outcome));
                let count = counts.map_or(0, |counts| counts[kind as usize]);
                if count > 0 {
                    basins.push(Basin {
                        outcome,
                        bottom: bottom.map(|number| bottoms.as_slice()[number]),
                        count,
                        number: basins.len() - first,
                        of: 0,
                    });
                }
            }
            let of = basins.len() - first;
            for basin in &mut basins[first..] {
                basin.of = of;
            }
        }
        basins
    }
}

fn row(outcome: Outcome) -> usize {
    outcome.bottom.map_or(0, |number| number + 1)
}

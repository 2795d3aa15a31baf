//! How fast contenders are that take turns.

use anyhow::{Context, Result, ensure};
use std::fmt;
use std::time::Duration;

use super::contender::{Contender, Kind};
use super::process::Process;
use super::promise::{Bound, Promise};
use crate::shell::say_part;

const ROUNDS: usize = 9;
const TURN: Duration = Duration::from_millis(250);
/// Rounds before the first that counts: engines compile meanwhile.
const WARM_UP: usize = 2;

/// What is raced in.
#[derive(Clone, Copy)]
pub(crate) struct Sport {
    pub(crate) title: &'static str,
    /// What a contender does many of in a second.
    pub(crate) unit: &'static str,
    /// How many of these the unit stands for.
    pub(crate) scale: f64,
    /// What all are compared with: the fastest of this kind.
    pub(crate) yardstick: Kind,
    pub(crate) ratio: &'static str,
}

/// One contender's speeds, a second, ascending.
pub(crate) struct Score {
    name: &'static str,
    kind: Kind,
    speeds: Vec<f64>,
    /// The error that it ended with, each time the same.
    pub(crate) error: f64,
    tolerance: f64,
}

/// What came out.
pub(crate) struct Race {
    sport: Sport,
    scores: Vec<Score>,
}

/// Lets all contenders do the same by turns.
pub(crate) fn run(sport: Sport, contenders: Vec<Contender>) -> Result<Race> {
    let scores = by_turns(contenders)?;
    let reference = scores.first().map_or(f64::NAN, |first| first.error);
    for score in &scores {
        ensure!(
            (score.error - reference).abs() <= score.tolerance * reference,
            "{} ends with the error {} and not with {reference}: it computes something else",
            score.name,
            score.error
        );
    }
    Ok(Race { sport, scores })
}

/// Lets all contenders take turns, whatever each of them does.
pub(crate) fn by_turns(contenders: Vec<Contender>) -> Result<Vec<Score>> {
    let mut running = Vec::new();
    for mut contender in contenders {
        let process = Process::start(&mut contender.command)?;
        let score = Score {
            name: contender.name,
            kind: contender.kind,
            speeds: Vec::new(),
            error: f64::NAN,
            tolerance: contender.tolerance,
        };
        running.push((process, score));
    }
    say_part("racing ");
    for round in 0..WARM_UP + ROUNDS {
        say_part(".");
        for (process, score) in &mut running {
            let turn = process.turn(TURN).with_context(|| score.name)?;
            score.error = turn.error;
            if round >= WARM_UP {
                score.speeds.push(turn.speed());
            }
        }
    }
    println!(" done");
    let scores = running.into_iter().map(|(_, mut score)| {
        score.speeds.sort_by(f64::total_cmp);
        score
    });
    Ok(scores.collect())
}

impl Score {
    /// What it does in its best turn, a second: whatever disturbs makes none better.
    pub(crate) fn best(&self) -> f64 {
        self.speeds.last().copied().unwrap_or(f64::NAN)
    }
}

impl Race {
    /// The best of the contenders of a kind.
    fn best(&self, kind: Kind) -> f64 {
        let scores = self.scores.iter().filter(|score| score.kind == kind);
        scores.map(Score::best).fold(0.0, f64::max)
    }

    /// How many times as fast one kind is as another, against what is promised.
    pub(crate) fn promise(
        &self,
        what: &'static str,
        faster: Kind,
        slower: Kind,
        bound: f64,
    ) -> Promise {
        Promise {
            what,
            found: self.best(faster) / self.best(slower),
            bound: Bound::AtLeast(bound),
        }
    }
}

impl fmt::Display for Race {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Sport {
            title,
            unit,
            scale,
            yardstick,
            ratio,
        } = self.sport;
        writeln!(
            f,
            "{title}, best of {ROUNDS} turns\n{:<38} {unit:>10} {:>8} {:>8} {:>8}",
            "", "median", "least", "ratio"
        )?;
        let yardstick = self.best(yardstick);
        for score in &self.scores {
            let [least, median] = [0, score.speeds.len() / 2].map(|turn| score.speeds[turn]);
            let best = score.best();
            writeln!(
                f,
                "{:<38} {:>10.3} {:>8.3} {:>8.3} {:>8.3}",
                score.name,
                best / scale,
                median / scale,
                least / scale,
                best / yardstick
            )?;
        }
        write!(f, "(ratio: {ratio}; all come to the same result)")
    }
}

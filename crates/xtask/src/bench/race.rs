//! How fast contenders are that take turns.

use anyhow::{Context, Result, ensure};
use std::fmt;
use std::time::Duration;

use super::lineup::{Contender, Kind};
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
struct Score {
    name: &'static str,
    kind: Kind,
    speeds: Vec<f64>,
}

/// What came out.
pub(crate) struct Race {
    sport: Sport,
    scores: Vec<Score>,
}

/// Lets all contenders take turns.
pub(crate) fn run(sport: Sport, contenders: Vec<Contender>) -> Result<Race> {
    let mut reference = None;
    let mut running = Vec::new();
    for mut contender in contenders {
        let process = Process::start(&mut contender.command)?;
        running.push((contender, process, Vec::new()));
    }
    say_part("racing ");
    for round in 0..WARM_UP + ROUNDS {
        say_part(".");
        for (contender, process, speeds) in &mut running {
            let turn = process.turn(TURN).with_context(|| contender.name)?;
            let reference = *reference.get_or_insert(turn.error);
            ensure!(
                (turn.error - reference).abs() <= contender.tolerance * reference,
                "{} ends with the error {} and not with {reference}: it computes something else",
                contender.name,
                turn.error
            );
            if round >= WARM_UP {
                speeds.push(turn.speed());
            }
        }
    }
    println!(" done");
    let scores = running.into_iter().map(|(contender, _, mut speeds)| {
        speeds.sort_by(f64::total_cmp);
        Score {
            name: contender.name,
            kind: contender.kind,
            speeds,
        }
    });
    Ok(Race {
        sport,
        scores: scores.collect(),
    })
}

impl Score {
    fn median(&self) -> f64 {
        self.speeds[self.speeds.len() / 2]
    }
}

impl Race {
    /// The greatest median of the contenders of a kind.
    fn best(&self, kind: Kind) -> f64 {
        let scores = self.scores.iter().filter(|score| score.kind == kind);
        scores.map(Score::median).fold(0.0, f64::max)
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
            "{title}, medians of {ROUNDS} turns\n{:<38} {unit:>10} {:>15} {:>8}",
            "", "least, greatest", "ratio"
        )?;
        let yardstick = self.best(yardstick);
        for score in &self.scores {
            let (least, greatest) = (score.speeds[0], score.speeds[score.speeds.len() - 1]);
            let median = score.median();
            writeln!(
                f,
                "{:<38} {:>10.3} {:>7.3} {:>7.3} {:>8.3}",
                score.name,
                median / scale,
                least / scale,
                greatest / scale,
                median / yardstick
            )?;
        }
        write!(f, "(ratio: {ratio}; all come to the same result)")
    }
}

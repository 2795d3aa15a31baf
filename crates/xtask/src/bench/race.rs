//! Steps a second of all contenders, who take turns.

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

/// One contender's speeds, in steps a second, ascending.
struct Score {
    name: &'static str,
    kind: Kind,
    speeds: Vec<f64>,
}

/// What came out.
pub(crate) struct Race(Vec<Score>);

/// Lets all contenders take turns.
pub(crate) fn run(contenders: Vec<Contender>) -> Result<Race> {
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
    Ok(Race(scores.collect()))
}

impl Score {
    fn median(&self) -> f64 {
        self.speeds[self.speeds.len() / 2]
    }
}

impl Race {
    /// The greatest median of the contenders of a kind.
    fn best(&self, kind: Kind) -> f64 {
        let scores = self.0.iter().filter(|score| score.kind == kind);
        scores.map(Score::median).fold(0.0, f64::max)
    }

    pub(crate) fn promises(&self) -> Vec<Promise> {
        let promise = |what, faster, slower, bound| Promise {
            what,
            found: self.best(faster) / self.best(slower),
            bound: Bound::AtLeast(bound),
        };
        use Kind::{ConvNetJs, TypedArrays, WasmLanes, WasmRun};
        vec![
            promise(
                "a run in wasm to typed arrays, the better of the two",
                WasmRun,
                TypedArrays,
                1.0,
            ),
            promise(
                "starts side by side in wasm to typed arrays, the better of the two",
                WasmLanes,
                TypedArrays,
                3.0,
            ),
            promise(
                "starts side by side in wasm to convnetjs",
                WasmLanes,
                ConvNetJs,
                20.0,
            ),
        ]
    }
}

impl fmt::Display for Race {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.best(Kind::TypedArrays);
        writeln!(
            f,
            "Full-batch steps of 2-4-1 logistic XOR with biases, one thread, \
             medians of {ROUNDS} turns\n{:<42} {:>10} {:>15} {:>8}",
            "", "M steps/s", "least, greatest", "ratio"
        )?;
        for score in &self.0 {
            let (least, greatest) = (score.speeds[0], score.speeds[score.speeds.len() - 1]);
            writeln!(
                f,
                "{:<42} {:>10.4} {:>7.3} {:>7.3} {:>8.3}",
                score.name,
                score.median() / 1e6,
                least / 1e6,
                greatest / 1e6,
                score.median() / unit
            )?;
        }
        write!(
            f,
            "(ratio: to the better of the typed arrays; all end with the same error)"
        )
    }
}

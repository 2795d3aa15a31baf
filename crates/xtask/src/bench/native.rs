//! Maps of fates by the command line, in one thread.

use anyhow::{Result, ensure};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::table::{Row, Table, least};
use crate::shell::{self, say_part};

const ROUNDS: usize = 5;
const SIZE: &str = "64";

/// Has two builds of `downhill` compute maps of the facts in a folder by turns.
pub(crate) fn compare(
    facts: &Path,
    names: impl Iterator<Item = &'static str>,
    here: &Path,
    there: &Path,
) -> Result<Table> {
    say_part("computing maps natively ");
    let mut rows = Vec::new();
    for name in names {
        let fact = facts.join(format!("{name}.json"));
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..ROUNDS {
            for (program, times) in [here, there].into_iter().zip(&mut times) {
                times.push(time(program, &fact)?);
            }
        }
        say_part(".");
        let [here, there] = times.map(least);
        rows.push(Row {
            name: name.to_owned(),
            here,
            there,
        });
    }
    println!(" done");
    Ok(Table {
        title: format!("Maps of fates by the command line, {SIZE} to a side, one thread, ms"),
        rows,
    })
}

/// The milliseconds of processor time that a map takes, or of the clock where only that is told.
fn time(program: &Path, fact: &Path) -> Result<f64> {
    let mut map = Command::new(program);
    map.arg("map")
        .arg(fact)
        .args(["--size", SIZE, "--json"])
        .env("RAYON_NUM_THREADS", "1");
    let before = clock();
    let outcome = shell::capture(&mut map)?;
    let time = clock() - before;
    ensure!(outcome.success, "{map:?} failed:\n{}", outcome.output);
    Ok(1000.0 * time.as_secs_f64())
}

/// The processor time of all programs that have ended so far.
#[cfg(unix)]
fn clock() -> Duration {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike as _;
    getrusage(UsageWho::RUSAGE_CHILDREN).map_or(Duration::ZERO, |usage| {
        let time = usage.user_time() + usage.system_time();
        Duration::from_micros(time.num_microseconds().unsigned_abs())
    })
}

#[cfg(not(unix))]
fn clock() -> Duration {
    let now = std::time::SystemTime::now();
    now.duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_clock_counts_what_programs_work() {
        let work = |script: &str| {
            let before = clock();
            shell::capture(Command::new("sh").args(["-c", script])).unwrap();
            clock() - before
        };
        let busy = work("i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); done");
        assert!(busy > Duration::from_millis(10), "{busy:?}");
    }
}

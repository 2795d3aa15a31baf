//! A native contender: `contender NAME`.
//!
//! For each line on standard input, a time in milliseconds, it trains for that long and answers
//! with a line `steps seconds error`. Time is the processor's, so that what else the machine does
//! counts less.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "answering is this program's work"
)]

use std::io::{self, BufRead as _};
use std::process::ExitCode;
use std::time::Duration;

use bench::{Contender, NAMES};
use cpu_time::ProcessTime;

fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    let Some(mut contender) = Contender::named(&name) else {
        eprintln!("which contender? {}", NAMES.join(", "));
        return ExitCode::from(2);
    };
    for line in io::stdin().lock().lines() {
        let Some(slice) = line.ok().and_then(|line| line.trim().parse().ok()) else {
            eprintln!("a time in milliseconds is expected");
            return ExitCode::from(2);
        };
        answer(&mut contender, Duration::from_millis(slice));
    }
    ExitCode::SUCCESS
}

fn answer(contender: &mut Contender, slice: Duration) {
    let started = ProcessTime::now();
    let mut steps = 0;
    loop {
        let error = contender.run();
        steps += contender.steps();
        let elapsed = started.elapsed();
        if elapsed >= slice {
            println!("{steps} {} {error}", elapsed.as_secs_f64());
            return;
        }
    }
}

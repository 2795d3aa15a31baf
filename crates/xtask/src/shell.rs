//! Running other programs: quietly where they succeed, in full where they fail.

use anyhow::{Context, Result, bail};
use std::io::{self, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::children::Guest;

/// How a program ended, and all that it printed, in the order in which it came.
pub(crate) struct Outcome {
    pub(crate) success: bool,
    pub(crate) output: String,
}

/// Runs a program that takes its time, under one line of progress: what it is for, and how long
/// it took. Its own words show only if it fails.
pub(crate) fn step(what: &str, command: &mut Command) -> Result<()> {
    step_output(what, command).map(drop)
}

/// Like [`step`]; answers with what the program printed.
pub(crate) fn step_output(what: &str, command: &mut Command) -> Result<String> {
    let outcome = under_a_line(what, "FAILED", command, None)?;
    if outcome.success {
        return Ok(outcome.output);
    }
    bail!("{what} failed: {command:?}\n{}", outcome.output.trim_end())
}

/// Like [`step`], for a program whose failure is an answer and not an error: its line ends with
/// what is done `otherwise`. A program that is still running after `limit` is ended and has failed.
pub(crate) fn attempt(
    what: &str,
    otherwise: &str,
    command: &mut Command,
    limit: Option<Duration>,
) -> Result<bool> {
    Ok(under_a_line(what, otherwise, command, limit)?.success)
}

fn under_a_line(
    what: &str,
    otherwise: &str,
    command: &mut Command,
    limit: Option<Duration>,
) -> Result<Outcome> {
    let started = Instant::now();
    say_part(&format!("{what} ... "));
    let outcome = capture_within(command, limit);
    let success = outcome.as_ref().is_ok_and(|outcome| outcome.success);
    let end = if success { "done" } else { otherwise };
    println!("{end} ({:.1} s)", started.elapsed().as_secs_f64());
    outcome
}

/// Prints the beginning of a line that a later print completes.
pub(crate) fn say_part(text: &str) {
    print!("{text}");
    // Progress that cannot be shown is no reason to stop the work.
    let _ = io::stdout().flush();
}

/// Runs a program to its end and keeps what it prints.
pub(crate) fn capture(command: &mut Command) -> Result<Outcome> {
    capture_within(command, None)
}

/// What a program prints, trimmed, if it can be run and succeeds.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    if !output.status.success() {
        return None;
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Some(text.trim().to_owned())
}

fn capture_within(command: &mut Command, limit: Option<Duration>) -> Result<Outcome> {
    let (mut reader, writer) = io::pipe().context("making a pipe")?;
    command
        .stdin(Stdio::null())
        .stdout(writer.try_clone().context("making a pipe")?)
        .stderr(writer);
    let mut guest = Guest::start(command).with_context(|| format!("starting {command:?}"))?;
    // The command holds the pipe's writing ends; as long as it does, reading never ends.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let reading = thread::spawn(move || {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map(|_| bytes)
    });
    let waited = wait_within(&mut guest, limit).context("waiting for a program")?;
    let bytes = match reading.join() {
        Ok(bytes) => bytes.context("reading a program's output")?,
        Err(_) => bail!("reading a program's output failed"),
    };
    let mut output = String::from_utf8_lossy(&bytes).into_owned();
    if waited.is_none() {
        output.push_str("\n(ended: it took too long)");
    }
    Ok(Outcome {
        success: waited.is_some_and(|status| status.success()),
        output,
    })
}

/// Waits for a program; ends it and answers nothing when the limit has passed.
fn wait_within(guest: &mut Guest, limit: Option<Duration>) -> io::Result<Option<ExitStatus>> {
    let Some(limit) = limit else {
        return guest.head.wait().map(Some);
    };
    let started = Instant::now();
    loop {
        if let Some(status) = guest.head.try_wait()? {
            return Ok(Some(status));
        }
        if started.elapsed() > limit {
            guest.end()?;
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(50));
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn both_streams_are_kept_and_failure_is_told() {
        let outcome = capture(Command::new("sh").args(["-c", "echo out; echo err >&2; exit 3"]));
        let outcome = outcome.unwrap();
        assert_eq!(outcome.output, "out\nerr\n");
        assert!(!outcome.success);
    }

    #[test]
    fn what_takes_too_long_is_ended() {
        let started = Instant::now();
        let limit = Some(Duration::from_millis(100));
        let outcome = capture_within(
            // What it starts holds the pipe as well.
            Command::new("sh").args(["-c", "sleep 20 & sleep 20"]),
            limit,
        )
        .unwrap();
        assert!(!outcome.success);
        assert!(started.elapsed() < Duration::from_secs(10));
    }
}

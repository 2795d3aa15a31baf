//! A contender in a process of its own, which trains for a while whenever it is told to.

use anyhow::{Context, Result, bail};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

/// What a contender has done in one turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turn {
    pub(crate) steps: f64,
    pub(crate) seconds: f64,
    /// The error at the end of a run.
    pub(crate) error: f64,
}

/// A running contender. It ends when its standard input does, so also with this program.
pub(crate) struct Process {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Process {
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting {command:?}"))?;
        let (questions, answers) = (child.stdin.take(), child.stdout.take());
        let answers = answers.context("a contender without an output")?;
        Ok(Self {
            child,
            questions,
            answers: BufReader::new(answers),
        })
    }

    /// Has it train for at least `time`.
    pub(crate) fn turn(&mut self, time: Duration) -> Result<Turn> {
        let questions = self.questions.as_mut().context("it has no input")?;
        writeln!(questions, "{}", time.as_millis())?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        match Turn::read(&line) {
            Some(turn) => Ok(turn),
            None => bail!("it answered {line:?}"),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.questions.take());
        // It fails only for a process that has ended already.
        let _ = self.child.wait();
    }
}

impl Turn {
    fn read(line: &str) -> Option<Self> {
        let mut numbers = line.split_whitespace().map(|word| word.parse().ok());
        let turn = Self {
            steps: numbers.next()??,
            seconds: numbers.next()??,
            error: numbers.next()??,
        };
        numbers.next().is_none().then_some(turn)
    }

    /// Steps a second.
    pub(crate) fn speed(&self) -> f64 {
        self.steps / self.seconds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_three_numbers() {
        let turn = Turn::read("4000 0.002 3.5e-3\n").unwrap();
        assert_eq!(turn.speed(), 2e6);
        assert_eq!(turn.error, 0.0035);
        assert_eq!(Turn::read("4000 0.002"), None);
        assert_eq!(Turn::read("Error: out of memory"), None);
    }
}

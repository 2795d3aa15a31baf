//! The program, run as a person runs it.
#![allow(dead_code, reason = "each test file uses some of these")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The program with its arguments, nothing on its standard input yet.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_downhill"));
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the program with `input` on its standard input.
pub(crate) fn downhill(arguments: &[&str], input: &str) -> Output {
    let mut child = command(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A program that does not read has closed its end; what it says about it is looked at later.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().unwrap()
}

/// What the program prints where all is well.
pub(crate) fn printed(arguments: &[&str], input: &str) -> String {
    let output = downhill(arguments, input);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), complaint.as_str()), (Some(0), ""));
    String::from_utf8(output.stdout).unwrap()
}

/// `downhill run - --json`
pub(crate) fn json(document: &str) -> Value {
    serde_json::from_str(&printed(&["run", "-", "--json"], document)).unwrap()
}

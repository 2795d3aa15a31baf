//! The command line: what is read and written where.

#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping it"
)]

#[path = "../../backprop/tests/common/mod.rs"]
mod common;
mod downhill;
mod scratch;

use std::io::Read;

use common::{B, E, document, xor};
use downhill::{command, downhill, printed};
use scratch::Scratch;

#[test]
fn a_file_and_standard_input_give_the_same() {
    let text = document(&B, &[1.0]);
    let file = Scratch::with("same.json", &text);
    for form in ["--json", "--csv"] {
        let from_file = printed(&["run", file.name(), form], "");
        assert_eq!(printed(&["run", "-", form], &text), from_file);
        assert_eq!(printed(&["run", form, "-"], &text), from_file);
    }
}

#[test]
fn a_figure_is_svg_in_a_file_or_on_standard_output() {
    let (curve, surface) = (document(&B, &[1.0]), document(&E, &[1.0, 1.0]));
    for text in [&curve, &surface] {
        let picture = printed(&["figure", "-", "-o", "-"], text);
        assert!(picture.starts_with("<svg") && picture.trim_end().ends_with("</svg>"));
        let file = Scratch::new(&format!("{}.svg", text.len()));
        assert_eq!(printed(&["figure", "-", "-o", file.name()], text), "");
        assert_eq!(std::fs::read_to_string(&file.0).unwrap(), picture);
    }
    let document = Scratch::with("figure.json", &curve);
    let from_file = printed(&["figure", document.name(), "--output", "-"], "");
    assert_eq!(from_file, printed(&["figure", "-", "-o", "-"], &curve));
}

#[test]
fn a_figure_that_cannot_be_written_is_no_bad_input() {
    let output = downhill(
        &["figure", "-", "-o", "no/such/folder/x.svg"],
        &document(&B, &[1.0]),
    );
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(
        message.starts_with("downhill: no/such/folder/x.svg: cannot be written: No such file"),
        "{message}"
    );
}

/// `downhill run … --csv | head -1`
#[test]
fn a_reader_that_has_read_enough_is_no_failure() {
    let file = Scratch::with("pipe.json", &xor(3, 1.0));
    for arguments in [
        &["run", file.name(), "--csv"][..],
        &["run", file.name(), "--json"],
        &["figure", file.name(), "-o", "-"],
    ] {
        let mut child = command(arguments).spawn().unwrap();
        let mut first = [0_u8; 16];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut first).unwrap();
        drop(out);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

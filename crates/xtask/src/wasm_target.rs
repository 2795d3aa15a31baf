//! Getting a compiler for `wasm32-unknown-unknown`.
//!
//! With the internet, rustup adds the target to the toolchain in use. Where rustup reaches
//! nothing but Debian's packages are to be had, Debian's newest Rust comes with the source of its
//! standard library, and that is compiled for the target here, once for each version.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::folders::{Folders, program_on_path};
use crate::toolchain::{TARGET, WasmToolchain, has_target};
use crate::{apt, debian_rust, shell};

/// How long rustup may take before another way is tried; it fetches some 20 MB.
const PATIENCE: Duration = Duration::from_secs(90);

const BY_HAND: &str = "with rustup, run: rustup target add wasm32-unknown-unknown";

/// A toolchain that has the target, installed first if need be.
pub(crate) fn ensure(folders: &Folders) -> Result<WasmToolchain> {
    if let Some(toolchain) = find(folders) {
        return Ok(toolchain);
    }
    let _alone = folders.alone()?;
    // Another xtask may have installed it meanwhile.
    if let Some(toolchain) = find(folders) {
        return Ok(toolchain);
    }
    if program_on_path("rustup").is_some()
        && rustup_adds_it()?
        && let Some(toolchain) = find(folders)
    {
        return Ok(toolchain);
    }
    if apt::is_here() {
        return debian_rust::ensure(folders)
            .with_context(|| format!("the Rust target {TARGET} is missing; {BY_HAND}"));
    }
    bail!("the Rust target {TARGET} is missing; {BY_HAND}")
}

/// A toolchain that has the target, if there is one.
fn find(folders: &Folders) -> Option<WasmToolchain> {
    if sysroot().is_some_and(|sysroot| has_target(&sysroot)) {
        return Some(WasmToolchain {
            programs: None,
            linker: None,
        });
    }
    debian_rust::find(folders)
}

/// Whether rustup could add the target; it reaches nothing on a machine behind a wall.
fn rustup_adds_it() -> Result<bool> {
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", TARGET]);
    let what = format!("adding the target {TARGET}");
    let otherwise = if apt::is_here() {
        "rustup has none here; taking Debian's"
    } else {
        "rustup has none here"
    };
    shell::attempt(&what, otherwise, &mut rustup, Some(PATIENCE))
}

fn sysroot() -> Option<PathBuf> {
    shell::answer(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

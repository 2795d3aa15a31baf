//! A compiler for `wasm32-unknown-unknown`.
//!
//! With the internet, rustup adds the target to the toolchain in use. Where rustup reaches
//! nothing but Debian's packages are to be had, Debian's newest Rust comes with the source of its
//! standard library, and that is compiled for the target here, once for each version.

use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::folders::{Folders, program_on_path};
use crate::{apt, debian_rust, shell};

/// The target's name.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// How long rustup may take before another way is tried; it fetches some 20 MB.
const PATIENCE: Duration = Duration::from_secs(90);

/// A toolchain that compiles for the target.
pub(crate) struct WasmToolchain {
    /// The folder of its `cargo` and `rustc`; the ones on PATH if there is none.
    pub(crate) programs: Option<PathBuf>,
    /// The linker, where the toolchain does not bring its own.
    pub(crate) linker: Option<PathBuf>,
}

impl WasmToolchain {
    /// The toolchain, if there is one that has the target.
    pub(crate) fn find(folders: &Folders) -> Option<Self> {
        if sysroot().is_some_and(|sysroot| has_target(&sysroot)) {
            return Some(Self {
                programs: None,
                linker: None,
            });
        }
        debian_rust::find(folders)
    }

    /// The toolchain, installed first if need be.
    pub(crate) fn ensure(folders: &Folders) -> Result<Self> {
        if let Some(toolchain) = Self::find(folders) {
            return Ok(toolchain);
        }
        let _alone = folders.alone()?;
        // Another xtask may have installed it meanwhile.
        if let Some(toolchain) = Self::find(folders) {
            return Ok(toolchain);
        }
        if program_on_path("rustup").is_some() {
            let mut rustup = Command::new("rustup");
            rustup.args(["target", "add", TARGET]);
            let what = format!("adding the target {TARGET}");
            if shell::attempt(&what, &mut rustup, Some(PATIENCE))?.success
                && let Some(toolchain) = Self::find(folders)
            {
                return Ok(toolchain);
            }
        }
        if apt::is_here() {
            return debian_rust::ensure(folders)
                .with_context(|| format!("the Rust target {TARGET} is missing; {BY_HAND}"));
        }
        bail!("the Rust target {TARGET} is missing; {BY_HAND}")
    }

    /// Makes a command use this toolchain for all that it compiles, in the wasm target folder.
    /// `path` is the PATH that the command would otherwise get.
    pub(crate) fn apply(
        &self,
        folders: &Folders,
        path: &OsString,
        command: &mut Command,
    ) -> Result<()> {
        command
            .env("CARGO_TARGET_DIR", folders.wasm_target())
            // These take the place of the flags in .cargo/config.toml instead of adding to them.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        let Some(programs) = &self.programs else {
            command.env("PATH", path);
            return Ok(());
        };
        let all = std::iter::once(programs.clone()).chain(env::split_paths(path));
        command
            .env("PATH", env::join_paths(all)?)
            .env("RUSTC", programs.join("rustc"))
            .env("RUSTDOC", programs.join("rustdoc"))
            .env("CARGO", programs.join("cargo"))
            // `cargo xtask` hands on the libraries of the toolchain that it was started with.
            .env_remove("LD_LIBRARY_PATH");
        if let Some(linker) = &self.linker {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        Ok(())
    }
}

const BY_HAND: &str = "with rustup, run: rustup target add wasm32-unknown-unknown";

fn sysroot() -> Option<PathBuf> {
    shell::answer(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

/// Whether a sysroot holds the target's standard library.
pub(crate) fn has_target(sysroot: &Path) -> bool {
    let libraries = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    fs::read_dir(libraries).is_ok_and(|mut files| {
        files.any(|file| file.is_ok_and(|file| is_std(&file.file_name().to_string_lossy())))
    })
}

fn is_std(file: &str) -> bool {
    file.starts_with("libstd-") && file.ends_with(".rlib")
}

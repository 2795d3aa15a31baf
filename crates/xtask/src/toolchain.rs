//! A toolchain that compiles for wasm, and its use.

use anyhow::Result;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folders::Folders;

/// The name of the target that the page is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Programs that compile for the target.
pub(crate) struct WasmToolchain {
    /// The folder of its `cargo` and `rustc`; the ones on PATH if there is none.
    pub(crate) programs: Option<PathBuf>,
    /// The linker, where the toolchain does not bring its own.
    pub(crate) linker: Option<PathBuf>,
}

impl WasmToolchain {
    /// A call of its cargo.
    pub(crate) fn cargo(&self, folders: &Folders) -> Result<Command> {
        let mut cargo = match &self.programs {
            Some(programs) => Command::new(programs.join("cargo")),
            None => Command::new("cargo"),
        };
        self.apply(folders, None, &mut cargo)?;
        Ok(cargo)
    }

    /// Makes a command use this toolchain for all that it compiles, in the wasm target folder, and
    /// find a tool before any other of its name.
    pub(crate) fn apply(
        &self,
        folders: &Folders,
        tool: Option<&Path>,
        command: &mut Command,
    ) -> Result<()> {
        command
            .env("PATH", self.path(tool)?)
            .env("CARGO_TARGET_DIR", folders.wasm_target())
            // These take the place of the flags in .cargo/config.toml instead of adding to them.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        if let Some(programs) = &self.programs {
            command
                .env("RUSTC", programs.join("rustc"))
                .env("RUSTDOC", programs.join("rustdoc"))
                .env("CARGO", programs.join("cargo"))
                // `cargo xtask` hands on the libraries of the toolchain that it was started with.
                .env_remove("LD_LIBRARY_PATH");
        }
        if let Some(linker) = &self.linker {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        Ok(())
    }

    /// PATH with the toolchain's own programs and a tool's folder before all others.
    fn path(&self, tool: Option<&Path>) -> Result<OsString> {
        let first = self.programs.clone().into_iter();
        let second = tool.and_then(Path::parent).map(Path::to_owned);
        let present = env::var_os("PATH").unwrap_or_default();
        let all = first.chain(second).chain(env::split_paths(&present));
        Ok(env::join_paths(all)?)
    }
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

//! Where contenders find what they need.

use anyhow::Result;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::contender::{Contender, Kind};
use crate::folders::Folders;
use crate::page::{self, Host, Inlining};
use crate::shell;
use crate::system::Part;

/// The place of the contenders.
pub(crate) struct Hall {
    scripts: PathBuf,
    node: PathBuf,
    /// The contenders in Rust, compiled for wasm.
    compiled: PathBuf,
}

impl Hall {
    /// Makes it ready for the contenders in JavaScript and in wasm.
    pub(crate) fn open(folders: &Folders) -> Result<Self> {
        let compiled = built(folders).join("wasm");
        let what = "compiling the contenders for wasm";
        let (inlining, host) = (Inlining::Much, Host::Node);
        page::compile(folders, what, "bench", inlining, host, &compiled)?;
        Ok(Self {
            scripts: folders.root().join("crates/bench/js"),
            node: Part::Node.require()?,
            compiled,
        })
    }

    /// A contender in Node.
    pub(crate) fn node(&self, name: &'static str, kind: Kind, contender: &str) -> Contender {
        let mut command = self.script("contender.mjs");
        command.arg(contender);
        Contender::new(name, kind, command)
    }

    /// A script in Node.
    pub(crate) fn script(&self, file: &str) -> Command {
        let mut command = Command::new(&self.node);
        command
            .arg(self.scripts.join(file))
            .env("DOWNHILL_BENCH", &self.compiled);
        command
    }
}

/// Tells a script where npm's packages are.
pub(crate) fn with_modules(mut contender: Contender, modules: &Path) -> Contender {
    contender.command.env("DOWNHILL_MODULES", modules);
    contender
}

/// Tells a script where a compiled facade is.
pub(crate) fn with_facade(mut contender: Contender, facade: &Path) -> Contender {
    contender.command.env("DOWNHILL_PAGE", facade);
    contender
}

/// Compiles the native contenders, in a target folder of their own: other flags would have all
/// other work compiled anew.
pub(crate) fn native(folders: &Folders, what: &str, target: &str, flags: &str) -> Result<PathBuf> {
    let target = built(folders).join(target);
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(folders.root())
        .args(["build", "--release", "--package", "bench", "--bins"])
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("RUSTFLAGS", flags);
    shell::step(what, &mut cargo)?;
    let program = format!("contender{}", env::consts::EXE_SUFFIX);
    Ok(target.join("release").join(program))
}

/// What is built for measuring alone.
fn built(folders: &Folders) -> PathBuf {
    folders.root().join("target").join("bench")
}

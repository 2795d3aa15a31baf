//! wasm-pack, which tests the facade in a browser and makes a package of it.

use anyhow::Result;
use std::process::Command;

use crate::folders::Folders;
use crate::tools::Tool;
use crate::{lock, wasm_target};

/// Finds wasm-pack and what it calls, and installs what is missing.
pub(crate) fn ensure(folders: &Folders) -> Result<()> {
    test(folders).map(drop)
}

/// A call of `wasm-pack test` that finds its tools and fetches none of its own.
pub(crate) fn test(folders: &Folders) -> Result<Command> {
    call(folders, "test")
}

/// The same of `wasm-pack build`.
pub(crate) fn build(folders: &Folders) -> Result<Command> {
    call(folders, "build")
}

fn call(folders: &Folders, chore: &str) -> Result<Command> {
    let toolchain = wasm_target::ensure(folders)?;
    let version = lock::wasm_bindgen_version(folders)?;
    let wasm_bindgen = Tool::wasm_bindgen(version).ensure(folders)?;
    let wasm_pack = Tool::wasm_pack().ensure(folders)?;
    let mut command = Command::new(wasm_pack);
    command
        .current_dir(folders.root())
        .args([chore, "--mode", "no-install"]);
    toolchain.apply(folders, Some(&wasm_bindgen), &mut command)?;
    Ok(command)
}

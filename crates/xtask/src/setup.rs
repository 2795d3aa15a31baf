//! `cargo xtask setup`: everything that the other chores would install when they need it.

use anyhow::Result;

use crate::checks::CHECKS;
use crate::folders::Folders;
use crate::tools::Tool;
use crate::{esbuild, system, typescript, wasm_pack};

/// Installs what is missing and says where the tools are.
pub(crate) fn setup(folders: &Folders) -> Result<()> {
    system::ensure(CHECKS.iter().flat_map(|check| check.parts))?;
    wasm_pack::ensure(folders)?;
    Tool::geckodriver().ensure(folders)?;
    typescript::ensure(folders)?;
    esbuild::ensure(folders)?;
    println!(
        "everything is installed; tools are in {}",
        folders.cache().display()
    );
    Ok(())
}

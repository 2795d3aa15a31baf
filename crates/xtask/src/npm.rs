//! Packages of npm, kept in the cache.

use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

use crate::folders::{Folders, fill_folder, program_on_path};
use crate::shell;
use crate::system::Part;

/// The folder `name` in the cache with some packages, each with its exact version; installed
/// first if need be.
pub(crate) fn ensure(folders: &Folders, name: &str, packages: &[&str]) -> Result<PathBuf> {
    let folder = folders.cache().join("tools").join(name);
    if folder.is_dir() {
        return Ok(folder);
    }
    Part::Node.require()?;
    let _alone = folders.alone()?;
    // Another xtask may have installed it meanwhile.
    if folder.is_dir() {
        return Ok(folder);
    }
    fill_folder(&folder, |new| {
        // On Windows npm is a script, which has to be called by its whole name.
        let mut npm = Command::new(program_on_path("npm").unwrap_or_else(|| "npm.cmd".into()));
        npm.current_dir(new)
            .args(["install", "--no-audit", "--no-fund", "--no-save"])
            // What is used here comes whole; nothing has to be compiled or fetched for it.
            .args(["--ignore-scripts", "--prefix"])
            .arg(new)
            .args(packages);
        shell::step(&format!("installing {}", packages.join(", ")), &mut npm)
    })?;
    Ok(folder)
}

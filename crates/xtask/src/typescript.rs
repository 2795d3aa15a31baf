//! The type checker of the page's JavaScript.

use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

use crate::folders::{Folders, fill_folder, program_on_path};
use crate::shell;
use crate::system::Part;

const VERSION: &str = "7.0.2";

/// TypeScript's checker, a program for Node, installed first if need be.
pub(crate) fn ensure(folders: &Folders) -> Result<PathBuf> {
    let folder = folders
        .cache()
        .join("tools")
        .join(format!("typescript-{VERSION}"));
    let checker = folder.join("node_modules/typescript/bin/tsc");
    if checker.is_file() {
        return Ok(checker);
    }
    Part::Node.require()?;
    let _alone = folders.alone()?;
    fill_folder(&folder, |new| {
        // On Windows npm is a script, which has to be called by its whole name.
        let mut npm = Command::new(program_on_path("npm").unwrap_or_else(|| "npm.cmd".into()));
        npm.current_dir(new)
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--no-save",
                "--prefix",
            ])
            .arg(new)
            .arg(format!("typescript@{VERSION}"));
        shell::step(&format!("installing TypeScript {VERSION}"), &mut npm)
    })?;
    Ok(checker)
}

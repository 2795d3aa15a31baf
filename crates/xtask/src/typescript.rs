//! The type checker of the page's JavaScript.

use anyhow::Result;
use std::path::PathBuf;

use crate::folders::Folders;
use crate::npm;

const VERSION: &str = "7.0.2";

/// TypeScript's checker, a program for Node, installed first if need be.
pub(crate) fn ensure(folders: &Folders) -> Result<PathBuf> {
    let package = format!("typescript@{VERSION}");
    let folder = npm::ensure(folders, &format!("typescript-{VERSION}"), &[&package])?;
    Ok(folder.join("node_modules/typescript/bin/tsc"))
}

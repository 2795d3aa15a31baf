//! The rules of accessibility that the page is held against.

use anyhow::Result;
use std::path::PathBuf;

use crate::folders::Folders;
use crate::npm;

const VERSION: &str = "4.14.1";

/// axe-core, a script that looks at a page from within, installed first if need be.
pub(crate) fn ensure(folders: &Folders) -> Result<PathBuf> {
    let package = format!("axe-core@{VERSION}");
    let folder = npm::ensure(folders, &format!("axe-core-{VERSION}"), &[&package])?;
    Ok(folder.join("node_modules/axe-core/axe.min.js"))
}

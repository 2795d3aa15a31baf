//! The bundler of the page's scripts and styles.

use anyhow::Result;
use std::path::PathBuf;

use crate::folders::Folders;
use crate::npm;

const VERSION: &str = "0.28.2";

/// esbuild, a program for Node, installed first if need be.
pub(crate) fn ensure(folders: &Folders) -> Result<PathBuf> {
    let package = format!("esbuild@{VERSION}");
    let folder = npm::ensure(folders, &format!("esbuild-{VERSION}"), &[&package])?;
    Ok(folder.join("node_modules/esbuild/bin/esbuild"))
}

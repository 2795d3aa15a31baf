//! `cargo xtask package`: what others build upon. The facade as a package of npm, as wasm-pack makes it,
//! and crate `backprop` as cargo would publish it; neither is published from here.

use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folders::{Folders, fill_folder};
use crate::system::{self, Part};
use crate::{shell, wasm_pack};

/// The package's name, which its readme imports it by.
const NAME: &str = "downhill-web";

/// Runs the readme's example and holds what it prints against what the readme says.
const TRIAL: &str = include_str!("trial.mjs");

/// Makes both packages and says where they are.
pub(crate) fn package(folders: &Folders) -> Result<()> {
    system::ensure(&[Part::Node])?;
    shell::step("packing the crate", &mut crate_alone(folders))?;
    let package = facade(folders)?;
    println!("the crate is in {}", folders.packages().display());
    println!("the package of npm is in {}", package.display());
    Ok(())
}

/// A call of cargo that packs `backprop` and compiles what it has packed, which knows nothing of the
/// workspace.
pub(crate) fn crate_alone(folders: &Folders) -> Command {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(folders.root())
        .args(["package", "--package", "backprop", "--allow-dirty"])
        .arg("--target-dir")
        .arg(folders.packages());
    cargo
}

/// Makes the package of npm.
fn facade(folders: &Folders) -> Result<PathBuf> {
    let package = folders.packages().join("npm");
    fill_folder(&package, |new| {
        let mut build = wasm_pack::build(folders)?;
        build
            .args(["--target", "web", "--out-dir"])
            .arg(new)
            .arg(folders.facade());
        shell::step("packing the facade", &mut build)
    })?;
    Ok(package)
}

/// A call of Node that imports the package as its users do, and does what its readme says.
pub(crate) fn trial(folders: &Folders) -> Result<Command> {
    let package = facade(folders)?;
    let place = folders.packages().join("trial");
    fill_folder(&place, |new| {
        let installed = new.join("node_modules").join(NAME);
        fs::create_dir_all(&installed)?;
        copy(&package, &installed)?;
        Ok(fs::write(new.join("trial.mjs"), TRIAL)?)
    })?;
    let mut node = Command::new(Part::Node.require()?);
    node.current_dir(&place).arg("trial.mjs");
    Ok(node)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

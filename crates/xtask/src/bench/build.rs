//! What is measured: the page, its site and the command line, compiled in release mode.

use anyhow::{Context as _, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::dist::{self, Site};
use crate::folders::{Folders, fill_folder};
use crate::{page, shell};

/// The files of the compiled modules that Node needs, in their folders.
const FACADE: [&str; 2] = ["pkg/downhill_web.js", "pkg/downhill_web_bg.wasm"];
/// Those that not every revision has: what of the facade comes later, or what workers compute as a module
/// of its own.
const OTHERS: [&str; 3] = [
    "pkg/downhill_web_later.wasm",
    "worker/downhill_worker.js",
    "worker/downhill_worker_bg.wasm",
];

/// A build of one revision, or of this checkout as it stands.
pub(crate) struct Build {
    /// The page, to be served.
    pub(crate) page: PathBuf,
    /// The site that is made of it.
    pub(crate) site: PathBuf,
    /// The facade, for Node.
    pub(crate) facade: PathBuf,
    /// `downhill`.
    pub(crate) program: PathBuf,
}

/// Builds this checkout.
pub(crate) fn here(folders: &Folders) -> Result<Build> {
    page::build(folders)?;
    dist::collect_site(folders)?;
    let built = folders.root().join("target").join("bench");
    let target = built.join("native");
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(folders.root())
        .args(["build", "--release", "--package", "downhill-cli"])
        .env("CARGO_TARGET_DIR", &target);
    shell::step("compiling the command line", &mut cargo)?;
    let facade = built.join("page");
    take_facade(&folders.page(), &facade)?;
    Ok(Build {
        page: folders.page(),
        site: folders.site(),
        facade,
        program: target.join("release").join(program_file()),
    })
}

/// Copies the facade of a page to where Node takes it for what it is, a module.
pub(crate) fn take_facade(page: &Path, facade: &Path) -> Result<()> {
    fill_folder(facade, |new| {
        let there = |file: &&str| page.join(file).is_file();
        for file in FACADE.into_iter().chain(OTHERS.into_iter().filter(there)) {
            let original = page.join(file);
            let name = original.file_name().context("a file without a name")?;
            fs::copy(&original, new.join(name))
                .with_context(|| format!("copying {}", original.display()))?;
        }
        Ok(fs::write(new.join("package.json"), r#"{"type":"module"}"#)?)
    })
}

/// The file name of the command line's program.
pub(crate) fn program_file() -> String {
    format!("downhill{}", env::consts::EXE_SUFFIX)
}

impl Build {
    /// The size of the whole download as a host would send it, in bytes.
    pub(crate) fn download(&self) -> Result<usize> {
        Ok(Site::measure(&self.site, &[])?.sent())
    }
}

//! Command line tools from crates.io, built once and kept in the cache.

use anyhow::{Context as _, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folders::{Folders, fill_folder, program_on_path};
use crate::shell;

/// A tool that `cargo install` can build.
pub(crate) struct Tool {
    /// The crate's name.
    pub(crate) package: &'static str,
    /// The program's name.
    pub(crate) program: &'static str,
    /// The version to build if none that fits is there.
    pub(crate) version: String,
    /// Whether a newer one on PATH does as well.
    pub(crate) newer_is_fine: bool,
    /// A program that must stand beside it; some packages of a system leave it out.
    pub(crate) companion: Option<&'static str>,
}

impl Tool {
    /// Tests the facade.
    pub(crate) fn wasm_pack() -> Self {
        Self {
            package: "wasm-pack",
            program: "wasm-pack",
            version: "0.15.1".to_owned(),
            newer_is_fine: true,
            companion: None,
        }
    }

    /// Writes the JavaScript side of the tests, and runs them; `version` is that of `Cargo.lock`.
    pub(crate) fn wasm_bindgen(version: String) -> Self {
        Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version,
            newer_is_fine: false,
            companion: Some("wasm-bindgen-test-runner"),
        }
    }

    /// Drives Firefox.
    pub(crate) fn geckodriver() -> Self {
        Self {
            package: "geckodriver",
            program: "geckodriver",
            version: "0.37.1".to_owned(),
            newer_is_fine: true,
            companion: None,
        }
    }

    /// The tool's program, if it is installed: on PATH, or in the cache.
    pub(crate) fn find(&self, folders: &Folders) -> Option<PathBuf> {
        let cached = self
            .folder(folders)
            .join("bin")
            .join(file_name(self.program));
        program_on_path(self.program)
            .filter(|program| self.fits(program))
            .or_else(|| Some(cached).filter(|program| program.is_file()))
    }

    /// The tool's program, installed first if need be.
    pub(crate) fn ensure(&self, folders: &Folders) -> Result<PathBuf> {
        if let Some(program) = self.find(folders) {
            return Ok(program);
        }
        let _alone = folders.alone()?;
        // Another xtask may have installed it meanwhile.
        if let Some(program) = self.find(folders) {
            return Ok(program);
        }
        let folder = self.folder(folders);
        fill_folder(&folder, |new| self.install(new))?;
        self.find(folders)
            .with_context(|| format!("{} was built without a program", self.package))
    }

    fn folder(&self, folders: &Folders) -> PathBuf {
        let name = format!("{}-{}", self.package, self.version);
        folders.cache().join("tools").join(name)
    }

    fn fits(&self, program: &Path) -> bool {
        let is_whole = self
            .companion
            .is_none_or(|companion| program.with_file_name(file_name(companion)).is_file());
        is_whole
            && shell::answer(Command::new(program).arg("--version"))
                .is_some_and(|text| version_fits(&text, &self.version, self.newer_is_fine))
    }

    fn install(&self, root: &Path) -> Result<()> {
        let what = format!("building {} {}", self.package, self.version);
        let otherwise = "not with the parts that it names";
        let mut locked = self.cargo_install(root);
        if shell::attempt(&what, otherwise, locked.arg("--locked"), None)? {
            return Ok(());
        }
        // A tool's own lock file may name a version that has since been withdrawn.
        fs::create_dir_all(root)?;
        shell::step(
            &format!("{what} with newer parts"),
            &mut self.cargo_install(root),
        )
    }

    fn cargo_install(&self, root: &Path) -> Command {
        let mut command = Command::new("cargo");
        command
            // Not in the repository, whose settings are for its own crates.
            .current_dir(root)
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("CARGO_TARGET_DIR")
            // These tools wait for others most of the time: what counts is how soon they are there.
            .envs([
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
                ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
                ("CARGO_PROFILE_RELEASE_LTO", "off"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ])
            .args(["install", self.package, "--version", &self.version])
            .arg("--root")
            .arg(root);
        command
    }
}

fn file_name(program: &str) -> String {
    format!("{program}{}", env::consts::EXE_SUFFIX)
}

/// Whether the first version in what a program says of itself is the wanted one.
fn version_fits(text: &str, wanted: &str, newer_is_fine: bool) -> bool {
    let Some(found) = text.split_whitespace().find_map(numbers) else {
        return false;
    };
    match numbers(wanted) {
        Some(wanted) if newer_is_fine => found >= wanted,
        Some(wanted) => found == wanted,
        None => false,
    }
}

/// The three numbers of a version such as `0.2.130`; nothing for any other word.
fn numbers(word: &str) -> Option<[u32; 3]> {
    let mut parts = word.split('.').map(|part| part.parse().ok());
    let version = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(version_fits("wasm-bindgen 0.2.130", "0.2.130", false));
        assert!(!version_fits("wasm-bindgen 0.2.13", "0.2.130", false));
        assert!(version_fits("wasm-pack 0.15.10", "0.15.9", true));
        assert!(!version_fits("wasm-pack 0.15.10", "0.15.9", false));
        assert!(!version_fits("wasm-pack 0.9.99", "0.15.1", true));
        let gecko = "geckodriver 0.37.1\n\nThe source code of this program is available at";
        assert!(version_fits(gecko, "0.37.1", true));
        assert!(!version_fits("error: no such command", "0.37.1", true));
    }
}

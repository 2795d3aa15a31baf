//! What `Cargo.lock` says.

use anyhow::{Context, Result};
use std::fs;

use crate::folders::Folders;

/// The version of wasm-bindgen that the page is compiled with. The command line tool must be of
/// exactly this version: the two speak a private format that changes between releases.
pub(crate) fn wasm_bindgen_version(folders: &Folders) -> Result<String> {
    let file = folders.root().join("Cargo.lock");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    version_of(&text, "wasm-bindgen")
        .with_context(|| format!("{} names no wasm-bindgen", file.display()))
}

/// The first version of a package in the text of a lock file.
fn version_of(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    lines.next()?;
    let version = lines.next()?.trim().strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n\
        [[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.7\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"cfg-if\",\n]\n";

    #[test]
    fn the_whole_name_counts() {
        assert_eq!(version_of(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
    }

    #[test]
    fn an_unknown_package_has_no_version() {
        assert_eq!(version_of(LOCK, "wasm"), None);
        assert_eq!(version_of("name = \"wasm\"", "wasm"), None);
    }
}

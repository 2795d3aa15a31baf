//! Where things are: in the repository, and in the person's cache.

use anyhow::{Context, Result};
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The places that xtask reads and writes.
pub(crate) struct Folders {
    root: PathBuf,
    cache: PathBuf,
}

impl Folders {
    /// Finds the repository from xtask's own place in it, and the cache from the environment:
    /// `DOWNHILL_CACHE` if it is set, and otherwise the folder `downhill` among the caches of
    /// the person.
    pub(crate) fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .parent()
            .and_then(Path::parent)
            .context("xtask does not stand in crates/xtask of the repository")?
            .to_owned();
        let cache = cache_folder().context(
            "no folder for installed tools: neither HOME nor XDG_CACHE_HOME nor LOCALAPPDATA is set",
        )?;
        Ok(Self { root, cache })
    }

    /// The root of the repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where installed tools live; survives a fresh clone.
    pub(crate) fn cache(&self) -> &Path {
        &self.cache
    }

    /// The page's sources, and what `serve` serves.
    pub(crate) fn page(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The compiled facade, inside the page.
    pub(crate) fn package(&self) -> PathBuf {
        self.page().join("pkg")
    }

    /// The facade crate.
    pub(crate) fn facade(&self) -> PathBuf {
        self.root.join("crates").join("web")
    }

    /// The finished site.
    pub(crate) fn site(&self) -> PathBuf {
        self.root.join("target").join("dist")
    }

    /// What others build upon.
    pub(crate) fn packages(&self) -> PathBuf {
        self.root.join("target").join("packages")
    }

    /// Waits until no other xtask of this person installs tools, and keeps others waiting for as
    /// long as the answer lives.
    pub(crate) fn alone(&self) -> Result<File> {
        lock(&self.cache.join("lock"))
    }

    /// The same for building other revisions, each of which installs tools for itself.
    pub(crate) fn alone_with_revisions(&self) -> Result<File> {
        lock(&self.cache.join("revisions.lock"))
    }

    /// The same for compiling in this checkout.
    pub(crate) fn alone_here(&self) -> Result<File> {
        lock(&self.root.join("target").join("xtask.lock"))
    }

    /// What cargo builds for wasm. Apart from the host's `target`, because the compiler may be
    /// another one, and two compilers on one folder rebuild each other's work.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.root.join("target").join("wasm")
    }
}

/// Holds a file for this program alone, and waits for it first.
fn lock(place: &Path) -> Result<File> {
    let folder = place.parent().context("a lock without a folder")?;
    fs::create_dir_all(folder)
        .and_then(|()| File::create(place))
        .and_then(|file| file.lock().map(|()| file))
        .with_context(|| format!("locking {}", place.display()))
}

fn cache_folder() -> Option<PathBuf> {
    if let Some(folder) = folder_in_environment("DOWNHILL_CACHE") {
        return Some(folder);
    }
    let caches = folder_in_environment("XDG_CACHE_HOME")
        .or_else(|| folder_in_environment("LOCALAPPDATA"))
        .or_else(|| folder_in_environment("HOME").map(|home| home.join(".cache")))?;
    Some(caches.join("downhill"))
}

fn folder_in_environment(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
}

/// Fills a folder through `fill`, which gets an empty folder beside it; only when that has
/// succeeded does the folder appear under its own name, in place of an earlier one. So a failure
/// or an interruption never leaves a half-filled folder that looks like a whole one.
pub(crate) fn fill_folder(folder: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let name = folder
        .file_name()
        .context("a folder without a name cannot be filled")?;
    let mut new_name = name.to_owned();
    new_name.push(".unfinished");
    let new = folder.with_file_name(new_name);
    remove_folder(&new)?;
    fs::create_dir_all(&new).with_context(|| format!("making {}", new.display()))?;
    let filled = fill(&new).and_then(|()| {
        remove_folder(folder)?;
        fs::rename(&new, folder).with_context(|| format!("naming {}", folder.display()))
    });
    if filled.is_err() {
        remove_folder(&new)?;
    }
    filled
}

/// Removes a folder and all in it; one that is not there is no error.
pub(crate) fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("removing {}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// The first program of this name on PATH.
pub(crate) fn program_on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|program| program.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_filling_leaves_the_old_folder_and_nothing_else() {
        let place = env::temp_dir().join(format!("downhill-fill-{}", std::process::id()));
        let folder = place.join("tool");
        fill_folder(&folder, |new| Ok(fs::write(new.join("a"), "old")?)).unwrap();
        let failed = fill_folder(&folder, |new| {
            fs::write(new.join("a"), "half")?;
            anyhow::bail!("no network")
        });
        let kept = fs::read_to_string(folder.join("a")).unwrap();
        let names: Vec<_> = fs::read_dir(&place).unwrap().collect();
        fs::remove_dir_all(&place).unwrap();
        assert!(failed.is_err());
        assert_eq!(kept, "old");
        assert_eq!(names.len(), 1);
    }
}

//! `cargo xtask dist`: the page as a folder that any static host can serve.

use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::folders::{Folders, fill_folder};
use crate::mime::media_type;
use crate::page::WasmTools;
use crate::shortened::shortened;

/// What tools read beside the page, and no browser asks for.
const FOR_TOOLS: [&str; 3] = ["jsconfig.json", "tsconfig.json", "package.json"];

/// One file of the site.
struct File {
    /// Relative to the site.
    path: PathBuf,
    bytes: usize,
    gzipped: usize,
}

/// The finished site.
pub(crate) struct Site {
    folder: PathBuf,
    files: Vec<File>,
}

/// Builds the page, copies what a browser may ask for into `target/dist`, without comments, and
/// prints the sizes.
pub(crate) fn dist(folders: &Folders) -> Result<()> {
    WasmTools::ensure(folders)?.build(folders)?;
    let site = collect_site(folders)?;
    println!("{site}\nthe site is in {}", site.folder.display());
    Ok(())
}

/// Copies what a browser may ask for of the built page into `target/dist`.
pub(crate) fn collect_site(folders: &Folders) -> Result<Site> {
    let page = folders.page();
    let site = folders.site();
    let mut paths = Vec::new();
    collect(&page, Path::new(""), &mut paths)?;
    paths.sort();
    let mut files = Vec::new();
    fill_folder(&site, |new| {
        for path in paths {
            files.push(copy(&page, new, path)?);
        }
        Ok(())
    })?;
    Ok(Site {
        folder: site,
        files,
    })
}

/// Adds the files of the site under `folder`, relative to `page`.
fn collect(page: &Path, folder: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    let place = page.join(folder);
    let entries = fs::read_dir(&place).with_context(|| format!("reading {}", place.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect(page, &path, paths)?;
        } else if belongs(&path) {
            paths.push(path);
        }
    }
    Ok(())
}

/// Whether a browser may ask for a file.
fn belongs(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| !name.starts_with('.') && !FOR_TOOLS.contains(&name))
        && media_type(path).is_some()
}

fn copy(page: &Path, site: &Path, path: PathBuf) -> Result<File> {
    let from = page.join(&path);
    let contents = fs::read(&from).with_context(|| format!("reading {}", from.display()))?;
    let contents = shortened(&path, contents)?;
    let to = site.join(&path);
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&to, &contents).with_context(|| format!("writing {}", to.display()))?;
    Ok(File {
        path,
        bytes: contents.len(),
        gzipped: gzipped(&contents)?,
    })
}

/// The length of some bytes as a host would send them.
fn gzipped(contents: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(contents)?;
    Ok(encoder.finish()?.len())
}

impl Site {
    /// The size of the whole download as a host would send it, in bytes.
    pub(crate) fn gzipped(&self) -> usize {
        self.files.iter().map(|file| file.gzipped).sum()
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>10} {:>10}", "bytes", "gzipped")?;
        for file in &self.files {
            writeln!(
                f,
                "{:>10} {:>10}  {}",
                file.bytes,
                file.gzipped,
                file.path.display()
            )?;
        }
        let bytes: usize = self.files.iter().map(|file| file.bytes).sum();
        let (gzipped, count) = (self.gzipped(), self.files.len());
        write!(f, "{bytes:>10} {gzipped:>10}  all {count} files")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_holds_what_a_browser_asks_for() {
        for path in ["index.html", "pkg/downhill_web_bg.wasm", "locales/ja.json"] {
            assert!(belongs(Path::new(path)), "{path}");
        }
        for path in [
            "jsconfig.json",
            "pkg/.gitignore",
            "pkg/package.json",
            "pkg/downhill_web.d.ts",
            ".hidden.html",
        ] {
            assert!(!belongs(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn repetition_gzips_well() {
        assert!(gzipped(&[7; 10_000]).unwrap() < 100);
    }
}

//! A release of the site: the files that belong together, by a name that no other has.

use anyhow::{Context as _, Result};
use flate2::Crc;
use std::fs;
use std::path::Path;

/// A name for the files of a folder, which changes with what they are called and what they hold.
pub(crate) fn name(folder: &Path) -> Result<String> {
    let mut sum = Crc::new();
    for path in paths(folder)? {
        let contents = fs::read(folder.join(&path)).with_context(|| format!("reading {path}"))?;
        sum.update(path.as_bytes());
        sum.update(&contents);
    }
    Ok(format!("{:08x}", sum.sum()))
}

/// The files in a folder and the folders in it, in order, relative to it and with slashes.
pub(crate) fn paths(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    collect(folder, "", &mut paths)?;
    paths.sort();
    Ok(paths)
}

/// Adds the paths of the files under the folder `inside` of `folder`.
fn collect(folder: &Path, inside: &str, paths: &mut Vec<String>) -> Result<()> {
    let place = folder.join(inside);
    let entries = fs::read_dir(&place).with_context(|| format!("reading {}", place.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = format!("{inside}{}", entry.file_name().display());
        if entry.file_type()?.is_dir() {
            collect(folder, &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_changes_with_every_file() {
        let folder = std::env::temp_dir().join(format!("downhill-release-{}", std::process::id()));
        fs::create_dir_all(folder.join("js")).unwrap();
        let mut names = Vec::new();
        for (path, contents) in [
            ("a.css", "a"),
            ("js/b.js", "b"),
            ("js/b.js", "c"),
            ("c", ""),
        ] {
            fs::write(folder.join(path), contents).unwrap();
            names.push(name(&folder).unwrap());
        }
        assert_eq!(names.last(), Some(&name(&folder).unwrap()));
        assert_eq!(paths(&folder).unwrap(), ["a.css", "c", "js/b.js"]);
        fs::remove_dir_all(&folder).unwrap();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 4);
    }
}

//! How much there is to download.

use anyhow::{Context as _, Result};
use std::fmt;
use std::fs;
use std::path::Path;

use super::packed::gzipped;
use super::release::paths;

/// One file of the site.
struct File {
    /// Relative to the site, with slashes.
    path: String,
    bytes: usize,
    /// What comes over the line; a packed file is not packed again.
    sent: usize,
    /// Whether it holds the words of one of several languages.
    is_language: bool,
    /// Whether it is fetched when someone asks for it.
    is_later: bool,
}

/// The finished site.
pub(crate) struct Site {
    files: Vec<File>,
}

impl Site {
    /// Measures all files of a folder; those with the words of a language are named, and those that
    /// come later.
    pub(crate) fn measure(folder: &Path, languages: &[String], later: &[String]) -> Result<Self> {
        let files = paths(folder)?.into_iter().map(|path| {
            let contents =
                fs::read(folder.join(&path)).with_context(|| format!("reading {path}"))?;
            let bytes = contents.len();
            Ok(File {
                bytes,
                sent: if path.ends_with(".gz") {
                    bytes
                } else {
                    gzipped(&contents)?
                },
                is_language: languages.contains(&path),
                is_later: later.contains(&path),
                path,
            })
        });
        Ok(Self {
            files: files.collect::<Result<_>>()?,
        })
    }

    /// The size of the whole download as a host would send it, in bytes.
    pub(crate) fn sent(&self) -> usize {
        self.files.iter().map(|file| file.sent).sum()
    }

    /// What a reader loads who does not switch the language, whichever it is, and asks for nothing
    /// that comes later, in bytes.
    pub(crate) fn sent_at_first(&self) -> usize {
        let languages = self.files.iter().filter(|file| file.is_language);
        let languages: Vec<_> = languages.map(|file| file.sent).collect();
        let one = languages.iter().max().unwrap_or(&0);
        let later = self.files.iter().filter(|file| file.is_later);
        let later: usize = later.map(|file| file.sent).sum();
        self.sent() - languages.iter().sum::<usize>() - later + one
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>10} {:>10}", "bytes", "gzipped")?;
        for File {
            path, bytes, sent, ..
        } in &self.files
        {
            writeln!(f, "{bytes:>10} {sent:>10}  {path}")?;
        }
        let bytes: usize = self.files.iter().map(|file| file.bytes).sum();
        let (sent, count) = (self.sent(), self.files.len());
        writeln!(f, "{bytes:>10} {sent:>10}  all {count} files")?;
        let at_first = self.sent_at_first();
        write!(f, "{:>10} {at_first:>10}  at first, in one language", "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_counts_as_it_is_and_one_language_at_first() {
        let folder = std::env::temp_dir().join(format!("downhill-sizes-{}", std::process::id()));
        fs::create_dir_all(folder.join("js")).unwrap();
        for (path, length) in [
            ("a.gz", 900),
            ("b.gz", 500),
            ("js/en.js", 10_000),
            ("js/ja.js", 20_000),
        ] {
            fs::write(folder.join(path), vec![b'a'; length]).unwrap();
        }
        let languages = ["js/en.js".to_owned(), "js/ja.js".to_owned()];
        let site = Site::measure(&folder, &languages, &["b.gz".to_owned()]);
        fs::remove_dir_all(&folder).unwrap();
        let site = site.unwrap();
        let sent: Vec<_> = site.files.iter().map(|file| file.sent).collect();
        assert_eq!(sent[..2], [900, 500]);
        assert!(sent[2] < sent[3] && sent[3] < 200, "{sent:?}");
        assert_eq!(site.sent_at_first(), sent[0] + sent[3]);
        assert_eq!(site.files[2].path, "js/en.js");
    }
}

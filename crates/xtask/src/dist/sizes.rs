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
    /// None where it is one of those that the first picture waits for.
    comes: Option<Coming>,
}

/// When a file is fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coming {
    /// Before the first picture, where the reader's language is this one.
    Language,
    /// After the first picture, without being asked for.
    Soon,
    /// When someone asks for it.
    Later,
}

/// The finished site.
pub(crate) struct Site {
    files: Vec<File>,
}

impl Site {
    /// Measures all files of a folder; those that the first picture does not wait for, or not in every
    /// language, are named.
    pub(crate) fn measure(folder: &Path, named: &[(String, Coming)]) -> Result<Self> {
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
                comes: named
                    .iter()
                    .find(|(name, _)| *name == path)
                    .map(|(_, comes)| *comes),
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

    /// What a reader's first picture waits for, in whichever language is the longest, in bytes.
    pub(crate) fn sent_at_first(&self) -> usize {
        let languages = self.coming(Some(Coming::Language));
        self.coming(None).sum::<usize>() + languages.max().unwrap_or(0)
    }

    /// What is fetched for that reader without being asked for, in bytes.
    fn sent_unasked(&self) -> usize {
        self.sent_at_first() + self.coming(Some(Coming::Soon)).sum::<usize>()
    }

    /// What files are sent as that come at a time.
    fn coming(&self, when: Option<Coming>) -> impl Iterator<Item = usize> {
        let files = self.files.iter().filter(move |file| file.comes == when);
        files.map(|file| file.sent)
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
        let (at_first, unasked) = (self.sent_at_first(), self.sent_unasked());
        writeln!(
            f,
            "{:>10} {at_first:>10}  for the first picture, in one language",
            ""
        )?;
        write!(
            f,
            "{:>10} {unasked:>10}  with what follows without being asked for",
            ""
        )
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
            ("c.gz", 70),
            ("js/en.js", 10_000),
            ("js/ja.js", 20_000),
        ] {
            fs::write(folder.join(path), vec![b'a'; length]).unwrap();
        }
        let named = [
            ("js/en.js", Coming::Language),
            ("js/ja.js", Coming::Language),
            ("b.gz", Coming::Later),
            ("c.gz", Coming::Soon),
        ];
        let site = Site::measure(&folder, &named.map(|(path, when)| (path.to_owned(), when)));
        fs::remove_dir_all(&folder).unwrap();
        let site = site.unwrap();
        let sent: Vec<_> = site.files.iter().map(|file| file.sent).collect();
        assert_eq!(sent[..3], [900, 500, 70]);
        assert!(sent[3] < sent[4] && sent[4] < 200, "{sent:?}");
        assert_eq!(site.sent_at_first(), sent[0] + sent[4]);
        assert_eq!(site.sent_unasked(), sent[0] + sent[2] + sent[4]);
        assert_eq!(site.files[3].path, "js/en.js");
    }
}

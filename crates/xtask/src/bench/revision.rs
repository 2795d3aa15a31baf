//! Another revision, built once as it builds itself, and kept in the cache.
//!
//! It is checked out apart from this checkout: cargo adds up the settings of all folders above the
//! one that it builds in.

use anyhow::{Context as _, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

use super::build::{Build, program_file, take_facade};
use crate::folders::{Folders, fill_folder};
use crate::shell;

/// A commit of this repository.
pub(crate) struct Revision {
    /// Its whole name, 40 digits.
    commit: String,
}

impl Revision {
    /// The commit that git knows by a name.
    pub(crate) fn named(folders: &Folders, name: &str) -> Result<Self> {
        let mut git = Command::new("git");
        git.current_dir(folders.root())
            .args(["rev-parse", "--verify", "--quiet", "--end-of-options"])
            .arg(format!("{name}^{{commit}}"));
        let commit = shell::answer(&mut git)
            .with_context(|| format!("git knows no commit by the name {name}"))?;
        Ok(Self { commit })
    }

    /// Whether its name begins with some digits.
    pub(crate) fn is(&self, digits: &str) -> bool {
        self.commit.starts_with(digits)
    }

    /// As many digits of its name as one reads.
    pub(crate) fn short(&self) -> &str {
        self.commit.get(..7).unwrap_or(&self.commit)
    }

    /// Its build, made first if need be: some minutes.
    pub(crate) fn build(&self, folders: &Folders) -> Result<Build> {
        let compiler = shell::answer(Command::new("rustc").arg("--version"));
        let compiler = compiler.unwrap_or_default();
        let compiler = compiler.split(' ').nth(1).unwrap_or("unknown");
        let name = format!("{}-rust-{compiler}", self.commit);
        let home = folders.cache().join("revisions").join(name);
        let _alone = folders.alone_with_revisions()?;
        if !home.is_dir() {
            fill_folder(&home, |new| self.fill(folders, new))?;
        }
        Ok(Build {
            page: home.join("page"),
            site: home.join("site"),
            facade: home.join("facade"),
            program: home.join(program_file()),
        })
    }

    /// Builds it within the folder `new`, and leaves there what is measured.
    fn fill(&self, folders: &Folders, new: &Path) -> Result<()> {
        let source = new.join("source");
        let target = source.join("target");
        let short = self.short();
        self.check_out(folders, &source)?;
        let cargo = |arguments: &[&str]| {
            let mut cargo = Command::new("cargo");
            cargo
                .current_dir(&source)
                .args(arguments)
                .env("DOWNHILL_CACHE", folders.cache())
                .env("CARGO_TARGET_DIR", &target);
            cargo
        };
        let what = format!("building the site of {short}");
        shell::step(&what, &mut cargo(&["xtask", "dist"]))?;
        let what = format!("compiling the command line of {short}");
        let arguments = ["build", "--release", "--package", "downhill-cli"];
        shell::step(&what, &mut cargo(&arguments))?;
        let program = program_file();
        for (built, kept) in [
            (source.join("www"), "page"),
            (target.join("dist"), "site"),
            (target.join("release").join(&program), program.as_str()),
        ] {
            fs::rename(&built, new.join(kept))
                .with_context(|| format!("keeping {}", built.display()))?;
        }
        take_facade(&new.join("page"), &new.join("facade"))?;
        Ok(fs::remove_dir_all(&source)?)
    }

    fn check_out(&self, folders: &Folders, source: &Path) -> Result<()> {
        let mut clone = Command::new("git");
        clone
            .args(["clone", "--quiet", "--shared", "--no-checkout"])
            .args([folders.root(), source]);
        let what = format!("checking out {}", self.short());
        shell::step(&what, &mut clone)?;
        let mut checkout = Command::new("git");
        checkout
            .current_dir(source)
            .args(["checkout", "--quiet", "--detach", &self.commit]);
        let outcome = shell::capture(&mut checkout)?;
        anyhow::ensure!(outcome.success, "{what} failed:\n{}", outcome.output);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_git() {
        let folders = Folders::find().unwrap();
        let head = Revision::named(&folders, "HEAD").unwrap();
        assert_eq!(head.commit.len(), 40);
        assert!(head.is(head.short()) && head.is(&head.commit));
        assert!(!head.is("not-hexadecimal"));
        let error = Revision::named(&folders, "no-such-name").err().unwrap();
        assert!(error.to_string().contains("no-such-name"), "{error}");
        assert!(Revision::named(&folders, "--all").is_err());
    }
}

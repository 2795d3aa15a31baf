//! What the tests need from the system: browsers, a driver, fonts, Node.

use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::folders::program_on_path;
use crate::{apt, shell};

/// A part of the system that is not Rust's to install.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Firefox,
    Chromium,
    Chromedriver,
    JapaneseFonts,
    MathFont,
    Node,
}

impl Part {
    /// Its program, if it is there; for fonts, the program that finds them.
    pub(crate) fn find(self) -> Option<PathBuf> {
        match self {
            Self::Firefox => first_of(
                &["firefox-esr", "firefox"],
                &["/Applications/Firefox.app/Contents/MacOS/firefox"],
            ),
            Self::Chromium => first_of(
                &["chromium", "chromium-browser", "google-chrome"],
                &[
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                ],
            ),
            Self::Chromedriver => first_of(&["chromedriver"], &[]),
            Self::JapaneseFonts => fonts(&[":lang=ja"]),
            Self::MathFont => fonts(&["STIX Two Math", "STIX Math"]),
            Self::Node => first_of(&["npm"], &[]).and_then(|_| first_of(&["node"], &[])),
        }
    }

    /// Its program, or an error that says how to get it.
    pub(crate) fn require(self) -> Result<PathBuf> {
        match self.find() {
            Some(program) => Ok(program),
            None => bail!("{} missing; {}", self.name(), advice(&[self])),
        }
    }

    /// Its name in a sentence.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Firefox => "Firefox",
            Self::Chromium => "Chromium",
            Self::Chromedriver => "chromedriver",
            Self::JapaneseFonts => "Japanese fonts",
            Self::MathFont => "a font for formulas",
            Self::Node => "Node.js with npm",
        }
    }

    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Firefox => &["firefox-esr"],
            Self::Chromium => &["chromium"],
            Self::Chromedriver => &["chromium-driver"],
            Self::JapaneseFonts => &["fonts-noto-cjk", "fontconfig"],
            Self::MathFont => &["fonts-stix", "fontconfig"],
            Self::Node => &["nodejs", "npm"],
        }
    }

    fn homebrew(self) -> &'static str {
        match self {
            Self::Firefox => "--cask firefox",
            Self::Chromium => "--cask chromium",
            Self::Chromedriver => "--cask chromedriver",
            Self::JapaneseFonts => "--cask font-noto-sans-cjk",
            Self::MathFont => "--cask font-stix",
            Self::Node => "node",
        }
    }
}

/// Installs those parts that are missing, where that can be done.
pub(crate) fn ensure<'a>(parts: impl IntoIterator<Item = &'a Part>) -> Result<()> {
    let mut parts: Vec<_> = parts.into_iter().copied().collect();
    parts.sort_unstable();
    parts.dedup();
    let missing = missing(&parts);
    if missing.is_empty() {
        return Ok(());
    }
    if apt::is_here() {
        apt::install(&packages(&missing))?;
    }
    let missing = self::missing(&parts);
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = missing.iter().map(|part| part.name()).collect();
    bail!("missing: {}; {}", names.join(", "), advice(&missing))
}

fn missing(parts: &[Part]) -> Vec<Part> {
    let missing = parts.iter().copied();
    missing.filter(|part| part.find().is_none()).collect()
}

fn packages(parts: &[Part]) -> Vec<&'static str> {
    let packages = parts.iter().flat_map(|part| part.debian_packages());
    packages.copied().collect()
}

/// What a person can do to get some parts.
fn advice(parts: &[Part]) -> String {
    if apt::is_here() {
        return format!("run: {}", apt::by_hand(&packages(parts)));
    }
    if cfg!(target_os = "macos") {
        let commands = parts
            .iter()
            .map(|part| format!("brew install {}", part.homebrew()));
        return format!("run: {}", commands.collect::<Vec<_>>().join(" && "));
    }
    "install it from its own site or with this system's package manager, so that it is on PATH"
        .to_owned()
}

fn first_of(names: &[&str], places: &[&str]) -> Option<PathBuf> {
    names
        .iter()
        .find_map(|name| program_on_path(name))
        .or_else(|| {
            let places = places.iter().map(PathBuf::from);
            places.into_iter().find(|place| place.is_file())
        })
}

/// The program that finds fonts, if it finds one that fits any of some patterns. Only Linux comes
/// without the fonts that are asked for here.
fn fonts(patterns: &[&str]) -> Option<PathBuf> {
    if !cfg!(target_os = "linux") {
        return env::current_exe().ok();
    }
    let finder = program_on_path("fc-list")?;
    let finds = |pattern: &&str| {
        let fonts = shell::answer(Command::new(&finder).args([pattern, "family"]));
        fonts.is_some_and(|fonts| !fonts.is_empty())
    };
    patterns.iter().any(finds).then_some(finder)
}

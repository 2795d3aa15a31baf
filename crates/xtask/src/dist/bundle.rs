//! The page's scripts and styles, bundled by esbuild.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::folders::Folders;
use crate::system::Part;
use crate::{esbuild, shell};

/// The one stylesheet of the site.
pub(crate) const STYLE: &str = "style.css";

/// Where the scripts that begin something stand, and where in the page they come from. All scripts
/// of the site stand in one folder beside `pkg`, as in the page: `laboratory.js`, `pool.js`,
/// `judge.js` and `runner.js` look for files from where they are.
pub(crate) const SCRIPTS: [(&str, &str); 4] = [
    ("js/main", "js/main.js"),
    ("js/worker", "js/fates/worker.js"),
    ("js/judge-worker", "js/judging/judge-worker.js"),
    ("js/run-worker", "js/beside/run-worker.js"),
];

/// What keeps the site on a device, and where it comes from.
const KEEPER: (&str, &str) = ("service-worker", "offline/service-worker.js");

/// What esbuild tells of its work, beside the bundles for as long as it is read.
const ACCOUNT: &str = "bundles.json";

/// What has been bundled.
#[derive(Debug, PartialEq)]
pub(crate) struct Bundle {
    /// The scripts that the main one imports: a browser that knows of them does not wait for it.
    pub(crate) early: Vec<String>,
    /// The scripts with the words of a language each.
    pub(crate) languages: Vec<String>,
    /// The scripts that the page fetches when it first wants what they do.
    pub(crate) later: Vec<String>,
}

impl Bundle {
    /// Writes the bundles into the folder `new`.
    pub(crate) fn write(folders: &Folders, stylesheets: &[&str], new: &Path) -> Result<Self> {
        let mut esbuild = esbuild_of(folders, &SCRIPTS, new)?;
        with_style(&mut esbuild, folders, stylesheets, new)?;
        esbuild
            .args(["--splitting", "--format=esm"])
            .arg("--chunk-names=js/[name]-[hash]")
            .arg(format!("--metafile={ACCOUNT}"));
        shell::step("bundling the page", &mut esbuild)?;
        let account = new.join(ACCOUNT);
        let bundle = Self::read(&fs::read_to_string(&account)?)?;
        fs::remove_file(&account)?;
        Ok(bundle)
    }

    /// Writes each of `SCRIPTS` into the folder `new` as one file that imports none; the workers' as
    /// scripts that are no modules, since no browser but Firefox starts a module that a file carries.
    pub(crate) fn write_whole(folders: &Folders, stylesheets: &[&str], new: &Path) -> Result<()> {
        let (main, workers) = SCRIPTS.split_at(1);
        let mut esbuild = esbuild_of(folders, main, new)?;
        esbuild.arg("--format=esm");
        with_style(&mut esbuild, folders, stylesheets, new)?;
        shell::step("bundling the page that stands alone", &mut esbuild)?;
        let mut esbuild = esbuild_of(folders, workers, new)?;
        // They are handed what they would fetch from there.
        esbuild.args(["--format=iife", "--define:import.meta.url=\"\""]);
        shell::step("bundling its workers", &mut esbuild)
    }

    /// Writes the script that keeps a release of the site on a reader's device beside its document: the
    /// release by its folder's name, and the paths of all its files.
    pub(crate) fn write_keeper(
        folders: &Folders,
        release: &str,
        files: &[String],
        new: &Path,
    ) -> Result<()> {
        let site = json!({ "release": release, "files": files });
        let mut esbuild = esbuild_of(folders, &[KEEPER], new)?;
        esbuild
            .arg("--format=iife")
            .arg(format!("--define:import.meta.site={site}"));
        shell::step("bundling what keeps the site offline", &mut esbuild)
    }

    fn read(account: &str) -> Result<Self> {
        let account: Value = serde_json::from_str(account).context("reading of the bundles")?;
        let outputs = account["outputs"].as_object().context("no bundles")?;
        let (main, _) = SCRIPTS[0];
        let main = format!("{main}.js");
        ensure!(outputs.contains_key(&main), "no main script");
        let mut early = vec![main.as_str()];
        let mut next = 0;
        while let Some(script) = early.get(next) {
            let imports = outputs[*script]["imports"].as_array();
            let imports = imports
                .into_iter()
                .flatten()
                .filter(|import| import["kind"] == "import-statement")
                .filter_map(|import| import["path"].as_str());
            for path in imports {
                if !early.contains(&path) {
                    early.push(path);
                }
            }
            next += 1;
        }
        let languages = outputs.iter().filter_map(|(path, output)| {
            let source = output["entryPoint"].as_str()?;
            source.contains("/locales/").then_some(path.as_str())
        });
        let languages: Vec<&str> = languages.collect();
        let later = outputs.keys().map(String::as_str).filter(|path| {
            path.ends_with(".js") && !early.contains(path) && !languages.contains(path)
        });
        let bundle = Self {
            later: later.map(str::to_owned).collect(),
            early: early[1..].iter().map(|&path| path.to_owned()).collect(),
            languages: languages.into_iter().map(str::to_owned).collect(),
        };
        ensure!(
            bundle.languages.len() > 1,
            "the languages are not bundled apart"
        );
        Ok(bundle)
    }
}

/// The bundler, told to bundle some of the page's scripts into the folder `new`.
fn esbuild_of(folders: &Folders, scripts: &[(&str, &str)], new: &Path) -> Result<Command> {
    let mut esbuild = Command::new(Part::Node.require()?);
    esbuild.current_dir(new).arg(esbuild::ensure(folders)?);
    for (bundle, source) in scripts {
        esbuild.arg(format!("{bundle}={}", in_page(folders, source)?));
    }
    esbuild
        .args(["--bundle", "--minify", "--charset=utf8"])
        .args(["--define:import.meta.packed=true", "--outdir=."])
        .args(["--allow-overwrite", "--log-level=warning"]);
    Ok(esbuild)
}

/// Has it make one stylesheet of all, too.
fn with_style(
    esbuild: &mut Command,
    folders: &Folders,
    stylesheets: &[&str],
    new: &Path,
) -> Result<()> {
    let mut style = String::new();
    for sheet in stylesheets {
        writeln!(style, "@import \"{}\";", in_page(folders, sheet)?)?;
    }
    fs::write(new.join(STYLE), style)?;
    esbuild.arg(format!("./{STYLE}"));
    Ok(())
}

/// The place of a file of the page, as esbuild wants it.
fn in_page(folders: &Folders, path: &str) -> Result<String> {
    let path = folders.page().join(path);
    let path = path.to_str().context("a path that is no text")?;
    Ok(path.replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_at_first_is_told_from_what_comes_later() {
        let account = r#"{"outputs": {
            "js/en-A.js": {"imports": [], "entryPoint": "../../www/locales/en.js"},
            "js/ja-B.js": {"imports": [], "entryPoint": "../../www/locales/ja.js"},
            "js/chunk-C.js": {"imports": [
                {"path": "js/chunk-E.js", "kind": "import-statement"}
            ]},
            "js/chunk-E.js": {"imports": []},
            "js/chunk-F.js": {"imports": []},
            "js/panel-D.js": {"imports": [], "entryPoint": "../../www/js/share/panel.js"},
            "style.css": {"imports": [], "entryPoint": "style.css"},
            "js/main.js": {"entryPoint": "../../www/js/main.js", "imports": [
                {"path": "js/chunk-C.js", "kind": "import-statement"},
                {"path": "js/ja-B.js", "kind": "dynamic-import"}
            ]}
        }}"#;
        let bundle = Bundle::read(account).unwrap();
        assert_eq!(bundle.early, ["js/chunk-C.js", "js/chunk-E.js"]);
        assert_eq!(bundle.languages, ["js/en-A.js", "js/ja-B.js"]);
        // What only scripts that come later share comes later, too.
        assert_eq!(bundle.later, ["js/chunk-F.js", "js/panel-D.js"]);
        assert!(Bundle::read(&account.replace("locales", "words")).is_err());
    }
}

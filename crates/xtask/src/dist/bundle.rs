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

/// Where the scripts that begin something stand, and where in the page they come from. All scripts
/// of the site stand in one folder beside `pkg`, as in the page: `laboratory.js`, `pool.js`,
/// `judge.js`, `runner.js` and `filming.js` look for files from where they are. First the page's own.
pub(crate) const MAIN: (&str, &str) = ("js/main", "js/main.js");

/// That of the speaker's notes, which look for no file.
pub(crate) const NOTES: (&str, &str) = ("js/notes/window", "js/notes/window.js");

/// Those of workers.
pub(crate) const WORKERS: [(&str, &str); 4] = [
    ("js/worker", "js/fates/worker.js"),
    ("js/judge-worker", "js/judging/judge-worker.js"),
    ("js/run-worker", "js/beside/run-worker.js"),
    ("js/animation-worker", "js/files/animation-worker.js"),
];

/// A stylesheet by its name, and the sheets of the page that it is made of.
pub(crate) type Style<'a> = (&'a str, Vec<&'a str>);

/// What keeps the site on a device, and where it comes from.
const KEEPER: (&str, &str) = ("service-worker", "offline/service-worker.js");

/// What esbuild tells of its work, beside the bundles for as long as it is read.
const ACCOUNT: &str = "bundles.json";

/// What has been bundled.
#[derive(Debug, PartialEq)]
pub(crate) struct Bundle {
    /// The scripts that the page's main one imports: a browser that knows of them does not wait for it.
    pub(crate) early: Vec<String>,
    /// The same of the speaker's notes.
    pub(crate) early_in_notes: Vec<String>,
    /// The scripts with the words of a language each.
    pub(crate) languages: Vec<String>,
    /// The scripts that the page fetches when it first wants what they do.
    pub(crate) later: Vec<String>,
}

impl Bundle {
    /// Writes the bundles into the folder `new`; styles by their names, each of several sheets of the page.
    pub(crate) fn write(folders: &Folders, styles: &[Style<'_>], new: &Path) -> Result<Self> {
        let scripts = [&[MAIN, NOTES], WORKERS.as_slice()].concat();
        let mut esbuild = esbuild_of(folders, &scripts, new)?;
        for style in styles {
            with_style(&mut esbuild, folders, style, new)?;
        }
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

    /// Writes the page's script and each worker's into the folder `new` as one file that imports none; the
    /// workers' as scripts that are no modules, since no browser but Firefox starts a module that a file
    /// carries.
    pub(crate) fn write_whole(folders: &Folders, style: &Style<'_>, new: &Path) -> Result<()> {
        let mut esbuild = esbuild_of(folders, &[MAIN], new)?;
        esbuild.arg("--format=esm");
        with_style(&mut esbuild, folders, style, new)?;
        shell::step("bundling the page that stands alone", &mut esbuild)?;
        let mut esbuild = esbuild_of(folders, &WORKERS, new)?;
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
        let with_imports = |(script, _): (&str, &str)| {
            let main = format!("{script}.js");
            ensure!(outputs.contains_key(&main), "no {main}");
            let mut early = vec![main];
            let mut next = 0;
            while let Some(script) = early.get(next) {
                let imports = outputs[script]["imports"].as_array();
                let imports = imports
                    .into_iter()
                    .flatten()
                    .filter(|import| import["kind"] == "import-statement")
                    .filter_map(|import| import["path"].as_str());
                for path in imports {
                    if early.iter().all(|known| known != path) {
                        early.push(path.to_owned());
                    }
                }
                next += 1;
            }
            Ok(early)
        };
        let early = with_imports(MAIN)?;
        let early_in_notes = with_imports(NOTES)?;
        let languages = outputs.iter().filter_map(|(path, output)| {
            let source = output["entryPoint"].as_str()?;
            source.contains("/locales/").then_some(path.as_str())
        });
        let languages: Vec<&str> = languages.collect();
        let later = outputs.keys().map(String::as_str).filter(|path| {
            path.ends_with(".js")
                && early.iter().all(|known| known != *path)
                && !languages.contains(path)
        });
        let bundle = Self {
            later: later.map(str::to_owned).collect(),
            early: early[1..].to_vec(),
            early_in_notes: early_in_notes[1..].to_vec(),
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

/// Has it make a stylesheet, too.
fn with_style(
    esbuild: &mut Command,
    folders: &Folders,
    (name, sheets): &Style<'_>,
    new: &Path,
) -> Result<()> {
    let mut style = String::new();
    for sheet in sheets {
        writeln!(style, "@import \"{}\";", in_page(folders, sheet)?)?;
    }
    fs::write(new.join(name), style)?;
    esbuild.arg(format!("./{name}"));
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
            "js/notes/window.js": {"entryPoint": "../../www/js/notes/window.js", "imports": [
                {"path": "js/chunk-E.js", "kind": "import-statement"}
            ]},
            "js/main.js": {"entryPoint": "../../www/js/main.js", "imports": [
                {"path": "js/chunk-C.js", "kind": "import-statement"},
                {"path": "js/ja-B.js", "kind": "dynamic-import"}
            ]}
        }}"#;
        let bundle = Bundle::read(account).unwrap();
        assert_eq!(bundle.early, ["js/chunk-C.js", "js/chunk-E.js"]);
        assert_eq!(bundle.early_in_notes, ["js/chunk-E.js"]);
        assert_eq!(bundle.languages, ["js/en-A.js", "js/ja-B.js"]);
        // What only scripts that come later share comes later, too.
        assert_eq!(
            bundle.later,
            ["js/chunk-F.js", "js/notes/window.js", "js/panel-D.js"]
        );
        assert!(Bundle::read(&account.replace("locales", "words")).is_err());
    }
}

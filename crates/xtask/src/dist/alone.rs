//! The whole page as one file, which a browser opens from a stick, without a server and a network.

use anyhow::{Context as _, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::bundle::{Bundle, MAIN, Style, WORKERS};
use super::document::{references, shortened};
use super::release::paths;
use super::{DOCUMENT, FACADE};
use crate::folders::Folders;
use crate::page::{FIRST_FILE, LATER_FILE, LATER_MODULES};
use crate::policy::POLICY;

/// What the file is called.
pub(crate) const FILE: &str = "downhill.html";

/// Where the page refers to its own files, which the one file has no use for.
const OWN: [&str; 3] = [
    "<link rel=\"modulepreload\"",
    "<link rel=\"manifest\"",
    "<script type=\"module\" src=",
];

/// Writes the file into the folder of the site that is being made, where its packed modules stand in the
/// folder `release`.
pub(crate) fn write(
    folders: &Folders,
    page: &Path,
    style: &Style<'_>,
    site: &Path,
    release: &str,
) -> Result<()> {
    let bundles = site.join("whole");
    fs::create_dir(&bundles)?;
    Bundle::write_whole(folders, style, &bundles)?;
    let read = |path: &str| {
        let file = bundles.join(path);
        fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
    };
    let mut carried = Vec::new();
    for (bundle, _) in WORKERS {
        let path = format!("{bundle}.js");
        let script = read(&path)?;
        carried.push((path, script));
    }
    let modules = LATER_MODULES
        .iter()
        .map(|module| (module.folder, module.file));
    for (folder, file) in modules.chain([FIRST_FILE, LATER_FILE].map(|file| (FACADE, file))) {
        let path = format!("{folder}/{file}.gz");
        let module = fs::read(site.join(release).join(&path))
            .with_context(|| format!("reading {path} of the site"))?;
        carried.push((path, BASE64_STANDARD.encode(module)));
    }
    let html = fs::read_to_string(page.join(DOCUMENT)).context("reading the page")?;
    let icon = |path: &str| fs::read(page.join(path)).with_context(|| format!("reading {path}"));
    let html = whole(
        &html,
        &read(style.0)?,
        &read(&format!("{}.js", MAIN.0))?,
        &carried,
        icon,
    )?;
    ensure!(
        paths(&bundles)?.len() == WORKERS.len() + 2,
        "the one file would leave out a bundle"
    );
    fs::remove_dir_all(&bundles)?;
    Ok(fs::write(site.join(FILE), html)?)
}

/// The document with its style, its main script and the files `carried`, each with its path.
fn whole(
    html: &str,
    style: &str,
    script: &str,
    carried: &[(String, String)],
    icon: impl Fn(&str) -> Result<Vec<u8>>,
) -> Result<String> {
    let html = shortened(html, &format!("<style>{style}</style>\n"))?;
    let lines = html.lines();
    let mut html: String = lines
        .filter(|line| !OWN.iter().any(|own| line.starts_with(own)))
        .flat_map(|line| [line, "\n"])
        .collect();
    ensure!(html.contains(POLICY), "the document states no policy");
    html = html.replace(POLICY, &policy(script, style));
    for path in references(&html.clone()) {
        ensure!(path.ends_with(".svg"), "{path} cannot be carried");
        let address = format!(
            "data:image/svg+xml;base64,{}",
            BASE64_STANDARD.encode(icon(path)?)
        );
        html = html.replace(&format!("\"{path}\""), &format!("\"{address}\""));
    }
    let mut end = String::new();
    for (path, contents) in carried {
        writeln!(
            end,
            "<script type=\"text/plain\" data-file=\"{path}\">{}</script>",
            inline(contents)?
        )?;
    }
    writeln!(end, "<script type=\"module\">{}</script>", inline(script)?)?;
    let Some((before, after)) = html.split_once("</body>") else {
        bail!("the document has no end");
    };
    Ok(format!("{before}{end}</body>{after}"))
}

/// What may stand inside of a script's element as it is.
fn inline(text: &str) -> Result<&str> {
    let small = text.to_ascii_lowercase();
    for end in ["</script", "<!--"] {
        ensure!(!small.contains(end), "a script has {end} in it");
    }
    Ok(text)
}

/// The page's policy for a document that loads nothing: it may run the script and the style that stand
/// in it, and what it carries.
fn policy(script: &str, style: &str) -> String {
    let (script, style) = (sum(script), sum(style));
    format!(
        "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; \
         img-src data: blob:; worker-src blob:; connect-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// A text as policies name it.
fn sum(text: &str) -> String {
    let sum = Sha256::digest(text.as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../../../www/index.html");

    #[test]
    fn the_file_refers_to_nothing_outside_of_it() {
        let carried = [("pkg/a.wasm.gz".to_owned(), "AAAA".to_owned())];
        let icon = |path: &str| Ok(path.as_bytes().to_vec());
        let html = whole(PAGE, "p{}", "start()", &carried, icon).unwrap();
        let found = references(&html);
        assert!(!found.is_empty());
        for address in found {
            assert!(address.starts_with("data:"), "{address}");
        }
        for part in [
            "<style>p{}</style>",
            "<script type=\"text/plain\" data-file=\"pkg/a.wasm.gz\">AAAA</script>\n\
             <script type=\"module\">start()</script>\n</body>",
            // As `printf 'start()' | openssl dgst -sha256 -binary | base64` has it.
            "script-src 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00=' 'wasm-unsafe-eval'",
        ] {
            assert!(html.contains(part), "{part}");
        }
    }

    #[test]
    fn a_script_that_would_end_too_soon_is_refused() {
        let icon = |_: &str| Ok(Vec::new());
        let script = "a = '</SCRIPT>'";
        assert!(whole(PAGE, "", script, &[], icon).is_err());
    }
}

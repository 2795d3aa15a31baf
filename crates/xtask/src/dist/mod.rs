//! `cargo xtask dist`: the page as a folder that any static host can serve.
//!
//! The page stands in `www` as a browser takes it, in many small files. The site is the same with
//! less to fetch: scripts and styles bundled, the compiled facade packed. All that belongs together
//! stands in one folder named after its contents: of two releases a browser never mixes files,
//! however long it keeps them. Beside it stands all of it once more in one file, for those who take it
//! along.

mod alone;
mod bundle;
mod document;
mod packed;
mod release;
mod sizes;

use anyhow::{Context as _, Result, ensure};
use std::fs;
use std::path::Path;

use crate::folders::{Folders, fill_folder};
use crate::page::{self, FIRST_FILE, LATER_FILE, LATER_MODULES};
use crate::system::{self, Part};
use bundle::Bundle;
use document::{references, rewritten, stylesheets};
use release::paths;
use sizes::Coming;
pub(crate) use sizes::Site;

const DOCUMENT: &str = "index.html";
/// Its one stylesheet.
const STYLE: &str = "style.css";
/// The window of the speaker's notes, and its stylesheet.
const NOTES: &str = "notes.html";
const NOTES_STYLE: &str = "notes.css";
/// The compiled page.
const FACADE: &str = "pkg";

/// Builds the page, makes the site of it in `target/dist`, and prints the sizes.
pub(crate) fn dist(folders: &Folders) -> Result<()> {
    system::ensure(&[Part::Node])?;
    page::build(folders)?;
    let site = collect_site(folders)?;
    println!("{site}\nthe site is in {}", folders.site().display());
    Ok(())
}

/// Makes the site of the built page.
pub(crate) fn collect_site(folders: &Folders) -> Result<Site> {
    let source = folders.page();
    let mut site = None;
    fill_folder(&folders.site(), |new| {
        let html = fs::read_to_string(source.join(DOCUMENT)).context("reading the page")?;
        let notes = fs::read_to_string(source.join(NOTES)).context("reading the notes")?;
        let styles = [
            (STYLE, stylesheets(&html)),
            (NOTES_STYLE, stylesheets(&notes)),
        ];
        let unnamed = new.join("release");
        fs::create_dir(&unnamed)?;
        let bundle = Bundle::write(folders, &styles, &unnamed)?;
        for file in [FIRST_FILE, LATER_FILE] {
            pack(&folders.package(), file, &unnamed)?;
        }
        for module in LATER_MODULES {
            pack(&source.join(module.folder), module.file, &unnamed)?;
        }
        let release = release::name(&unnamed)?;
        fs::rename(&unnamed, new.join(&release))?;
        // The first picture waits for it longest.
        let facade = format!("{FACADE}/{FIRST_FILE}.gz");
        let html = rewritten(&html, &release, STYLE, &bundle.early, Some(&facade))?;
        fs::write(new.join(DOCUMENT), &html)?;
        let notes = rewritten(&notes, &release, NOTES_STYLE, &bundle.early_in_notes, None)?;
        fs::write(new.join(NOTES), &notes)?;
        take_what_is_missing(&html, &source, new)?;
        let mut kept = paths(new)?;
        kept.retain(|path| path != DOCUMENT);
        Bundle::write_keeper(folders, &release, &kept, new)?;
        alone::write(folders, &source, &styles[0], new, &release)?;
        let in_release = |path: &str| format!("{release}/{path}");
        let module = |folder: &str, file: &str| format!("{release}/{folder}/{file}.gz");
        let mut named = vec![(module(FACADE, LATER_FILE), Coming::Soon)];
        named.extend(
            bundle
                .languages
                .iter()
                .map(|path| (in_release(path), Coming::Language)),
        );
        let later = [alone::FILE, "service-worker.js", NOTES].map(str::to_owned);
        let later = later.into_iter().chain([in_release(NOTES_STYLE)]);
        let later = later.chain(bundle.later.iter().map(|path| in_release(path)));
        let modules = LATER_MODULES.iter().map(|one| module(one.folder, one.file));
        named.extend(later.chain(modules).map(|path| (path, Coming::Later)));
        site = Some(Site::measure(new, &named)?);
        Ok(())
    })?;
    site.context("a site that was not made")
}

/// Copies what the document refers to and no bundle holds: its icon.
fn take_what_is_missing(html: &str, page: &Path, new: &Path) -> Result<()> {
    for path in references(html) {
        let place = new.join(path);
        if place.is_file() {
            continue;
        }
        let original = page.join(path);
        ensure!(
            original.is_file(),
            "{DOCUMENT} refers to {path}, which there is not"
        );
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&original, &place).with_context(|| format!("copying {path}"))?;
    }
    Ok(())
}

/// Puts a compiled module where `laboratory.js` looks for it: in the folder of that name.
fn pack(from: &Path, name: &str, new: &Path) -> Result<()> {
    let original = from.join(name);
    let module = fs::read(&original).with_context(|| format!("reading {}", original.display()))?;
    let folder = new.join(from.file_name().context("a folder without a name")?);
    fs::create_dir_all(&folder)?;
    let packed = packed::packed(&module)?;
    fs::write(folder.join(format!("{name}.gz")), packed)?;
    Ok(())
}

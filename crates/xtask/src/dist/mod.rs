//! `cargo xtask dist`: the page as a folder that any static host can serve.
//!
//! The page stands in `www` as a browser takes it, in many small files. The site is the same with
//! less to fetch: scripts and styles bundled, the compiled facade packed. All that belongs together
//! stands in one folder named after its contents: of two releases a browser never mixes files,
//! however long it keeps them.

mod bundle;
mod document;
mod packed;
mod release;
mod sizes;

use anyhow::{Context as _, Result, ensure};
use std::fs;
use std::path::Path;

use crate::folders::{Folders, fill_folder};
use crate::page;
use crate::system::{self, Part};
use bundle::{Bundle, STYLE};
use document::{references, rewritten, stylesheets};
pub(crate) use sizes::Site;

const DOCUMENT: &str = "index.html";
const FACADE: &str = "downhill_web_bg.wasm";

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
    let page = folders.page();
    let mut site = None;
    fill_folder(&folders.site(), |new| {
        let html = fs::read_to_string(page.join(DOCUMENT)).context("reading the page")?;
        let sheets = stylesheets(&html);
        let unnamed = new.join("release");
        fs::create_dir(&unnamed)?;
        let bundle = Bundle::write(folders, &sheets, &unnamed)?;
        pack_facade(folders, &unnamed)?;
        let release = release::name(&unnamed)?;
        fs::rename(&unnamed, new.join(&release))?;
        let html = rewritten(&html, &release, STYLE, &bundle.early)?;
        fs::write(new.join(DOCUMENT), &html)?;
        take_what_is_missing(&html, &page, new)?;
        let languages = bundle.languages.iter();
        let languages: Vec<_> = languages.map(|path| format!("{release}/{path}")).collect();
        site = Some(Site::measure(new, &languages)?);
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

/// Puts the compiled facade where `laboratory.js` looks for it.
fn pack_facade(folders: &Folders, new: &Path) -> Result<()> {
    let original = folders.package().join(FACADE);
    let module = fs::read(&original).with_context(|| format!("reading {}", original.display()))?;
    let folder = new.join("pkg");
    fs::create_dir_all(&folder)?;
    fs::write(
        folder.join(format!("{FACADE}.gz")),
        packed::packed(&module)?,
    )?;
    Ok(())
}

//! `index.html`: what it refers to, and how it refers to the bundles.

use anyhow::{Result, bail, ensure};
use std::fmt::Write as _;

const STYLESHEET: &str = "<link rel=\"stylesheet\"";
/// How a script is referred to.
const SCRIPTS: &str = "=\"js/";

/// The page's stylesheets, in their order. Each has a line of its own.
pub(crate) fn stylesheets(html: &str) -> Vec<&str> {
    let lines = html.lines().map(str::trim);
    lines
        .filter(|line| line.starts_with(STYLESHEET))
        .flat_map(references)
        .collect()
}

/// The files that a document refers to; what begins with `#` is a part of the document itself.
pub(crate) fn references(html: &str) -> Vec<&str> {
    let attributes = [" href=\"", " src=\""];
    let values = attributes.iter().flat_map(|attribute| {
        let places = html.split(attribute).skip(1);
        places.filter_map(|rest| rest.split('"').next())
    });
    values.filter(|value| !value.starts_with('#')).collect()
}

/// The document with scripts from the folder `release`, with one stylesheet from there in place of
/// all, and told early of scripts that others import and of a file that they fetch; without comments and
/// indentation.
pub(crate) fn rewritten(
    html: &str,
    release: &str,
    stylesheet: &str,
    early: &[String],
    fetched: Option<&str>,
) -> Result<String> {
    let mut style = format!("{STYLESHEET} href=\"{release}/{stylesheet}\" />\n");
    for script in early {
        let script = format!("{release}/{script}");
        writeln!(style, "<link rel=\"modulepreload\" href=\"{script}\" />")?;
    }
    if let Some(file) = fetched {
        let file = format!("{release}/{file}");
        writeln!(
            style,
            "<link rel=\"preload\" href=\"{file}\" as=\"fetch\" crossorigin />"
        )?;
    }
    let html = shortened(html, &style)?;
    Ok(html.replace(SCRIPTS, &format!("=\"{release}/js/")))
}

/// The document without comments and indentation, with one text in place of all its stylesheets.
pub(crate) fn shortened(html: &str, style: &str) -> Result<String> {
    for kept in ["<pre", "<textarea"] {
        ensure!(
            !html.contains(kept),
            "white space has a meaning in {kept}>: the document cannot be shortened"
        );
    }
    let mut short = String::new();
    let mut is_styled = false;
    for line in without_comments(html)?.lines().map(str::trim) {
        if !line.starts_with(STYLESHEET) {
            if !line.is_empty() {
                writeln!(short, "{line}")?;
            }
        } else if !is_styled {
            is_styled = true;
            short.push_str(style);
        }
    }
    ensure!(is_styled, "the document has no stylesheet");
    Ok(short)
}

fn without_comments(html: &str) -> Result<String> {
    let mut pieces = html.split("<!--");
    let mut rest = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once("-->") {
            Some((_, after)) => rest.push_str(after),
            None => bail!("a comment of the document does not end"),
        }
    }
    Ok(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../../../www/index.html");
    const NOTES: &str = include_str!("../../../../www/notes.html");

    #[test]
    fn the_site_refers_to_bundles_and_to_files_of_the_page() {
        let early = ["js/shared.js".to_owned()];
        let site = rewritten(PAGE, "0a1b", "style.css", &early, Some("pkg/a.gz")).unwrap();
        let mut found = references(&site);
        found.sort_unstable();
        found.dedup();
        assert_eq!(
            found,
            [
                "0a1b/js/main.js",
                "0a1b/js/shared.js",
                "0a1b/pkg/a.gz",
                "0a1b/style.css",
                "icon.svg",
                "manifest.webmanifest"
            ]
        );
        assert!(stylesheets(PAGE).len() > 1);
        assert_eq!(stylesheets(&site), ["0a1b/style.css"]);
    }

    #[test]
    fn the_notes_refer_to_their_bundle() {
        let site = rewritten(NOTES, "0a1b", "notes.css", &[], None).unwrap();
        let found = references(&site);
        let script = format!("0a1b/{}.js", crate::dist::bundle::NOTES.0);
        assert_eq!(found, ["icon.svg", "0a1b/notes.css", &script]);
    }

    #[test]
    fn nothing_goes_but_space_and_comments() {
        let html = "<p>\n  <!-- a\n  b -->\n  one\n\n  <b>two</b>\n</p>\n";
        let html =
            format!("{STYLESHEET} href=\"a.css\" />\n{STYLESHEET} href=\"b.css\" />\n{html}");
        let short = rewritten(&html, "0a1b", "c.css", &[], None).unwrap();
        let head = format!("{STYLESHEET} href=\"0a1b/c.css\" />\n");
        assert_eq!(short, format!("{head}<p>\none\n<b>two</b>\n</p>\n"));
    }

    #[test]
    fn a_document_that_cannot_be_shortened_is_refused() {
        let style = format!("{STYLESHEET} href=\"a.css\" />\n");
        for html in ["<p>a</p>", "<!-- a", "<pre>a\n b</pre>"] {
            let html = if html.contains("<p>") {
                html.to_owned()
            } else {
                format!("{style}{html}")
            };
            assert!(
                rewritten(&html, "0a1b", "c.css", &[], None).is_err(),
                "{html}"
            );
        }
    }
}

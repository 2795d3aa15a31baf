//! Scripts and styles without what only people read: comments, and spaces between words.

use anyhow::{Result, anyhow};
use std::path::Path;

/// The contents of a file of the page, as short as it is for a browser the same.
pub(crate) fn shortened(path: &Path, contents: Vec<u8>) -> Result<Vec<u8>> {
    let kind = path.extension().and_then(|extension| extension.to_str());
    if !matches!(kind, Some("js" | "css")) {
        return Ok(contents);
    }
    let text = String::from_utf8(contents)?;
    let short = match kind {
        Some("js") => minifier::js::minify(&text).map(|short| short.to_string()),
        _ => minifier::css::minify(&text).map(|short| short.to_string()),
    };
    let short = short.map_err(|reason| anyhow!("shortening {}: {reason}", path.display()))?;
    Ok(short.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(path: &str, text: &str) -> String {
        let contents = shortened(Path::new(path), text.as_bytes().to_vec()).unwrap();
        String::from_utf8(contents).unwrap()
    }

    #[test]
    fn comments_go_and_what_looks_like_them_stays() {
        let script =
            "/** Says it. */\nconst say = () => {\n  // once\n  return `// ${'/*'} a  b`;\n};\n";
        let found = short("a.js", script);
        assert!(found.contains("`// ${'/*'} a  b`"), "{found}");
        assert!(
            !found.contains("once") && !found.contains("Says"),
            "{found}"
        );
        let pattern = "const parts = text.split(/\\/\\* x/u);\n";
        assert!(short("a.js", pattern).contains("/\\/\\* x/u"));
        let style = "/* paper */\np {\n  margin: calc(1px + 2px);\n}\n";
        let found = short("a.css", style);
        assert!(
            found.contains("calc(1px + 2px)") && !found.contains("paper"),
            "{found}"
        );
    }

    #[test]
    fn other_files_stay_as_they_are() {
        assert_eq!(short("index.html", "<p>  a"), "<p>  a");
    }
}

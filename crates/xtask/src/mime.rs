//! The kinds of file that a page is made of.

use std::path::Path;

/// The media type of a file by its name; nothing for a file that no page asks for.
pub(crate) fn media_type(file: &Path) -> Option<&'static str> {
    let extension = file.extension()?.to_str()?.to_ascii_lowercase();
    Some(match extension.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_insist_on_two_types() {
        // Any other type and the module or the streaming compilation is refused.
        assert_eq!(
            media_type(Path::new("pkg/downhill_web_bg.wasm")),
            Some("application/wasm")
        );
        for module in ["main.js", "main.mjs", "MAIN.JS"] {
            assert_eq!(
                media_type(Path::new(module)),
                Some("text/javascript; charset=utf-8")
            );
        }
    }

    #[test]
    fn what_only_tools_read_has_no_type() {
        for name in ["downhill_web.d.ts", ".gitignore", "LICENSE", "page.html~"] {
            assert_eq!(media_type(Path::new(name)), None, "{name}");
        }
    }
}

//! What page and notes may load and run: their own files, and WebAssembly.

/// The content security policy of the page, the strictest that it runs under. It stands in
/// `index.html` as well, for hosts that send no headers. Who embeds the page is not its business.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; worker-src 'self'; connect-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_states_the_same_policy_before_it_loads_anything() {
        for page in [
            include_str!("../../../www/index.html"),
            include_str!("../../../www/notes.html"),
        ] {
            let words: Vec<_> = page.split_whitespace().collect();
            let page = words.join(" ");
            let meta = format!("http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"");
            let (before, _) = page.split_once(&meta).unwrap();
            assert!(!before.contains("<link") && !before.contains("<script"));
        }
    }
}

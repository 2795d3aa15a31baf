//! Shares of fates in words.

use lessons::Fact;
use serde_json::json;

use super::native::Map;
use crate::page::Page;

/// Starts along each side of a map: an odd number, so that the one in the middle is the saddle. One
/// of 9409 is 0.01 %, which is not nothing.
const SIDE: usize = 97;

#[test]
fn a_rare_fate_is_not_called_nothing() {
    let page = Page::in_chromium("en", &json!({}));
    page.choose_lesson("no-unique-answer");
    page.watch_maps(SIDE);
    page.show_fates();
    let map = Map::of(Fact::Valley, 0.2, 3000, SIDE);
    assert!(map.counts().contains(&1), "this map has become another one");
    page.assert_map(&map);
    for language in ["ja", "en"] {
        page.speak(language);
        for (kind, share) in [
            ("converged", "76 %"),
            ("vanishing-gradient", "15 %"),
            ("still-descending", "7.4 %"),
            ("oscillating", "0.9 %"),
            ("saddle", "< 0.1 %"),
        ] {
            let said = page.content(&format!("#map-shares li[data-kind={kind}] b"));
            assert_eq!(said, share, "{kind} in {language}");
        }
    }
    page.assert_quiet();
}

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
    let page = Page::in_chromium_without_policy("en", &json!({}));
    page.choose_lesson("no-unique-answer");
    page.watch_maps(SIDE);
    page.show_fates();
    let map = Map::of(Fact::Valley, 0.2, 3000, SIDE);
    assert!(map.counts().contains(&1), "this map has become another one");
    page.assert_map(&map);
    for language in ["ja", "en"] {
        page.speak(language);
        for (kind, share) in [
            ("converged", "76\u{a0}%"),
            ("vanishing-gradient", "15\u{a0}%"),
            ("still-descending", "7.4\u{a0}%"),
            ("oscillating", "0.9\u{a0}%"),
            ("saddle", "<\u{a0}0.1\u{a0}%"),
        ] {
            let said = page.content(&format!("#map-shares li[data-kind={kind}] b"));
            assert_eq!(said, share, "{kind} in {language}");
        }
    }
    page.assert_quiet();
}

/// The legend of fates stands beside fates; a map of numbers says what its numbers are.
#[test]
fn a_legend_explains_the_map_that_is_shown() {
    let page = Page::in_chromium_without_policy("en", &json!({}));
    page.choose_lesson("no-unique-answer");
    page.watch_maps(SIDE);
    for (mode, explained) in [
        ("steps", "n"),
        ("error", "E"),
        ("norm", "lg"),
        ("sensitivity", "S"),
    ] {
        page.click(&format!("#map-modes button[value={mode}]"));
        page.finish_map();
        assert!(!page.browser.is_seen("#map-shares"), "{mode}");
        assert!(page.content("#map-key").contains(explained), "{mode}");
    }
    page.show_fates();
    assert!(page.browser.is_seen("#map-shares"));
    assert!(!page.browser.is_seen("#map-key"));
    assert_eq!(page.content("#map-title"), "Where the starts end:");
    page.assert_quiet();
}

/// A map that takes long is stopped and goes on, and says meanwhile that it is an estimate.
#[test]
fn a_long_map_can_be_stopped() {
    let page = Page::in_chromium_without_policy("en", &json!({}));
    page.choose_lesson("xor");
    page.show_fates();
    page.wait_until("document.querySelectorAll('#map-shares li').length > 0");
    assert!(page.content("#map-title").contains("estimate"));
    let left = || page.browser.attribute("#map-legend", "data-left");
    page.click("#map-stop");
    assert_eq!(page.content("#map-left"), "stopped");
    // What is under way still comes.
    page.wait_until(
        "(() => {
            const { left } = document.getElementById('map-legend').dataset;
            window.still = window.leftBefore === left ? window.still + 1 : 0;
            window.leftBefore = left;
            return window.still > 60;
        })()",
    );
    let before = left();
    assert_ne!(before, "0");
    page.click("#map-stop");
    page.wait_until(&format!(
        "document.getElementById('map-legend').dataset.left !== '{before}'"
    ));
    assert!(page.content("#map-left").contains("left"));
    page.assert_quiet();
}

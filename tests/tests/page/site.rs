//! The published site: the same page, bundled and packed.

use std::collections::BTreeSet;

use crate::fates::called;
use crate::page::Page;

#[test]
fn the_site_does_what_the_page_does() {
    let page = Page::of_the_site("en-US, en");
    assert_eq!(page.browser.text("#lesson-title"), "The start decides");

    page.drag_start_to(&[1.0]);
    assert_eq!(page.verdict(), "local-minimum");
    assert_eq!(page.verdict_name(), called("local-minimum", "en"));

    // The strip below the curve, by workers that are handed the compiled module.
    page.wait_until("document.getElementById('map-legend').dataset.left === '0'");
    assert!(page.content("#map-shares").contains("Local minimum"));

    assert!(!has_asked_for(&page, "js/ja-"), "words that nobody reads");
    page.speak("ja");
    assert_eq!(page.verdict_name(), called("local-minimum", "ja"));
    assert_eq!(page.browser.text("#lesson-title"), "初期値依存性");
    assert!(has_asked_for(&page, "js/ja-"));
    assert!(has_asked_for(&page, "downhill_web_bg.wasm.gz"));

    // Of two releases that a browser keeps files of, it mixes none.
    let requests = page.requests();
    let folders = requests.iter().filter_map(|address| {
        let (folder, _) = address.splitn(4, '/').last()?.split_once('/')?;
        Some(folder)
    });
    let folders: BTreeSet<_> = folders.collect();
    assert_eq!(folders.len(), 1, "{requests:?}");

    page.come_back();
    assert_eq!(page.language(), "ja");
    page.assert_quiet();
}

fn has_asked_for(page: &Page, part: &str) -> bool {
    page.requests().iter().any(|address| address.contains(part))
}

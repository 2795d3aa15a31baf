//! The page in one file, opened from where it lies: no server, and no other file beside it.

use crate::fates::called;
use crate::page::Page;

#[test]
fn the_file_is_the_whole_page_in_firefox() {
    let page = Page::from_a_file_in_firefox("en-US, en");
    does_all_without_a_server(&page);
}

#[test]
fn the_file_is_the_whole_page_in_chromium() {
    let page = Page::from_a_file_in_chromium("en-US, en");
    does_all_without_a_server(&page);
}

#[track_caller]
fn does_all_without_a_server(page: &Page) {
    assert_eq!(page.browser.text("#lesson-title"), "The start decides");
    page.drag_start_to(&[1.0]);
    assert_eq!(page.verdict(), "local-minimum");
    assert_eq!(page.verdict_name(), called("local-minimum", "en"));

    // Workers, and what they compute, stand in the file.
    page.wait_until("document.getElementById('map-legend').dataset.left === '0'");
    assert!(page.content("#map-shares").contains("Local minimum"));
    page.click("#pin");
    page.wait_until("document.querySelectorAll('#beside-table tr[id][data-kind]').length === 1");
    page.click("#files");
    assert_eq!(page.animation().len(), 30);
    page.browser
        .script("document.querySelector('dialog[open]').close()", &[]);
    page.speak("ja");
    assert_eq!(page.verdict_name(), called("local-minimum", "ja"));

    // Its link leads to the file, here alone: no code for a phone is offered, no frame.
    page.click("#share");
    let link = page.value(".share input");
    assert!(
        link.starts_with("file:///") && link.contains("downhill.html#initial-values"),
        "{link}"
    );
    assert!(
        !page.browser.is_seen(".share-code"),
        "a code that opens nothing"
    );
    assert_eq!(page.messages(), [""; 0]);
    let mut abroad = page.requests();
    abroad.retain(|address| {
        !["data:", "blob:"]
            .iter()
            .any(|own| address.starts_with(own))
    });
    assert_eq!(abroad, [""; 0]);
}

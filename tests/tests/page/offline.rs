//! The site without a network, after a visit; and a release that follows another.

use std::collections::BTreeSet;

use serde_json::json;

use crate::fates::called;
use crate::host::Host;
use crate::page::Page;

#[test]
fn the_site_opens_without_a_network_in_firefox() {
    let host = Host::of_the_site("offline-firefox");
    let page = Page::in_firefox_at(&host.address(), "en-US, en");
    is_kept_and_never_mixed(&page, host);
}

#[test]
fn the_site_opens_without_a_network_in_chromium() {
    let host = Host::of_the_site("offline-chromium");
    let page = Page::in_chromium_at(&host.address(), "en-US, en");
    is_kept_and_never_mixed(&page, host);
}

fn is_kept_and_never_mixed(page: &Page, mut host: Host) {
    let first = host.release();
    page.wait_for_release(&first);

    // What was never looked at is there, too: maps with their workers, the other language, a panel.
    host.go_away();
    page.visit();
    page.drag_start_to(&[1.0]);
    assert_eq!(page.verdict_name(), called("local-minimum", "en"));
    page.wait_until("document.getElementById('map-legend').dataset.left === '0'");
    page.speak("ja");
    assert_eq!(page.verdict_name(), called("local-minimum", "ja"));
    page.click("#share");
    assert_eq!(page.releases(), BTreeSet::from([first.clone()]));

    // Another release is shown as soon as there is a network, and nothing of the first with it.
    host.come_back();
    host.publish("0123abcd");
    page.visit();
    page.speak("en");
    assert_eq!(page.releases(), BTreeSet::from(["0123abcd".to_owned()]));

    // And kept, once no page is open that began with the first.
    page.wait_for_release("0123abcd");
    host.go_away();
    page.visit();
    page.visit();
    assert_eq!(page.releases(), BTreeSet::from(["0123abcd".to_owned()]));
    page.drag_start_to(&[1.0]);
    assert_eq!(page.verdict_name(), called("local-minimum", "en"));
}

impl Page {
    /// Leaves the page and comes to it as a reader does: browsers that are driven load again past all
    /// that they keep.
    #[track_caller]
    fn visit(&self) {
        self.browser.open_address("about:blank");
        self.open_again();
    }

    /// Waits until the device keeps a release.
    #[track_caller]
    fn wait_for_release(&self, release: &str) {
        let script = "const [release, done] = arguments;
            const look = async () => {
                const names = await caches.keys();
                const name = names.find((name) => name.endsWith(` ${release}`));
                const registration = await navigator.serviceWorker.getRegistration();
                const isThere = registration?.active && !registration.installing;
                const kept = name && isThere ? await (await caches.open(name)).keys() : [];
                if (kept.length > 20) done(kept.length);
                else setTimeout(look, 50);
            };
            look();";
        self.browser.script_async(script, &[json!(release)]);
    }

    /// The folders of releases that the page has files of.
    #[track_caller]
    fn releases(&self) -> BTreeSet<String> {
        let script = "return performance.getEntriesByType('resource').map(({ name }) => name)
            .filter((name) => name.startsWith('http'))
            .map((name) => new URL(name).pathname.split('/'))
            .filter(({ length }) => length > 2).map(([, folder]) => folder)";
        let folders = self.browser.script(script, &[]);
        let folders = folders.as_array().cloned().unwrap_or_default();
        folders
            .iter()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect()
    }
}

//! What the page does before all of its laboratory has come, and where that does not come at once.

use fantoccini::key::Key;
use serde_json::json;

use crate::hand;
use crate::page::Page;

/// Holds back what comes later until the page's `letCome` is called.
const HELD: &str = "
    const { fetch } = window;
    const held = new Promise((resolve) => { window.letCome = resolve; });
    window.fetch = async (...request) => {
        if (String(request[0]).includes('_later')) await held;
        return fetch(...request);
    };";

/// The first two times that it is asked for there is no network.
const BROKEN: &str = "
    const { fetch } = window;
    window.left = 2;
    window.fetch = (...request) => {
        if (!String(request[0]).includes('_later') || window.left === 0) return fetch(...request);
        window.left -= 1;
        return Promise.reject(new TypeError('no network'));
    };";

/// Uses whatever can be used: presses each button, takes each choice, moves each slider to its ends, opens
/// each fold, and waits for some frames each time. Tells how many it has found.
const USE_ALL: &str = "
    const [done] = arguments;
    const frame = () => new Promise(requestAnimationFrame);
    const use = async (element, act) => {
        act(element);
        for (let i = 0; i < 3; i += 1) await frame();
    };
    const change = (element, value) => {
        element.value = value;
        for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
    };
    (async () => {
        let count = 0;
        const isUsable = (element) => !element.disabled && !element.closest('[inert]') && element.checkVisibility();
        for (const fold of document.querySelectorAll('summary')) {
            if (isUsable(fold) && !fold.parentElement.open) await use(fold, () => fold.click());
        }
        for (const element of document.querySelectorAll('button, select, input')) {
            if (!isUsable(element)) continue;
            count += 1;
            const before = element.value;
            if (element.matches('button, [type=checkbox]')) await use(element, () => element.click());
            else {
                const values = element.options
                    ? [...element.options].map(({ value }) => value)
                    : element.type === 'range' ? [element.min, element.max] : ['1', '-2', 'none'];
                for (const value of [...values, before]) await use(element, () => change(element, value));
            }
        }
        return count;
    })().then(done, (error) => done(String(error)));";

const STARTED: &str = "!document.getElementById('main').hidden";

fn begins_before_all_has_come(page: &Page) {
    page.equip_with(HELD);
    page.browser.reload();
    page.wait_until(STARTED);

    // The first lesson is there: its start is moved, and how the run ends is told.
    page.wait_until("document.getElementById('verdict').dataset.verdict === 'converged'");
    assert_eq!(page.start(), [-1.0]);
    page.browser
        .script("document.getElementById('plot').focus()", &[]);
    page.browser.perform(hand::presses(&[Key::Right; 28]));
    page.wait_until("document.getElementById('verdict').dataset.verdict === 'local-minimum'");
    // What can be used works, and what leads elsewhere waits.
    let used = page.browser.script_async(USE_ALL, &[]);
    assert!(used.as_u64().is_some_and(|count| count > 10), "{used}");
    let parts = "return [...document.querySelectorAll('[data-later]')].map((part) => part.inert)";
    let parts = page.browser.script(parts, &[]);
    let inert = parts.as_array().expect("a list");
    assert!(inert.len() > 3 && inert.iter().all(|inert| *inert == json!(true)));
    page.browser.perform(hand::typing("n?"));
    page.settle_frames();
    assert_eq!(page.browser.windows().len(), 1);
    page.assert_quiet();

    page.browser.script("window.letCome()", &[]);
    page.settle();
    page.wait_until("document.getElementById('map-legend').dataset.left === '0'");
    page.click("#reset");
    page.choose_lesson("xor");
    page.click("button[value=outputs]");
    page.assert_quiet();
}

#[test]
fn the_first_picture_does_not_wait_for_what_comes_later_in_firefox() {
    begins_before_all_has_come(&Page::in_firefox("en"));
}

#[test]
fn the_first_picture_does_not_wait_for_what_comes_later_in_chromium() {
    begins_before_all_has_come(&Page::in_chromium("ja", &json!({})));
}

#[test]
fn what_does_not_come_is_told_and_asked_for_again() {
    let page = Page::in_firefox("en");
    page.equip_with(BROKEN);
    page.browser.reload();
    page.wait_until(STARTED);
    page.wait_until("document.getElementById('notice-text').textContent.includes('no network')");
    page.settle();
    let left = page.browser.script("return window.left", &[]);
    assert_eq!(left, json!(0));
    page.wait_until("document.getElementById('map-legend').dataset.left === '0'");
    assert!(
        !page.browser.is_seen("#notice"),
        "{}",
        page.content("#notice-text")
    );
    page.choose_lesson("xor");
    page.assert_quiet();
}

//! The lecture as it is given: by a clicker and keys alone.

use fantoccini::key::Key;
use serde_json::json;

use crate::hand;
use crate::page::Page;

impl Page {
    /// Presses keys that write something: letters, digits and signs.
    #[track_caller]
    pub(crate) fn strike(&self, keys: &str) {
        self.browser.perform(hand::typing(keys));
        self.settle();
    }

    /// Gives Chromium a viewport of this size, and a reader who asks for less motion.
    #[track_caller]
    pub(crate) fn set_size_and_calm(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        for (command, parameters) in [
            ("Emulation.setDeviceMetricsOverride", size),
            (
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            ),
        ] {
            let question = json!({ "cmd": command, "params": parameters });
            self.browser.ask("goog/cdp/execute", question);
        }
        self.settle();
    }

    #[track_caller]
    fn holds(&self, condition: &str) -> bool {
        self.browser.script(&format!("return {condition}"), &[]) == true
    }
}

#[test]
fn a_lesson_is_given_by_keys_alone_in_firefox() {
    let page = Page::in_firefox("en-US, en");
    page.set_viewport(1280, 720);
    give_a_lesson(&page);
}

#[test]
fn a_lesson_is_given_by_keys_alone_in_chromium() {
    let page = Page::in_chromium("ja", &json!({}));
    page.set_size_and_calm(1280, 720);
    give_a_lesson(&page);
}

/// The lesson that the page opens with, and the first beat of the next one, on a surface.
#[track_caller]
fn give_a_lesson(page: &Page) {
    let is_projecting = "document.documentElement.hasAttribute('data-projector')";
    assert!(!page.holds(is_projecting));
    page.strike("m");
    assert!(page.holds(is_projecting));

    // Some clickers send arrows, others the keys of a page.
    for (key, beat, kind) in [
        (Key::Right, "1 / 5", "converged"),
        (Key::Down, "2 / 5", "local-minimum"),
        (Key::PageDown, "3 / 5", "vanishing-gradient"),
        (Key::Left, "2 / 5", "local-minimum"),
    ] {
        page.press(&[key]);
        assert_eq!(page.content("#beat"), beat);
        assert_eq!(page.verdict(), kind, "on beat {beat}");
        assert!(page.holds("document.scrollingElement.scrollHeight <= innerHeight"));
    }

    // With the picture chosen, arrows move the start; let go, they turn the beats again.
    page.strike("d");
    assert_eq!(page.focused(), "plot");
    page.press(&[Key::Left; 10]);
    assert_eq!(page.start(), [-0.4]);
    assert_eq!(page.verdict(), "converged");
    page.strike("d");
    assert_eq!(page.focused(), "");
    page.press(&[Key::Left]);
    assert_eq!(page.start(), [1.0], "whoever has left a beat comes back");

    // A black screen is lifted by any key, which does nothing else.
    page.strike(".");
    assert!(page.browser.is_seen("dialog.black"));
    page.press(&[Key::PageDown]);
    assert!(page.holds("!document.querySelector('dialog.black')"));
    assert_eq!(page.content("#beat"), "2 / 5");
    page.strike("b");
    assert!(page.browser.is_seen("dialog.black"));
    page.strike("b");
    assert!(page.holds("!document.querySelector('dialog.black')"));

    // What the picture shows, and which view there is.
    page.strike("2");
    let pressed = "#map-modes button[value=rates]";
    assert_eq!(page.browser.attribute(pressed, "aria-pressed"), "true");
    page.strike("1");
    page.strike("v");
    page.strike("v");
    assert_eq!(page.browser.attribute("#main", "data-view"), "network");
    page.strike("d");
    assert_eq!(page.browser.attribute("#main", "data-view"), "picture");
    page.strike("d");

    // The dot is where the mouse is, and takes the pointer's place.
    page.strike("p");
    page.browser.perform(hand::mouse_drag(&[hand::Point {
        x: 1240.0,
        y: 450.0,
    }]));
    let middle = "
        const { left, right, top, bottom } = document.querySelector('.dot').getBoundingClientRect();
        return [(left + right) / 2, (top + bottom) / 2, getComputedStyle(document.body).cursor];";
    assert_eq!(page.browser.script(middle, &[]), json!([1240, 450, "none"]));
    page.strike("p");
    assert!(page.holds("!document.querySelector('.dot')"));

    // Every key stands on one sheet that lies over the page, and whose keys are no longer the page's.
    page.strike("?");
    let rows = page.content(".sheet-rows");
    for key in ["PageDown", "F5", "Esc"] {
        assert!(rows.replace(' ', "").contains(key), "{key} in {rows}");
    }
    let inside = "(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)(
        document.querySelector('.key-sheet'))";
    assert!(page.holds(inside), "the sheet scrolls");
    page.press(&[Key::PageDown]);
    page.strike("b?");
    assert!(page.holds("!document.querySelector('dialog[open]')"));
    assert_eq!(page.content("#beat"), "2 / 5");

    // All of the screen, by the letter and by what clickers send.
    page.strike("f");
    page.wait_until("document.fullscreenElement");
    page.press(&[Key::F5]);
    page.wait_until("!document.fullscreenElement");
    page.settle();

    // Whoever wants no single letters as keys switches them off, and has all others.
    page.strike("?");
    page.click(".sheet-letters input");
    page.press(&[Key::Escape]);
    page.strike("b");
    assert!(page.holds("!document.querySelector('dialog.black')"));
    page.press(&[Key::Right]);
    assert_eq!(page.content("#beat"), "3 / 5");
    page.press(&[Key::Escape]);
    assert!(!page.holds(is_projecting));
    page.press(&[Key::Right]);
    assert_eq!(
        page.content("#beat"),
        "3 / 5",
        "outside they are the page's"
    );
    page.assert_quiet();
}

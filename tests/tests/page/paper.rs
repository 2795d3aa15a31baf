//! The page on paper: one sheet with the caption, the picture and the verdict with its evidence.

use serde_json::json;

use crate::page::Page;

#[test]
fn a_beat_is_printed_on_one_sheet() {
    let page = Page::in_chromium("en", &json!({}));
    let ask = |command: &str, params: serde_json::Value| {
        let question = json!({ "cmd": command, "params": params });
        page.browser.ask("goog/cdp/execute", question);
    };
    for (lesson, beat, picture) in [
        ("initial-values", 3, "#plot-path"),
        ("xor", 5, "#plot-path"),
        ("back-propagation", 4, "#diagram"),
    ] {
        page.choose_lesson(lesson);
        for _ in 0..beat {
            page.click("#beat-forward");
        }
        // A4 between margins of a centimetre, at 96 pixels an inch.
        let sheet =
            json!({ "width": 718, "height": 1046, "deviceScaleFactor": 1, "mobile": false });
        page.browser
            .script("dispatchEvent(new Event('beforeprint'))", &[]);
        ask("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        ask("Emulation.setDeviceMetricsOverride", sheet);
        let height = "return document.documentElement.getBoundingClientRect().height";
        let height = page.browser.script(height, &[]).as_f64();
        assert!(
            height.is_some_and(|height| height <= 1046.0),
            "{lesson}: {height:?}"
        );
        for part in [
            "#lesson-title",
            "#lesson-text",
            "#verdict-name",
            "#evidence-rows",
        ] {
            assert!(page.browser.is_seen(part), "{lesson}: {part}");
        }
        assert!(!page.browser.is_seen("#play"), "nothing is played on paper");
        assert!(page.browser.is_seen(picture), "{lesson}: a picture");

        ask("Emulation.setEmulatedMedia", json!({ "media": "" }));
        ask("Emulation.clearDeviceMetricsOverride", json!({}));
        page.browser
            .script("dispatchEvent(new Event('afterprint'))", &[]);
        page.settle();
    }
    page.assert_quiet();
}

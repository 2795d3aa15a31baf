//! The picture under a finger, on a phone: whose gesture is whose.

use serde_json::{Value, json};

use crate::page::Page;
use crate::plot::{Tool, is_near};

/// A phone in Chromium, which scrolls and changes size as a hand does it.
#[track_caller]
fn phone() -> Page {
    let phone = json!({
        "mobileEmulation": {
            "deviceMetrics": { "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true },
        },
    });
    Page::in_chromium("en", &phone)
}

impl Page {
    /// Moves fingers over the picture, each from a place to a place, as parts of its width and height.
    #[track_caller]
    fn gesture(&self, fingers: &[[(f64, f64); 2]]) {
        const MOVES: usize = 12;
        let plot = self.area("#plot");
        let send = |kind: &str, part: Option<f64>| {
            let points: Vec<Value> = (fingers.iter().enumerate())
                .filter_map(|(id, [from, to])| {
                    let part = part?;
                    let between = |from: f64, to: f64| from + part * (to - from);
                    let point = plot.at(between(from.0, to.0), between(from.1, to.1));
                    Some(json!({ "x": point.x, "y": point.y, "id": id }))
                })
                .collect();
            let params = json!({ "type": kind, "touchPoints": points });
            let question = json!({ "cmd": "Input.dispatchTouchEvent", "params": params });
            self.browser.ask("goog/cdp/execute", question);
        };
        send("touchStart", Some(0.0));
        for index in 1..=MOVES {
            send("touchMove", Some(index as f64 / MOVES as f64));
        }
        send("touchEnd", None);
        self.settle();
    }

    #[track_caller]
    fn scrolled(&self) -> f64 {
        let place = self.browser.script("return scrollY", &[]);
        place.as_f64().expect("a place")
    }
}

#[test]
fn a_sweep_over_the_picture_scrolls_the_page_and_keeps_the_beat() {
    let page = phone();
    for lesson in ["initial-values", "vanishing-2d"] {
        page.choose_lesson(lesson);
        page.click("#beat-forward");
        let start = page.start();
        let assert_same = |what: &str| {
            assert_eq!(page.start(), start, "{lesson}: {what}");
            let on_beat = page.browser.attribute("#main", "data-on-beat");
            assert_eq!(on_beat, "true", "{lesson}: {what}");
        };
        page.area("#plot");
        let ranges = page.ranges();
        let whole = ranges[1] - ranges[0];
        let before = page.scrolled();
        page.gesture(&[[(0.2, 0.8), (0.2, 0.1)]]);
        assert!(page.scrolled() > before + 100.0, "{lesson}: it scrolls");
        assert_same("a sweep");
        page.gesture(&[[(0.45, 0.45), (0.2, 0.3)], [(0.55, 0.55), (0.8, 0.7)]]);
        assert_same("two fingers");
        // They have come apart, from a seventh to a half or more: the picture is nearer by as much.
        let ranges = page.ranges();
        let length = (ranges[1] - ranges[0]) / whole;
        assert!((0.1..0.35).contains(&length), "{lesson}: {length}");
    }
    page.assert_quiet();
}

#[test]
fn a_surfaces_start_is_tapped_or_gripped() {
    let page = phone();
    page.choose_lesson("vanishing-2d");
    let plot = page.area("#plot");
    let tap = |x: f64, y: f64| {
        page.drag(Tool::Finger, &[plot.at(x, y)]);
        page.start()
    };
    let wanted = tap(0.65, 0.3);
    let first = tap(0.3, 0.6);
    assert!(!is_near(&first, &wanted, 1.0), "{first:?}, {wanted:?}");

    // A finger that goes sideways elsewhere moves nothing; on the start it takes it along.
    let way = [(0.6, 0.15), (0.75, 0.15)].map(|(x, y)| plot.at(x, y));
    page.drag(Tool::Finger, &way);
    assert_eq!(page.start(), first);
    let way = [(0.3, 0.6), (0.5, 0.45), (0.65, 0.3)].map(|(x, y)| plot.at(x, y));
    page.drag(Tool::Finger, &way);
    assert_eq!(page.start(), wanted);
    assert_eq!(page.area("#plot"), plot, "the page has stayed");
    page.assert_quiet();
}

#[test]
fn whatever_is_pressed_is_as_large_as_a_fingertip() {
    let page = phone();
    let script = "
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        const pressed = document.querySelectorAll('button, select, input, summary');
        return [...pressed].filter((element) => element.getClientRects().length).flatMap((element) => {
            const { width, height } = element.getBoundingClientRect();
            const name = element.id || element.value || element.textContent.trim();
            return width < 43.9 || height < 43.9 ? [`${name}: ${width} × ${height}`] : [];
        });";
    for lesson in ["initial-values", "xor", "back-propagation", "deeper"] {
        page.choose_lesson(lesson);
        for view in ["picture", "network", "layers", "outputs"] {
            page.click(&format!("#views button[value={view}]"));
            let small = page.browser.script(script, &[]);
            assert_eq!(small, json!([]), "{lesson}, {view}");
        }
    }
    page.choose_lesson("xor");
    page.click("#planes button[value=random]");
    assert_eq!(page.browser.script(script, &[]), json!([]), "a seed");
    page.assert_quiet();
}

#[test]
fn caption_and_picture_are_seen_together() {
    let page = phone();
    let script = "
        scrollTo(0, 0);
        const boxes = ['.beats', '#lesson-text', '#plot'].map((css) =>
            document.querySelector(css).getBoundingClientRect());
        return boxes.every(({ top, bottom, height }) => height > 0 && top >= 0 && bottom <= innerHeight)
            && boxes[2].height / innerHeight;";
    for language in words::languages() {
        page.speak(&language);
        for lesson in lessons::LESSONS {
            page.choose_lesson(lesson.id);
            page.click("#views button[value=picture]");
            let share = page.browser.script(script, &[]).as_f64();
            let share = share.unwrap_or_else(|| panic!("{} in {language} does not fit", lesson.id));
            assert!(share > 0.35, "{}: a picture of {share}", lesson.id);
        }
    }
    // A projector mode that has been switched on by accident keeps a picture.
    page.browser.script("scrollTo(0, 0)", &[]);
    page.click("#projector");
    let share = page.browser.script(script, &[]).as_f64();
    assert!(share.is_some_and(|share| share > 0.35), "{share:?}");
    page.assert_quiet();
}

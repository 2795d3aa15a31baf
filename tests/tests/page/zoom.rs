//! Which part of weight space the picture shows: by wheel, hand, keys and numbers.

use std::time::Duration;

use fantoccini::actions::{InputSource, WheelAction, WheelActions};
use fantoccini::key::Key;
use serde_json::json;

use crate::hand::{Point, mouse_drag};
use crate::page::Page;
use crate::plot::{Tool, is_near};

impl Page {
    /// The ends of both axes, as the fields have them.
    #[track_caller]
    pub(crate) fn ranges(&self) -> Vec<f64> {
        let script = "
            return [...document.querySelectorAll('.range-row input:not([hidden])')]
                .map((input) => Number(input.value));";
        let ranges = self.browser.script(script, &[]);
        let ranges = ranges.as_array().expect("fields").iter();
        ranges.filter_map(serde_json::Value::as_f64).collect()
    }

    /// Turns the wheel over a point, away from the hand, by so many notches.
    #[track_caller]
    fn wheel(&self, at: Point, notches: i64) {
        let turn = WheelAction::Scroll {
            duration: Some(Duration::from_millis(10)),
            x: at.x.round() as i64,
            y: at.y.round() as i64,
            delta_x: 0,
            delta_y: -120 * notches,
        };
        self.browser
            .perform(WheelActions::new("wheel".into()).then(turn));
        self.settle();
    }
}

/// Lengths of the axes.
fn lengths(ranges: &[f64]) -> Vec<f64> {
    ranges.chunks(2).map(|ends| ends[1] - ends[0]).collect()
}

#[test]
fn a_picture_comes_nearer_at_the_pointer_and_is_moved() {
    for page in [
        Page::in_firefox("en-US, en"),
        Page::in_chromium("ja", &json!({})),
    ] {
        page.browser.resize(1440, 1000);
        page.choose_lesson("vanishing-2d");
        assert_eq!(page.ranges(), [-10.0, 10.0, -10.0, 10.0]);
        let (start, verdict) = (page.start(), page.verdict());
        // What is under the pointer stays there: a press means the same start before and after.
        let at = page.area("#plot").at(0.4, 0.35);
        page.drag(Tool::Mouse, &[at]);
        let pressed = page.start();
        for _ in 0..3 {
            page.wheel(at, 1);
        }
        let near = page.ranges();
        let length = 20.0 * 0.8_f64.powi(3);
        assert!(
            is_near(&lengths(&near), &[length, length], 0.02),
            "{near:?}"
        );
        page.drag(Tool::Mouse, &[at]);
        assert!(is_near(&page.start(), &pressed, 0.02), "{pressed:?}");

        // Space takes hold of the picture; what follows is no new start, and plays nothing.
        let to = Point {
            x: at.x + 60.0,
            ..at
        };
        let (before, step) = (page.start(), page.step());
        page.hold_and_drag(Key::Space, &[at, to]);
        let moved = page.ranges();
        assert!(
            moved[0] < near[0] - 0.5 && moved[1] < near[1] - 0.5,
            "{moved:?}"
        );
        assert!(is_near(&moved[2..], &near[2..], 1e-3), "{moved:?}");
        assert_eq!((page.start(), page.step()), (before, step));

        // The beat's picture comes back with it.
        page.click("#reset");
        assert_eq!(page.ranges(), [-10.0, 10.0, -10.0, 10.0]);
        assert_eq!((page.start(), page.verdict()), (start, verdict));
        page.assert_quiet();
    }
}

#[test]
fn keys_buttons_and_numbers_reach_every_part_of_a_picture() {
    let page = Page::in_firefox("en-US, en");
    page.set_viewport(1440, 900);
    page.choose_lesson("initial-values");
    page.browser
        .script("document.getElementById('plot').focus()", &[]);
    page.browser.perform(crate::hand::typing("+"));
    page.settle();
    let near = page.ranges();
    assert!(is_near(&lengths(&near), &[14.0 * 0.8], 0.02), "{near:?}");
    page.press_with(Key::Alt, &[Key::Right]);
    let right = page.ranges();
    assert!(right[0] > near[0] + 1.0, "{right:?}");
    page.browser.perform(crate::hand::typing("0"));
    page.settle();
    let whole = page.ranges();
    let (start, ball) = (page.start()[0], page.ball()[0]);
    assert!(
        whole[0] < start.min(ball) && start.max(ball) < whole[1],
        "{whole:?}"
    );

    // As far as numbers go, and no nearer.
    page.choose_lesson("vanishing-1d");
    page.click("#beat-forward");
    page.click(".ranges summary");
    page.write("#axis-across-from", "0.9999999995");
    page.write("#axis-across-to", "1.0000000005");
    let narrow = page.ranges();
    assert!(is_near(&lengths(&narrow), &[1e-9], 0.02), "{narrow:?}");
    for _ in 0..30 {
        page.click("#zoom-in");
    }
    let narrowest = lengths(&page.ranges())[0];
    assert!((0.9e-10..2e-10).contains(&narrowest), "{narrowest}");
    page.write("#axis-across-to", "0.5");
    assert!(page.content("#ranges-error").contains("0.5"));
    page.write("#axis-across-to", "8");
    assert_eq!(page.content("#ranges-error"), "");
    assert!(page.ranges()[1] > 7.9);

    // A bias on the axis, and a second axis.
    page.choose_lesson("xor");
    page.browser.choose("#axis-across", "8");
    page.settle();
    assert_eq!(page.value("#axis-across"), "8");
    page.browser.choose("#axis-upwards", "none");
    page.settle();
    assert_eq!(page.ranges().len(), 2);
    page.assert_quiet();
}

impl Page {
    /// Drags with the mouse while a key is held down.
    #[track_caller]
    fn hold_and_drag(&self, key: Key, points: &[Point]) {
        self.browser.perform(crate::hand::down(key));
        self.browser.perform(mouse_drag(points));
        self.browser.perform(crate::hand::up(key));
        self.settle();
    }
}

//! The first thing that anyone does: drag the ball and see where it ends.

use serde_json::json;

use crate::fates::called;
use crate::page::Page;
use crate::plot::{Tool, is_near};

/// A whole pixel of the curve's axis is about this much of a weight; the legend rounds as well.
const PIXEL: f64 = 0.03;

#[test]
fn the_default_lesson_has_three_fates() {
    let page = Page::in_firefox("en-US, en");
    assert_eq!(page.browser.text("#lesson-title"), "The start decides");
    assert_eq!(page.told("#plot", "aria-valuemin"), -4.0);
    assert_eq!(page.told("#plot", "aria-valuemax"), 10.0);

    for (start, end, kind) in [
        (-1.0, -0.1548, "converged"),
        (1.0, 2.1972, "local-minimum"),
        (6.0, 5.726, "vanishing-gradient"),
    ] {
        let released = page.drag_start_to(&[start]);
        let shown = page.start();
        assert!(is_near(&shown, &[start], PIXEL), "{shown:?} for {start}");
        assert_eq!(page.verdict(), kind, "from {start}");
        assert_eq!(page.step(), page.last_step(), "the end stays in view");
        let ball = page.ball();
        assert!(is_near(&ball, &[end], 2.0 * PIXEL), "{ball:?} for {end}");
        for language in ["ja", "en"] {
            page.speak(language);
            assert_eq!(page.verdict_name(), called(kind, language));
        }

        page.click("#first");
        let drawn = page.drawn_ball();
        assert!(
            (drawn - released.x).abs() <= 1.5,
            "a ball at {drawn}, the pointer at {}",
            released.x
        );
        page.click("#last");
    }
    page.assert_quiet();
}

#[test]
fn a_surface_has_its_fates_in_two_directions() {
    let page = Page::in_firefox("ja, en");
    page.choose_lesson("vanishing-2d");
    for (start, end, kind) in [
        ([3.0, -3.0], [0.9767, 0.0], "converged"),
        ([-8.0, 8.0], [-2.626, 7.287], "still-descending"),
        ([8.0, 8.0], [8.414, 7.567], "vanishing-gradient"),
    ] {
        page.drag_start_to(&start);
        let shown = page.start();
        assert!(
            is_near(&shown, &start, 2.0 * PIXEL),
            "{shown:?} for {start:?}"
        );
        assert_eq!(page.verdict(), kind, "from {start:?}");
        assert_eq!(page.verdict_name(), called(kind, "ja"));
        let ball = page.ball();
        assert!(is_near(&ball, &end, 4.0 * PIXEL), "{ball:?} for {end:?}");
    }
    page.assert_quiet();
}

#[test]
fn a_finger_drags_the_start_on_a_phone() {
    let phone = json!({
        "mobileEmulation": {
            "deviceMetrics": { "width": 390, "height": 844, "pixelRatio": 3.0, "touch": true },
        },
    });
    let page = Page::in_chromium("ja", &phone);
    assert_eq!(page.language(), "ja");
    let tolerance = 2.0 * PIXEL;
    for (start, kind) in [(1.5, "local-minimum"), (7.0, "vanishing-gradient")] {
        page.drag_start_with(Tool::Finger, &[start]);
        let shown = page.start();
        assert!(
            is_near(&shown, &[start], tolerance),
            "{shown:?} for {start}"
        );
        assert_eq!(page.verdict(), kind, "from {start}");
        assert_eq!(page.verdict_name(), called(kind, "ja"));
    }
    page.assert_quiet();
}

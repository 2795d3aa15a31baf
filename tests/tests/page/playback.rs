//! Walking through a run: buttons, the timeline, and playing.

use fantoccini::key::Key;

use crate::page::Page;
use crate::plot::Tool;

#[test]
fn buttons_move_step_by_step_and_stop_at_the_ends() {
    let page = Page::in_firefox("en-US, en");
    page.drag_start_to(&[1.0]);
    assert_eq!(page.last_step(), 2000);
    let start = page.start();
    let end = page.ball();

    page.click("#first");
    assert_eq!(page.step(), 0);
    assert_eq!(page.ball(), start);
    page.click("#back");
    assert_eq!(page.step(), 0, "nothing lies before the start");
    page.click("#forward");
    page.click("#forward");
    assert_eq!(page.step(), 2);
    let on_the_way = page.ball();
    assert!(start[0] < on_the_way[0] && on_the_way[0] < end[0]);
    assert_eq!(page.browser.text("#step"), "step 2 / 2000");
    page.click("#back");
    assert_eq!(page.step(), 1);
    page.click("#last");
    assert_eq!(page.step(), 2000);
    assert_eq!(page.ball(), end);
    page.click("#forward");
    assert_eq!(page.step(), 2000, "nothing lies behind the end");
    assert_eq!(page.verdict(), "local-minimum");

    // Reset puts the lesson's own experiment back, whatever was done to it.
    page.write("#rate", "0.25");
    page.write("#steps", "300");
    page.click("#reset");
    assert_eq!(page.last_step(), 2000);
    assert_eq!(page.start(), [-1.0]);
    assert_eq!(page.verdict(), "converged");
    page.assert_quiet();
}

#[test]
fn playing_advances_until_it_is_paused() {
    let page = Page::in_firefox("en-US, en");
    page.click("#first");
    page.browser.choose("#speed", "4");
    page.browser.click("#play");
    page.wait_until(&passed(2));
    let label = page.browser.attribute("#play", "aria-label");
    assert_eq!(label, "Pause");
    page.click("#play");
    let stood = page.step();
    assert!((2..2000).contains(&stood), "paused at {stood}");
    assert_eq!(page.browser.attribute("#play", "aria-label"), "Play");
    // Frames go by, and it stays.
    page.settle();
    assert_eq!(page.step(), stood);

    // Space does the same, and the fast speed comes to the end, where it stops by itself.
    page.browser.choose("#speed", "100");
    page.browser.click("#step");
    page.browser.perform(crate::hand::presses(&[Key::Space]));
    page.wait_until(&passed(1999));
    page.wait_until("document.getElementById('play').getAttribute('aria-label') === 'Play'");
    page.settle();
    assert_eq!(page.step(), 2000);
    page.assert_quiet();
}

/// That the shown step is at least this one.
fn passed(step: usize) -> String {
    format!("Number(document.getElementById('main').dataset.step) >= {step}")
}

#[test]
fn the_timeline_is_a_slider_for_pointer_and_keys() {
    let page = Page::in_firefox("en-US, en");
    page.click("#first");

    // From beyond one end across the middle to beyond the other, in one stroke each.
    let timeline = page.area("#timeline");
    let [left, middle, right] = [0.001, 0.5, 0.999].map(|part| timeline.at(part, 0.5));
    page.drag(Tool::Mouse, &[left, middle]);
    let half_way = page.step();
    assert!((700..1300).contains(&half_way), "the middle is {half_way}");
    assert_eq!(page.told("#timeline", "aria-valuenow"), half_way as f64);
    page.drag(Tool::Mouse, &[middle, right]);
    assert_eq!(page.step(), 2000);
    page.drag(Tool::Mouse, &[right, left]);
    assert_eq!(page.step(), 0);

    // The pointer has brought the keyboard along.
    assert_eq!(page.focused(), "timeline");
    for (keys, step) in [
        (vec![Key::Right, Key::Right, Key::Up], 3),
        (vec![Key::Left], 2),
        (vec![Key::Down], 1),
        (vec![Key::PageUp], 201),
        (vec![Key::PageUp, Key::PageDown], 201),
        (vec![Key::End], 2000),
        (vec![Key::Home], 0),
        (vec![Key::Left], 0),
    ] {
        page.press(&keys);
        assert_eq!(page.step(), step, "after {keys:?}");
        assert_eq!(page.told("#timeline", "aria-valuenow"), step as f64);
    }
    page.press_with(Key::Shift, &[Key::Right, Key::Right]);
    assert_eq!(page.step(), 20);
    page.assert_quiet();
}

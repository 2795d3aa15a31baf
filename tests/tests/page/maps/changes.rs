//! A hundred changes, faster than a map is computed.

use fantoccini::key::Key;
use lessons::Fact;

use super::native::Map;
use crate::hand::{self, typing};
use crate::page::Page;

/// Starts along each side: enough for a map to take longer than a change.
const SIDE: usize = 256;

/// The experiment that is asked for last.
const RATE: &str = "0.4";
const STEPS: &str = "150";

/// Each with twelve changes of the rate, two of the steps and six of the start: a hundred in all.
const ROUNDS: [[&str; 2]; 5] = [
    ["3000", "2000"],
    ["2500", "1000"],
    ["1500", "3000"],
    ["2200", "2800"],
    ["1200", "3000"],
];

#[test]
fn a_hundred_changes_leave_the_map_of_the_last_experiment() {
    let page = Page::in_firefox_without_policy("en-US, en");
    page.choose_lesson("no-unique-answer");
    page.watch_maps(SIDE);
    page.show_fates();
    let plot = page.area("#plot");
    for (round, steps) in ROUNDS.into_iter().enumerate() {
        let along = [Key::Left, Key::Right][round % 2];
        let mut keys = vec![char::from(along); 12];
        keys.extend([Key::Tab, Key::Tab].map(char::from));
        for text in steps {
            // The first is typed over: a field that the keyboard enters has its text selected.
            keys.extend([char::from(Key::Backspace); 4]);
            keys.extend(text.chars().chain([char::from(Key::Enter)]));
        }
        page.browser.click("#rate-slider");
        page.browser.perform(typing(&String::from_iter(keys)));
        let path = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map(|part| plot.at(part, 1.0 - part));
        page.browser.perform(hand::mouse_drag(&path));
    }
    let [tab, enter] = [Key::Tab, Key::Enter].map(char::from);
    page.browser.click("#rate-slider");
    let last = format!("{tab}{RATE}{enter}{tab}{STEPS}{enter}");
    page.browser.perform(typing(&last));
    page.assert_map(&Map::of(Fact::Valley, 0.4, 150, SIDE));
    assert_eq!([page.value("#rate"), page.value("#steps")], [RATE, STEPS]);
    // A busy machine draws fewer frames, and begins one map a frame at most.
    let begun = page.maps_begun();
    assert!(begun >= 10, "only {begun} maps have begun");
    page.assert_quiet();
}

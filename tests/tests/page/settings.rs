//! Rate and steps: what they change, and what is said of numbers that will not do.

use fantoccini::key::Key;

use crate::fates::called;
use crate::hand::typing;
use crate::page::Page;

/// A busy machine: frames wait until they are let go.
const HOLD_FRAMES: &str = "
    const frames = [];
    const present = window.requestAnimationFrame;
    window.requestAnimationFrame = (frame) => frames.push(frame);
    window.letFramesGo = () => {
        window.requestAnimationFrame = present;
        for (const frame of frames) present(frame);
    };";

#[test]
fn the_parabola_swings_at_two_and_diverges_beyond() {
    let page = Page::in_firefox("ja, en");
    page.choose_lesson("steepest-descent");
    assert_eq!(page.verdict(), "converged");
    for (rate, kind) in [
        ("1.9", "converged"),
        ("2", "oscillating"),
        ("2.1", "diverged"),
        ("0.01", "still-descending"),
        ("0.5", "converged"),
    ] {
        page.write("#rate", rate);
        assert_eq!(page.verdict(), kind, "at {rate}");
        assert_eq!(page.verdict_name(), called(kind, "ja"));
        assert_eq!(page.browser.text("#rate-error"), "");
    }

    // The slider is logarithmic: to the far right is 10, and one press to the left a little less.
    page.browser.click("#rate-slider");
    page.press(&[Key::End]);
    assert_eq!(page.value("#rate"), "10");
    assert_eq!(page.verdict(), "diverged");
    page.press(&[Key::Left]);
    assert_eq!(page.value("#rate"), "9.77");
    page.press(&[Key::Home]);
    assert_eq!(page.value("#rate"), "0.001");
    assert_eq!(page.verdict(), "still-descending");
    page.assert_quiet();
}

#[test]
fn a_frame_that_is_late_does_not_write_over_a_number_that_is_being_typed() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("steepest-descent");
    let [tab, enter] = [Key::Tab, Key::Enter].map(char::from);
    page.browser.click("#rate-slider");
    page.browser.script(HOLD_FRAMES, &[]);
    page.browser
        .perform(typing(&format!("{tab}0.4{enter}{tab}15")));
    page.browser.script("window.letFramesGo()", &[]);
    page.wait_until("document.getElementById('main').dataset.busy === 'false'");
    page.browser.perform(typing(&format!("0{enter}")));
    page.wait_until("document.getElementById('main').dataset.busy === 'false'");
    assert_eq!([page.value("#rate"), page.value("#steps")], ["0.4", "150"]);
    assert_eq!(page.browser.text("#steps-error"), "");

    // A number that is typed as it was changes nothing, and the field is no longer typed in.
    page.browser.click("#rate-slider");
    page.browser.perform(typing(&format!("{tab}0.4{enter}")));
    page.browser.click("#rate-slider");
    page.press(&[Key::End]);
    assert_eq!(page.value("#rate"), "10");
    page.assert_quiet();
}

#[test]
fn bad_numbers_are_answered_beside_their_field() {
    let page = Page::in_firefox("ja, en");
    page.choose_lesson("steepest-descent");
    let steps = page.last_step();
    let before = page.ball();
    for (field, text, words) in [
        (
            "#rate",
            "fast",
            ["「fast」は数ではありません", "“fast” is none"],
        ),
        ("#rate", "", ["数を入れてください", "Please enter a number"]),
        (
            "#rate",
            "-1",
            ["0より大きい数が必要です", "A number above 0 is needed"],
        ),
        (
            "#rate",
            "1e999",
            ["有限の数が必要です", "A finite number is needed"],
        ),
        (
            "#steps",
            "many",
            ["「many」は数ではありません", "“many” is none"],
        ),
        (
            "#steps",
            "2.5",
            ["整数が必要です", "A whole number is needed"],
        ),
        ("#steps", "0", ["以上", "A number from 1"]),
        ("#steps", "100001", ["100,000", "100,000"]),
    ] {
        page.write(field, text);
        let message = format!("{field}-error");
        for (language, words) in ["ja", "en"].into_iter().zip(words) {
            page.speak(language);
            let said = page.browser.text(&message);
            assert!(said.contains(words), "of {text:?} in {field}: {said:?}");
        }
        assert!(page.browser.is_seen(&message));
        assert_eq!(page.browser.attribute(field, "aria-invalid"), "true");
        assert_eq!(page.value(field), text, "it stays, to be corrected");
        assert_eq!(page.verdict(), "converged", "after {text:?} in {field}");
        assert_eq!(page.last_step(), steps, "after {text:?} in {field}");
        assert_eq!(page.ball(), before, "after {text:?} in {field}");

        // A good one clears it.
        page.write(field, if field == "#rate" { "0.5" } else { "200" });
        assert_eq!(page.browser.text(&message), "");
        assert_eq!(page.browser.attribute(field, "aria-invalid"), "false");
        assert_eq!(page.verdict(), "converged");
    }

    // Esc takes the refused text back.
    page.write("#steps", "-3");
    assert_ne!(page.browser.text("#steps-error"), "");
    page.press(&[Key::Escape]);
    assert_eq!(page.browser.text("#steps-error"), "");
    assert_eq!(page.value("#steps"), "200");

    page.write("#steps", "50");
    assert_eq!(page.last_step(), 50);
    // What a Japanese keyboard types where nobody has switched it.
    page.write("#steps", "40");
    assert_eq!(page.last_step(), 40);
    assert!(
        !page.browser.is_seen("#notice"),
        "words stand beside their field"
    );
    page.assert_quiet();
}

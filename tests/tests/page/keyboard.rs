//! The page without a mouse.

use fantoccini::key::Key;

use crate::fates::called;
use crate::page::Page;

#[test]
fn tab_and_arrows_lead_from_one_fate_to_another() {
    let page = Page::in_firefox("en-US, en");
    assert_eq!(page.verdict(), "converged");
    tab_to(&page, "plot");

    // An arrow is a hundredth of the axis from −4 to 10, with Shift a thousandth.
    page.press(&[Key::Right]);
    assert_eq!(page.start(), [-0.86]);
    page.press_with(Key::Shift, &[Key::Left, Key::Left]);
    assert_eq!(page.start(), [-0.888]);
    // As short as a tenth of the way tells: -0.75 after the first of ten.
    page.press(&[Key::Right; 10]);
    assert_eq!(page.start(), [0.51]);
    assert_eq!(page.verdict(), "local-minimum");
    assert_eq!(page.verdict_name(), called("local-minimum", "en"));
    let said = page.browser.attribute("#plot", "aria-valuetext");
    assert!(said.contains("Local minimum"), "{said}");
    page.press(&[Key::Right; 40]);
    assert_eq!(page.verdict(), "vanishing-gradient");
    page.press(&[Key::Left; 60]);
    assert_eq!(page.verdict(), "converged");
    page.press(&[Key::Left; 40]);
    assert_eq!(page.start(), [-4.0], "the axis ends here");

    // On to the buttons: Enter works them.
    tab_to(&page, "first");
    page.press(&[Key::Enter]);
    assert_eq!(page.step(), 0);
    assert_eq!(
        page.focused(),
        "first",
        "a button with nothing to do keeps its place"
    );
    tab_to(&page, "forward");
    page.press(&[Key::Enter, Key::Enter]);
    assert_eq!(page.step(), 2);
    page.assert_quiet();
}

#[test]
fn projector_mode_is_entered_walked_and_left_with_keys() {
    let page = Page::in_firefox("en-US, en");
    tab_to(&page, "projector");
    page.press(&[Key::Enter]);
    assert_eq!(page.browser.attribute("#projector", "aria-pressed"), "true");
    assert!(page.browser.is_seen("#projector-close"));
    assert!(page.browser.is_seen("#plot"));

    // A presenter's remote control.
    for (key, beat, kind) in [
        (Key::PageDown, "1 / 5", "converged"),
        (Key::PageDown, "2 / 5", "local-minimum"),
        (Key::PageDown, "3 / 5", "vanishing-gradient"),
        (Key::PageUp, "2 / 5", "local-minimum"),
    ] {
        page.press(&[key]);
        assert_eq!(page.content("#beat"), beat);
        assert_eq!(page.verdict(), kind, "on beat {beat}");
    }
    page.press(&[Key::Escape]);
    assert_eq!(
        page.browser.attribute("#projector", "aria-pressed"),
        "false"
    );
    assert!(!page.browser.is_seen("#projector-close"));
    page.press(&[Key::PageDown]);
    assert_eq!(page.content("#beat"), "2 / 5", "the keys scroll again");
    page.assert_quiet();
}

#[test]
fn a_notice_has_escape_before_the_projector() {
    let page = Page::in_firefox("en-US, en");
    page.click("#projector");
    let fail = "reportError(new Error('a fault'))";
    page.browser.script(fail, &[]);
    let focus = "document.getElementById('notice-close').focus()";
    page.browser.script(focus, &[]);
    page.press(&[Key::Escape]);
    assert!(!page.browser.is_seen("#notice"));
    assert!(page.browser.is_seen("#projector-close"));
    page.press(&[Key::Escape]);
    assert!(!page.browser.is_seen("#projector-close"));
}

#[test]
fn space_plays_wherever_it_is_pressed() {
    let page = Page::in_firefox("en-US, en");
    let is_playing = || {
        let script = "return document.getElementById('play').hasAttribute('data-playing')";
        page.browser.script(script, &[])
    };
    let playing = "document.getElementById('play').hasAttribute('data-playing')";
    let toggle = |place: &str| {
        page.press(&[Key::Space]);
        page.wait_until(playing);
        page.press(&[Key::Space]);
        page.wait_until(&format!("!{playing}"));
        assert!(page.browser.is_seen("#main"), "{place}");
    };
    // Slow enough that a busy machine does not see the run to its end.
    page.browser.choose("#speed", "4");
    page.browser.script("document.activeElement.blur()", &[]);
    toggle("nothing has the focus");

    // A button that was clicked keeps the focus, and Space still turns no beat and folds nothing.
    page.click("#beat-forward");
    assert_eq!(page.focused(), "beat-forward");
    toggle("a beat's button has the focus");
    assert_eq!(page.content("#beat"), "1 / 5");
    tab_to(&page, "plot");
    toggle("the picture has the focus");
    // The evidence is about the end of the run.
    page.click("#last");
    page.browser
        .script("document.querySelector('.evidence summary').focus()", &[]);
    toggle("a fold has the focus");
    page.click("#last");
    assert!(page.browser.is_seen("#evidence-rows"));

    // In the network it plays what is seen there: the walk. The run stands still.
    page.choose_lesson("back-propagation");
    page.click("#first");
    page.browser
        .script("document.getElementById('unit-1-0').focus()", &[]);
    page.press(&[Key::Space]);
    page.wait_until(playing);
    assert_eq!(page.browser.attribute("#play", "title"), "Stop walking");
    page.press(&[Key::Space]);
    page.wait_until(&format!("!{playing}"));
    assert_eq!(page.step(), 0);

    page.click("#views button[value=picture]");
    tab_to(&page, "rate");
    page.press(&[Key::Space]);
    assert_eq!(is_playing(), false, "in a field it is a letter");
    page.assert_quiet();
}

#[test]
fn help_tells_of_every_key_in_the_language_that_is_spoken() {
    let page = Page::in_firefox("en-US, en");
    let rows = || page.content("#help");
    for (language, words) in [
        ("en", ["Drag", "Arrow keys", "Space", "Page Down", "Esc"]),
        (
            "ja",
            ["ドラッグ", "矢印キー", "スペース", "PageDown", "Esc"],
        ),
    ] {
        page.speak(language);
        for words in words {
            assert!(rows().contains(words), "{words} in {}", rows());
        }
    }
    page.assert_quiet();
}

/// Presses Tab until an element has the keyboard.
#[track_caller]
pub(crate) fn tab_to(page: &Page, id: &str) {
    // More than the page has places to stop at.
    for _ in 0..60 {
        if page.focused() == id {
            return;
        }
        page.press(&[Key::Tab]);
    }
    panic!("Tab does not lead to #{id}");
}

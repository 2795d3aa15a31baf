//! The speaker's notes: a second window that follows the first, and turns its beats.

use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use serde_json::json;

use crate::fates::called;
use crate::page::Page;

/// The lecture's window and that of its notes.
struct Desk {
    page: Page,
    hall: WindowHandle,
    notes: WindowHandle,
}

impl Desk {
    /// Opens the notes by their key.
    #[track_caller]
    fn open(page: Page) -> Desk {
        let hall = page.browser.windows().remove(0);
        page.strike("n");
        let windows = page.browser.windows();
        let notes = windows.iter().find(|&window| *window != hall);
        let notes = notes.expect("a second window").clone();
        page.browser.switch_to(&notes);
        let desk = Desk { page, hall, notes };
        desk.wait_for("h1", "");
        desk
    }

    /// Waits until an element of the notes says something that contains a text.
    #[track_caller]
    fn wait_for(&self, css: &str, text: &str) {
        let condition = format!(
            "((found) => found?.textContent !== '' && found?.textContent.includes({}))
                (document.querySelector({}))",
            json!(text),
            json!(css),
        );
        self.page.wait_until(&condition);
    }

    #[track_caller]
    fn in_the_hall<T>(&self, act: impl FnOnce(&Page) -> T) -> T {
        self.page.browser.switch_to(&self.hall);
        self.page.settle();
        let done = act(&self.page);
        self.page.browser.switch_to(&self.notes);
        done
    }
}

#[test]
fn notes_follow_and_turn_the_beats_of_the_page_in_chromium() {
    give(Page::in_chromium("ja", &json!({})), "ja");
}

#[test]
fn notes_follow_and_turn_the_beats_of_the_site_in_firefox() {
    give(Page::of_the_site("en-US, en"), "en");
}

/// The words of a sentence before its first formula.
fn piece(text: &str) -> &str {
    text.split('`').next().unwrap_or(text)
}

#[track_caller]
fn give(page: Page, language: &str) {
    let lesson = "initial-values";
    let words = &words::lessons(language)[lesson];
    let notes = &words::notes(language)[lesson];
    let desk = Desk::open(page);
    desk.wait_for("h1", &words.title);
    assert!(!desk.page.browser.is_seen(".words"), "no beat has begun");

    // By keys of this window, by its buttons, and by the keys of the other one.
    let browser = &desk.page.browser;
    browser.perform(crate::hand::presses(&[Key::PageDown]));
    desk.wait_for(".say", &notes[0].say);
    desk.wait_for(".answer", &notes[0].answer);
    desk.wait_for(".next", words.captions[1].split('`').next().expect("words"));
    assert_eq!(desk.in_the_hall(|page| page.content("#beat")), "1 / 5");
    browser.click("#forward");
    desk.wait_for(".say", &notes[1].say);
    desk.in_the_hall(|page| page.click("#beat-forward"));
    desk.wait_for(".say", &notes[2].say);
    browser.click("#back");
    desk.wait_for(".say", &notes[1].say);
    assert_eq!(desk.in_the_hall(Page::verdict), "local-minimum");

    // What the class is to guess, and the answer, which it does not see.
    let question = &words::questions(language)[lesson][0];
    desk.in_the_hall(|page| page.strike("g"));
    desk.wait_for(".words:not([hidden]) .ask", piece(&question.ask));
    desk.wait_for(".words:not([hidden]) .answer", piece(&question.why));
    let ends = lessons::QUESTIONS.into_iter().find(|&(id, _)| id == lesson);
    let ends = ends.expect("a lesson with questions").1[0].ends.name();
    desk.wait_for(
        ".words:not([hidden]) .answer strong",
        called(ends, language),
    );
    assert!(!browser.is_seen(".say"));
    desk.in_the_hall(|page| page.strike("g"));
    desk.in_the_hall(|page| page.click("#beat-back"));
    desk.wait_for(".words:not([hidden]) .say", &notes[1].say);

    // A black screen, and light again with the next beat.
    browser.perform(crate::hand::typing("b"));
    let black = "document.querySelector('dialog.black')";
    desk.in_the_hall(|page| page.wait_until(black));
    browser.perform(crate::hand::presses(&[Key::Right]));
    desk.wait_for(".say", &notes[2].say);
    desk.in_the_hall(|page| page.wait_until(&format!("!{black}")));

    // They speak as the page does, in its colours.
    let other = if language == "ja" { "en" } else { "ja" };
    desk.in_the_hall(|page| {
        page.speak(other);
        page.click("#theme");
    });
    desk.wait_for(".say", &words::notes(other)[lesson][2].say);
    assert_eq!(browser.attribute("html", "lang"), other);
    assert_eq!(browser.attribute("html", "data-theme"), "light");

    // The clock goes, stands and begins anew.
    let time = "document.querySelector('.clock-time').textContent";
    browser.click("#clock-toggle");
    desk.page.wait_until(&format!("{time} === '00:01'"));
    browser.click("#clock-toggle");
    browser.click("#clock-reset");
    desk.page.wait_until(&format!("{time} === '00:00'"));

    // A page that is loaded again finds its notes.
    desk.page.bring_axe();
    desk.page.assert_open_to_all("light notes");
    desk.in_the_hall(|page| {
        page.come_back();
        page.click("#theme");
        page.click("#beat-forward");
    });
    desk.wait_for(".say", &words::notes(other)[lesson][3].say);
    assert_eq!(browser.attribute("html", "data-theme"), "dark");
    desk.page.assert_open_to_all("dark notes");
    desk.page.assert_quiet();
}

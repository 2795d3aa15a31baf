//! Language, theme, projector and width.

use serde_json::json;

use crate::page::Page;

#[test]
fn the_browsers_language_is_spoken_and_another_choice_remembered() {
    let page = Page::in_firefox("ja, en-US");
    assert_eq!(page.language(), "ja");
    assert_eq!(page.browser.text("#lesson-title"), "初期値依存性");
    assert_eq!(page.verdict_name(), "収束");
    page.speak("en");
    assert_eq!(page.language(), "en");
    assert_eq!(page.browser.text("#lesson-title"), "The start decides");
    page.come_back();
    assert_eq!(page.language(), "en");
    assert_eq!(page.verdict_name(), "Converged");
    page.speak("ja");
    page.wait_until("document.documentElement.lang === 'ja'");
    page.come_back();
    assert_eq!(page.language(), "ja");
    assert_eq!(page.browser.text("#lesson-title"), "初期値依存性");
    page.assert_quiet();
}

#[test]
fn a_language_that_cannot_be_had_is_told_of_in_the_present_one() {
    let page = Page::in_firefox("en-US, en");
    // From here on no script is loaded, as if the host were gone.
    let policy = "
        const policy = document.createElement('meta');
        policy.httpEquiv = 'Content-Security-Policy';
        policy.content = \"script-src 'none'\";
        document.head.append(policy);";
    page.assert_quiet();
    page.browser.script(policy, &[]);
    page.speak("ja");
    assert_eq!(page.language(), "en");
    let said = page.browser.text("#notice-text");
    assert!(said.contains("could not be loaded"), "{said}");
    let pressed = page
        .browser
        .attribute("button[data-language=ja]", "aria-pressed");
    assert_eq!(pressed, "false");
}

#[test]
fn a_reader_of_other_languages_is_spoken_to_in_the_first_that_is_known() {
    let page = Page::in_firefox("fr, en-GB, ja");
    assert_eq!(page.language(), "en");
    assert_eq!(page.browser.text("#lesson-title"), "The start decides");

    // Themes: automatic, light, dark, and remembered.
    let paper = || {
        let script = "return getComputedStyle(document.documentElement).backgroundColor";
        page.browser.script(script, &[])
    };
    let theme = || page.browser.attribute("html", "data-theme");
    assert_eq!(theme(), "auto");
    page.click("#theme");
    assert_eq!(theme(), "light");
    let light = paper();
    page.click("#theme");
    assert_eq!(theme(), "dark");
    let dark = paper();
    assert_ne!(light, dark);
    let label = page.browser.attribute("#theme", "aria-label");
    assert_eq!(label, "Colours: dark");
    page.come_back();
    assert_eq!((theme(), paper()), ("dark".to_owned(), dark));

    // Projector mode is left by its own button too.
    page.click("#projector");
    assert!(page.browser.is_seen("#projector-close"));
    page.click("#projector-close");
    assert_eq!(
        page.browser.attribute("#projector", "aria-pressed"),
        "false"
    );
    assert_eq!(page.focused(), "projector");
    page.assert_quiet();
}

#[test]
fn nothing_is_wider_than_a_phone() {
    let page = Page::in_firefox("ja, en");
    page.set_viewport(390, 844);
    for lesson in lessons::LESSONS {
        page.choose_lesson(lesson.id);
        // Everything that can be folded is opened: no fold hides what would not fit.
        let open = "for (const fold of document.querySelectorAll('details')) fold.open = true";
        page.browser.script(open, &[]);
        for language in words::languages() {
            page.speak(&language);
            page.browser.script(open, &[]);
            let sizes = "
                const { scrollWidth, clientWidth } = document.scrollingElement;
                return [innerWidth, scrollWidth - clientWidth];";
            let sizes = page.browser.script(sizes, &[]);
            let place = format!("{} in {language}: {}", lesson.id, widest(&page));
            assert_eq!(sizes, json!([390, 0]), "{place}");
        }
    }
    page.assert_quiet();
}

/// What sticks out of the viewport, for the message.
fn widest(page: &Page) -> String {
    let script = "
        const wide = [...document.querySelectorAll('body *')].filter((element) =>
            element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5);
        return wide.map(({ tagName, id, className }) => `${tagName} #${id} .${className}`).join('; ');";
    page.browser.script(script, &[]).to_string()
}

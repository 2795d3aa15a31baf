//! Guess first: from the question to the tally.

use fantoccini::key::Key;
use lessons::{Choices, QUESTIONS, Question};
use serde_json::json;

use crate::fates::called;
use crate::page::Page;

/// How wide what is drawn over the picture is, in parts of the picture: a ball, or a whole path.
const DRAWN: &str = "
    const canvas = document.getElementById('plot-path');
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    let [first, last] = [width, 0];
    for (let i = 3; i < data.length; i += 4) {
        if (data[i] === 0) continue;
        const x = (i >> 2) % width;
        first = Math.min(first, x);
        last = Math.max(last, x);
    }
    return (last - first) / width;";

impl Page {
    #[track_caller]
    fn stage(&self) -> String {
        self.browser.attribute("#main", "data-guess")
    }

    #[track_caller]
    fn wait_for_the_end(&self) {
        self.wait_until("document.getElementById('main').dataset.guess === 'told'");
        self.settle();
    }

    /// What the section says of the answer.
    #[track_caller]
    fn is_told_right(&self) -> bool {
        self.browser
            .attribute(".guess-outcome strong", "data-right")
            == "true"
    }

    #[track_caller]
    fn tally(&self) -> Vec<usize> {
        let text = self.content(".guess-tally");
        let numbers = text.split(|letter: char| !letter.is_ascii_digit());
        numbers.filter_map(|number| number.parse().ok()).collect()
    }
}

/// The key of an answer.
fn key(question: &Question, answer: backprop::Kind) -> String {
    let order = [
        "converged",
        "local-minimum",
        "vanishing-gradient",
        "still-descending",
        "saddle",
        "oscillating",
        "diverged",
    ];
    let place = order.iter().position(|&name| name == answer.name());
    let place = place.expect("an answer");
    match question.choices {
        Choices::Fates => (place + 1).to_string(),
        Choices::Convergence => (place.min(1) + 1).to_string(),
    }
}

#[test]
fn a_class_guesses_in_firefox() {
    guess(&Page::in_firefox("en-US, en"), "en");
}

#[test]
fn a_class_guesses_in_chromium() {
    guess(&Page::in_chromium("ja", &json!({})), "ja");
}

#[track_caller]
fn guess(page: &Page, language: &str) {
    let (_, questions) = QUESTIONS
        .into_iter()
        .find(|&(id, _)| id == "initial-values")
        .expect("the first lesson");
    page.strike("g");
    for (index, question) in questions.iter().enumerate() {
        // The picture and the ball, and nothing that tells the end: not to those who listen either.
        assert_eq!(page.stage(), "asked");
        let name = called(question.ends.name(), language);
        for hidden in [
            "#verdict",
            "#map-legend",
            "#timeline",
            "#play",
            "#map-modes",
            "#lesson-text",
        ] {
            assert!(
                !page.browser.is_seen(hidden),
                "{hidden} in question {index}"
            );
        }
        let figure = page.browser.attribute("#plot", "aria-valuetext");
        assert!(!figure.contains(name), "{figure}");
        assert!(!page.content("#verdict").contains(name));
        let drawn = page.browser.script(DRAWN, &[]).as_f64().expect("a share");
        assert!(drawn < 0.05, "more than a ball: {drawn}");
        page.press(&[Key::Space]);
        assert_eq!(page.step(), 0, "Space plays nothing that is asked about");

        // Whoever says what comes to mind first is wrong.
        let answer = if index == 0 {
            question.naive
        } else {
            question.ends
        };
        page.strike(&key(question, answer));
        page.wait_for_the_end();
        assert_eq!(page.is_told_right(), index > 0);
        assert_eq!(page.verdict(), question.ends.name());
        assert_eq!(page.verdict_name(), name);
        assert!(page.browser.is_seen("#map-legend"));
        assert!(page.browser.script(DRAWN, &[]).as_f64().expect("a share") > 0.05);
        let why = &words::questions(language)["initial-values"][index].why;
        let why = why.split('`').next().expect("words");
        assert!(page.content(".guess-why").contains(why));
        assert_eq!(page.tally(), [index, 1]);
        if index + 1 < questions.len() {
            page.click("#guess-next");
        }
    }

    // A start of the reader's own asks again, for all verdicts.
    page.strike("d");
    page.press(&[Key::Right; 70]);
    assert_eq!(page.stage(), "asked");
    assert!(page.start()[0] > 5.0);
    assert!(!page.browser.is_seen("#verdict"));
    page.click(&format!("#answer-{}", page.verdict()));
    page.wait_for_the_end();
    assert!(page.is_told_right());
    assert_eq!(page.tally(), [3, 1]);
    assert_eq!(page.focused(), "guess-next");
    page.strike("d");

    // Turning a beat leaves the guess; the tally stays on the device until it is reset.
    page.click("#beat-forward");
    assert_eq!(page.stage(), "");
    assert!(page.browser.is_seen("#lesson-text"));
    assert!(page.browser.is_seen("#verdict"));
    page.come_back();
    page.click("#guess");
    assert_eq!(page.tally(), [3, 1]);
    page.click("#guess-reset");
    assert_eq!(page.tally(), [0, 0]);
    page.strike("g");
    assert_eq!(page.stage(), "");
    page.assert_quiet();
}

#[test]
fn a_question_is_asked_again_when_the_page_is_loaded_again() {
    for page in [
        Page::in_firefox("en-US, en"),
        Page::in_chromium("ja", &json!({})),
    ] {
        page.choose_lesson("vanishing-1d");
        page.click("#guess");
        page.wait_until("document.getElementById('main').dataset.guess === 'asked'");
        page.settle();
        let asked = |page: &Page| (page.content(".guess-heading"), page.content(".guess-ask"));
        let first = asked(&page);
        // The address has the start of the question.
        page.rest();
        page.come_back();
        assert_eq!(page.stage(), "asked");
        assert_eq!(asked(&page), first);
        assert!(!page.browser.is_seen("#verdict"));
        let drawn = page.browser.script(DRAWN, &[]).as_f64().expect("a share");
        assert!(drawn < 0.05, "more than a ball: {drawn}");

        // So is a start of one's own, where it has been moved to.
        page.strike("d");
        page.press(&[Key::Left; 3]);
        let start = page.start();
        page.rest();
        page.come_back();
        assert_eq!((page.stage().as_str(), page.start()), ("asked", start));
        page.click(&format!("#answer-{}", page.verdict()));
        page.wait_for_the_end();
        assert!(page.is_told_right());

        // What has been told, or left, is not asked again.
        page.come_back();
        assert_eq!(page.stage(), "");
        assert!(page.browser.is_seen("#verdict"));
        page.assert_quiet();
    }
}

#[test]
fn every_question_fits_a_projector_and_is_open_to_all() {
    let page = Page::in_chromium("ja", &json!({}));
    page.set_size_and_calm(1280, 720);
    page.bring_axe();
    for language in words::languages() {
        page.speak(&language);
        page.strike("m");
        for (lesson, questions) in QUESTIONS {
            page.choose_lesson_from_afar(lesson);
            page.strike("g");
            for (index, question) in questions.iter().enumerate() {
                let place = format!("question {index} of {lesson} in {language}");
                page.assert_fits(500, &format!("{place}, asked"));
                page.strike(&key(question, question.ends));
                // Whoever asks for less motion sees the end at once.
                page.wait_for_the_end();
                assert!(page.is_told_right(), "{place}");
                page.assert_fits(500, &format!("{place}, told"));
                if index == 0 && lesson == "xor" {
                    page.assert_open_to_all(&place);
                    page.strike("g");
                    page.strike("g");
                    page.assert_open_to_all(&format!("{place}, asked"));
                } else {
                    page.click("#guess-next");
                }
            }
            page.strike("g");
        }
        page.strike("m");
    }
    page.assert_quiet();
}

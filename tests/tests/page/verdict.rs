//! The panel tells how a run ended and why, by its cause and with its numbers, in both languages.

use crate::fates::{called, cause_called};
use crate::page::Page;

/// A run that a reader can bring about: the lesson, its beat, what is changed, and how it ends.
struct Run {
    lesson: &'static str,
    beat: usize,
    start: Option<f64>,
    rate: Option<&'static str>,
    kind: &'static str,
    cause: &'static str,
    /// What is told of it in every language.
    numbers: &'static [&'static str],
}

const RUN: Run = Run {
    lesson: "initial-values",
    beat: 1,
    start: None,
    rate: None,
    kind: "converged",
    cause: "",
    numbers: &[],
};

/// Every verdict, and every cause that lessons and settings lead to.
const RUNS: [Run; 13] = [
    Run {
        cause: "explains-little",
        numbers: &["E=0.09904", "0.1600", "62\u{a0}%"],
        ..RUN
    },
    Run {
        lesson: "no-unique-answer",
        numbers: &["0.001250", "0.366"],
        ..RUN
    },
    Run {
        beat: 2,
        kind: "local-minimum",
        numbers: &["0.4050", "2000", "1\u{a0}%"],
        ..RUN
    },
    Run {
        rate: Some("2"),
        kind: "oscillating",
        cause: "wandering",
        numbers: &["50\u{a0}%"],
        ..RUN
    },
    Run {
        lesson: "steepest-descent",
        rate: Some("2"),
        kind: "oscillating",
        cause: "swinging",
        numbers: &["2.00", "100\u{a0}%", "90\u{a0}%"],
        ..RUN
    },
    Run {
        lesson: "steepest-descent",
        beat: 5,
        kind: "diverged",
        numbers: &["39", "1000(1+E)", "108"],
        ..RUN
    },
    Run {
        lesson: "steepest-descent",
        rate: Some("0.01"),
        kind: "still-descending",
        numbers: &["200"],
        ..RUN
    },
    Run {
        rate: Some("0.000001"),
        kind: "still-descending",
        cause: "small-rate",
        numbers: &["0.124", "13\u{a0}%", "3\u{a0}%"],
        ..RUN
    },
    Run {
        lesson: "vanishing-2d",
        beat: 5,
        kind: "still-descending",
        cause: "plateau",
        numbers: &["1600", "e1.25", "e0.5"],
        ..RUN
    },
    Run {
        start: Some(5.0),
        kind: "still-descending",
        cause: "plateau",
        numbers: &["2000"],
        ..RUN
    },
    Run {
        lesson: "no-unique-answer",
        beat: 3,
        kind: "saddle",
        numbers: &["−0.500", "e300", "e20"],
        ..RUN
    },
    Run {
        beat: 3,
        kind: "vanishing-gradient",
        cause: "saturation",
        numbers: &["0.4097", "1.35×10−25", "0.028\u{a0}%", "2000"],
        ..RUN
    },
    Run {
        lesson: "xor",
        beat: 2,
        kind: "vanishing-gradient",
        cause: "balance-and-saturation",
        numbers: &["δ=−0.125", "δ=0.125", "75\u{a0}%", "4.02×10−6", "10,000"],
        ..RUN
    },
];

#[test]
fn every_cause_is_named_and_told_with_its_numbers() {
    let page = Page::in_firefox("ja, en");
    for run in RUNS {
        page.choose_lesson(run.lesson);
        for _ in 0..run.beat {
            page.click("#beat-forward");
        }
        if let Some(start) = run.start {
            page.drag_start_to(&[start]);
        }
        if let Some(rate) = run.rate {
            page.write("#rate", rate);
        }
        if page.browser.is_seen("#verdict-reveal") {
            page.click("#verdict-reveal");
        }
        for language in ["ja", "en"] {
            page.speak(language);
            let place = format!("{} {} in {language}", run.kind, run.cause);
            assert_eq!(page.verdict(), run.kind, "{place}");
            assert_eq!(page.verdict_name(), called(run.kind, language), "{place}");
            let cause = page.content("#verdict-cause");
            assert_eq!(cause, cause_called(run.cause, language), "{place}");
            assert_told(&page, &run, &place);
        }
        let has_cause = run.kind == "vanishing-gradient";
        assert_eq!(page.browser.is_seen("#show-cause"), has_cause);
    }
    page.assert_quiet();
}

/// Numbers are there, and no place was left for one.
#[track_caller]
fn assert_told(page: &Page, run: &Run, place: &str) {
    let told = ["#verdict", "#standstill:not([hidden])", ".evidence"];
    let told = told.map(|css| {
        let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
        let text = page.browser.script(script, &[css.into()]);
        text.as_str().expect("a text").to_owned()
    });
    let told = told.join(" ");
    for sign in ["{", "}", "undefined", "null", "NaN", "Infinity", "`"] {
        assert!(!told.contains(sign), "{sign} of {place}: {told}");
    }
    for number in run.numbers {
        assert!(told.contains(number), "{number} of {place}: {told}");
    }
    let why = page.browser.text("#evidence-why");
    assert!(why.chars().any(|letter| letter.is_ascii_digit()), "{why}");
}

#[test]
fn the_way_that_is_closed_is_shown_where_samples_cancel_too() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("xor");
    for _ in 0..4 {
        page.click("#beat-forward");
    }
    page.click("#show-cause");
    assert!(page.browser.is_seen("[data-saturated] > #unit-1-1"));
    assert_eq!(page.browser.attribute("#unit-1-1", "aria-pressed"), "true");
    page.assert_quiet();
}

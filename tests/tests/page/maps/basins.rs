//! Minima that starts end in, in words and as they look.

use lessons::Fact;
use serde_json::{Value, json};

use super::native::Map;
use crate::page::Page;

/// Starts along each side of a map.
const SIDE: usize = 65;

/// What stands in the legend, line by line: name, then share.
const LINES: &str = "
    return [...document.querySelectorAll('#map-shares li')].map(({ textContent }) => textContent);";

/// Fact D has four minima, three of them local. Tints, hatchings and shares are those that this
/// machine computes for the three.
#[test]
fn a_legend_names_the_minima_that_starts_end_in() {
    let page = Page::in_chromium_without_policy("en", &json!({}));
    page.choose_lesson("local-minima");
    for _ in 0..3 {
        page.click("#beat-forward");
    }
    page.watch_maps(SIDE);
    page.show_fates();
    let map = Map::of(Fact::FourMinima, 0.5, 2000, SIDE);
    page.assert_map(&map);
    let shares = map.shares();
    assert_eq!(shares.len(), 6, "{shares:?}");
    for (language, names) in [
        (
            "en",
            [
                "Converged",
                "Still descending",
                "Local minimum at (−0.155, 2.20)",
                "Local minimum at (2.20, −0.155)",
                "Local minimum at (2.20, 2.20)",
                "Vanishing gradient",
            ],
        ),
        (
            "ja",
            [
                "収束",
                "降下中",
                "局所最適解 (−0.155, 2.20)",
                "局所最適解 (2.20, −0.155)",
                "局所最適解 (2.20, 2.20)",
                "勾配消失",
            ],
        ),
    ] {
        page.speak(language);
        let lines = names.iter().zip(&shares);
        let lines: Vec<String> = lines
            .map(|(name, share)| {
                let digits = usize::from(*share < 0.0995);
                format!("{name}{:.digits$}\u{a0}%", 100.0 * share)
            })
            .collect();
        assert_eq!(page.browser.script(LINES, &[]), json!(lines));
    }
    page.assert_quiet();
}

/// Two solutions are told apart; a whole valley of them is one end.
#[test]
fn solutions_are_told_apart_where_they_are_apart() {
    let page = Page::in_chromium_without_policy("en", &json!({}));
    page.choose_lesson("no-unique-answer");
    page.watch_maps(SIDE);
    let solutions = |page: &Page| {
        let lines = page.browser.script(LINES, &[]);
        let lines = lines.as_array().expect("lines").iter();
        let names = lines.filter_map(Value::as_str);
        let names = names.filter_map(|line| line.strip_prefix("Converged"));
        let places = names.map(|line| {
            line.split_once(')')
                .map_or("", |(place, _)| place)
                .to_owned()
        });
        places.collect::<Vec<_>>()
    };
    page.show_fates();
    page.finish_map();
    assert_eq!(solutions(&page), [""]);
    for _ in 0..4 {
        page.click("#beat-forward");
    }
    page.show_fates();
    page.finish_map();
    assert_eq!(solutions(&page), [" at (−0.673, −1.05", " at (0.673, 1.05"]);
    page.assert_quiet();
}

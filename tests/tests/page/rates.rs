//! Starts and learning rates in one picture.

use crate::page::Page;
use crate::plot::Tool;

impl Page {
    /// The curve with two minima, with rates above its weight. Runs are short, so that its map is soon whole.
    #[track_caller]
    fn show_rates(&self) {
        self.choose_lesson("local-minima");
        self.write("#steps", "100");
        self.click("#map-modes button[value=rates]");
        self.finish_rates();
    }

    #[track_caller]
    fn finish_rates(&self) {
        self.wait_until("document.getElementById('map-legend').dataset.left === '0'");
        self.settle();
    }
}

/// Numbers are offered where fates are; each has its words, and a link keeps which is shown. What the map
/// says under the pointer is what evidence says after a click.
#[test]
fn numbers_of_starts_and_rates() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("local-minima");
    let button = |mode: &str| format!("#map-modes button[value={mode}]");
    assert!(!page.browser.is_seen(&button("rates-steps")));
    page.show_rates();
    for (mode, explained) in [
        ("rates-steps", "n"),
        ("rates-error", "E"),
        ("rates-sensitivity", "S"),
    ] {
        page.click(&button(mode));
        page.finish_rates();
        assert!(!page.browser.is_seen("#map-shares"), "{mode}");
        assert!(page.content("#map-key").contains(explained), "{mode}");
        page.wait_until(&format!("location.hash.includes('mode={mode}')"));
    }
    let mut said = Vec::new();
    for (x, y) in [(0.1, 0.2), (0.5, 0.3), (0.95, 0.1), (0.2, 0.55)] {
        let map = page.area("#plot-raster");
        page.drag(Tool::Mouse, &[map.at(x, y)]);
        let told = page.content("#map-point");
        let (_, told) = told.split_once("S = ").expect("how much the end depends");
        page.wait_until("!document.getElementById('sensitivity').hidden");
        page.settle();
        assert_eq!(page.content("#sensitivity-value"), told);
        said.push(told.to_owned());
    }
    said.dedup();
    assert!(said.len() > 2, "{said:?}");
    page.come_back();
    assert_eq!(
        page.browser
            .attribute(&button("rates-sensitivity"), "aria-pressed"),
        "true"
    );
}

#[test]
fn a_click_makes_start_and_rate_those_of_the_pair() {
    let page = Page::in_firefox("en-US, en");
    page.show_rates();
    let mut kinds = Vec::new();
    for (x, y) in [(0.1, 0.2), (0.2, 0.6), (0.5, 0.3), (0.95, 0.1)] {
        let map = page.area("#plot-raster");
        page.drag(Tool::Mouse, &[map.at(x, y)]);
        let said = page.content("#map-point");
        let (pair, fate) = said.split_once(" → ").expect("a pair and its fate");
        assert_eq!(page.content("#legend-start"), pair);
        assert!(pair.contains('ε'), "{pair}");
        let name = page.verdict_name();
        assert!(fate.starts_with(&name), "{fate}, a click says {name}");
        // The map is that of all rates: none of them begins another.
        assert_eq!(page.browser.attribute("#map-legend", "data-left"), "0");
        kinds.push(name);
    }
    kinds.dedup();
    assert!(kinds.len() > 2, "{kinds:?}");
}

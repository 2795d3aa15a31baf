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

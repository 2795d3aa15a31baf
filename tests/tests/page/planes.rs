//! Maps on planes that follow no single weights: random directions, and a path's principal ones.

use fantoccini::key::Key;

use crate::numbers::number;
use crate::page::Page;
use crate::plot::{Tool, is_near};

impl Page {
    /// XOR with large steps and few of them: a map is soon whole, and has several fates.
    #[track_caller]
    fn choose_quick_xor(&self) {
        self.choose_lesson("xor");
        self.write("#rate", "5");
        self.write("#steps", "200");
    }

    /// Waits until the map of fates is whole.
    #[track_caller]
    fn wait_for_map(&self) {
        self.wait_until("document.getElementById('map-legend').dataset.left === '0'");
        self.settle();
    }

    #[track_caller]
    fn choose_plane(&self, name: &str) {
        self.click(&format!("#planes button[value={name}]"));
        let pressed = format!("#planes button[value={name}][aria-pressed=true]");
        assert!(self.browser.is_seen(&pressed), "{name} is chosen");
    }

    /// Clicks all over the map: what it says of a start is what becomes of a run from there.
    #[track_caller]
    fn assert_map_is_clicks(&self) {
        let mut kinds = Vec::new();
        for (x, y) in [
            (0.05, 0.1),
            (0.3, 0.35),
            (0.5, 0.05),
            (0.65, 0.75),
            (0.95, 0.9),
        ] {
            let map = self.area("#plot-raster");
            self.drag(Tool::Mouse, &[map.at(x, y)]);
            let said = self.content("#map-point");
            let (start, fate) = said.split_once(" → ").expect("a start and its fate");
            assert_eq!(self.content("#legend-start"), start);
            let name = self.verdict_name();
            assert!(fate.starts_with(&name), "{fate}, a click says {name}");
            let error = fate.rsplit_once('=').and_then(|(_, error)| number(error));
            assert_eq!(error, number(&self.content("#reading-error")), "{fate}");
            // The map stays, and the plane with it.
            let left = self.browser.attribute("#map-legend", "data-left");
            assert_eq!(left, "0");
            kinds.push(name);
        }
        kinds.sort();
        kinds.dedup();
        assert!(kinds.len() > 1, "the starts share one fate: {kinds:?}");
    }
}

#[test]
fn random_directions_are_mapped_and_clicked() {
    let page = Page::in_firefox("en-US, en");
    page.choose_quick_xor();
    page.click("#map-modes button[value=fates]");
    page.choose_plane("random");
    page.wait_for_map();
    assert_eq!(page.start(), [0.0, 0.0], "the start is in the middle");
    assert!(page.content("#legend-start").starts_with("u1="));
    assert!(page.content("#projection").contains("projected"));
    page.assert_map_is_clicks();

    // Another seed is another plane, through the start of now.
    page.click("#plane-next");
    assert_eq!(page.value("#plane-seed"), "2");
    assert!(is_near(&page.start(), &[0.0, 0.0], 1e-9));
    page.write("#plane-seed", "3.5");
    assert!(page.content("#plane-error").contains("3.5"));
    assert!(is_near(&page.start(), &[0.0, 0.0], 1e-9));
    page.write("#plane-seed", "7");
    assert_eq!(page.content("#plane-error"), "");
    page.wait_for_map();
    page.assert_map_is_clicks();

    // Keys move along the directions: by a hundredth of an axis from −10 to 10, to hundredths.
    let before = page.start();
    page.browser
        .script("document.getElementById('plot').focus()", &[]);
    page.press(&[Key::Right, Key::Right, Key::Down]);
    let wanted = [before[0] + 0.4, before[1] - 0.2];
    let start = page.start();
    assert!(is_near(&start, &wanted, 6e-3), "{start:?}, not {wanted:?}");

    page.choose_plane("view");
    assert!(page.content("#legend-start").starts_with("w11(2)="));
    page.assert_quiet();
}

#[test]
fn principal_directions_are_those_of_the_path() {
    let page = Page::in_firefox("ja");
    page.choose_quick_xor();
    page.choose_plane("path");
    // The plane goes through the path's end; its start lies beside it.
    assert_eq!(page.ball(), [0.0, 0.0]);
    assert!(page.content("#projection").contains("離れている"));
    let renew = || page.browser.attribute("#plane-next", "aria-disabled");
    assert_eq!(renew(), "true");

    page.click("#map-modes button[value=fates]");
    page.wait_for_map();
    page.assert_map_is_clicks();
    let note = page.content("#projection");
    assert!(note.contains("前の経路"), "{note}");
    assert_eq!(renew(), "false");
    page.click("#plane-next");
    assert_eq!(page.ball(), [0.0, 0.0]);
    assert_eq!(renew(), "true");

    // A path that goes nowhere has no directions, and leaves the picture as it was.
    page.choose_plane("view");
    page.write("#rate", "1e-30");
    page.click("#planes button[value=path]");
    assert!(page.content("#plane-error").contains("主成分がありません"));
    assert!(page.content("#legend-start").starts_with("w11(1)="));
    page.write("#rate", "0.5");
    assert_eq!(page.content("#plane-error"), "");
    page.choose_plane("path");

    // Where all that moves is in sight, there is no other plane.
    page.choose_lesson("vanishing-2d");
    assert!(!page.browser.is_seen("#planes"));
    assert!(page.content("#legend-start").starts_with("w="));
    page.assert_quiet();
}

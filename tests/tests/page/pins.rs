//! Runs side by side: pinned, chosen, removed, handed on; and thirty starts at once.

use fantoccini::key::Key;
use serde_json::json;

use crate::page::Page;

impl Page {
    /// The slots that are taken, with the verdicts of their runs.
    #[track_caller]
    fn pins(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('#beside-table tr[id]:not([hidden])')]
            .map(({ id, dataset }) => `${id} ${dataset.kind} ${dataset.error}`);";
        let rows = self.browser.script(script, &[]);
        let rows = rows.as_array().cloned().unwrap_or_default();
        let text = |row: &serde_json::Value| row.as_str().unwrap_or_default().to_owned();
        rows.iter().map(text).collect()
    }

    /// Waits until the address has these words in it.
    #[track_caller]
    fn wait_for_words(&self, words: &str) {
        self.wait_until(&format!("location.hash.includes({})", json!(words)));
        self.settle();
    }

    /// Waits until thirty runs have ended.
    #[track_caller]
    fn wait_for_thirty(&self) {
        self.wait_until("document.getElementById('starts')?.dataset.drawn === '30'");
        self.settle();
    }

    /// How many of the thirty have each verdict.
    #[track_caller]
    fn shares(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('#starts-shares li')]
            .map(({ dataset }) => `${dataset.kind} ${dataset.count}`);";
        let shares = self.browser.script(script, &[]);
        let shares = shares.as_array().cloned().unwrap_or_default();
        let text = |share: &serde_json::Value| share.as_str().unwrap_or_default().to_owned();
        shares.iter().map(text).collect()
    }
}

/// What a native run from the links' document comes to, as a row tells it.
fn row(slot: usize, start: f64, rate: f64) -> String {
    let lesson = lessons::LESSONS
        .iter()
        .find(|lesson| lesson.id == "initial-values");
    let base = lesson.expect("a lesson").beats[0].scene.experiment();
    let changed = base.map(|base| base.with_start(vec![start])?.with_rate(rate));
    let run = changed.expect("a document").expect("an experiment").run();
    let error = run.verdict.goal.said(run.verdict.error);
    format!("pin-{slot} {} {error}", run.verdict.kind.name())
}

fn runs_are_pinned_and_compared(page: &Page) {
    page.choose_lesson("initial-values");
    assert!(!page.browser.is_seen("#beside"), "no louder than before");
    page.write("#rate", "0.5");
    page.drag_start_to(&[5.0]);
    page.click("#pin");
    page.write("#rate", "2");
    page.browser
        .script("document.getElementById('pin').focus()", &[]);
    page.press(&[Key::Enter]);
    page.write("#rate", "0.25");
    page.wait_for_words("pins=");
    page.wait_until("document.querySelectorAll('#beside-table tr[id][data-kind]').length === 2");
    let start = page.start()[0];
    let both = page.pins();
    assert_eq!(both.len(), 2);
    assert!(both[0].starts_with("pin-1 still-descending"), "{both:?}");
    assert!(both[1].starts_with("pin-2 local-minimum"), "{both:?}");

    // Its link, opened anew, shows the same to the last digit.
    page.come_back();
    page.wait_until("document.querySelectorAll('#beside-table tr[id][data-kind]').length === 2");
    assert_eq!(page.pins(), both);

    // One is chosen: it is the present one, and stays pinned.
    page.click("#pin-choose-2");
    assert_eq!(
        (page.value("#rate").as_str(), page.verdict().as_str()),
        ("2", "local-minimum")
    );
    assert_eq!(page.start()[0], start);
    assert_eq!(page.browser.attribute("#pin", "aria-pressed"), "true");
    page.wait_for_words("rate:0.5,same");

    // One is removed, and comes back.
    page.click("#pin-remove-1");
    assert_eq!(page.pins(), both[1..]);
    page.wait_for_words("pins=,same");
    page.browser.script("history.back()", &[]);
    page.wait_for_words("rate:0.5,same");
    page.wait_until("document.querySelectorAll('#beside-table tr[id][data-kind]').length === 2");
    assert_eq!(page.pins(), both);

    // Another problem takes them away, and says so; back brings them back.
    page.choose_lesson("xor");
    page.wait_until("!location.hash.includes('pins')");
    page.settle();
    assert_eq!(page.pins(), [""; 0]);
    assert!(page.browser.text("#notice-text").contains('2'));
    page.browser.script("history.back()", &[]);
    page.wait_for_words("rate:0.5,same");
    page.wait_until("document.querySelectorAll('#beside-table tr[id][data-kind]').length === 2");
    assert_eq!(page.pins(), both);
    page.click("#pins-remove");
    assert_eq!(page.pins(), [""; 0]);
    page.assert_quiet();
}

#[test]
fn runs_are_pinned_and_compared_in_firefox() {
    runs_are_pinned_and_compared(&Page::in_firefox("en"));
}

#[test]
fn runs_are_pinned_and_compared_in_chromium() {
    runs_are_pinned_and_compared(&Page::in_chromium("ja", &json!({})));
}

#[test]
fn a_pinned_run_is_the_run_without_a_page() {
    let page = Page::in_firefox("en");
    let link = "initial-values/1?pins=start:5~rate:0.5,start:1~rate:0.25,,start:-3~rate:0.1";
    page.browser
        .script("location.hash = arguments[0]", &[json!(link)]);
    page.wait_until("document.querySelectorAll('#beside-table tr[id][data-kind]').length === 3");
    let expected = [row(1, 5.0, 0.5), row(2, 1.0, 0.25), row(4, -3.0, 0.1)];
    assert_eq!(page.pins(), expected);
    // Where there is no more room, it is said.
    for rate in ["0.2", "0.3", "0.4", "0.7"] {
        page.write("#rate", rate);
        page.click("#pin");
    }
    assert_eq!(page.pins().len(), 6);
    assert!(page.browser.text("#notice-text").contains("Six"));
    page.assert_quiet();
}

fn thirty_starts_descend(page: &Page) {
    page.choose_lesson("vanishing-2d");
    page.click("#views button[value=problem]");
    page.write("#draw-scale", "8");
    page.browser
        .script("document.getElementById('draw-thirty').focus()", &[]);
    page.press(&[Key::Enter]);
    page.wait_for_thirty();
    page.wait_for_words("starts=uniform,8,1");
    let first = page.shares();
    let all: usize = first
        .iter()
        .filter_map(|share| share.rsplit(' ').next()?.parse::<usize>().ok())
        .sum();
    assert_eq!(all, 30, "{first:?}");
    assert!(first.len() > 1, "starts decide: {first:?}");
    // Others on demand; the same again by their seed.
    page.click("#starts-again");
    page.wait_for_words("starts=uniform,8,31");
    page.wait_for_thirty();
    assert_ne!(page.shares(), first);
    page.write("#starts-seed", "1");
    page.wait_for_thirty();
    assert_eq!(page.shares(), first);
    page.wait_until("location.hash.endsWith('starts=uniform,8,1')");
    page.come_back();
    page.wait_for_thirty();
    assert_eq!(page.shares(), first);
    // A scale that is none is refused in words, and changes nothing.
    page.write("#starts-scale", "0");
    assert!(!page.browser.text("#starts-error").is_empty());
    assert_eq!(page.shares(), first);
    page.assert_quiet();
}

#[test]
fn thirty_starts_descend_in_firefox() {
    thirty_starts_descend(&Page::in_firefox("en"));
}

#[test]
fn thirty_starts_descend_in_chromium() {
    thirty_starts_descend(&Page::in_chromium("ja", &json!({})));
}

#[test]
fn runs_beside_each_other_are_open_to_all() {
    let page = Page::in_firefox("en");
    page.bring_axe();
    let link = "vanishing-2d/2?pins=start:2_2,rate:3,loss:cross-entropy,rule:adam~rate:0.05&starts=uniform,8,3";
    for (width, height, projects) in [(1440, 900, false), (390, 844, false), (1280, 720, true)] {
        page.set_viewport(width, height);
        page.browser
            .script("location.hash = arguments[0]", &[json!(link)]);
        page.wait_for_thirty();
        page.wait_until(
            "document.querySelectorAll('#beside-table tr[id][data-kind]').length === 4",
        );
        if projects {
            page.click("#projector");
        }
        for _ in 0..2 {
            page.browser
                .script("document.getElementById('theme').click()", &[]);
            page.settle();
            page.assert_open_to_all(&format!("{width} wide, projects: {projects}"));
        }
        if !projects {
            let wide = page
                .browser
                .script("return document.documentElement.scrollWidth", &[]);
            assert!(wide.as_u64() <= Some(width.into()), "{wide}");
        }
    }
    page.assert_quiet();
}

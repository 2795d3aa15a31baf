//! Would Adam help? Other rules, another loss, batches, and all rules in a race.

use fantoccini::key::Key;
use serde_json::json;

use crate::page::Page;

impl Page {
    #[track_caller]
    fn choose(&self, list: &str, value: &str) {
        self.browser.choose(list, value);
        self.settle();
    }

    /// Opens a fold that is closed at first.
    #[track_caller]
    fn unfold(&self, fold: &str) {
        let script = "document.querySelector(arguments[0]).open = true;";
        self.browser.script(script, &[json!(fold)]);
        self.settle();
    }

    /// The texts of elements, one after another.
    #[track_caller]
    fn texts(&self, css: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(
            (element) => element.textContent.replace(/\\s+/g, ' ').trim());";
        let texts = self.browser.script(script, &[json!(css)]);
        let texts = texts.as_array().cloned().unwrap_or_default();
        let text = |text: &serde_json::Value| text.as_str().unwrap_or_default().to_owned();
        texts.iter().map(text).collect()
    }
}

fn another_rule_and_loss_are_answered_at_once(page: &Page) {
    page.choose_lesson("initial-values");
    page.write("#rate", "0.5");
    page.drag_start_to(&[8.0]);
    assert_eq!(page.verdict(), "vanishing-gradient");
    // On the plateau the end moves as the start does.
    page.wait_until("document.getElementById('sensitivity-value').textContent.startsWith('1.0')");
    // Two clicks: the list, and the rule in it. It comes with a rate that suits it.
    page.choose("#rule", "adam");
    assert_eq!(page.value("#rate"), "0.05");
    assert_eq!(page.verdict(), "local-minimum");
    // And back, at the rate of before.
    page.choose("#rule", "steepest-descent");
    assert_eq!(
        (page.value("#rate").as_str(), page.verdict().as_str()),
        ("0.5", "vanishing-gradient")
    );

    page.unfold("#method");
    page.choose("#rule", "momentum");
    page.write("#momentum", "1");
    assert_ne!(page.browser.text("#momentum-error"), "");
    page.press(&[Key::Escape]);
    page.write("#momentum", "0.99");
    page.wait_until("location.hash.includes('rule=momentum&momentum=0.99')");
    page.choose("#rule", "steepest-descent");

    page.choose("#loss", "cross-entropy");
    page.write("#rate", "0.05");
    assert_eq!(page.verdict(), "converged");
    page.choose("#batch", "shuffled");
    page.write("#batch-size", "3");
    assert_ne!(page.browser.text("#batch-size-error"), "");
    page.press(&[Key::Escape]);
    page.wait_until("location.hash.includes('loss=cross-entropy&batch=1:1')");
    // Its link shows the same.
    let ball = page.ball();
    page.come_back();
    assert_eq!(page.value("#loss"), "cross-entropy");
    assert_eq!(page.value("#batch"), "shuffled");
    assert_eq!(page.ball(), ball);

    // The inspector writes the rule in force, with its state in numbers.
    page.choose_lesson("back-propagation");
    page.choose("#rule", "adam");
    page.click("button[value=network]");
    page.browser
        .script("document.querySelector('#weight-0, [id=weight-0]').dispatchEvent(new MouseEvent('click', { bubbles: true }))", &[]);
    page.settle();
    let equations = page.texts("#inspector-equations .equation");
    assert!(
        equations
            .iter()
            .any(|text| text.contains('√') || text.starts_with("mnew")),
        "{equations:?}"
    );
    page.assert_quiet();
}

#[test]
fn another_rule_and_loss_are_answered_at_once_in_firefox() {
    another_rule_and_loss_are_answered_at_once(&Page::in_firefox("en-US, en"));
}

#[test]
fn another_rule_and_loss_are_answered_at_once_in_chromium() {
    another_rule_and_loss_are_answered_at_once(&Page::in_chromium("ja", &json!({})));
}

#[test]
fn all_rules_race_from_one_start() {
    let page = Page::in_firefox("ja, en");
    page.choose_lesson("initial-values");
    page.drag_start_to(&[8.0]);
    page.unfold("#method");
    page.browser
        .script("document.getElementById('race').focus()", &[]);
    page.press(&[Key::Enter]);
    page.wait_until("document.querySelectorAll('#beside-table tr[id][data-kind]').length === 5");
    assert!(page.browser.is_seen("#race-note"));
    let kinds = "return [...document.querySelectorAll('#beside-table tr[id]:not([hidden])')]
        .map(({ dataset }) => dataset.kind);";
    let kinds = page.browser.script(kinds, &[]);
    // None of them leaves the local minimum, and none stands still before it.
    for kind in kinds.as_array().cloned().unwrap_or_default() {
        assert_ne!(kind, json!("vanishing-gradient"));
        assert_ne!(kind, json!("converged"));
    }
    page.click("#pin-choose-5");
    assert_eq!(page.value("#rule"), "adam");
    page.assert_quiet();
}

//! The largest experiment that the limits allow: opened, trained, judged, its network looked at, and left
//! again.

use backprop::limits::{MOST_HIDDEN_LAYERS, MOST_SAMPLES, MOST_UNITS};
use serde_json::{Value, json};

use crate::page::Page;
use crate::tasks::{come_back_with_lessons, longest_task};

/// Longest that the page may be busy in one piece, in milliseconds.
const LONGEST_TASK: f64 = 100.0;
/// Fewer than the limits allow, so that a test does not take minutes: a step is a step.
const STEPS: usize = 40;

/// Types the number of a sample.
const CHOOSE_SAMPLE: &str = "
    const field = document.getElementById('walk-number');
    field.value = arguments[0];
    field.dispatchEvent(new Event('change', { bubbles: true }));
";

/// 2992 weights and 1000 samples. Where the smallest error is not known, the judge searches for it for
/// half a minute.
fn largest(best_error: Option<f64>) -> Value {
    let layers = vec![MOST_UNITS; MOST_HIDDEN_LAYERS + 2];
    let rows = |phase: f64| -> Vec<Vec<f64>> {
        let number = |sample: usize, unit: usize| {
            let turns = sample as f64 * (0.37 + 0.1 * unit as f64);
            0.5 + 0.4 * (turns + phase).sin()
        };
        let row = |sample: usize| (0..MOST_UNITS).map(|unit| number(sample, unit)).collect();
        (0..MOST_SAMPLES).map(row).collect()
    };
    let mut document = json!({
        "layers": layers,
        "activations": vec!["tanh"; layers.len() - 1],
        "bias": true,
        "inputs": rows(0.0),
        "targets": rows(1.0),
        "init": { "scheme": "xavier", "scale": 1, "seed": 1 },
        "rule": { "name": "steepest-descent", "rate": 1e-7 },
        "steps": STEPS,
    });
    if let Some(best_error) = best_error {
        document["best_error"] = json!(best_error);
    }
    document
}

/// Judged or not, whatever has to be computed is computed without holding the page up.
#[track_caller]
fn assert_it_holds_nothing_up(page: &Page) {
    let lessons = [
        ("xor", largest(None)),
        ("no-unique-answer", largest(Some(0.0))),
    ];
    come_back_with_lessons(page, &lessons);
    let longest = longest_task(page, LONGEST_TASK, |_| {
        // Left while it is being judged.
        page.browser.choose("#lesson", "xor");
        page.wait_until("document.querySelector('#verdict-name').textContent === 'Judging'");
        page.wait_until(
            "/[1-9]\\d*\\s%/.test(document.querySelector('#verdict-sentence').textContent)",
        );
        assert_eq!(page.last_step(), STEPS);
        assert_eq!(page.verdict(), "computing");
        page.choose_lesson("initial-values");
        assert_ne!(page.verdict(), "computing");

        // Stayed with until it has been judged.
        page.browser.choose("#lesson", "no-unique-answer");
        page.wait_until("document.querySelector('#verdict').dataset.verdict !== 'computing'");
        assert_eq!(
            (page.last_step(), page.verdict().as_str()),
            (STEPS, "still-descending")
        );

        // Its network opened, left and opened again, and a unit with its weights taken out of it.
        for view in ["network", "picture", "network"] {
            page.click(&format!("#views button[value={view}]"));
        }
        page.click("#unit-6-7 .body");
        let label = page.browser.attribute("#weight-1479", "aria-label");
        assert!(label.starts_with("w₁₈⁽⁶⁾ = "), "{label}");
        page.browser.script(CHOOSE_SAMPLE, &[json!("500")]);
        page.settle();
        assert_eq!(page.value("#walk-sample"), "499");
        page.click("#views button[value=layers]");
        page.choose_lesson("initial-values");
    });
    assert!(
        longest <= LONGEST_TASK,
        "the page was busy for {longest} ms"
    );
    page.assert_quiet();
}

#[test]
fn the_largest_experiment_holds_no_frame_up_in_chromium() {
    assert_it_holds_nothing_up(&Page::in_chromium("en-US, en", &json!({})));
}

#[test]
fn the_largest_experiment_holds_no_frame_up_in_firefox() {
    assert_it_holds_nothing_up(&Page::in_firefox("en-US, en"));
}

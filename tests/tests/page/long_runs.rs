//! Long runs: whatever is computed and drawn, no frame waits for it.

use serde_json::json;

use crate::page::Page;
use crate::plot::Tool;
use crate::tasks::longest_task;

/// Longest that the page may be busy in one piece, in milliseconds.
const LONGEST_TASK: f64 = 100.0;
#[test]
fn a_hundred_thousand_steps_of_xor_hold_up_no_frame() {
    let page = Page::in_chromium("en-US", &json!({}));
    page.choose_lesson("xor");
    let training = longest_task(&page, LONGEST_TASK, |attempt| {
        // Any other number of steps begins the run anew.
        page.write("#steps", &(100_000 - attempt).to_string());
        assert_eq!(page.last_step(), 100_000 - attempt);
    });
    assert!(
        training <= LONGEST_TASK,
        "trained in pieces of {training} ms"
    );

    let timeline = page.area("#timeline");
    let stops: Vec<_> = (0..=20)
        .map(|i| timeline.at(f64::from(i) / 20.0, 0.5))
        .collect();
    let looking = longest_task(&page, LONGEST_TASK, |_| page.drag(Tool::Mouse, &stops));
    assert!(
        looking <= LONGEST_TASK,
        "the cursor moved in pieces of {looking} ms"
    );

    // A drag begins the run anew with each of its moves.
    let dragging = longest_task(&page, LONGEST_TASK, |attempt| {
        let far = attempt as f64 + 1.0;
        page.drag_start_to(&[far, -far]);
    });
    assert!(
        dragging <= LONGEST_TASK,
        "dragged in pieces of {dragging} ms"
    );
}

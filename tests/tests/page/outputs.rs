//! What the network computes: the outputs of the samples, and their picture.

use backprop::{Experiment, Outputs};
use lessons::Fact;
use serde_json::json;

use crate::numbers::number;
use crate::page::Page;
use crate::plot::Tool;

impl Page {
    /// The outputs in the table, from its first row.
    #[track_caller]
    fn told_outputs(&self) -> Vec<f64> {
        let script = "
            return [...document.querySelectorAll('#samples-rows tr[data-sample]')]
                .map((row) => row.cells[3].textContent);";
        let cells = self.browser.script(script, &[]);
        let cells = cells.as_array().expect("rows").iter();
        cells.filter_map(|cell| number(cell.as_str()?)).collect()
    }

    /// The sample of the row that is marked as chosen, from 0.
    #[track_caller]
    fn chosen_sample(&self) -> String {
        let chosen = "#samples-rows tr[aria-current=true]";
        self.browser.attribute(chosen, "data-sample")
    }

    /// How red, green and blue the ground is in the picture, at parts of it from the left and from above.
    #[track_caller]
    fn ground(&self, x: f64, y: f64) -> Vec<u64> {
        let script = "
            const tint = document.getElementById('output-tint');
            // A copy: browsers complain of a canvas that is read again and again.
            const copy = document.createElement('canvas');
            const pen = copy.getContext('2d', { willReadFrequently: true });
            const [x, y] = [arguments[0] * tint.width, arguments[1] * tint.height];
            pen.drawImage(tint, -Math.floor(x), -Math.floor(y));
            return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);";
        let pixel = self.browser.script(script, &[json!(x), json!(y)]);
        let pixel = pixel.as_array().expect("a pixel").iter();
        pixel.filter_map(serde_json::Value::as_u64).collect()
    }
}

fn outputs(experiment: &Experiment, weights: &[f64]) -> Outputs {
    let outputs = experiment.problem().outputs(weights);
    outputs.expect("weights of the network")
}

#[track_caller]
fn assert_told(told: &[f64], wanted: &Outputs) {
    let wanted: Vec<f64> = wanted.values.iter().copied().collect();
    let is_near = |(told, wanted): (&f64, &f64)| (told - wanted).abs() <= 1e-3 * wanted.abs();
    assert!(told.len() == wanted.len(), "{told:?}, not {wanted:?}");
    let near = told.iter().zip(&wanted).all(is_near);
    assert!(near, "{told:?}, not {wanted:?}");
}

/// Where XOR's four samples lie in the picture, which reaches 0.15 beyond them.
const PLACE: [f64; 2] = [0.15 / 1.3, 1.15 / 1.3];

#[test]
fn outputs_move_with_the_cursor_and_a_sample_is_chosen_in_their_picture() {
    for page in [
        Page::in_firefox("en-US, en"),
        Page::in_chromium("ja", &json!({})),
    ] {
        page.choose_lesson("xor");
        page.click("#views button[value=outputs]");
        let experiment = Experiment::parse(Fact::Xor.document()).expect("an experiment");
        let run = experiment.run();
        let end = outputs(&experiment, run.record.last_weights());
        assert_told(&page.told_outputs(), &end);
        let worst = format!("{}", end.worst() + 1);
        assert!(page.content("#samples-worst").contains(&worst));

        // Learned: the ground at (0, 1) is far from the one at (0, 0), and like the one at (1, 0).
        let [low, high] = PLACE;
        let far = |one: &[u64], other: &[u64]| {
            let differences = one.iter().zip(other).map(|(a, b)| a.abs_diff(*b));
            differences.max().expect("three colours")
        };
        let (one, zero) = (page.ground(low, 1.0 - high), page.ground(low, 1.0 - low));
        assert!(far(&one, &zero) > 80, "{one:?} {zero:?}");
        assert!(far(&one, &page.ground(high, 1.0 - low)) < 10);

        // At the start it knows nothing.
        page.click("#first");
        let start = outputs(&experiment, experiment.start());
        assert_told(&page.told_outputs(), &start);
        let before = [page.ground(low, 1.0 - high), page.ground(low, 1.0 - low)];
        assert!(far(&before[0], &before[1]) < 60, "{before:?}");

        // The sample that is pointed at is that of the walk.
        assert_eq!(page.chosen_sample(), "0");
        let tint = page.area("#output-tint");
        page.drag(Tool::Mouse, &[tint.at(high, 1.0 - low)]);
        assert_eq!(page.chosen_sample(), "2");
        page.click("#samples-rows tr[data-sample='3'] button");
        assert_eq!(page.chosen_sample(), "3");
        page.click("#views button[value=network]");
        assert_eq!(page.value("#walk-sample"), "3");
        page.assert_quiet();
    }
}

/// One input: a curve. More than two: no picture of them, so the error's stays beside the table.
#[test]
fn what_has_no_picture_of_outputs_keeps_that_of_the_error() {
    let page = Page::in_firefox("ja");
    page.choose_lesson("initial-values");
    page.click("#views button[value=outputs]");
    assert!(page.browser.is_seen("#output-picture"));
    assert!(!page.browser.is_seen("#output-tint"));
    assert!(!page.browser.is_seen("#plot"));
    assert_eq!(page.told_outputs().len(), 2);
    page.assert_quiet();
}

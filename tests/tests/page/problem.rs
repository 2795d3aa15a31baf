//! The reader's own problem: typed, pasted, drawn; and the network that is given it.

use backprop::{Experiment, Kind};
use fantoccini::key::Key;
use problems::Ready;
use serde_json::json;

use crate::hand::typing;
use crate::keyboard::tab_to;
use crate::numbers::number;
use crate::page::Page;

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';

impl Page {
    #[track_caller]
    fn open_problem(&self) {
        self.click("#views button[value=problem]");
        self.wait_until("document.querySelector('.problem .sheet') !== null");
        self.settle();
    }

    /// Types into the cell that has the keyboard, and goes on from there.
    #[track_caller]
    fn type_cells(&self, text: &str) {
        self.browser.perform(typing(text));
        self.settle();
    }

    /// Pastes a text where the keyboard is, as Firefox lets a script do it.
    #[track_caller]
    fn paste(&self, text: &str) {
        let script = "
            const options = { dataType: 'text/plain', data: arguments[0], bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', options));";
        self.browser.script(script, &[json!(text)]);
        self.settle();
    }

    /// What stands in the table of samples, row by row.
    #[track_caller]
    fn samples(&self) -> Vec<Vec<String>> {
        let script = "
            const cells = (row) => [...row.querySelectorAll('td')];
            const text = (cell) => cell.querySelector('input')?.value ?? cell.textContent;
            const rows = document.querySelectorAll('.data .sheet tbody tr');
            return [...rows].map((row) => cells(row).map(text));";
        let rows = self.browser.script(script, &[]);
        serde_json::from_value(rows).expect("rows of texts")
    }

    /// The number that a part of the diagram says first: `0.3589` of `w₁₁⁽¹⁾ = 0.3589, …`.
    #[track_caller]
    fn weight_said(&self, weight: usize) -> f64 {
        let label = self
            .browser
            .attribute(&format!("#weight-{weight}"), "aria-label");
        let said = label
            .split(", ")
            .next()
            .and_then(|name| number(name.split(" = ").nth(1)?));
        said.unwrap_or_else(|| panic!("weight {weight} says {label:?}"))
    }
}

#[test]
fn xor_is_built_from_an_empty_table_by_keyboard_alone() {
    let page = Page::in_firefox("en-US, en");
    let press = |id: &str| {
        tab_to(&page, id);
        page.press(&[Key::Enter]);
    };
    page.browser.script(
        "document.querySelector('#views button[value=problem]').id = 'tab'",
        &[],
    );
    press("tab");
    page.wait_until("document.querySelector('.problem .sheet') !== null");
    page.settle();
    press("data-empty");
    // Out of the table, and to one more input; the field is in its first cell then.
    page.press(&[Key::Escape]);
    press("input-add");
    page.press(&[Key::Left]);
    for row in [
        ["0", "0", "0"],
        ["0", "1", "1"],
        ["1", "0", "1"],
        ["1", "1", "0"],
    ] {
        page.type_cells(&row.join(&TAB.to_string()));
        page.press(&[Key::Enter]);
    }
    assert_eq!(page.samples()[1], ["0", "1", "1"]);
    assert_eq!(page.samples().len(), 5, "an empty row waits at the end");
    page.press(&[Key::Escape]);
    press("layer-add");
    tab_to(&page, "shape-bias");
    page.press(&[Key::Space]);
    press("draw-again");
    assert_eq!(page.value("#draw-seed"), "2");
    tab_to(&page, "rate");
    page.browser.script("document.activeElement.select()", &[]);
    page.type_cells(&format!("2{ENTER}"));

    let xor = Experiment::parse(
        r#"{"layers": [2, 2, 1], "activations": ["logistic", "logistic"], "bias": true,
            "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [[0], [1], [1], [0]],
            "init": {"scheme": "uniform", "scale": 1, "seed": 2},
            "rule": {"name": "steepest-descent", "rate": 2}, "steps": 2000}"#,
    );
    let run = xor.expect("an experiment").run();
    assert_eq!(run.verdict.kind, Kind::Converged);
    assert_eq!(page.verdict(), "converged");
    let wanted = run.record.errors()[2000];
    let found = number(&page.content("#reading-error")).expect("an error");
    assert!((found / wanted - 1.0).abs() < 1e-3, "{found}, not {wanted}");
    page.assert_quiet();
}

/// The numbers that its author prints.
#[test]
fn the_worked_example_is_typed_in_as_homework_and_read_off_the_network() {
    let page = Page::in_firefox("en-US, en");
    page.open_problem();
    page.click("#data-empty");
    page.click("#input-add");
    page.click("#target-add");
    page.click(".data .sheet tbody td");
    page.type_cells(&format!("0.05{TAB}0.1{TAB}0.01{TAB}0.99{ENTER}"));
    page.click("#layer-add");
    page.click("#shape-bias");
    for (layer, rows) in [
        ["0.15 0.2 0.35", "0.25 0.3 0.35"],
        ["0.4 0.45 0.6", "0.5 0.55 0.6"],
    ]
    .iter()
    .enumerate()
    {
        let first = format!(".weight-layer:nth-child({}) tbody td", layer + 1);
        page.click(&first);
        // Tab goes from the end of a row to the next one.
        let typed = rows.join(" ").replace(' ', &TAB.to_string());
        page.type_cells(&typed);
        page.press(&[Key::Enter]);
    }
    page.click("#biases-keep");
    assert_eq!(page.value("#rate"), "0.5");

    page.click("#views button[value=network]");
    page.click("#first");
    // δ, once the walk has come back to the hidden layer.
    for _ in 0..5 {
        page.click("#forward");
    }
    let said = |part: &str, what: &str| page.said_of(part, what).expect("a number");
    for (part, what, wanted) in [
        ("#unit-1-0", "o", 0.593_269_992),
        ("#unit-2-0", "o", 0.751_365_070),
        ("#unit-2-1", "o", 0.772_928_465),
        ("#unit-2-0", "δ", 0.138_498_562),
        ("#unit-2-1", "δ", -0.038_098_237),
    ] {
        let found = said(part, what);
        assert!(
            (found / wanted - 1.0).abs() < 2e-4,
            "{part} {what}: {found}, not {wanted}"
        );
    }
    page.click("#forward");
    for (part, wanted) in [("#weight-6", 0.082_167_041), ("#weight-0", 0.000_438_568)] {
        let found = said(part, "∂E/∂w");
        assert!(
            (found / wanted - 1.0).abs() < 2e-4,
            "{part}: {found}, not {wanted}"
        );
    }
    // The first stage of the next update has the new weights.
    page.click("#forward");
    let published = [
        (0, 0.149_780_716),
        (1, 0.199_561_43),
        (2, 0.35),
        (3, 0.249_751_14),
        (4, 0.299_502_29),
        (6, 0.358_916_48),
        (7, 0.408_666_186),
        (8, 0.6),
        (9, 0.511_301_270),
        (10, 0.561_370_121),
    ];
    assert_eq!(page.step(), 1);
    for (weight, wanted) in published {
        let found = page.weight_said(weight);
        assert!(
            (found - wanted).abs() < 5.1e-5,
            "weight {weight}: {found}, not {wanted}"
        );
    }
    page.assert_quiet();
}

#[test]
fn a_spreadsheet_with_a_mistake_in_line_3_is_refused_with_its_place() {
    let page = Page::in_firefox("en-US, en");
    page.open_problem();
    let before = page.samples();
    let verdict = page.verdict();
    page.click(".data .sheet tbody td input");
    page.paste("hours\tmark\n1,5\t0\n2,5\tO\n4\t1\n");
    let said = page.browser.text("#data-error");
    assert!(
        said.contains("Line 3, column 2") && said.contains("“O”"),
        "{said}"
    );
    assert_eq!(page.samples(), before);
    assert_eq!(page.verdict(), verdict);

    page.paste("hours\tmark\n1,5\t0\n2,5\t0\n4\t1\n");
    assert_eq!(page.browser.text("#data-error"), "");
    assert_eq!(page.samples(), [["1.5", "0"], ["2.5", "0"], ["4", "1"]]);
    assert!(page.content(".data thead").contains("hours"));

    // A cell that is no number keeps its text, and the run is what it was.
    let error = page.content("#reading-error");
    page.browser.perform(typing("x"));
    page.press(&[Key::Down]);
    assert_eq!(page.samples()[0][0], "x");
    let said = page.browser.text("#data-error");
    assert!(
        said.contains("Row 1, input 1") && said.contains("“x”"),
        "{said}"
    );
    assert_eq!(page.content("#reading-error"), error);
    page.press(&[Key::Up]);
    page.browser.perform(typing("2,5"));
    page.press(&[Key::Down]);
    assert_eq!(page.browser.text("#data-error"), "");
    assert_ne!(page.content("#reading-error"), error);
    page.assert_quiet();
}

#[test]
fn the_moons_are_learned_and_so_are_others_of_another_seed() {
    let page = Page::in_firefox("en-US, en");
    page.open_problem();
    page.browser.choose("#ready", "moons");
    page.settle();
    let first = page.samples();
    assert_eq!(first.len(), 40);
    assert_eq!(page.verdict(), "converged");
    page.click("#ready-next");
    assert_eq!(page.value("#ready-seed"), "2");
    assert_eq!(page.verdict(), "converged");
    let second = page.samples();
    assert_ne!(first, second);
    let moons = Ready::Moons.experiment(2).expect("an experiment");
    let (input, _) = moons.problem().samples().get(0).expect("a sample");
    assert_eq!(second[0][0], input[0].to_string());

    // The caption says whose problem it is, and the lesson is a press away.
    assert!(page.browser.text(".caption h2").contains("own problem"));
    page.click("#reset");
    assert_eq!(page.samples().len(), 2);
    assert!(!page.browser.text(".caption h2").contains("own problem"));
    page.assert_quiet();
}

#[test]
fn weights_stay_where_they_still_exist_and_limits_are_told_before_they_cost() {
    let page = Page::in_firefox("en-US, en");
    page.open_problem();
    page.browser.choose("#ready", "two-two-two");
    page.settle();
    let weights = || {
        let script = "
            const text = (cell) => cell.querySelector('input')?.value ?? cell.textContent;
            return [...document.querySelectorAll('.weights td[data-row]')].map(text);";
        let cells = page.browser.script(script, &[]);
        serde_json::from_value::<Vec<String>>(cells).expect("texts")
    };
    page.write("#layer-units-1", "3");
    let found = weights();
    assert_eq!(found[..6], ["0.15", "0.2", "0.35", "0.25", "0.3", "0.35"]);
    assert_eq!([&found[9], &found[10], &found[12]], ["0.4", "0.45", "0.6"]);

    // What is too much is told while it is typed.
    page.browser.click("#steps");
    page.browser.script("document.activeElement.select()", &[]);
    page.browser.perform(typing("9000000000"));
    page.settle();
    let told = page.content(".size");
    assert!(
        told.contains("limit") && told.contains("9,000,000,000"),
        "{told}"
    );
    assert_eq!(page.last_step(), 1000);
    page.press(&[Key::Escape]);
    // Three hidden layers of 16 for 100 000 steps are too much: the second and third still fit.
    page.write("#steps", "100000");
    page.write("#layer-units-1", "16");
    page.click("#layer-add");
    let told = page.browser.text("#shape-error");
    assert!(told.contains("20") && told.contains("limit"), "{told}");
    page.assert_quiet();
}

#[test]
fn a_lock_in_the_diagram_keeps_a_weight() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("back-propagation");
    page.click("#views button[value=network]");
    page.click("#first");
    let start = page.weight_said(8);
    page.browser
        .script("document.getElementById('weight-8').focus()", &[]);
    page.browser.perform(typing("l"));
    page.settle();
    let label = page.browser.attribute("#weight-8", "aria-label");
    assert!(label.contains("kept"), "{label}");
    page.click("#views button[value=picture]");
    page.click("#last");
    page.click("#views button[value=network]");
    assert_eq!(page.weight_said(8), start);
    page.assert_quiet();
}

/// Not in every browser does a button that is pressed take the focus from the cell that is typed in.
#[test]
fn a_column_turns_with_its_numbers_wherever_the_focus_is() {
    let page = Page::in_chromium("en", &json!({}));
    page.open_problem();
    page.browser.choose("#ready", "two-two-two");
    page.settle();
    page.click(".data .sheet tbody td[data-column='1']");
    let script = "
        document.querySelector('.data .sheet input').value = arguments[0];
        document.getElementById('column-turn').click();";
    page.browser.script(script, &[json!("0.2")]);
    page.settle();
    assert_eq!(page.samples(), [["0.05", "0.01", "0.99", "0.2"]]);
    // As many inputs as a network can have, and what is left of the columns are targets.
    let row = ["1"; 18].join("\t");
    let pasted = "
        const data = new DataTransfer();
        data.setData('text/plain', arguments[0]);
        const options = { clipboardData: data, bubbles: true, cancelable: true };
        const input = document.querySelector('.data .sheet input');
        input.dispatchEvent(new ClipboardEvent('paste', options));";
    page.click(".data .sheet tbody td[data-column='0']");
    page.browser.script(pasted, &[json!(row)]);
    page.settle();
    let heads = page.content(".data thead");
    assert!(
        heads.contains("input 16") && heads.contains("target 2"),
        "{heads}"
    );
    page.assert_quiet();
}

#[test]
fn columns_and_rows_come_and_go_and_what_is_half_typed_waits() {
    let page = Page::in_firefox("en-US, en");
    page.open_problem();
    page.browser.choose("#ready", "two-two-two");
    page.settle();
    let layers = || page.content(".shape-table tbody");
    // The second input becomes a target: the third output unit.
    page.click(".data .sheet tbody td[data-column='1']");
    page.click("#column-turn");
    assert_eq!(page.samples(), [["0.05", "0.01", "0.99", "0.1"]]);
    assert!(page.content(".data thead").contains("target 3"));
    let before = layers();
    // And goes.
    page.click("#column-remove");
    assert_eq!(page.samples(), [["0.05", "0.01", "0.99"]]);
    assert_ne!(layers(), before);
    // The only input stays.
    page.click(".data .sheet tbody td[data-column='0']");
    page.click("#column-remove");
    assert_eq!(page.samples(), [["0.05", "0.01", "0.99"]]);
    assert!(!page.browser.text("#data-error").is_empty());

    // Half a row waits, also while the network changes, and is told when the row is left.
    page.click("#row-add");
    page.browser.perform(typing(&format!("0.5{TAB}0.25")));
    page.settle();
    assert_eq!(page.browser.text("#data-error"), "");
    page.write("#layer-units-1", "3");
    assert_eq!(page.samples()[1][..2], ["0.5", "0.25"]);
    page.click(".data .sheet tbody td[data-column='0']");
    let said = page.browser.text("#data-error");
    assert!(said.contains("Row 2, target 2"), "{said}");
    page.click(".data .sheet tbody tr:nth-child(2) td[data-column='2']");
    page.browser.perform(typing("1"));
    page.press(&[Key::Enter]);
    assert_eq!(page.browser.text("#data-error"), "");
    page.click("#row-remove");

    // Standardised, the page says what it did.
    page.click("#standardise");
    let said = page.content("#data-told");
    assert!(said.contains("0.275") && said.contains("0.225"), "{said}");
    assert_eq!(
        [page.samples()[0][0].as_str(), page.samples()[1][0].as_str()],
        ["−1", "1"]
    );
    page.assert_quiet();
}

/// A thousand rows are typed into as quickly as one.
#[test]
fn a_large_table_is_typed_into_without_being_made_anew() {
    let page = Page::in_firefox("en-US, en");
    page.open_problem();
    let rows: Vec<_> = (0..1000)
        .map(|row| format!("{},{}", row, row % 2))
        .collect();
    page.click(".data .sheet tbody td input");
    page.paste(&rows.join("\n"));
    assert_eq!(page.samples().len(), 1000);
    let count = "
        const body = document.querySelector('.data .sheet tbody');
        window.made = 0;
        new MutationObserver((records) => {
            for (const { addedNodes } of records) {
                for (const node of addedNodes) window.made += node.nodeType === Node.ELEMENT_NODE ? 1 : 0;
            }
        }).observe(body, { childList: true, subtree: true });";
    page.browser.script(count, &[]);
    page.browser.perform(typing(&format!("7{TAB}1{ENTER}")));
    page.settle();
    let made = page.browser.script("return window.made", &[]);
    // The field that goes from cell to cell.
    assert!(
        made.as_u64().is_some_and(|made| made <= 4),
        "{made} elements"
    );
    assert_eq!(page.samples()[0], ["7", "1"]);
    page.assert_quiet();
}

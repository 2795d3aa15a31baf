//! What is saved and opened: the experiment, the path, pictures.

use backprop::Experiment;
use serde_json::{Value, json};

use crate::page::Page;

impl Page {
    /// Presses a button that saves, and reads what it saves: its name and its text, or for an image its
    /// width.
    #[track_caller]
    fn saved(&self, button: &str) -> (String, Value) {
        let script = "
            const [id, done] = arguments;
            const { createObjectURL } = URL;
            const { click } = HTMLAnchorElement.prototype;
            URL.createObjectURL = (blob) => {
                if (!blob.type.includes('svg') || id === 'save-svg') URL.saved = blob;
                return createObjectURL.call(URL, blob);
            };
            HTMLAnchorElement.prototype.click = async function () {
                URL.createObjectURL = createObjectURL;
                HTMLAnchorElement.prototype.click = click;
                const blob = URL.saved;
                const content = blob.type === 'image/png'
                    ? (await createImageBitmap(blob)).width
                    : await blob.text();
                done([this.download, content]);
            };
            document.getElementById(id).click();";
        let saved = self.browser.script_async(script, &[json!(button)]);
        let name = saved[0].as_str().expect("a name").to_owned();
        (name, saved[1].clone())
    }

    /// Drops a file on the page.
    #[track_caller]
    fn drop_file(&self, name: &str, content: &str) {
        let script = "
            const [name, content] = arguments;
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([content], name));
            const options = { dataTransfer, bubbles: true, cancelable: true };
            document.getElementById('main').dispatchEvent(new DragEvent('drop', options));";
        self.browser.script(script, &[json!(name), json!(content)]);
        self.settle();
    }

    #[track_caller]
    fn close_panel(&self) {
        self.browser
            .script("document.querySelector('dialog[open]').close()", &[]);
    }
}

#[test]
fn what_is_saved_is_the_run_and_can_be_opened_again() {
    for page in [
        Page::in_firefox("en-US, en"),
        Page::in_chromium("ja", &json!({})),
    ] {
        page.choose_lesson("vanishing-2d");
        page.write("#rate", "0.7");
        page.write("#steps", "300");
        page.click("#files");
        let (name, document) = page.saved("save-experiment");
        assert_eq!(name, "downhill-experiment.json");
        let document = document.as_str().expect("a text");
        let experiment = Experiment::parse(document).expect("an experiment");
        assert_eq!((experiment.rule().rate(), experiment.steps()), (0.7, 300));

        let (name, table) = page.saved("save-path");
        assert_eq!(name, "downhill-path.csv");
        let table = table.as_str().expect("a text");
        let mut lines = table.lines();
        assert_eq!(lines.next(), Some("step,error,gradient_norm,w,b"));
        let record = experiment.run().record;
        assert_eq!(lines.clone().count(), record.steps() + 1);
        for (step, line) in lines.enumerate() {
            let numbers: Vec<f64> = line.split(',').map(|n| n.parse().expect(n)).collect();
            assert_eq!(numbers[0], step as f64);
            assert_eq!(numbers[1], record.errors()[step], "to the last bit");
            assert_eq!(&numbers[3..], record.weights(step), "to the last bit");
        }

        let width = page.browser.script(
            "return document.getElementById('plot').getBoundingClientRect().width",
            &[],
        );
        let width = width.as_f64().expect("a width");
        let (name, picture) = page.saved("save-svg");
        assert_eq!(name, "downhill-error.svg");
        let picture = picture.as_str().expect("a text");
        for part in ["<svg xmlns=", "<image ", "<path ", "<text ", "</svg>"] {
            assert!(picture.contains(part), "{part}");
        }
        let (name, pixels) = page.saved("save-png");
        assert_eq!(name, "downhill-error.png");
        let pixels = pixels.as_f64().expect("a width");
        assert!(
            (pixels - 2.0 * width).abs() <= 2.0,
            "{pixels}, not twice {width}"
        );
        page.close_panel();

        // Another lesson, and back by the file.
        let verdict = page.verdict();
        page.choose_lesson("xor");
        page.drop_file("mine.json", document);
        assert_eq!(
            (page.value("#rate"), page.verdict()),
            ("0.7".to_owned(), verdict)
        );
        page.assert_quiet();
    }
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("vanishing-1d");
    let before = (page.start(), page.verdict());
    let whole = r#"{"layers": [1, 1], "activations": ["tanh"], "bias": false, "inputs": [[1]],
        "targets": [[2], [3]], "weights": [1], "rule": {"name": "steepest-descent", "rate": 1},
        "steps": 9}"#;
    for (content, said) in [
        ("{", "mine.json is no JSON"),
        ("[]", "an object"),
        (whole, "targets"),
    ] {
        page.drop_file("mine.json", content);
        let notice = page.content("#notice-text");
        assert!(notice.contains(said), "{notice}");
        assert_eq!((page.start(), page.verdict()), before);
    }
    page.assert_quiet();
}

/// Samples are dropped anywhere, too.
#[test]
fn a_table_that_is_dropped_becomes_the_data() {
    let page = Page::in_firefox("en-US, en");
    page.drop_file("samples.csv", "x,d\n0.1,0.2\n0.3,0.4\n0.5,0.6\n");
    page.wait_until("document.getElementById('main').dataset.view === 'problem'");
    page.settle();
    page.click("#views button[value=outputs]");
    let rows = "return document.querySelectorAll('#samples-rows tr[data-sample]').length";
    assert_eq!(page.browser.script(rows, &[]), json!(3));
    page.assert_quiet();
}

/// Its colours and type come with it, and nothing that only the page has a use for.
#[test]
fn the_diagram_is_saved_as_it_is_seen() {
    let page = Page::in_chromium("en", &json!({}));
    page.choose_lesson("xor");
    page.click("#files");
    let offered = "return [...document.getElementById('save-picture').options].map((o) => o.value)";
    assert_eq!(
        page.browser.script(offered, &[]),
        json!(["error", "timeline"])
    );
    page.close_panel();
    page.click("#views button[value=network]");
    page.click("#files");
    assert_eq!(page.value("#save-picture"), "network");
    let (name, picture) = page.saved("save-svg");
    assert_eq!(name, "downhill-network.svg");
    let picture = picture.as_str().expect("a text");
    assert_eq!(picture.matches("<circle ").count(), 5 + 3, "units and dots");
    for part in [
        "input layer</tspan>",
        "stroke-dasharray=\"",
        "font-family=\"",
    ] {
        assert!(picture.contains(part), "{part}");
    }
    for part in ["tabindex", "class=", "aria-", "var(", "transparent"] {
        assert!(!picture.contains(part), "{part}");
    }
    let (name, width) = page.saved("save-png");
    assert_eq!(name, "downhill-network.png");
    assert!(width.as_f64() > Some(1000.0), "{width}");
    page.assert_quiet();
}

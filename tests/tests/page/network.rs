//! The network: one update walked stage by stage, weights that become axes, and depth.

use backprop::Experiment;
use fantoccini::key::Key;
use lessons::Fact;
use serde_json::json;

use crate::hand::Point;
use crate::numbers::number;
use crate::page::Page;
use crate::plot::{Tool, is_near};

impl Page {
    /// What a part of the diagram says of itself: `o` of `…, o = 0.6757, δ = −0.0711`.
    #[track_caller]
    pub(crate) fn said_of(&self, part: &str, what: &str) -> Option<f64> {
        let label = self.browser.attribute(part, "aria-label");
        let told = label
            .split(", ")
            .find_map(|words| words.strip_prefix(what)?.strip_prefix(" = "));
        told.map(|told| number(told).unwrap_or_else(|| panic!("{part} says {label:?}")))
    }

    /// A point of an edge in the diagram where nothing covers it.
    #[track_caller]
    fn point_of_edge(&self, weight: usize) -> Point {
        self.area("#diagram");
        let script = "
            const edge = document.getElementById(`weight-${arguments[0]}`);
            const line = edge.querySelector('.line');
            const matrix = line.getScreenCTM();
            for (let part = 0.2; part < 0.8; part += 0.01) {
                const point = line.getPointAtLength(part * line.getTotalLength()).matrixTransform(matrix);
                const [x, y] = [Math.round(point.x), Math.round(point.y)];
                if (document.elementFromPoint(x, y)?.closest('[role]') === edge) return [x, y];
            }
            return null;";
        let point = self.browser.script(script, &[json!(weight)]);
        let coordinate = |index: usize| point[index].as_f64().expect("an edge that can be pressed");
        Point {
            x: coordinate(0),
            y: coordinate(1),
        }
    }

    /// Sizes of the gradient, layer by layer, as the table of layers writes them.
    #[track_caller]
    fn layer_norms(&self) -> Vec<f64> {
        let script =
            "return [...document.querySelectorAll('#layer-rows .layer-number:not(.factor)')]
            .map((cell) => cell.textContent)";
        let cells = self.browser.script(script, &[]);
        let cells = cells.as_array().expect("a table").iter();
        cells.filter_map(|cell| number(cell.as_str()?)).collect()
    }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Four significant digits, as the diagram writes numbers.
#[track_caller]
fn assert_said(said: Option<f64>, wanted: f64, what: &str) {
    let said = said.unwrap_or_else(|| panic!("nothing is said of {what}"));
    let error = (said - wanted).abs();
    assert!(error <= 1e-3 * wanted.abs(), "{what}: {said}, not {wanted}");
}

#[test]
fn one_update_is_walked_in_the_order_of_the_lecture() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("back-propagation");
    assert!(page.browser.is_seen("#diagram"));
    page.browser.choose("#walk-sample", "2");
    page.click("#first");

    // The network 2-2-1 with round weights, its sample (1, 0) → 1, by hand.
    let hidden = [logistic(0.1 + 0.3), logistic(0.4 + 0.6)];
    let output = logistic(0.7 * hidden[0] - 0.8 * hidden[1] + 0.9);
    let delta = (output - 1.0) * output * (1.0 - output);
    let back = |unit: usize, weight: f64| hidden[unit] * (1.0 - hidden[unit]) * delta * weight;

    let known = |part: &str| {
        let part = format!("#unit-{part}");
        (page.said_of(&part, "o"), page.said_of(&part, "δ"))
    };
    let count = || page.content("#walk-stage .walk-count");
    assert_eq!(count(), "1 / 7");
    assert_eq!(known("0-0"), (Some(1.0), None));
    assert_eq!(known("1-0"), (None, None), "nothing has come here yet");
    page.click("#forward");
    assert_said(known("1-0").0, hidden[0], "o of the first hidden unit");
    assert_said(known("1-1").0, hidden[1], "o of the second hidden unit");
    assert_eq!(known("2-0"), (None, None));
    page.click("#forward");
    assert_said(known("2-0").0, output, "o of the output unit");
    page.click("#forward");
    let error = page.content("#inspector-equations");
    assert!(
        error.contains("0.05257"),
        "E = ½ (0.6757 − 1)² in {error:?}"
    );
    assert_eq!(known("2-0").1, None, "no delta before its stage");
    page.click("#forward");
    assert_said(known("2-0").1, delta, "δ of the output unit");
    assert_eq!(known("1-0").1, None);
    page.click("#forward");
    assert_said(known("1-0").1, back(0, 0.7), "δ of the first hidden unit");
    assert_said(known("1-1").1, back(1, -0.8), "δ of the second hidden unit");
    page.click("#forward");
    assert_eq!(count(), "7 / 7");

    // The new weights take the sum over all samples.
    let experiment = Experiment::parse(Fact::Update.document()).expect("an experiment");
    let (_, gradient) = experiment.problem().gradient(experiment.start());
    assert_eq!(gradient.len(), 9);
    for (weight, &wanted) in gradient.iter().enumerate() {
        let said = page.said_of(&format!("#weight-{weight}"), "∂E/∂w");
        assert_said(said, wanted, &format!("the slope of weight {weight}"));
    }

    // The walk goes on to the next update, and back again.
    assert_eq!(page.step(), 0);
    page.click("#forward");
    assert_eq!((count(), page.step()), ("1 / 7".to_owned(), 1));
    page.click("#back");
    assert_eq!((count(), page.step()), ("7 / 7".to_owned(), 0));
    page.click("#back");
    assert_eq!(count(), "6 / 7");
    page.assert_quiet();
}

#[test]
fn a_chosen_weight_becomes_an_axis_of_the_picture() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("back-propagation");
    page.click("#first");
    let point = page.point_of_edge(0);
    page.drag(Tool::Mouse, &[point]);
    assert_eq!(page.browser.attribute("#weight-0", "aria-pressed"), "true");
    assert_eq!(page.content("#inspector-title"), "w11(1)=0.1");
    assert_eq!(page.browser.text("#show-as-axis"), "Show as an axis");
    page.click("#show-as-axis");
    assert_eq!(
        page.browser.text("#show-as-axis"),
        "Is an axis of the picture"
    );

    // The picture's first axis is the newest one.
    page.click("#views button[value=picture]");
    assert_eq!(page.start(), [0.1, 0.7]);
    assert!(page.content("#legend-start").starts_with("w11(1)="));
    assert!(
        page.browser.is_seen("#projection"),
        "seven more weights move"
    );
    page.drag_start_to(&[2.0, -1.0]);
    let start = page.start();
    assert!(is_near(&start, &[2.0, -1.0], 0.05), "{start:?}");

    // Diagram, inspector and ball show the same step: its start, and then its end.
    for button in ["#first", "#last"] {
        page.click("#views button[value=picture]");
        page.click(button);
        let ball = page.ball();
        page.click("#views button[value=network]");
        let title = page.content("#inspector-title");
        let inspected = title.split('=').nth(1).and_then(number);
        assert_said(inspected, ball[0], "the first weight in the inspector");
        assert_said(
            page.said_of("#weight-0", "w₁₁⁽¹⁾"),
            ball[0],
            "the first weight in the diagram",
        );
        assert_said(
            page.said_of("#weight-6", "w₁₁⁽²⁾"),
            ball[1],
            "the seventh weight in the diagram",
        );
    }

    // By keys: down the column of weights, and Enter.
    page.drag(Tool::Mouse, &[page.point_of_edge(0)]);
    page.press(&[Key::Down, Key::Enter]);
    assert_eq!(page.browser.attribute("#weight-1", "aria-pressed"), "true");
    assert!(page.content("#inspector-title").starts_with("w21(1)="));
    page.assert_quiet();
}

#[test]
fn depth_makes_the_first_layers_gradient_small() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("deeper");
    page.click("#beat-forward");
    // |∂E/∂w| of the first weight as a share of the last one's.
    for (activation, shares) in [
        ("logistic", [(1, 2.689e-1), (4, 3.280e-3), (10, 4.225e-7)]),
        ("tanh", [(1, 5.514e-1), (4, 2.412e-1), (10, 1.148e-1)]),
        ("relu", [(1, 1.0), (4, 1.0), (10, 1.0)]),
    ] {
        page.browser.choose("#activation", activation);
        page.settle();
        for (hidden, share) in shares {
            page.browser
                .script("document.getElementById('depth').focus()", &[]);
            page.press(&[Key::Home]);
            page.press(&vec![Key::Right; hidden - 1]);
            assert_eq!(page.content("#depth-value"), hidden.to_string());
            let norms = page.layer_norms();
            assert_eq!(norms.len(), hidden + 1, "a line for each layer");
            let shown = norms[0] / norms[hidden];
            // Each of the two is written with three digits.
            let error = (shown - share).abs() / share;
            assert!(
                error < 0.01,
                "{activation}, {hidden} hidden: {shown}, not {share}"
            );
        }
    }
    page.assert_quiet();
}

#[test]
fn a_stall_shows_the_unit_that_causes_it() {
    let page = Page::in_firefox("ja, en");
    page.drag_start_to(&[6.0]);
    assert_eq!(page.verdict(), "vanishing-gradient");
    page.click("#show-cause");
    assert!(page.browser.is_seen("#diagram"));
    assert!(page.browser.is_seen("[data-saturated] > #unit-1-0"));
    assert_eq!(page.browser.attribute("#unit-1-0", "aria-pressed"), "true");
    // Anything else is not the cause.
    page.click("#views button[value=picture]");
    page.drag_start_to(&[-1.0]);
    assert!(!page.browser.is_seen("#show-cause"));
    page.assert_quiet();
}

/// A weight has one name on the page, that of the equations, in the numbering that was chosen.
#[test]
fn a_weight_has_one_name_everywhere() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("back-propagation");
    for _ in 0..3 {
        page.click("#beat-forward");
    }
    for (numbering, name, words) in [
        ("input", "w11(2)", "w₁₁⁽²⁾"),
        ("output", "w11(1)", "w₁₁⁽¹⁾"),
    ] {
        page.click(&format!("#numbering button[value={numbering}]"));
        for place in ["#inspector-title", "#legend-start", "#legend-ball"] {
            let text = page.content(place);
            assert!(text.starts_with(&format!("{name}=")), "{place}: {text}");
        }
        assert!(page.content("#planes button[value=view]").starts_with(name));
        assert!(page.content("#chain-links").contains(name));
        assert!(page.content("#inspector-equations").contains(name));
        let label = page.browser.attribute("#weight-6", "aria-label");
        assert!(label.starts_with(words), "{label}");
        let value = page.browser.attribute("#plot", "aria-valuetext");
        assert!(value.contains(&format!("{words} = ")), "{value}");
    }
    page.assert_quiet();
}

/// The lesson on depth, and whoever moves its slider, looks at untrained networks.
#[test]
fn the_ratio_of_the_gradients_is_told_at_the_start() {
    let page = Page::in_firefox("ja");
    page.choose_lesson("deeper");
    assert_eq!(page.step(), 0);
    assert!(page.content("#chain-ratio").ends_with("=0.2689"));
    page.click("#beat-forward");
    page.click("#last");
    assert!(page.step() > 0);
    let script = "
        const depth = document.getElementById('depth');
        depth.value = '4';
        depth.dispatchEvent(new Event('input', { bubbles: true }));";
    page.browser.script(script, &[]);
    page.settle();
    assert_eq!(page.step(), 0);
    let ratio = page.content("#chain-ratio");
    assert!(ratio.ends_with("=0.003280"), "{ratio}");
    page.assert_quiet();
}

//! The page as axe-core sees it: nothing in it keeps anybody out.

use std::fs;

use serde_json::{Value, json};

use crate::browser::handed;
use crate::page::Page;

/// What is wrong, and where; only what axe-core calls serious or critical.
const LOOK: &str = "
    const done = arguments[0];
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => {
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        done(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`));
    }, (error) => done([String(error)]));";

impl Page {
    #[track_caller]
    pub(crate) fn bring_axe(&self) {
        let source = fs::read_to_string(handed("DOWNHILL_AXE")).expect("axe-core");
        self.browser.script(&source, &[]);
    }

    #[track_caller]
    pub(crate) fn assert_open_to_all(&self, place: &str) {
        // Colours on their way from one theme to the other have the contrast of neither.
        let rest = "for (const each of document.getAnimations()) {
            if (each instanceof CSSTransition) each.finish();
        }";
        self.browser.script(rest, &[]);
        let found = self.browser.script_async(LOOK, &[]);
        assert_eq!(found, Value::Array(Vec::new()), "{place}");
    }

    /// Looks at each view of a lesson, and at each mode of its picture.
    #[track_caller]
    fn look_around(&self, lesson: &str, place: &str) {
        self.choose_lesson_from_afar(lesson);
        self.click("#beat-forward");
        for view in ["problem", "network", "layers", "outputs", "picture"] {
            self.click(&format!("#views button[value={view}]"));
            self.assert_open_to_all(&format!("{lesson}, {view}, {place}"));
        }
    }
}

#[test]
fn every_lesson_is_open_to_all_in_every_view() {
    let page = Page::in_firefox("ja");
    page.bring_axe();
    page.set_viewport(1440, 900);
    // Each lesson once, by turns in the other language and the other theme.
    for (index, lesson) in lessons::LESSONS.iter().enumerate() {
        if index % 2 == 1 {
            page.click("#theme");
        }
        let language = if index % 3 == 0 { "en" } else { "ja" };
        page.speak(language);
        let theme = page.browser.attribute("html", "data-theme");
        page.look_around(lesson.id, &format!("{language}, {theme}"));
    }
    page.assert_quiet();
}

#[test]
fn a_phone_and_a_projector_are_open_to_all() {
    let page = Page::in_firefox("en");
    page.bring_axe();
    for (width, height, projects) in [(390, 844, false), (1280, 720, true), (390, 844, true)] {
        page.set_viewport(width, height);
        if projects {
            page.click("#projector");
        }
        for lesson in ["initial-values", "back-propagation", "xor"] {
            page.look_around(lesson, &format!("{width} wide, projects: {projects}"));
        }
        if projects {
            page.click("#projector-close");
        }
    }
    page.assert_quiet();
}

#[test]
fn every_mode_and_plane_of_a_picture_is_open_to_all() {
    let page = Page::in_firefox("ja");
    page.bring_axe();
    page.choose_lesson("xor");
    page.click("#theme");
    for mode in ["fates", "steps", "error", "norm", "sensitivity"] {
        page.click(&format!("#map-modes button[value={mode}]"));
        page.assert_open_to_all(mode);
        page.click("#theme");
    }
    page.click("#planes button[value=random]");
    page.assert_open_to_all("random directions");
    page.assert_quiet();
}

#[test]
fn start_and_ball_differ_where_colours_are_forced() {
    let page = Page::in_chromium("en", &json!({}));
    let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    let question = json!({ "cmd": "Emulation.setEmulatedMedia", "params": features });
    page.browser.ask("goog/cdp/execute", question);
    let script = "
        return ['.legend.start', '.legend.ball'].map((css) =>
            getComputedStyle(document.querySelector(css), '::before').backgroundColor);";
    let inks = page.browser.script(script, &[]);
    assert_ne!(inks[0], inks[1], "a ring and a disc: {inks}");
    page.assert_quiet();
}

//! The page as its readers know it: what can be done with it, and what it shows.

use std::cell::RefCell;
use std::path::Path;

use fantoccini::key::Key;
use serde_json::{Value, json};
use url::Url;

use crate::browser::{Browser, handed};
use crate::events::Events;
use crate::hand;
use crate::numbers::number;

/// Waits until the page has computed and drawn all it was asked for: idle for two frames.
const SETTLE: &str = "
    const done = arguments[0];
    const main = document.getElementById('main');
    let idle = 0;
    const look = () => {
        idle = !main.hidden && main.dataset.busy === 'false' ? idle + 1 : 0;
        if (idle === 2) done(true);
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
";

/// The address of the file that holds the whole page.
#[track_caller]
fn file() -> String {
    let file = Path::new(&handed("DOWNHILL_SITE")).join("downhill.html");
    let address = Url::from_file_path(file).expect("a file's place");
    address.into()
}

/// The built page in a browser.
pub(crate) struct Page {
    pub(crate) browser: Browser,
    events: Option<RefCell<Events>>,
    address: String,
}

impl Page {
    /// Opens the page in Firefox for a reader of these languages: `ja, en-US`.
    #[track_caller]
    pub(crate) fn in_firefox(languages: &str) -> Page {
        Page::in_firefox_at(&handed("DOWNHILL_URL"), languages)
    }

    /// Opens the site that `cargo xtask dist` makes of the page.
    #[track_caller]
    pub(crate) fn of_the_site(languages: &str) -> Page {
        Page::in_firefox_at(&handed("DOWNHILL_SITE_URL"), languages)
    }

    /// Opens the page in Firefox without its policy of what it may run, for scripts of a test's own.
    #[track_caller]
    pub(crate) fn in_firefox_without_policy(languages: &str) -> Page {
        Page::in_firefox_at(&handed("DOWNHILL_OPEN_URL"), languages)
    }

    /// Opens the file that holds the whole page in Firefox, from where it lies.
    #[track_caller]
    pub(crate) fn from_a_file_in_firefox(languages: &str) -> Page {
        Page::in_firefox_at(&file(), languages)
    }

    /// The same in Chromium.
    #[track_caller]
    pub(crate) fn from_a_file_in_chromium(languages: &str) -> Page {
        Page::in_chromium_at(&file(), languages)
    }

    /// Opens what another host has of the site in Firefox.
    #[track_caller]
    pub(crate) fn in_firefox_at(address: &str, languages: &str) -> Page {
        let browser = Browser::firefox(languages);
        let line = browser.capability("webSocketUrl");
        let line = line.as_ref().and_then(Value::as_str);
        let line = line.expect("a Firefox that reports events");
        let events = Events::open(line, &["log.entryAdded", "network.beforeRequestSent"]);
        Page::at(address, browser, Some(RefCell::new(events)))
    }

    /// The same in Chromium.
    #[track_caller]
    pub(crate) fn in_chromium_at(address: &str, languages: &str) -> Page {
        Page::at(address, Browser::chromium(languages, &json!({})), None)
    }

    /// Opens the page in Chromium with more of its own options.
    #[track_caller]
    pub(crate) fn in_chromium(languages: &str, more: &Value) -> Page {
        let address = handed("DOWNHILL_URL");
        Page::at(&address, Browser::chromium(languages, more), None)
    }

    /// The same without its policy of what it may run.
    #[track_caller]
    pub(crate) fn in_chromium_without_policy(languages: &str, more: &Value) -> Page {
        let address = handed("DOWNHILL_OPEN_URL");
        Page::at(&address, Browser::chromium(languages, more), None)
    }

    #[track_caller]
    fn at(address: &str, browser: Browser, events: Option<RefCell<Events>>) -> Page {
        let page = Page {
            browser,
            events,
            address: address.to_owned(),
        };
        page.open_again();
        page
    }

    /// Opens its address.
    #[track_caller]
    pub(crate) fn open_again(&self) {
        // A file has a name, a site has none.
        let is_file = self.address.starts_with("file:");
        let end = if is_file { "" } else { "/" };
        self.browser.open_address(&format!("{}{end}", self.address));
        self.settle();
    }

    /// Waits until everything is computed and drawn.
    #[track_caller]
    pub(crate) fn settle(&self) {
        self.browser.script_async(SETTLE, &[]);
    }

    /// Waits for some frames, whether or not the page draws in them.
    #[track_caller]
    pub(crate) fn settle_frames(&self) {
        let frames = "const done = arguments[0];
            let left = 5;
            const look = () => (left-- > 0 ? requestAnimationFrame(look) : done(true));
            look();";
        self.browser.script_async(frames, &[]);
    }

    /// Loads the page again, as a reader who comes back.
    #[track_caller]
    pub(crate) fn come_back(&self) {
        self.browser.reload();
        self.settle();
    }

    /// The same, after a script that the page finds done.
    #[track_caller]
    pub(crate) fn come_back_with(&self, script: &str) {
        self.equip_with(script);
        self.come_back();
    }

    /// Has a script done before the page is loaded, the next time and whenever it is loaded after that.
    #[track_caller]
    pub(crate) fn equip_with(&self, script: &str) {
        // Firefox may give the page the window in which it has already done it for an empty one.
        let script = format!("if (!window.isEquipped) {{ window.isEquipped = true; {script} }}");
        match &self.events {
            Some(events) => {
                let function = json!({ "functionDeclaration": format!("() => {{ {script} }}") });
                let mut events = events.borrow_mut();
                events.ask("script.addPreloadScript", &function);
            }
            None => {
                let source = json!({ "source": format!("{{ {script} }}") });
                let command = "Page.addScriptToEvaluateOnNewDocument";
                let question = json!({ "cmd": command, "params": source });
                self.browser.ask("goog/cdp/execute", question);
            }
        }
    }

    /// Waits until a condition in JavaScript holds, looking at it in every frame.
    #[track_caller]
    pub(crate) fn wait_until(&self, condition: &str) {
        let script = format!(
            "const done = arguments[0];
             const look = () => ({condition}) ? done(true) : requestAnimationFrame(look);
             look();"
        );
        self.browser.script_async(&script, &[]);
    }

    /// Clicks an element and waits for what follows.
    #[track_caller]
    pub(crate) fn click(&self, css: &str) {
        self.browser.click(css);
        self.settle();
    }

    /// Presses keys one after the other, and waits for what follows.
    #[track_caller]
    pub(crate) fn press(&self, keys: &[Key]) {
        self.browser.perform(hand::presses(keys));
        self.settle();
    }

    /// Presses keys while others are held down.
    #[track_caller]
    pub(crate) fn press_with(&self, held: Key, keys: &[Key]) {
        self.browser.perform(hand::presses_with(held, keys));
        self.settle();
    }

    /// Puts a text in place of what stands in a field, and leaves it with Enter.
    #[track_caller]
    pub(crate) fn write(&self, field: &str, text: &str) {
        self.browser.click(field);
        self.browser.script("document.activeElement.select()", &[]);
        self.browser.perform(hand::presses(&[Key::Delete]));
        self.browser.perform(hand::typing(text));
        self.press(&[Key::Enter]);
    }

    /// Chooses a lesson from the list.
    #[track_caller]
    pub(crate) fn choose_lesson(&self, id: &str) {
        self.browser.choose("#lesson", id);
        self.settle();
    }

    /// The same where the list is not seen, as on a projector.
    #[track_caller]
    pub(crate) fn choose_lesson_from_afar(&self, id: &str) {
        let script = "
            const list = document.getElementById('lesson');
            list.value = arguments[0];
            list.dispatchEvent(new Event('change'));";
        self.browser.script(script, &[json!(id)]);
        self.settle();
    }

    /// Switches to a language: `ja` or `en`.
    #[track_caller]
    pub(crate) fn speak(&self, language: &str) {
        self.click(&format!("button[data-language={language}]"));
    }

    /// The language that the page says it speaks.
    #[track_caller]
    pub(crate) fn language(&self) -> String {
        self.browser.attribute("html", "lang")
    }

    /// The kind of the verdict, by its name in the documents.
    #[track_caller]
    pub(crate) fn verdict(&self) -> String {
        self.browser.attribute("#verdict", "data-verdict")
    }

    /// The verdict's name as it is read.
    #[track_caller]
    pub(crate) fn verdict_name(&self) -> String {
        self.browser.text("#verdict-name")
    }

    /// The step that is shown.
    #[track_caller]
    pub(crate) fn step(&self) -> usize {
        self.count("data-step")
    }

    /// The last step of the run.
    #[track_caller]
    pub(crate) fn last_step(&self) -> usize {
        self.count("data-steps")
    }

    #[track_caller]
    fn count(&self, name: &str) -> usize {
        let text = self.browser.attribute("#main", name);
        text.parse().expect("a count of steps")
    }

    /// The start as the legend tells it, in weights.
    #[track_caller]
    pub(crate) fn start(&self) -> Vec<f64> {
        self.numbers("#legend-start")
    }

    /// Where the ball is, as the legend tells it.
    #[track_caller]
    pub(crate) fn ball(&self) -> Vec<f64> {
        self.numbers("#legend-ball")
    }

    /// The numbers of `w1 = −0.155, w2 = 2.000`.
    #[track_caller]
    fn numbers(&self, css: &str) -> Vec<f64> {
        let shown = self.content(css);
        let assignments = shown.split(',').map(|part| number(part.split('=').nth(1)?));
        let numbers: Option<_> = assignments.collect();
        numbers.unwrap_or_else(|| panic!("{css} shows {shown:?}"))
    }

    /// All text in an element, also in formulas.
    #[track_caller]
    pub(crate) fn content(&self, css: &str) -> String {
        let script = "return document.querySelector(arguments[0]).textContent";
        let text = self.browser.script(script, &[json!(css)]);
        text.as_str().expect("a text").to_owned()
    }

    /// What stands in a field.
    #[track_caller]
    pub(crate) fn value(&self, css: &str) -> String {
        let script = "return document.querySelector(arguments[0]).value";
        let text = self.browser.script(script, &[json!(css)]);
        text.as_str().expect("a field").to_owned()
    }

    /// The id of the element that has the keyboard.
    #[track_caller]
    pub(crate) fn focused(&self) -> String {
        let id = self.browser.script("return document.activeElement.id", &[]);
        id.as_str().expect("an id").to_owned()
    }

    /// What has appeared on the console.
    #[track_caller]
    pub(crate) fn messages(&self) -> Vec<String> {
        let entries = match &self.events {
            Some(events) => events.borrow_mut().heard("log.entryAdded"),
            None => {
                let log = self.browser.ask("se/log", json!({ "type": "browser" }));
                log.as_array().cloned().unwrap_or_default()
            }
        };
        entries.iter().map(Value::to_string).collect()
    }

    /// The addresses that were asked for since the browser was started.
    #[track_caller]
    pub(crate) fn requests(&self) -> Vec<String> {
        match &self.events {
            Some(events) => {
                let sent = events.borrow_mut().heard("network.beforeRequestSent");
                let address =
                    |request: &Value| request["request"]["url"].as_str().map(str::to_owned);
                sent.iter().filter_map(address).collect()
            }
            None => {
                let script =
                    "return performance.getEntriesByType('resource').map(({ name }) => name)";
                let names = self.browser.script(script, &[]);
                let names = names.as_array().cloned().unwrap_or_default();
                names
                    .iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect()
            }
        }
    }

    /// Fails if the page has said anything on the console or asked another host for anything.
    /// Every test ends with this.
    #[track_caller]
    pub(crate) fn assert_quiet(&self) {
        let messages = self.messages();
        assert!(messages.is_empty(), "on the console: {messages:#?}");
        let requests = self.requests();
        assert!(!requests.is_empty(), "the page was loaded from nowhere");
        // What is written into the page itself is asked of nobody.
        let own = [format!("{}/", self.address), "data:".into(), "blob:".into()];
        let abroad: Vec<_> = requests
            .iter()
            .filter(|url| !own.iter().any(|own| url.starts_with(own)))
            .collect();
        assert!(abroad.is_empty(), "asked for {abroad:?}");
    }

    /// Gives the page a viewport of its own size, which windows of a desktop may be too wide for.
    #[track_caller]
    pub(crate) fn set_viewport(&self, width: u32, height: u32) {
        let events = self.events.as_ref().expect("a Firefox");
        let viewport = json!({
            "context": self.browser.window(),
            "viewport": { "width": width, "height": height },
        });
        events
            .borrow_mut()
            .ask("browsingContext.setViewport", &viewport);
        self.settle();
    }
}

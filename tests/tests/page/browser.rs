//! One browser with one window, driven over WebDriver. It is quit when it goes out of scope, also
//! when a test fails.
//!
//! All verbs block and panic where the browser refuses: a test has nothing better to do, and the
//! panic names the line that asked.

use std::env;
use std::fmt::Display;
use std::time::Duration;

use fantoccini::actions::{ActionSequence, Actions};
use fantoccini::elements::Element;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::endpoint::Endpoint;

/// No command takes this long on a busy machine, unless something hangs.
const PATIENCE: Duration = Duration::from_secs(90);

/// Scripts give up earlier, so that their own message is seen.
const SCRIPT_PATIENCE: Duration = Duration::from_secs(60);

/// What a window is given, in CSS pixels: a page with its margin side by side.
const WINDOW: (u32, u32) = (1280, 1000);

/// A browser under the control of a driver.
pub(crate) struct Browser {
    runtime: Runtime,
    client: Client,
}

/// A value that `cargo xtask test` hands over in the environment.
#[track_caller]
pub(crate) fn handed(name: &str) -> String {
    env::var(name)
        .unwrap_or_else(|_| panic!("{name} is not set; run `cargo xtask test --only page`"))
}

impl Browser {
    /// Starts a headless Firefox whose reader prefers these languages: `ja, en-US`.
    #[track_caller]
    pub(crate) fn firefox(languages: &str) -> Browser {
        let options = json!({
            "binary": handed("DOWNHILL_FIREFOX"),
            "args": ["-headless"],
            "prefs": { "intl.accept_languages": languages },
        });
        let wishes = json!({ "moz:firefoxOptions": options, "webSocketUrl": true });
        let browser = Browser::open(&handed("GECKODRIVER_URL"), wishes);
        browser.resize(WINDOW.0, WINDOW.1);
        browser
    }

    /// Starts a headless Chromium with more of its own options.
    #[track_caller]
    pub(crate) fn chromium(languages: &str, more: &Value) -> Browser {
        let mut options = json!({
            "binary": handed("DOWNHILL_CHROMIUM"),
            "args": [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                format!("--window-size={},{}", WINDOW.0, WINDOW.1),
            ],
            "prefs": { "intl.accept_languages": languages },
        });
        if let (Value::Object(options), Value::Object(more)) = (&mut options, more) {
            options.extend(more.clone());
        }
        let wishes = json!({
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        Browser::open(&handed("CHROMEDRIVER_URL"), wishes)
    }

    #[track_caller]
    fn open(driver: &str, wishes: Value) -> Browser {
        let Value::Object(mut wishes) = wishes else {
            panic!("capabilities are an object");
        };
        let patience = SCRIPT_PATIENCE.as_millis();
        wishes.insert("timeouts".into(), json!({ "script": patience as u64 }));
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let connect = async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(wishes).connect(driver).await
        };
        let client = finish(&runtime, "starting a browser", connect);
        Browser { runtime, client }
    }

    /// Waits for a command.
    #[track_caller]
    fn wait<T, E: Display>(&self, what: &str, command: impl Future<Output = Result<T, E>>) -> T {
        finish(&self.runtime, what, command)
    }

    /// What the driver has granted of what was asked for.
    pub(crate) fn capability(&self, name: &str) -> Option<Value> {
        self.client.capabilities()?.get(name).cloned()
    }

    /// A handle of the window, as events name it.
    #[track_caller]
    pub(crate) fn window(&self) -> String {
        let handle = self.wait("naming the window", self.client.window());
        String::from(handle)
    }

    /// All windows, as [`Browser::switch_to`] takes them.
    #[track_caller]
    pub(crate) fn windows(&self) -> Vec<WindowHandle> {
        self.wait("listing the windows", self.client.windows())
    }

    /// From here on everything is done in another window.
    #[track_caller]
    pub(crate) fn switch_to(&self, window: &WindowHandle) {
        self.wait(
            "switching to a window",
            self.client.switch_to_window(window.clone()),
        );
    }

    /// Opens an address and waits for its load event.
    #[track_caller]
    pub(crate) fn open_address(&self, address: &str) {
        self.wait("opening the page", self.client.goto(address));
    }

    /// Gives the window a size in CSS pixels.
    #[track_caller]
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.wait(
            "resizing the window",
            self.client.set_window_size(width, height),
        );
    }

    /// What a script returns.
    #[track_caller]
    pub(crate) fn script(&self, script: &str, arguments: &[Value]) -> Value {
        let run = self.client.execute(script, arguments.to_vec());
        self.wait(script, run)
    }

    /// What a script hands to its last argument, a function.
    #[track_caller]
    pub(crate) fn script_async(&self, script: &str, arguments: &[Value]) -> Value {
        let run = self.client.execute_async(script, arguments.to_vec());
        self.wait(script, run)
    }

    #[track_caller]
    fn find(&self, css: &str) -> Element {
        self.wait(css, self.client.find(Locator::Css(css)))
    }

    /// Clicks into the middle of an element, as a reader could: it must be in view and uncovered.
    #[track_caller]
    pub(crate) fn click(&self, css: &str) {
        let element = self.find(css);
        self.wait(&format!("clicking {css}"), element.click());
    }

    /// Chooses from a list.
    #[track_caller]
    pub(crate) fn choose(&self, css: &str, value: &str) {
        let list = self.find(css);
        self.wait(
            &format!("choosing {value} from {css}"),
            list.select_by_value(value),
        );
    }

    /// The text that an element shows.
    #[track_caller]
    pub(crate) fn text(&self, css: &str) -> String {
        let element = self.find(css);
        self.wait(css, element.text())
    }

    /// An attribute, or an empty text where it is missing.
    #[track_caller]
    pub(crate) fn attribute(&self, css: &str, name: &str) -> String {
        let element = self.find(css);
        self.wait(css, element.attr(name)).unwrap_or_default()
    }

    /// Whether an element can be seen.
    #[track_caller]
    pub(crate) fn is_seen(&self, css: &str) -> bool {
        let element = self.find(css);
        self.wait(css, element.is_displayed())
    }

    /// Performs what fingers do, in the viewport.
    #[track_caller]
    pub(crate) fn perform(&self, actions: impl Into<ActionSequence>) {
        let actions = Actions::from(actions.into());
        self.wait("performing", self.client.perform_actions(actions));
    }

    /// Asks the driver for something that is not in the standard.
    #[track_caller]
    pub(crate) fn ask(&self, path: &'static str, body: Value) -> Value {
        let question = Endpoint { path, body };
        self.wait(path, self.client.issue_cmd(question))
    }

    /// Loads the page again.
    #[track_caller]
    pub(crate) fn reload(&self) {
        self.wait("loading again", self.client.refresh());
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that does not even quit is ended with its driver.
        let quit = self.client.clone().close();
        let _ = self
            .runtime
            .block_on(async { timeout(PATIENCE, quit).await });
    }
}

/// Waits for a command, but not for ever.
#[track_caller]
fn finish<T, E: Display>(
    runtime: &Runtime,
    what: &str,
    command: impl Future<Output = Result<T, E>>,
) -> T {
    match runtime.block_on(async { timeout(PATIENCE, command).await }) {
        Ok(Ok(done)) => done,
        Ok(Err(error)) => panic!("{what}: {error}"),
        Err(_) => panic!("{what}: no answer within {} s", PATIENCE.as_secs()),
    }
}

//! The address says what the page shows: links, back and forward, loading again, handing on.

use fantoccini::key::Key;
use lessons::LESSONS;
use links::{Link, Native, linked};
use serde_json::json;

use crate::browser::handed;
use crate::page::Page;
use crate::plot::Tool;

impl Page {
    /// What stands behind the #.
    #[track_caller]
    fn link(&self) -> String {
        let hash = self.browser.script("return location.hash.slice(1)", &[]);
        hash.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the address says this.
    #[track_caller]
    fn wait_for_link(&self, link: &str) {
        let link = json!(format!("#{link}"));
        self.wait_until(&format!("(location.hash || '#') === {link}"));
    }

    /// Follows a link within the page.
    #[track_caller]
    fn follow(&self, link: &str) {
        self.browser
            .script("location.hash = arguments[0]", &[json!(link)]);
        // The event comes after the script.
        self.settle_frames();
        self.settle();
    }

    /// Follows a link from elsewhere.
    #[track_caller]
    fn arrive(&self, link: &str) {
        self.browser.open_address("about:blank");
        self.browser
            .open_address(&format!("{}/#{link}", handed("DOWNHILL_URL")));
        self.settle();
    }

    /// Waits until what has changed has rested for a while.
    #[track_caller]
    pub(crate) fn rest(&self) {
        self.browser
            .script_async("setTimeout(arguments[0], 600)", &[]);
    }

    #[track_caller]
    fn go(&self, way: i32) {
        self.browser
            .script("history.go(arguments[0])", &[json!(way)]);
        self.settle_frames();
        self.settle();
    }

    /// All that a reader sees of the state.
    #[track_caller]
    fn state(&self) -> Vec<String> {
        let pressed = |group: &str| {
            let script = "return document.querySelector(arguments[0])?.value ?? ''";
            let button = json!(format!("{group}:not([hidden]) [aria-pressed=true]"));
            let value = self.browser.script(script, &[button]);
            value.as_str().unwrap_or_default().to_owned()
        };
        let seen = |css: &str, read: &dyn Fn() -> String| {
            let is_seen = self.browser.is_seen(css);
            is_seen.then(read).unwrap_or_default()
        };
        vec![
            self.content("#lesson-title"),
            self.content("#beat"),
            self.content("#lesson-text"),
            self.value("#rate"),
            self.value("#steps"),
            self.content("#legend-start"),
            self.content("#legend-ball"),
            self.content("#step"),
            self.verdict(),
            pressed("#views"),
            pressed("#map-modes"),
            pressed("#planes"),
            self.value("#plane-seed"),
            self.language(),
            seen("#walk-sample", &|| self.value("#walk-sample")),
            seen("#walk-stage", &|| self.content("#walk-stage")),
            seen("#inspector", &|| self.content("#inspector-title")),
        ]
    }

    #[track_caller]
    fn notice(&self) -> String {
        if self.browser.is_seen("#notice") {
            self.browser.text("#notice-text")
        } else {
            String::new()
        }
    }
}

/// The verdict of the experiment that a link shows, computed without a page.
fn native_verdict(link: &str) -> &'static str {
    let link = Link::read(link, &Native).expect("a link");
    let lesson = LESSONS
        .iter()
        .find(|lesson| Some(lesson.id) == link.lesson());
    let beat = link.beat().unwrap_or(1) - 1;
    let base = lesson.expect("a lesson").beats[beat].scene.experiment();
    let experiment = linked(&link, &base.expect("an experiment"));
    experiment.expect("an experiment").run().verdict.kind.name()
}

/// Links of all kinds; each is written as it was read.
const LINKS: [&str; 12] = [
    "initial-values/3?start=5&rate=0.2",
    "initial-values/2?rate=0.3&steps=150&at=7",
    "vanishing-2d/2?start=1.5,-0.30000000000000004&mode=fates",
    "xor/1?axes=3,5:-2:2&start=0.5,1e-7,0:0.25&at=120&tab=network",
    "remedies/1?at=0&tab=layers",
    "xor/2?plane=random&seed=4294967295&lang=ja",
    "local-minima/1?left=yes&lang=en",
    "vanishing-2d/2?axes=0:-2:3,1:1:4.5&tab=outputs",
    "xor/1?plane=path&ranges=-1.25:2,-3:0.5",
    "xor/1?tab=network&sample=3&stage=5&unit=1:1",
    "forward-pass/2?sample=sum&stage=7&weight=1",
    "xor/2?tab=outputs&sample=2",
];

fn a_link_shows_what_it_says(page: &Page) {
    for link in LINKS {
        page.arrive(link);
        page.wait_for_link(link);
        assert_eq!(page.notice(), "");
        assert_eq!(page.verdict(), native_verdict(link), "{link}");
        let state = page.state();
        page.come_back();
        page.wait_for_link(link);
        assert_eq!(page.state(), state, "{link}");
        // Within the page, from another state.
        page.follow("steepest-descent/1");
        page.follow(link);
        let mut again = page.state();
        if !link.contains("lang") {
            again[13].clone_from(&state[13]);
        }
        assert_eq!(again, state, "{link}");
    }
    page.arrive("xor/2?lang=ja");
    assert_eq!(page.language(), "ja");
    page.arrive("");
    assert_eq!(
        page.language(),
        "en",
        "a link changes nothing that the device keeps"
    );
}

#[test]
fn a_link_shows_what_it_says_in_firefox() {
    let page = Page::in_firefox("en");
    a_link_shows_what_it_says(&page);
    page.assert_quiet();
}

#[test]
fn a_link_shows_what_it_says_in_chromium() {
    let page = Page::in_chromium("en", &json!({}));
    a_link_shows_what_it_says(&page);
    page.assert_quiet();
}

#[test]
fn back_and_forward_are_undo_and_redo() {
    for page in [Page::in_firefox("en"), Page::in_chromium("en", &json!({}))] {
        page.wait_for_link("");
        let mut states = vec![(String::new(), page.state())];
        let note = |states: &mut Vec<_>, link: &str| {
            page.wait_for_link(link);
            states.push((link.to_owned(), page.state()));
        };
        page.click("#beat-forward");
        note(&mut states, "initial-values/1");
        page.click("#views [value=network]");
        note(&mut states, "initial-values/1?tab=network");
        page.click("#views [value=picture]");
        note(&mut states, "initial-values/1");
        page.write("#rate", "0.25");
        note(&mut states, "initial-values/1?rate=0.25");
        // All of a drag is one step, also where it rests on its way.
        page.drag_start_to(&[1.0]);
        page.rest();
        states.push((page.link(), page.state()));
        page.choose_lesson("vanishing-2d");
        note(&mut states, "vanishing-2d");
        page.click("#map-modes [value=norm]");
        note(&mut states, "vanishing-2d?mode=norm");
        // A cursor that moves is part of the state, and no step.
        page.click("#first");
        page.wait_for_link("vanishing-2d?at=0&mode=norm");
        states.pop();
        states.push((page.link(), page.state()));

        for (link, state) in states.iter().rev().skip(1) {
            page.go(-1);
            page.wait_for_link(link);
            assert_eq!(&page.state(), state, "back to {link}");
        }
        for (link, state) in states.iter().skip(1) {
            page.go(1);
            page.wait_for_link(link);
            assert_eq!(&page.state(), state, "forward to {link}");
        }
        page.assert_quiet();
    }
}

#[test]
fn a_drag_that_rests_is_one_step() {
    let page = Page::in_firefox("en");
    page.choose_lesson("vanishing-2d");
    page.wait_for_link("vanishing-2d");
    let before = page.browser.script("return history.length", &[]);
    let picture = page.area("#plot-raster");
    let places = [(0.3, 0.3), (0.4, 0.4), (0.6, 0.5)].map(|(x, y)| picture.at(x, y));
    page.drag(Tool::Mouse, &places);
    page.wait_until("location.hash.includes('start=')");
    let after = page.browser.script("return history.length", &[]);
    assert_eq!(after.as_u64(), before.as_u64().map(|length| length + 1));
    page.go(-1);
    page.wait_for_link("vanishing-2d");
    page.assert_quiet();
}

#[test]
fn a_problem_of_its_own_comes_back_to_the_last_bit() {
    let page = Page::in_firefox("en");
    page.choose_lesson("deeper");
    page.click("#beat-forward");
    page.browser.click("#depth");
    page.press(&[Key::Home, Key::Right, Key::Right]);
    page.rest();
    assert!(page.link().starts_with("deeper/1?experiment="));
    let state = page.state();
    let rows = page.content("#layer-rows");
    page.come_back();
    assert_eq!((page.state(), page.content("#layer-rows")), (state, rows));
    page.assert_quiet();
}

#[test]
fn a_random_plane_stays_where_it_was_drawn() {
    let page = Page::in_firefox("en");
    page.choose_lesson("xor");
    page.click("#planes button[value=random]");
    page.click("#zoom-in");
    page.drag_start_to(&[2.0, -3.0]);
    page.rest();
    for part in ["experiment=", "&plane=random&", "through=", "ranges="] {
        assert!(page.link().contains(part), "{part}: {}", page.link());
    }
    let state = page.state();
    page.come_back();
    assert_eq!(page.state(), state);
    page.assert_quiet();
}

#[test]
fn a_broken_link_changes_nothing_but_says_so() {
    let page = Page::in_firefox("en");
    let shown = "initial-values/3?start=5&rate=0.2";
    page.arrive(shown);
    let state = page.state();
    for (link, words) in [
        (
            "initial-values/3?start=5,6",
            "start: 1 needed for the axes of the picture, 2 found",
        ),
        (
            "initial-values/9",
            "beat: A number from 1 to 5 is needed; 9 is not",
        ),
        ("final-values", "lesson: One of forward-pass"),
        ("xor?stage=9", "stage: A number from 1 to 7 is needed; 9 is"),
        (
            "xor?unit=1",
            "unit: 2 needed for a layer and a unit, 1 found",
        ),
        (
            "xor?speed=3",
            "speed: unknown; the known ones are v, experiment, axes, start, rule",
        ),
        ("xor?v=2&speed=3", "A later version of Downhill made it (2)"),
        ("xor?lang=xx", "lang: One of ja, en is needed; “xx” is not"),
        ("xor?experiment=abc", "experiment: it cannot be unpacked"),
        (
            "xor?mode=rates",
            "mode: One of surface, fates, steps, error, norm, sensitivity is needed",
        ),
        ("xor?rate=1e999", "rate: A finite number is needed"),
    ] {
        page.follow(link);
        let said = page.notice();
        assert!(
            said.starts_with("This link cannot be opened.") && said.contains(words),
            "{said}"
        );
        assert_eq!(page.state(), state, "{link}");
        page.wait_for_link(shown);
        page.click("#notice-close");
    }
    // Wholly in the language that is spoken, but for the names of parts.
    page.speak("ja");
    for link in [
        "xor?start=1",
        "xor?start=1,2,3_4_5",
        "xor?unit=1",
        "xor?axes=1_2",
        "xor?batch=1,2,3",
        "xor?rate=x",
        "xor?starts=1",
    ] {
        page.follow(link);
        let said = page.notice();
        let places = ["start", "starts", "unit", "axes", "batch", "rate"];
        let foreign = said
            .split(|letter: char| !letter.is_ascii_alphabetic())
            .find(|word| word.len() > 1 && !places.contains(word));
        assert_eq!(foreign, None, "{link}: {said}");
        assert!(said.contains("このリンクは開けません"), "{link}: {said}");
        page.click("#notice-close");
    }
    // And where nothing was shown before.
    page.arrive("initial-values/9");
    assert!(
        page.notice()
            .starts_with("このリンクは開けません。beat：1以上5以下"),
        "{}",
        page.notice()
    );
    assert_eq!(page.browser.text("#lesson-title"), "初期値依存性");
    assert_eq!(page.verdict(), "converged");
    page.assert_quiet();
}

#[test]
fn what_is_shown_is_handed_on() {
    for (page, language) in [
        (Page::in_firefox("ja"), "ja"),
        (Page::in_chromium("en", &json!({})), "en"),
    ] {
        page.arrive("initial-values/3?start=5&rate=0.2");
        page.browser
            .script("document.getElementById('share').focus()", &[]);
        page.press(&[Key::Enter]);
        page.wait_until("document.querySelector('.share .code path')");
        let address = handed("DOWNHILL_URL");
        let link = page.value(".share input");
        assert_eq!(
            link,
            format!("{address}/#initial-values/3?start=5&rate=0.2")
        );
        let snippet = page.value(".share textarea");
        let source = format!(
            "<iframe src=\"{link}&lang={language}&hide=title,switches,lessons,tabs,settings,details\""
        );
        assert!(
            snippet.starts_with(&source.replace('&', "&amp;")),
            "{snippet}"
        );
        page.bring_axe();
        page.assert_open_to_all("the panel");
        page.click(".share label:nth-of-type(10)");
        assert!(
            page.value(".share textarea")
                .contains("settings,verdict,details")
        );
        // The quiet zone is there, and white in every theme.
        let zone = page.browser.attribute(".share .code svg", "viewBox");
        assert!(zone.starts_with("-4 -4 "), "{zone}");
        page.press(&[Key::Escape]);
        assert!(!page.browser.is_seen(".share"));
        assert_eq!(page.focused(), "share");
        page.assert_quiet();
    }
}

/// A course's page with a frame that shows a link.
const COURSE: &str = "
    const [address, width, height, done] = arguments;
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.width = width;
    frame.height = height;
    document.body.replaceChildren(frame);
    const look = () => {
        const main = frame.contentDocument?.getElementById('main');
        if (main && !main.hidden && main.dataset.busy === 'false') done(true);
        else setTimeout(look, 50);
    };
    look();";

/// What a frame hides of these, and by how much it is wider and higher inside than it shows.
const FRAMED: &str = "
    const { contentDocument: page, contentWindow: window } = document.querySelector('iframe');
    const hidden = arguments[0].filter((css) => !page.querySelector(css).checkVisibility());
    const root = page.documentElement;
    const { offsetWidth, clientWidth } = page.getElementById('main');
    const bars = window.innerWidth - root.clientWidth + offsetWidth - clientWidth;
    const over = root.scrollHeight - root.clientHeight;
    const { height } = page.getElementById('plot').getBoundingClientRect();
    return [hidden, bars, over, height > 150, root.lang, history.length];";

#[test]
fn a_frame_in_a_course_leaves_out_what_its_link_says() {
    let parts = [
        ("title", ".wordmark"),
        ("lessons", "#lesson-text"),
        ("tabs", "#views"),
        ("timeline", "#timeline"),
        ("transport", ".transport"),
        ("settings", ".settings"),
        // Its pin stays.
        ("verdict", "#verdict-name"),
        ("details", ".evidence"),
    ];
    let selectors: Vec<_> = parts.iter().map(|(_, css)| *css).collect();
    for page in [
        Page::in_firefox_without_policy("en"),
        Page::in_chromium_without_policy("en", &json!({})),
    ] {
        let steps = page.browser.script("return history.length", &[]);
        for (hide, width, height) in [
            ("title,switches,lessons,tabs,settings,details", 700, 640),
            ("lessons,settings,verdict", 1100, 600),
            (
                "title,switches,lessons,tabs,timeline,transport,settings,legend,verdict,details",
                500,
                320,
            ),
        ] {
            let address = handed("DOWNHILL_OPEN_URL");
            let address = format!("{address}/#initial-values/3?start=5&lang=ja&hide={hide}");
            page.browser
                .script_async(COURSE, &[json!(address), json!(width), json!(height)]);
            let found = page.browser.script(FRAMED, &[json!(selectors)]);
            let named = |part: &str| hide.split(',').any(|name| name == part);
            let hidden: Vec<_> = parts.iter().filter(|(part, _)| named(part)).collect();
            let hidden: Vec<_> = hidden.iter().map(|(_, css)| *css).collect();
            assert_eq!(found, json!([hidden, 0, 0, true, "ja", steps]), "{hide}");
        }
    }
}

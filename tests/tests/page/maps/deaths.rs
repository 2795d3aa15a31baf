//! Workers that die in the middle of a map, that hang, and that send what is no part of it.

use lessons::Fact;
use serde_json::json;

use super::native::Map;
use crate::page::Page;

/// Starts along each side: enough for dozens of parts.
const SIDE: usize = 256;

/// Gives the page workers that can be told to fail, in the ways that real ones do: by a trap in
/// compiled code, by an error outside of it, by computing for ever, and by sending what cannot be read
/// or is no part of a map. In all of them a part is lost that the worker has already taken. The seconds
/// that a worker may be silent pass when they are told to: a busy machine has none to spare.
const MORTAL: &str = "
    const Plain = window.Worker;
    const deaths = { due: [], found: [] };
    window.deaths = deaths;
    window.hired = 0;
    window.dismissed = 0;
    window.out = 0;
    const { setInterval } = window;
    window.setInterval = (run, time) => {
        if (time !== 1000) return setInterval(run, time);
        window.passSecond = run;
    };
    window.Worker = class extends Plain {
        constructor(url, options) {
            const facade = new URL('../../pkg/downhill_web.js', url);
            const source = `
                import { FateWorker } from '${facade}';
                import '${url}';
                let way;
                const { compute } = FateWorker.prototype;
                FateWorker.prototype.compute = function (...part) {
                    if (way === 'trap') throw new WebAssembly.RuntimeError('unreachable');
                    while (way === 'hang');
                    return compute.apply(this, part);
                };
                const { postMessage } = self;
                self.postMessage = (tile, options) => {
                    const { kinds } = tile;
                    if (way === 'garbage') postMessage('tile');
                    else if (way === 'void') postMessage(null);
                    else if (way === 'text') postMessage({ ...tile, kinds: [...kinds], numbers: '' });
                    else if (way === 'short') postMessage({ ...tile, kinds: kinds.slice(1) });
                    else postMessage(tile, options);
                };
                addEventListener('message', (event) => {
                    way = event.data.way;
                    if (way !== 'error') return;
                    event.stopImmediatePropagation();
                    throw new Error('killed');
                }, { capture: true });`;
            super(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), options);
            window.hired += 1;
            this.out = 0;
            this.addEventListener('message', () => this.count(-1));
            this.addEventListener('error', ({ message }) => deaths.found.push(message));
        }
        count(parts) {
            this.out += parts;
            window.out += parts;
        }
        postMessage(order) {
            if (order.job) this.count(1);
            // Only with a part in hand: what equips a worker comes without.
            const way = order.job ? deaths.due.shift() : undefined;
            super.postMessage(order.job ? { ...order, way } : order);
            if (way === 'unreadable') this.dispatchEvent(new MessageEvent('messageerror'));
        }
        terminate() {
            window.dismissed += 1;
            this.count(-this.out);
            super.terminate();
        }
    };";

/// Waits until nothing is under way but what one worker has, which says nothing: for a second.
const SILENCE: &str = "
    const done = arguments[0];
    let since = 0;
    const look = () => {
        if (window.out === 0 || window.out > 2) since = performance.now();
        if (since > 0 && performance.now() - since > 1000) done(true);
        else requestAnimationFrame(look);
    };
    since = performance.now();
    look();";

#[test]
fn a_worker_that_dies_is_replaced_and_its_part_done_again() {
    let map = Map::of(Fact::Valley, 0.2, 150, SIDE);
    let browsers: [fn() -> Page; 2] = [
        || Page::in_chromium_without_policy("en", &json!({})),
        || Page::in_firefox_without_policy("en-US, en"),
    ];
    for open in browsers {
        let page = open();
        page.come_back_with(MORTAL);
        page.choose_lesson("no-unique-answer");
        page.write("#steps", "150");
        page.watch_maps(SIDE);
        let hired = page.browser.script("return window.hired", &[]);
        // Some parts are done before, and most after; the worker that traps is dead by the time of the
        // error, which is another's.
        let due = "const some = Array(20).fill('');
            window.deaths.due = ['', '', '', '', '', 'trap', ...some, 'error']";
        page.browser.script(due, &[]);
        page.show_fates();
        page.assert_map(&map);
        assert!(!page.browser.is_seen("#map-progress"), "nothing is left");
        assert!(!page.browser.is_seen("#notice"), "nobody need know");

        let found = page.browser.script("return window.deaths.found", &[]);
        let found = found.to_string();
        assert!(
            found.contains("unreachable") && found.contains("killed"),
            "{found}"
        );
        let replaced = page.browser.script("return window.hired", &[]);
        assert_eq!(replaced.as_u64(), hired.as_u64().map(|hired| hired + 2));

        // A map that nobody survives is given up, and said to be; the next one has workers again.
        page.browser
            .script("window.deaths.due = Array(20).fill('trap')", &[]);
        page.write("#steps", "149");
        page.wait_until("!document.getElementById('notice').hidden");
        assert!(!page.browser.is_seen("#map-progress"), "nothing will come");
        page.browser.script("window.deaths.due = []", &[]);
        page.write("#steps", "150");
        // Reading the picture back twice, Chromium would have a better idea.
        page.assert_counts(&map);
        page.assert_quiet();
    }
}

#[test]
fn a_worker_that_hangs_or_sends_no_part_of_a_map_is_replaced() {
    let map = Map::of(Fact::Valley, 0.2, 150, SIDE);
    let page = Page::in_chromium_without_policy("en", &json!({}));
    page.come_back_with(MORTAL);
    page.choose_lesson("no-unique-answer");
    page.watch_maps(SIDE);
    let count = |name: &str| {
        let count = page.browser.script(&format!("return window.{name}"), &[]);
        count.as_u64().expect("a count")
    };
    let mut steps = 150;
    for way in ["hang", "garbage", "void", "text", "short", "unreadable"] {
        let (hired, dismissed) = (count("hired"), count("dismissed"));
        let due = format!("window.deaths.due = ['', '', '', '', '', '{way}']");
        page.browser.script(&due, &[]);
        // Another map, and then the one that is known.
        if way == "hang" {
            page.write("#steps", "150");
            page.show_fates();
        } else {
            page.write("#steps", &steps.to_string());
        }
        if way == "hang" {
            page.browser.script_async(SILENCE, &[]);
            // Longer than a part may take, and not so long that nobody could take its place.
            let wait = "for (let second = 0; second < 25; second++) window.passSecond()";
            page.browser.script(wait, &[]);
        }
        page.finish_map();
        assert!(
            !page.browser.is_seen("#map-progress"),
            "{way}: nothing is left"
        );
        assert!(!page.browser.is_seen("#notice"), "{way}: nobody need know");
        let replaced = (count("hired") - hired, count("dismissed") - dismissed);
        assert_eq!(replaced, (1, 1), "{way}");
        steps -= 1;
    }
    page.write("#steps", "150");
    page.assert_counts(&map);

    // Where all hang, the map is given up, and the next one has workers that do not.
    page.browser
        .script("window.deaths.due = Array(20).fill('hang')", &[]);
    page.write("#steps", "149");
    page.wait_until("(window.passSecond(), !document.getElementById('notice').hidden)");
    assert!(!page.browser.is_seen("#map-progress"), "nothing will come");
    page.browser.script("window.deaths.due = []", &[]);
    page.write("#steps", "150");
    page.assert_counts(&map);
    page.assert_quiet();
}

//! Workers that die in the middle of a map.

use lessons::Fact;
use serde_json::json;

use super::native::Map;
use crate::page::Page;

/// Starts along each side: enough for dozens of parts.
const SIDE: usize = 256;

/// Gives the page workers that can be told to die, in the two ways that real ones do: by a trap in
/// compiled code, and by an error outside of it. In both a part is lost that the worker has already
/// taken.
const MORTAL: &str = "
    const Plain = window.Worker;
    const deaths = { due: [], found: [] };
    window.deaths = deaths;
    window.hired = 0;
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
                    return compute.apply(this, part);
                };
                addEventListener('message', (event) => {
                    way = event.data.way;
                    if (way !== 'error') return;
                    event.stopImmediatePropagation();
                    throw new Error('killed');
                }, { capture: true });`;
            super(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), options);
            window.hired += 1;
            this.addEventListener('error', ({ message }) => deaths.found.push(message));
        }
        postMessage(order) {
            // Only with a part in hand: what equips a worker comes without.
            super.postMessage(order.job ? { ...order, way: deaths.due.shift() } : order);
        }
    };";

#[test]
fn a_worker_that_dies_is_replaced_and_its_part_done_again() {
    let map = Map::of(Fact::Valley, 0.2, 150, SIDE);
    let browsers: [fn() -> Page; 2] = [
        || Page::in_chromium("en", &json!({})),
        || Page::in_firefox("en-US, en"),
    ];
    for open in browsers {
        let page = open();
        page.come_back_with(MORTAL);
        page.choose_lesson("no-unique-answer");
        page.write("#steps", "150");
        page.watch_maps(SIDE);
        let hired = page.browser.script("return window.hired", &[]);
        // Some parts are done before, and most after.
        let due = "window.deaths.due = ['', '', '', '', '', 'trap', '', '', '', 'error']";
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

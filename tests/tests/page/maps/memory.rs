//! Memory over many maps, in Chromium, which tells it.

use lessons::Fact;
use serde_json::{Value, json};

use super::native::Map;
use crate::page::Page;

/// Maps before the first measurement: buffers find their size, and the engine compiles meanwhile.
const WARM_UP: usize = 30;
const MAPS: usize = 100;
const SIDE: usize = 48;
/// Collections of garbage before a measurement.
const COLLECTIONS: usize = 8;

/// What the memory of a worker's WebAssembly may grow by, in bytes: one page of it, for holes
/// between what is freed and what is taken anew. It never shrinks. Experiments that are not freed
/// are two pages after 100 maps, parts of maps are 40.
const WORKER: i64 = 65_536;

/// The same of the page. It draws when a frame comes, between other parts of a map each time: that
/// makes more holes. The numbers of 100 maps are 90 pages.
const PAGE: i64 = 4 * 65_536;

/// What else is alive in the page may grow by, in bytes, after a collection: code that is
/// compiled late, and what the engine notes about it, which is 130 kB. The numbers of 100 maps
/// are 6 MB.
const HEAP: i64 = 500_000;

/// Gives the page workers that tell how much memory their WebAssembly has. Their clock stands
/// still, so that the size of parts is not up to what else the machine does: a larger one takes
/// more memory.
const TALKATIVE: &str = "
    const Plain = window.Worker;
    window.hired = 0;
    window.Worker = class extends Plain {
        constructor(url, options) {
            const facade = new URL('../../pkg/downhill_web.js', url);
            const source = `
                import init from '${facade}';
                import '${url}';
                performance.now = () => 0;
                const channel = new BroadcastChannel('memory');
                channel.addEventListener('message', async ({ data }) => {
                    if (data !== 'how much?') return;
                    const { memory } = await init();
                    channel.postMessage(memory.buffer.byteLength);
                });`;
            super(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), options);
            window.hired += 1;
        }
    };";

/// Memory of WebAssembly: the page's first, then the workers'.
const MEASURE: &str = "
    const [done] = arguments;
    const sizes = [];
    const channel = new BroadcastChannel('memory');
    channel.addEventListener('message', ({ data }) => {
        if (typeof data === 'number') sizes.push(data);
        if (sizes.length < window.hired) return;
        channel.close();
        import('/pkg/downhill_web.js')
            .then(({ default: init }) => init())
            .then(({ memory }) => done([memory.buffer.byteLength, ...sizes.sort((a, b) => a - b)]));
    });
    channel.postMessage('how much?');";

/// Computes maps one after the other, of rates that are never the same twice in a row.
const COMPUTE: &str = "
    const [count, done] = arguments;
    const slider = document.getElementById('rate-slider');
    const legend = document.getElementById('map-legend');
    const main = document.getElementById('main');
    let left = count;
    const look = () => {
        const isWhole = legend.dataset.left === '0' && main.dataset.busy === 'false';
        if (isWhole && left === 0) return done(true);
        if (isWhole) {
            slider.value = String(-0.7 - 0.01 * (left % 10));
            slider.dispatchEvent(new Event('input'));
            left -= 1;
        }
        requestAnimationFrame(look);
    };
    look();";

#[test]
fn a_hundred_maps_leave_nothing_behind() {
    let page = Page::in_chromium_without_policy("en", &json!({}));
    page.come_back_with(TALKATIVE);
    page.choose_lesson("no-unique-answer");
    page.write("#steps", "20");
    page.watch_maps(SIDE);
    page.show_fates();
    page.browser.script_async(COMPUTE, &[json!(WARM_UP)]);
    let (linear, heap) = memory(&page);
    let begun = page.maps_begun();
    page.browser.script_async(COMPUTE, &[json!(MAPS)]);
    assert_eq!(page.maps_begun() - begun, MAPS as u64);
    let (linear_later, heap_later) = memory(&page);

    assert_eq!(linear.len(), linear_later.len());
    assert!(linear.len() > 1, "a map without workers");
    let bounds = [PAGE].into_iter().chain(std::iter::repeat(WORKER));
    for ((before, after), bound) in linear.iter().zip(&linear_later).zip(bounds) {
        let grown = after - before;
        assert!(grown <= bound, "{linear:?} to {linear_later:?}");
    }
    let grown = heap_later - heap;
    assert!(grown <= HEAP, "{heap} to {heap_later}");
    let rate = page.value("#rate").parse().expect("a rate");
    page.assert_map(&Map::of(Fact::Valley, rate, 20, SIDE));
    page.assert_quiet();
}

/// Bytes of WebAssembly in the page and in each worker, and of what is alive on the page's heap,
/// with what lies outside of it: nodes and arrays' contents.
#[track_caller]
fn memory(page: &Page) -> (Vec<i64>, i64) {
    page.settle();
    let ask = |command: &str| {
        let question = json!({ "cmd": command, "params": {} });
        page.browser.ask("goog/cdp/execute", question)
    };
    // One collection keeps what the stack seems to point at: a megabyte of nodes, now and then.
    let heaps = (0..COLLECTIONS).map(|_| {
        ask("HeapProfiler.collectGarbage");
        let usage = ask("Runtime.getHeapUsage");
        let parts = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"];
        let heap: Option<f64> = parts.iter().map(|part| usage[part].as_f64()).sum();
        heap.expect("the sizes of a heap") as i64
    });
    let heap = heaps.min().unwrap_or_default();
    let sizes = page.browser.script_async(MEASURE, &[]);
    let sizes = sizes.as_array().cloned().unwrap_or_default();
    (sizes.iter().filter_map(Value::as_i64).collect(), heap)
}

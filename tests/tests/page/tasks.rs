//! How long the page is busy in one piece.

use serde_json::{Value, json};

use crate::page::Page;

/// A machine that does something else meanwhile makes tasks long: one undisturbed try is enough.
const TRIES: usize = 6;

/// From now on, what keeps the page busy in one piece is written down: as Chromium tells it, or else by a
/// clock that ticks every few milliseconds, and waits while a task runs.
const WATCH: &str = "
    window.tasks = [];
    if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
        const take = (list) => window.tasks.push(...list.map(({ duration }) => duration));
        const watcher = new PerformanceObserver((list) => take(list.getEntries()));
        watcher.observe({ type: 'longtask' });
        window.stopWatching = () => {
            take(watcher.takeRecords());
            watcher.disconnect();
        };
        return;
    }
    let before = performance.now();
    const clock = setInterval(() => {
        const now = performance.now();
        window.tasks.push(now - before);
        before = now;
    }, 5);
    window.stopWatching = () => clearInterval(clock);
";

/// The longest since then, in milliseconds; in Chromium 0 where none was longer than 50.
const LONGEST: &str = "
    window.stopWatching();
    return window.tasks.reduce((longest, task) => Math.max(longest, task), 0);
";

/// The longest time in one piece that the page is busy while something is done with it, in
/// milliseconds: the shortest of some tries, of which those after one of at most `enough` are left out.
#[track_caller]
pub(crate) fn longest_task(page: &Page, enough: f64, mut work: impl FnMut(usize)) -> f64 {
    let mut best = f64::INFINITY;
    for attempt in 0..TRIES {
        page.browser.script(WATCH, &[]);
        work(attempt);
        page.settle();
        let longest = page.browser.script(LONGEST, &[]);
        best = best.min(longest.as_f64().expect("a duration"));
        if best <= enough {
            break;
        }
    }
    best
}

/// Gives the page a way to put an experiment in the place of a lesson's: scripts of a test may have
/// modules of their own.
const EQUIP: &str = "
    window.putInLesson = async (id, text) => {
        const { lessons } = await import(new URL('/js/lessons.js', location.href));
        const { beats } = lessons.find((lesson) => lesson.id === id);
        for (const beat of beats) {
            beat.document = JSON.parse(text);
            beat.at_end = true;
            beat.asks = false;
        }
        return beats.length;
    };";

/// Loads the page again, with experiments in the place of those of some lessons: one is on the bench as
/// soon as its lesson is chosen.
#[track_caller]
pub(crate) fn come_back_with_lessons(page: &Page, lessons: &[(&str, Value)]) {
    page.come_back_with(EQUIP);
    let put = "
        const [id, text, done] = arguments;
        window.putInLesson(id, text).then(done);";
    for (id, document) in lessons {
        let text = json!(document.to_string());
        let beats = page.browser.script_async(put, &[json!(id), text]);
        assert!(beats.as_u64().is_some_and(|count| count > 0));
    }
}

//! What a lecturer shows fits the wall: every beat of every lesson, in every view, without scrolling.

use serde_json::{Value, json};

use crate::page::Page;

/// What does not fit: parts that stick out, lie on each other, or have to be scrolled.
const MEASURE: &str = "
    const found = [];
    const { scrollHeight, scrollWidth } = document.scrollingElement;
    if (scrollHeight > innerHeight || scrollWidth > innerWidth) found.push('the page scrolls');
    const side = document.querySelector('.side');
    if (side.scrollHeight > side.clientHeight + 1) {
        found.push(`words scroll by ${side.scrollHeight - side.clientHeight}`);
    }
    const parts = [...document.querySelectorAll(`#plot, .map-bar, .says > *, .turning, .caption h2,
        #lesson-text, #map-shares li, .verdict, .standstill, .transport, #guess-panel > *, .walk, #inspector, #layers, .diagram, .key,
        #projector-close`)].filter((part) => {
        const { width, height } = part.getBoundingClientRect();
        return width > 0 && height > 0 && getComputedStyle(part).visibility !== 'hidden';
    });
    const boxes = parts.map((part) => [part, part.getBoundingClientRect()]);
    const name = (part) => part.id || part.className;
    for (const [part, box] of boxes) {
        const { left, top, right, bottom } = box;
        if (left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5) {
            found.push(`${name(part)} sticks out`);
        }
        for (const [other, its] of boxes) {
            if (part === other || part.contains(other) || other.contains(part)) continue;
            const across = Math.min(right, its.right) - Math.max(left, its.left);
            const along = Math.min(bottom, its.bottom) - Math.max(top, its.top);
            if (across > 1 && along > 1) found.push(`${name(part)} lies on ${name(other)}`);
        }
    }
    const raster = document.getElementById('plot-raster');
    const map = raster.getBoundingClientRect().height;
    if (map > 0 && map < arguments[0]) found.push(`a surface ${map} high`);
    return found;";

impl Page {
    /// Fails where something does not fit, or where a surface is lower than so many pixels.
    #[track_caller]
    pub(crate) fn assert_fits(&self, lowest: u32, place: &str) {
        let found = self.browser.script(MEASURE, &[json!(lowest)]);
        assert_eq!(found, Value::Array(Vec::new()), "{place}");
    }
}

/// Words and numbers of the diagram that stick out of it, without the halo that they have.
const CUT: &str = "
    const diagram = document.getElementById('diagram');
    const end = diagram.viewBox.baseVal.width;
    return [...diagram.querySelectorAll('text')].filter((text) => {
        const { x, width } = text.getBBox();
        return width > 0 && (x < 0 || x + width > end);
    }).map((text) => text.textContent);";

#[test]
fn no_number_of_the_walk_is_cut_on_a_phone() {
    for language in words::languages() {
        let page = Page::in_firefox(&language);
        page.set_viewport(390, 844);
        for lesson in ["forward-pass", "back-propagation"] {
            page.choose_lesson_from_afar(lesson);
            for beat in 1..=4 {
                page.click("#beat-forward");
                let found = page.browser.script(CUT, &[]);
                assert_eq!(found, json!([]), "beat {beat} of {lesson} in {language}");
            }
        }
    }
}

/// Where the lesson's title stands.
const TITLE: &str = "return document.getElementById('lesson-heading').getBoundingClientRect().top";

/// How the run ended is told where the picture is, without scrolling for it.
#[test]
fn a_phone_shows_how_the_run_ended_below_the_picture() {
    for language in words::languages() {
        let page = Page::in_firefox(&language);
        page.set_viewport(390, 844);
        for lesson in ["steepest-descent", "initial-values", "local-minima"] {
            page.choose_lesson_from_afar(lesson);
            for beat in 1..=4 {
                page.click("#beat-forward");
                let seen = "const { bottom } = document.getElementById('verdict-name').getBoundingClientRect();
                    return bottom <= innerHeight";
                let is_seen = page.browser.script(seen, &[]);
                assert_eq!(
                    is_seen,
                    json!(true),
                    "beat {beat} of {lesson} in {language}"
                );
            }
        }
    }
}

/// Below the last beat's way to the next lesson stands what stood below the others.
#[test]
fn the_name_of_the_next_lesson_moves_nothing() {
    for language in words::languages() {
        let page = Page::in_firefox(&language);
        for is_projected in [false, true] {
            if is_projected {
                page.click("#projector");
            }
            for (width, height) in [(1440, 900), (1280, 720), (1920, 1080)] {
                page.set_viewport(width, height);
                for (lesson, last) in [("forward-pass", 4), ("steepest-descent", 5)] {
                    page.choose_lesson_from_afar(lesson);
                    page.click("#beat-forward");
                    let at_first = page.browser.script(TITLE, &[]);
                    for _ in 2..=last {
                        page.click("#beat-forward");
                    }
                    assert_ne!(page.content("#beat-next"), "");
                    let place = format!("{lesson}, {width} wide, projected {is_projected}");
                    assert_eq!(
                        page.browser.script(TITLE, &[]),
                        at_first,
                        "{place} in {language}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_beat_fits_a_projector_in_every_view() {
    for (turn, language) in words::languages().iter().enumerate() {
        let page = Page::in_firefox(language);
        page.set_viewport(1280, 720);
        page.click("#projector");
        for lesson in lessons::LESSONS {
            page.choose_lesson_from_afar(lesson.id);
            for beat in 0..=lesson.beats.len() {
                if beat > 0 {
                    page.click("#beat-forward");
                }
                let led = page.browser.attribute("#main", "data-view");
                for view in ["network", "layers", "outputs", "picture"] {
                    let notice = page.content("#notice-text");
                    assert_eq!(notice, "", "beat {beat} of {} in {language}", lesson.id);
                    page.click(&format!("#views button[value={view}]"));
                    let place = format!("beat {beat} of {} in {language}, {view}", lesson.id);
                    page.assert_fits(560, &place);
                }
                // A surface has fates and more, a curve has starts and rates. What its numbers are is told by
                // a sentence each: every second beat in each language.
                let numbers = ["steps", "error", "norm"].into_iter();
                let numbers = numbers.filter(|_| (beat + turn) % 2 == 0);
                for mode in ["fates", "rates"].into_iter().chain(numbers) {
                    let button = format!("#map-modes button[value={mode}]");
                    if page.browser.is_seen(&button) {
                        page.click(&button);
                        let place = format!("beat {beat} of {} in {language}, {mode}", lesson.id);
                        page.assert_fits(560, &place);
                    }
                }
                page.click(&format!("#views button[value={led}]"));
            }
        }
        page.assert_quiet();
    }
}

#[test]
fn a_surface_is_as_large_as_a_desk_allows() {
    let page = Page::in_firefox("en");
    page.set_viewport(1440, 900);
    let height = "return document.getElementById('plot-raster').getBoundingClientRect().height";
    let height = || page.browser.script(height, &[]).as_f64().expect("a height");
    for lesson in ["local-minima", "vanishing-2d", "xor"] {
        page.choose_lesson(lesson);
        page.click("#beat-forward");
        page.click("#beat-forward");
        assert!(height() >= 540.0, "{lesson}: {}", height());
    }
    // Whoever doubles the type by a style of their own keeps a picture.
    let script = "document.documentElement.style.fontSize = '200%'; return innerHeight";
    let window = page.browser.script(script, &[]).as_f64().expect("a window");
    page.settle();
    assert!(height() > 0.3 * window, "with large type: {}", height());
}

#[test]
fn a_diagram_keeps_its_place_and_scale_from_beat_to_beat() {
    let page = Page::in_firefox("en");
    page.set_viewport(1440, 900);
    let place = "
        const unit = document.querySelector('#unit-1-0 .body');
        const { left, top, width } = unit.ownerSVGElement.getBoundingClientRect();
        return [left, top, width, ...['cx', 'cy', 'r'].map((name) => unit.getAttribute(name))];";
    for lesson in ["forward-pass", "back-propagation"] {
        page.choose_lesson(lesson);
        page.click("#beat-forward");
        let first = page.browser.script(place, &[]);
        for _ in 1..4 {
            page.click("#beat-forward");
            assert_eq!(page.browser.script(place, &[]), first, "{lesson}");
        }
    }
}

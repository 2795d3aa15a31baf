//! The error surface in three dimensions, drawn by a graphics card (here by a program that does as if), and
//! without one.

use serde_json::{Value, json};

use crate::hand::Point;
use crate::page::Page;
use crate::plot::{Tool, is_near};

/// Chromium without a graphics card draws WebGL by SwiftShader where it is told to.
const BY_PROGRAM: [&str; 6] = [
    "--headless",
    "--no-sandbox",
    "--no-first-run",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--window-size=1280,1000",
];

/// Of the picture on paper: the share of pixels that are not paper, and the middle of those in the
/// accent, in pixels of the canvas.
const LOOK: &str = "
    const [ground, words] = ['relief-ground', 'relief-words'].map((id) => document.getElementById(id));
    const { width, height } = words;
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!ground.hidden) pen.drawImage(ground, 0, 0);
    pen.drawImage(words, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    const channels = (name) => {
        const color = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
        return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    };
    const [accent, paper] = ['--accent', '--paper'].map(channels);
    const off = (pixel, color) => Math.max(...color.map((value, i) => Math.abs(value - data[4 * pixel + i])));
    const [left, top] = document.getElementById('plot').dataset.ball.split(',').map(Number);
    let [drawn, hash, x, y, count, near, within] = [0, 0, 0, 0, 0, 0, 0];
    for (let pixel = 0; pixel < width * height; pixel += 1) {
        if (data[4 * pixel + 3] > 0 && off(pixel, paper) > 6) drawn += 1;
        hash = (hash * 31 + data[4 * pixel] + data[4 * pixel + 1]) % 1e9;
        const [px, py] = [pixel % width + 0.5, Math.floor(pixel / width) + 0.5];
        const away = Math.hypot(px - left, py - top);
        const isAccent = off(pixel, accent) <= 40;
        if (away < 4) { within += 1; near += isAccent; }
        // The path and the start have the accent, too.
        if (away > 14 || !isAccent) continue;
        x += px; y += py; count += 1;
    }
    const [share, ball, told] = [drawn / (width * height), [x / count, y / count], [left, top]];
    return { drawn: share, hash, ball, told, count, core: near / within };";

impl Page {
    #[track_caller]
    fn look_at_relief(&self) -> Value {
        self.browser.script(LOOK, &[])
    }

    /// The point of the viewport where the ball is drawn.
    #[track_caller]
    fn relief_ball(&self) -> Point {
        let script = "
            const words = document.getElementById('relief-words');
            const box = words.getBoundingClientRect();
            const [x, y] = document.getElementById('plot').dataset.ball.split(',').map(Number);
            return [box.left + x * box.width / words.width, box.top + y * box.height / words.height];";
        let place = self.browser.script(script, &[]);
        let number = |index: usize| place[index].as_f64().expect("a ball").round();
        Point {
            x: number(0),
            y: number(1),
        }
    }

    /// Turns the picture from a corner of it, where there is nothing else to take hold of.
    #[track_caller]
    fn turn_relief(&self, right: f64, down: f64) {
        let corner = self.area("#plot").at(0.03, 0.5);
        let end = Point {
            x: corner.x + right,
            y: corner.y + down,
        };
        self.drag(Tool::Mouse, &[corner, end]);
        self.settle_frames();
    }
}

fn number(look: &Value, name: &str) -> f64 {
    look[name].as_f64().expect("a number")
}

/// The ball is where the module says that E(w) is, from four sides; each of them looks different.
#[track_caller]
fn assert_four_sides(page: &Page) {
    let mut seen = Vec::new();
    for (right, down) in [(0.0, 0.0), (240.0, -20.0), (60.0, 150.0), (0.0, -40.0)] {
        if (right, down) != (0.0, 0.0) {
            page.turn_relief(right, down);
        }
        let look = page.look_at_relief();
        assert!(number(&look, "drawn") > 0.1, "{look}");
        let hash = number(&look, "hash");
        assert!(!seen.contains(&hash), "the same picture again: {look}");
        seen.push(hash);
        assert!(number(&look, "count") > 60.0, "the ball is hidden: {look}");
        for axis in 0..2 {
            let [drawn, told] =
                ["ball", "told"].map(|name| look[name][axis].as_f64().expect("a place"));
            // The path's end has the accent, too, and pulls the middle its way.
            assert!((drawn - told).abs() < 3.0, "{look}");
        }
        // The ball, of a radius of 7, covers the place that is told.
        assert!(number(&look, "core") > 0.85, "{look}");
    }
}

#[test]
fn a_graphics_card_draws_it_from_four_sides_and_the_ball_is_dragged() {
    let page = Page::in_chromium("en", &json!({ "args": BY_PROGRAM }));
    page.choose_lesson("vanishing-2d");
    page.browser
        .script("document.documentElement.dataset.theme = 'light'", &[]);
    page.click("#relief");
    page.wait_until("document.getElementById('plot').dataset.drawnBy === 'webgl2'");
    page.settle();
    assert_four_sides(&page);

    // What is dragged goes with the hand, and the whole run with it.
    page.press_home();
    let before = page.start();
    let ball = page.relief_ball();
    let to = Point {
        x: ball.x - 60.0,
        y: ball.y - 20.0,
    };
    page.drag(Tool::Mouse, &[ball, to]);
    let dragged = page.start();
    assert!(!is_near(&before, &dragged, 0.2), "{before:?}, {dragged:?}");
    // Arrow keys move it, too.
    page.press(&[fantoccini::key::Key::Right]);
    assert!(page.start()[0] > dragged[0]);
    assert!(page.messages().is_empty(), "{:?}", page.messages());

    // Its link shows it again.
    page.wait_until("location.hash.includes('relief=yes')");
    page.come_back();
    page.wait_until("document.getElementById('plot').dataset.drawnBy === 'webgl2'");
    page.settle();

    // A lost context is made good.
    let lose = "
        const gl = document.getElementById('relief-ground').getContext('webgl2');
        window.loss = gl.getExtension('WEBGL_lose_context');
        window.loss.loseContext();";
    page.browser.script(lose, &[]);
    page.wait_until("document.getElementById('plot').dataset.drawnBy === 'plotters'");
    assert!(number(&page.look_at_relief(), "drawn") > 0.1);
    page.browser.script("window.loss.restoreContext()", &[]);
    page.wait_until("document.getElementById('plot').dataset.drawnBy === 'webgl2'");
    page.settle();
    assert!(number(&page.look_at_relief(), "drawn") > 0.1);
}

impl Page {
    /// Looks at it as at first.
    #[track_caller]
    fn press_home(&self) {
        self.browser
            .script("document.getElementById('plot').focus()", &[]);
        self.press(&[fantoccini::key::Key::Home]);
    }
}

#[test]
fn without_a_graphics_card_plotters_draws_it() {
    let page = Page::in_chromium(
        "ja",
        &json!({ "args": ["--headless", "--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-3d-apis", "--window-size=1280,1000"] }),
    );
    page.choose_lesson("vanishing-2d");
    page.click("#relief");
    page.wait_until("document.getElementById('plot').dataset.drawnBy === 'plotters'");
    page.settle();
    assert_four_sides(&page);
    page.click("#map-modes button[value=fates]");
    assert!(number(&page.look_at_relief(), "drawn") > 0.1);
    page.click("#relief");
    assert!(page.browser.is_seen("#plot-path") && !page.browser.is_seen("#relief-words"));
}

#[test]
fn it_is_open_to_all_and_saved_as_an_image() {
    let page = Page::in_firefox("en");
    page.bring_axe();
    page.choose_lesson("no-unique-answer");
    page.click("#relief");
    page.wait_until("document.getElementById('plot').dataset.drawnBy !== undefined");
    page.settle();
    page.assert_open_to_all("in three dimensions");
    page.click("#files");
    let image = page.saved_image();
    assert!(
        number(&image, "width") > 600.0 && number(&image, "drawn") > 0.1,
        "{image}"
    );
    assert!(
        number(&image, "accent") > 100.0,
        "neither path nor ball: {image}"
    );
    page.assert_quiet();
}

impl Page {
    /// Saves the picture of the error as PNG and looks at it: its width, the share of it that is drawn, and
    /// how many pixels have the accent.
    #[track_caller]
    fn saved_image(&self) -> Value {
        let script = "
            const done = arguments[0];
            const { createObjectURL } = URL;
            const { click } = HTMLAnchorElement.prototype;
            let saved;
            URL.createObjectURL = (blob) => {
                if (blob.type === 'image/png') saved = blob;
                return createObjectURL.call(URL, blob);
            };
            HTMLAnchorElement.prototype.click = async function () {
                URL.createObjectURL = createObjectURL;
                HTMLAnchorElement.prototype.click = click;
                const image = await createImageBitmap(saved);
                const { width, height } = image;
                const pen = new OffscreenCanvas(width, height).getContext('2d');
                pen.drawImage(image, 0, 0);
                const { data } = pen.getImageData(0, 0, width, height);
                let [drawn, accent] = [0, 0];
                for (let at = 0; at < data.length; at += 4) {
                    const [r, g, b] = [data[at], data[at + 1], data[at + 2]];
                    if (Math.abs(r - data[0]) + Math.abs(g - data[1]) + Math.abs(b - data[2]) > 12) drawn += 1;
                    if (Math.abs(r - 196) + Math.abs(g - 58) + Math.abs(b - 16) < 30) accent += 1;
                }
                done({ width, drawn: drawn / (width * height), accent });
            };
            document.getElementById('save-picture').value = 'error';
            document.getElementById('save-png').click();";
        self.browser.script_async(script, &[])
    }
}

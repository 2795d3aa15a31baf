//! The run as a moving picture.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use charts::{RGBColor, Theme};
use fantoccini::key::Key;
use gif::{ColorOutput, DecodeOptions};
use serde_json::{Value, json};

use crate::page::Page;

/// A picture as it is seen: its pixels, line by line.
type Picture = Vec<[u8; 4]>;

/// A picture, and for how many hundredths of a second it is seen.
pub(crate) struct Still {
    picture: Picture,
    delay: u16,
}

/// The size of the pictures.
const SIZE: [usize; 2] = [640, 360];
/// Where the picture of the error ends.
const UPPER: usize = 240;

/// Catches what is saved from here on, in place of handing it to the browser.
const CATCH: &str = "
    window.caught = [];
    const blobs = new Map();
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
        const url = createObjectURL.call(URL, blob);
        blobs.set(url, blob);
        return url;
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
        if (blobs.has(this.href)) window.caught.push([this.download, blobs.get(this.href)]);
        else click.call(this);
    };";

/// What has been caught: a name and the bytes.
const CAUGHT: &str = "
    const [done] = arguments;
    const [name, blob] = window.caught.shift();
    const reader = new FileReader();
    reader.onload = () => done([name, reader.result.split(',')[1]]);
    reader.readAsDataURL(blob);";

impl Page {
    /// Makes a small animation of what is shown, in the open panel.
    #[track_caller]
    pub(crate) fn animation(&self) -> Vec<Still> {
        self.browser.script(CATCH, &[]);
        self.browser.choose("#animation-size", "640 × 360");
        self.browser.choose("#animation-length", "3");
        self.browser.choose("#animation-pace", "10");
        self.click("#save-animation");
        let caught = self.browser.script_async(CAUGHT, &[]);
        assert_eq!(caught[0], json!("downhill-animation.gif"));
        let file = BASE64_STANDARD.decode(caught[1].as_str().expect("bytes"));
        stills(&file.expect("bytes"))
    }

    #[track_caller]
    fn turns_on(&self, part: &str, wanted: bool) {
        let script = "return document.getElementById(arguments[0]).checked";
        let id = format!("animate-{part}");
        if self.browser.script(script, &[json!(id)]) != json!(wanted) {
            self.click(&format!("#{id}"));
        }
    }
}

/// The pictures of a GIF, each upon the one before.
#[track_caller]
fn stills(file: &[u8]) -> Vec<Still> {
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    let mut decoder = options.read_info(file).expect("a GIF");
    let size = [decoder.width(), decoder.height()].map(usize::from);
    assert_eq!(size, SIZE);
    assert_eq!(decoder.repeat(), gif::Repeat::Infinite);
    let mut picture = vec![[0; 4]; SIZE[0] * SIZE[1]];
    let mut stills = Vec::new();
    while let Some(frame) = decoder.read_next_frame().expect("a picture") {
        let lines = frame.buffer.as_chunks::<4>().0.chunks(frame.width.into());
        for (y, line) in (usize::from(frame.top)..).zip(lines) {
            for (x, pixel) in (usize::from(frame.left)..).zip(line) {
                if pixel[3] > 0 {
                    picture[y * SIZE[0] + x] = *pixel;
                }
            }
        }
        stills.push(Still {
            picture: picture.clone(),
            delay: frame.delay,
        });
    }
    stills
}

/// How far to the right something in the colour of path and ball reaches in the picture of the error.
#[track_caller]
fn reach(picture: &Picture) -> usize {
    let RGBColor(red, green, blue) = Theme::new(false).accent;
    let places = picture[..UPPER * SIZE[0]].iter().enumerate();
    let of_path = places.filter(|(_, pixel)| {
        let apart = [red, green, blue].into_iter().zip(*pixel);
        apart.map(|(a, b)| u32::from(a.abs_diff(*b))).sum::<u32>() < 40
    });
    let across = of_path.map(|(place, _)| place % SIZE[0]);
    across.max().expect("a ball")
}

#[test]
fn it_has_the_pictures_of_the_descent_in_firefox() {
    is_made(&Page::in_firefox("en-US, en"));
}

#[test]
fn it_has_the_pictures_of_the_descent_in_chromium() {
    is_made(&Page::in_chromium("ja", &json!({})));
}

#[track_caller]
fn is_made(page: &Page) {
    page.choose_lesson("initial-values");
    page.click("#beat-forward");
    page.press(&[Key::Home]);
    let before = (page.step(), page.start(), page.ball());
    page.click("#files");
    let stills = page.animation();
    let delays: Vec<_> = stills.iter().map(|still| still.delay).collect();
    assert_eq!(delays, [vec![10; 29], vec![100]].concat());
    // From −1 to −0.155 the ball rolls to the right, by 0.845 of the 14 that the picture is wide.
    let places: Vec<_> = stills.iter().map(|still| reach(&still.picture)).collect();
    assert!(places.is_sorted(), "{places:?}");
    let way = places[29] - places[0];
    assert!((25..45).contains(&way), "{way} pixels");
    // The timeline's cursor has come to the other end.
    let lower = |still: &Still| still.picture[UPPER * SIZE[0]..].to_vec();
    assert_ne!(lower(&stills[0]), lower(&stills[29]));
    assert!(
        page.content(".files section:nth-of-type(4) [role=status]")
            .contains("30")
    );

    // The network changes, too, wherever it is shown.
    page.turns_on("error", false);
    page.turns_on("timeline", false);
    page.turns_on("network", true);
    let network = page.animation();
    assert_eq!(network.len(), 30);
    assert_ne!(network[0].picture, network[29].picture);
    page.turns_on("network", false);
    let disabled = "return document.getElementById('save-animation').disabled";
    assert_eq!(
        page.browser.script(disabled, &[]),
        json!(true),
        "of nothing"
    );

    page.browser
        .script("document.querySelector('dialog[open]').close()", &[]);
    assert_eq!((page.step(), page.start(), page.ball()), before);
    page.assert_quiet();
}

#[test]
fn it_can_be_stopped_and_leaves_nothing() {
    let page = Page::in_firefox("en-US, en");
    page.choose_lesson("xor");
    page.click("#beat-forward");
    let before = (page.step(), page.start(), page.ball());
    page.click("#files");
    page.browser.script(CATCH, &[]);
    page.turns_on("network", true);
    page.browser.choose("#animation-size", "1920 × 1080");
    page.browser.choose("#animation-length", "20");
    page.browser.choose("#animation-pace", "25");
    for stops_by in ["Escape", "button"] {
        page.browser.click("#save-animation");
        page.wait_until("document.getElementById('animation-progress').value > 0");
        assert!(page.browser.is_seen("#animation-progress"));
        assert_eq!(page.focused(), "cancel-animation");
        match stops_by {
            "Escape" => page.press(&[Key::Escape]),
            _ => page.click("#cancel-animation"),
        }
        assert_eq!(
            page.content(".files section:nth-of-type(4) [role=status]"),
            "Cancelled; nothing was saved."
        );
        assert!(!page.browser.is_seen("#animation-progress"));
        assert_eq!(page.focused(), "save-animation");
        let is_open = "return document.querySelector('.files').open";
        assert_eq!(page.browser.script(is_open, &[]), json!(true), "{stops_by}");
    }
    assert_eq!(
        page.browser.script("return window.caught", &[]),
        Value::Array(Vec::new())
    );
    // The next Escape closes the panel.
    page.press(&[Key::Escape]);
    assert!(!page.browser.is_seen(".files"));
    assert_eq!((page.step(), page.start(), page.ball()), before);
    page.assert_quiet();
}

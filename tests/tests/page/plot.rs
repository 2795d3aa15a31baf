//! The picture of the error under a reader's hand.
//!
//! Where a weight lies is not asked of the page. It is found as a person finds it: by pressing at
//! two places and reading the legend, between which the axis is even.

use serde_json::json;

use crate::hand::{self, Point};
use crate::page::Page;

/// A box of the page in the viewport, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Area {
    /// A point at parts of the width and of the height.
    pub(crate) fn at(self, x: f64, y: f64) -> Point {
        Point {
            x: (self.left + x * self.width).round(),
            y: (self.top + y * self.height).round(),
        }
    }
}

/// Mouse or finger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    Mouse,
    Finger,
}

/// Where two starts lie in the viewport: enough to find every other one.
#[derive(Clone, Debug)]
struct Scale {
    points: [Point; 2],
    weights: [Vec<f64>; 2],
}

impl Scale {
    /// Where a start lies, in whole pixels as a mouse knows them.
    fn point(&self, weights: &[f64]) -> Point {
        let [a, b] = self.points;
        let along = |axis: usize, from: f64, to: f64| {
            let (Some(&wanted), Some(&first), Some(&second)) = (
                weights.get(axis),
                self.weights[0].get(axis),
                self.weights[1].get(axis),
            ) else {
                // A curve has no second axis: any height will do.
                return from;
            };
            (from + (wanted - first) / (second - first) * (to - from)).round()
        };
        Point {
            x: along(0, a.x, b.x),
            y: along(1, a.y, b.y),
        }
    }
}

impl Page {
    /// Where an element is; it is scrolled into view.
    #[track_caller]
    pub(crate) fn area(&self, css: &str) -> Area {
        let script = "document.querySelector(arguments[0])
            .scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.browser.script(script, &[json!(css)]);
        self.area_in_view(css)
    }

    /// Where an element is, as the page stands.
    #[track_caller]
    fn area_in_view(&self, css: &str) -> Area {
        let script = "
            const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [box.left, box.top, box.width, box.height];";
        let numbers = self.browser.script(script, &[json!(css)]);
        let number = |index: usize| numbers[index].as_f64().expect("a rectangle");
        Area {
            left: number(0),
            top: number(1),
            width: number(2),
            height: number(3),
        }
    }

    /// Drags from the first point over the others and waits for what follows.
    #[track_caller]
    pub(crate) fn drag(&self, tool: Tool, points: &[Point]) {
        match tool {
            Tool::Mouse => self.browser.perform(hand::mouse_drag(points)),
            Tool::Finger => self.browser.perform(hand::finger_drag(points)),
        }
        self.settle();
    }

    /// Drags the start with the mouse from where it is to other weights.
    #[track_caller]
    pub(crate) fn drag_start_to(&self, weights: &[f64]) -> Point {
        self.drag_start_with(Tool::Mouse, weights)
    }

    /// Drags the start from where it is to other weights; tells where it was let go.
    #[track_caller]
    pub(crate) fn drag_start_with(&self, tool: Tool, weights: &[f64]) -> Point {
        let from = self.start();
        let scale = self.scale(tool);
        let (from, to) = (scale.point(&from), scale.point(weights));
        let between = Point {
            x: (from.x + to.x) / 2.0,
            y: (from.y + to.y) / 2.0,
        };
        let picture = self.area_in_view("#plot");
        self.drag(tool, &[from, between, to]);
        let after = self.area_in_view("#plot");
        assert_eq!(after, picture, "the picture has moved under the hand");
        to
    }

    /// Presses at two places of the picture and reads the legend.
    #[track_caller]
    fn scale(&self, tool: Tool) -> Scale {
        let plot = self.area("#plot");
        // A square picture does not fill its box to the right: beyond its edge a press means the edge.
        let points = [plot.at(0.3, 0.7), plot.at(0.5, 0.3)];
        let weights = points.map(|point| {
            self.drag(tool, &[point]);
            self.start()
        });
        Scale { points, weights }
    }

    /// Where the ball is drawn, in CSS pixels of the viewport: the middle of the pixels in the
    /// page's accent.
    #[track_caller]
    pub(crate) fn drawn_ball(&self) -> f64 {
        let script = "
            const canvas = document.getElementById('plot-path');
            const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent');
            const wanted = [1, 3, 5].map((at) => parseInt(accent.trim().slice(at, at + 2), 16));
            const { width, height } = canvas;
            const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
            let sum = 0;
            let count = 0;
            for (let pixel = 0; pixel < width * height; pixel += 1) {
                const isAccent = wanted.every((value, channel) => data[4 * pixel + channel] === value);
                if (!isAccent || data[4 * pixel + 3] !== 255) continue;
                sum += pixel % width;
                count += 1;
            }
            const box = canvas.getBoundingClientRect();
            return box.left + ((sum / count + 0.5) * box.width) / width;";
        let place = self.browser.script(script, &[]);
        place.as_f64().expect("a ball in the page's accent")
    }

    /// A number that an element tells assistive technology.
    #[track_caller]
    pub(crate) fn told(&self, css: &str, name: &str) -> f64 {
        let text = self.browser.attribute(css, name);
        text.parse()
            .unwrap_or_else(|_| panic!("{name} of {css} is {text:?}"))
    }
}

/// Whether two lists of weights agree within a pixel or so of a picture.
pub(crate) fn is_near(found: &[f64], wanted: &[f64], tolerance: f64) -> bool {
    found.len() == wanted.len()
        && (found.iter().zip(wanted)).all(|(found, wanted)| (found - wanted).abs() <= tolerance)
}

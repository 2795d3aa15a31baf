//! Where things are in a picture.

use landscape::short;

use crate::rect::{Point, Rect};
use crate::scale::Scale;
use crate::ticks::{self, Label, Tick};
use crate::type_setting::{rise, symbol_width};

/// Measures in pixels of the page at a scale of 1.
pub(crate) mod measure {
    /// Type size of numbers and words.
    pub(crate) const TEXT: f64 = 12.0;
    /// Type size of symbols.
    pub(crate) const SYMBOL: f64 = 17.0;
    /// Length of a tick.
    pub(crate) const TICK: f64 = 4.0;
    /// Space between things that belong together.
    pub(crate) const GAP: f64 = 5.0;
    /// Width of axes and other fine lines.
    pub(crate) const FINE: f64 = 1.0;
    /// Height of the strip of fates under a curve.
    pub(crate) const STRIP: f64 = 12.0;
    /// Space under the lowest point of a curve, in which the step's arrow lies.
    pub(crate) const FLOOR: f64 = 20.0;
    /// Width of the key of a map, without its numbers.
    pub(crate) const KEY: f64 = 12.0;
}

/// The measures of one picture, from its size and its axes alone: the same for drawing it and for
/// finding out what a pointer is on. Cheap to make; holds for as long as the size, the scale and
/// the axes do.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    scale: f64,
    plot: Rect,
    x: Scale,
    y: Scale,
    pub(crate) x_ticks: Vec<Tick>,
    pub(crate) y_ticks: Vec<Tick>,
    pub(crate) names: [String; 2],
    /// Height of the strip between the axis and its numbers.
    pub(crate) strip: f64,
    /// Left side of the key beside the plot, where there is room for it.
    pub(crate) key: Option<f64>,
}

/// What a frame is made from.
pub(crate) struct Plan<'a> {
    /// Width and height of the picture in its own pixels.
    pub(crate) size: (u32, u32),
    /// Pixels to a pixel of the page, times the factor of its type.
    pub(crate) scale: f64,
    /// The axis to the right.
    pub(crate) x: Scale,
    /// The axis upwards.
    pub(crate) y: Scale,
    /// Their names.
    pub(crate) names: [&'a str; 2],
    /// Space on the right for names at the ends of lines, in pixels of the page.
    pub(crate) right: f64,
    /// Height of the strip under the axis, in pixels of the page; 0 for none.
    pub(crate) strip: f64,
    /// Space between the lowest value and the axis, in pixels of the page.
    pub(crate) floor: f64,
}

impl Plan<'_> {
    /// A frame that uses the whole picture.
    pub(crate) fn filled(&self) -> Frame {
        let s = self.scale;
        let (width, height) = (f64::from(self.size.0), f64::from(self.size.1));
        let [across, upwards] = self.names.map(|name| rise(name) * measure::SYMBOL);
        let top = s * (1.15 * measure::SYMBOL + measure::GAP + upwards);
        let below = measure::TICK + measure::GAP + 1.3 * measure::TEXT + across;
        let strip = if self.strip > 0.0 {
            self.strip + 1.0
        } else {
            0.0
        };
        let plot_height = (height - top - s * (below + strip)).max(1.0);

        let room = |length: f64, spacing: f64| ((length / (s * spacing)) as usize + 1).clamp(2, 9);
        let row = match self.y {
            Scale::Linear(..) => 34.0,
            Scale::Log(..) => 22.0,
        };
        let y_ticks = ticks_on(self.y, room(plot_height, row));
        let widest = y_ticks
            .iter()
            .map(|tick| tick.label.width(s * measure::TEXT))
            .fold(0.0, f64::max);
        let left = self.left(widest);
        let name = symbol_width(self.names[0], s * measure::SYMBOL) + 3.2 * s * measure::GAP;
        let right = (s * self.right).max(name);
        let plot = Rect {
            left,
            top: top.ceil(),
            width: (width - left - right).max(1.0).floor(),
            height: plot_height.floor().max(1.0),
        };
        Frame {
            scale: s,
            plot,
            x: self.x,
            y: self.y.with_floor(s * self.floor / plot.height),
            x_ticks: ticks_across(self.x, s, plot.width, room(plot.width, 52.0)),
            y_ticks,
            names: self.names.map(str::to_owned),
            strip: s * strip,
            key: None,
        }
    }

    /// Where the plot begins beside numbers of a width.
    fn left(&self, widest: f64) -> f64 {
        (widest + self.scale * (measure::TICK + 1.6 * measure::GAP)).ceil()
    }

    /// A frame for a low picture whose upper axis has no name: the space for it is the plot's.
    /// With `open_below`, what is below the power of ten at which the axis starts runs along it,
    /// and the axis says so.
    pub(crate) fn low(&self, open_below: bool) -> Frame {
        let mut frame = self.filled();
        let top = (0.7 * self.scale * measure::TEXT).ceil();
        frame.plot.height += frame.plot.top - top;
        frame.plot.top = top;
        if let Scale::Log(from, ..) = self.y
            && open_below
        {
            let label = Label::AtMost(from.log10().round() as i32);
            let line = 1.4 * self.scale * measure::TEXT / frame.plot.height;
            frame.y_ticks.retain(|tick| self.y.part(tick.value) > line);
            let room = self.left(label.width(self.scale * measure::TEXT));
            let missing = (room - frame.plot.left).max(0.0);
            frame.plot.left += missing;
            frame.plot.width = (frame.plot.width - missing).max(1.0);
            frame.y_ticks.insert(0, Tick { value: from, label });
        }
        frame
    }

    /// A frame in which a unit is as long to the right as upwards, so that the gradient crosses
    /// contour lines at right angles. Axes too unlike for that fill the picture.
    pub(crate) fn equal(&self) -> Frame {
        let mut frame = self.filled();
        let s = self.scale;
        let key = self.key(&frame);
        let available = frame.plot.width - key.unwrap_or(0.0);

        let (across, upwards) = (self.x.length(), self.y.length());
        let unit = (available / across).min(frame.plot.height / upwards);
        let (width, height) = (unit * across, unit * upwards);
        let slim = width.min(height) < 0.4 * available.min(frame.plot.height);
        let (width, height) = if slim {
            (available, frame.plot.height)
        } else {
            (width, height)
        };
        // What is left over goes to both sides, so that the picture stays in the middle.
        let spare = (available - width).max(0.0);
        frame.plot.left += (0.5 * spare).floor();
        frame.plot.top += (frame.plot.height - height).max(0.0).floor();
        frame.plot.width = width.floor().max(1.0);
        frame.plot.height = height.floor().max(1.0);
        let room = |length: f64, spacing: f64| ((length / (s * spacing)) as usize + 1).clamp(2, 9);
        let most = room(frame.plot.width, 44.0);
        frame.x_ticks = ticks_across(self.x, s, frame.plot.width, most);
        frame.y_ticks = ticks_on(self.y, room(frame.plot.height, 44.0));
        frame.key = key.map(|_| frame.plot.right() + 3.2 * s * measure::GAP);
        frame
    }

    /// The width of a key beside the plot of `frame`, which has none; none where the picture is too narrow.
    fn key(&self, frame: &Frame) -> Option<f64> {
        // Numbers with two digits, as 0.0013 or 3.2×10⁻⁷.
        let key = self.scale * (3.2 * measure::GAP + measure::KEY + 3.9 * measure::TEXT);
        (frame.plot.width > 4.5 * key).then_some(key)
    }

    /// A frame that uses the whole picture, with a key beside the plot where there is room for it.
    pub(crate) fn filled_with_key(&self) -> Frame {
        let mut frame = self.filled();
        let s = self.scale;
        let Some(key) = self.key(&frame) else {
            return frame;
        };
        frame.plot.width = (frame.plot.width - key).floor().max(1.0);
        let room = (frame.plot.width / (s * 52.0)) as usize + 1;
        frame.x_ticks = ticks_across(self.x, s, frame.plot.width, room.clamp(2, 9));
        frame.key = Some(frame.plot.right() + 3.2 * s * measure::GAP);
        frame
    }
}

/// Ticks along `length` to the right, at most `most`, and so few that their numbers stand apart.
fn ticks_across(scale: Scale, s: f64, length: f64, most: usize) -> Vec<Tick> {
    let stand_apart = |ticks: &[Tick]| {
        ticks.windows(2).all(|pair| {
            let widths = pair.iter().map(|tick| tick.label.width(s * measure::TEXT));
            let room = 0.5 * widths.sum::<f64>() + s * measure::GAP;
            let places = [&pair[0], &pair[1]].map(|tick| scale.part(tick.value) * length);
            places[1] - places[0] >= room
        })
    };
    let fewer = (2..=most).rev().map(|most| ticks_on(scale, most));
    let mut fewer = fewer.skip_while(|ticks| !stand_apart(ticks));
    fewer.next().unwrap_or_default()
}

fn ticks_on(scale: Scale, most: usize) -> Vec<Tick> {
    match scale {
        Scale::Linear(from, to) => ticks::linear(from, to, most),
        Scale::Log(from, to, _) => ticks::logarithmic(from, to, most),
    }
}

impl Frame {
    /// The rectangle that the axes enclose, in pixels of the picture: whole numbers.
    pub fn plot(&self) -> Rect {
        self.plot
    }

    /// Where a pair of numbers is in the picture; outside the plot for numbers beyond the axes.
    pub fn pixel(&self, x: f64, y: f64) -> Point {
        (
            self.plot.left + self.x.part(x) * self.plot.width,
            self.plot.bottom() - self.y.part(y) * self.plot.height,
        )
    }

    /// The numbers at a place that a hand has chosen: as short as can be told there from those of the next
    /// pixel.
    pub fn chosen(&self, px: f64, py: f64) -> (f64, f64) {
        let (x, y) = self.values(px, py);
        let (right, up) = self.values(px + 1.0, py - 1.0);
        let (left, down) = self.values(px - 1.0, py + 1.0);
        let within = |value: f64, scale: Scale| value.clamp(scale.value(0.0), scale.value(1.0));
        (
            within(short(x, (right - left).abs() / 2.0), self.x),
            within(short(y, (up - down).abs() / 2.0), self.y),
        )
    }

    /// The numbers at a place in the picture; those at the nearest place of the plot for a place
    /// outside it.
    pub fn values(&self, px: f64, py: f64) -> (f64, f64) {
        let (px, py) = self.plot.nearest((px, py));
        (
            self.x.value((px - self.plot.left) / self.plot.width),
            self.y.value((self.plot.bottom() - py) / self.plot.height),
        )
    }

    /// Has an axis from 0 to a `count` of things bear whole numbers alone.
    pub(crate) fn count_across(&mut self, count: usize) {
        if self.x_ticks.len() > count + 1 {
            self.x_ticks = ticks_across(self.x, self.scale, self.plot.width, count + 1);
        }
    }

    /// How far below the ticks' upper ends the middle of their numbers is.
    pub(crate) fn row(&self) -> f64 {
        self.px(measure::TICK + 0.5 * measure::GAP + 0.6 * measure::TEXT)
    }

    /// A length of the page in pixels of the picture.
    pub(crate) fn px(&self, length: f64) -> f64 {
        self.scale * length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(size: (u32, u32), scale: f64) -> Plan<'static> {
        Plan {
            size,
            scale,
            x: Scale::Linear(-8.0, 8.0),
            y: Scale::Linear(-8.0, 8.0),
            names: ["w0", "w1"],
            right: 0.0,
            strip: 0.0,
            floor: 0.0,
        }
    }

    #[test]
    fn what_a_hand_chooses_is_short_and_less_than_a_pixel_off() {
        for frame in [
            plan((900, 500), 1.0).filled(),
            plan((1170, 1100), 3.0).equal(),
        ] {
            let plot = frame.plot();
            for part in [0.0, 0.1, 0.237, 0.5, 0.991, 1.0] {
                let (px, py) = (plot.left + part * plot.width, plot.top + part * plot.height);
                let (x, y) = frame.chosen(px, py);
                let (at_x, at_y) = frame.pixel(x, y);
                assert!((at_x - px).abs() < 1.0 && (at_y - py).abs() < 1.0);
                assert!(x.to_string().len() <= 5 && y.to_string().len() <= 5);
            }
        }
    }

    #[test]
    fn pixels_and_values_are_inverse() {
        for frame in [
            plan((900, 500), 1.0).filled(),
            plan((1170, 1100), 3.0).equal(),
        ] {
            for (x, y) in [(-8.0, -8.0), (0.0, 3.5), (8.0, 8.0), (-1.25, 7.0)] {
                let (px, py) = frame.pixel(x, y);
                let (vx, vy) = frame.values(px, py);
                assert!((vx - x).abs() < 1e-12 && (vy - y).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn a_raised_index_has_room_above_and_below() {
        let plain = plan((900, 500), 1.0);
        let raised = Plan {
            names: ["w0^1", "w1^1"],
            ..plan((900, 500), 1.0)
        };
        let (plain, raised) = (plain.filled().plot(), raised.filled().plot());
        assert!(raised.top > plain.top + 4.0);
        assert!(raised.bottom() < plain.bottom() - 4.0);
    }

    #[test]
    fn a_pointer_outside_is_at_the_nearest_edge() {
        let frame = plan((900, 500), 1.0).filled();
        assert_eq!(frame.values(-100.0, 1e6), (-8.0, -8.0));
        assert_eq!(frame.values(1e6, -100.0), (8.0, 8.0));
    }

    #[test]
    fn everything_grows_with_the_scale() {
        let (one, three) = (
            plan((390, 360), 1.0).equal().plot(),
            plan((1170, 1080), 3.0).equal().plot(),
        );
        for (a, b) in [
            (one.left, three.left),
            (one.top, three.top),
            (one.width, three.width),
            (one.height, three.height),
        ] {
            // Each is rounded to whole pixels.
            assert!((b - 3.0 * a).abs() <= 5.0, "{a} {b}");
        }
    }

    #[test]
    fn equal_units_are_equal_and_unlike_axes_fill() {
        let frame = plan((900, 500), 1.0).equal();
        assert_eq!(frame.plot().width, frame.plot().height);
        assert!(frame.key.is_some());
        assert!(plan((390, 360), 1.0).equal().key.is_none());

        let unlike = Plan {
            y: Scale::Linear(0.0, 1000.0),
            ..plan((900, 500), 1.0)
        };
        assert!(unlike.equal().plot().width > 500.0);
    }

    #[test]
    fn pictures_too_small_for_anything_still_have_a_frame() {
        for size in [(0, 0), (1, 1), (20, 500), (500, 20)] {
            let plot = plan(size, 2.0).equal().plot();
            assert!(plot.width >= 1.0 && plot.height >= 1.0);
        }
    }
}

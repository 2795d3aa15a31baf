//! Every colour of every picture.

use backprop::Kind;
use landscape::Tone;
use plotters::style::RGBColor;

use crate::look::Look;
use crate::mark::{Mark, svg_path};
use crate::ramp::Ramp;
use crate::rect::Point;

/// A verdict's colour and shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swatch {
    /// Its colour: contrast at least 3 on the paper.
    pub color: RGBColor,
    /// Its shape.
    pub mark: Mark,
    /// How often the shape stands in a strip: once for the verdict's first basin, twice for its
    /// second.
    pub times: usize,
}

/// The farthest that shapes reach to the side in a sample of a legend, in halves of one's side.
const WIDEST: f64 = 2.3;
/// How far apart the middles of shapes beside each other are.
const APART: f64 = 2.2;

impl Swatch {
    /// The outlines of its shapes beside each other, each in a square from −1 to 1 around its own
    /// place on a level line through 0; y downwards.
    pub fn outlines(&self) -> Vec<Vec<Point>> {
        let first = -0.5 * APART * (self.times.max(1) - 1) as f64;
        let at = |number: usize| first + APART * number as f64;
        let shape = |number| {
            let outline = self.mark.outline().into_iter();
            outline.map(|(x, y)| (x + at(number), y)).collect()
        };
        (0..self.times.max(1)).map(shape).collect()
    }

    /// The same as an SVG path that reaches from −2.3 to 2.3 at most.
    pub fn svg_path(&self) -> String {
        let half = 1.0 + 0.5 * APART * (self.times.max(1) - 1) as f64;
        let scale = (WIDEST / half).min(1.0);
        let outlines = self.outlines();
        let paths = outlines.iter().map(|outline| svg_path(outline, scale));
        paths.collect()
    }
}

/// The colours of a picture.
///
/// One accent: what moves (the path, the ball). Blue is the ground: the curve, the tint of a
/// map, which is a depth chart: the lower, the deeper the blue, and plateaus are paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// What pictures lie on. They do not paint it, except as edge around what has to stand out.
    pub paper: RGBColor,
    /// Axes' words and numbers, strong lines.
    pub ink: RGBColor,
    /// Axes, notes.
    pub muted: RGBColor,
    /// The finest lines.
    pub grid: RGBColor,
    /// The one accent: the path and the ball.
    pub accent: RGBColor,
    /// The error: the curve E(w), its line over the steps.
    pub curve: RGBColor,
    /// The gradient: tangent, arrow, ‖g‖ over the steps.
    pub gradient: RGBColor,
    /// Contour lines.
    pub contour: RGBColor,
    ramp: Ramp,
    /// From paper upwards, where tones go both ways from a middle.
    rising: Ramp,
    verdicts: [RGBColor; 7],
    /// Those of further solutions.
    solutions: [RGBColor; 3],
    /// Those of further local minima.
    minima: [RGBColor; 3],
    /// Those of runs beside the present one.
    pins: [RGBColor; 6],
}

/// The part of the ground's ramp that is told from gaps.
const BESIDE_GAPS: f64 = 0.6;

impl Theme {
    /// Ink on paper.
    pub fn light() -> Theme {
        Theme {
            paper: RGBColor(253, 252, 249),
            ink: RGBColor(33, 31, 28),
            muted: RGBColor(107, 102, 94),
            grid: RGBColor(222, 217, 208),
            accent: RGBColor(196, 58, 16),
            curve: RGBColor(30, 76, 122),
            gradient: RGBColor(33, 31, 28),
            contour: RGBColor(38, 66, 96),
            ramp: Ramp([
                RGBColor(92, 138, 184),
                RGBColor(146, 180, 210),
                RGBColor(194, 214, 229),
                RGBColor(228, 235, 238),
                RGBColor(249, 248, 244),
            ]),
            rising: Ramp([
                RGBColor(249, 248, 244),
                RGBColor(233, 218, 196),
                RGBColor(216, 188, 149),
                RGBColor(199, 158, 101),
                RGBColor(182, 128, 44),
            ]),
            verdicts: [
                RGBColor(38, 36, 34),
                RGBColor(0, 135, 95),
                RGBColor(200, 103, 163),
                RGBColor(58, 146, 198),
                RGBColor(110, 91, 1),
                RGBColor(216, 92, 9),
                RGBColor(0, 68, 134),
            ],
            solutions: [
                RGBColor(0, 99, 99),
                RGBColor(45, 162, 99),
                RGBColor(0, 72, 40),
            ],
            minima: [
                RGBColor(126, 27, 0),
                RGBColor(180, 90, 63),
                RGBColor(144, 81, 63),
            ],
            pins: [
                RGBColor(0, 135, 98),
                RGBColor(116, 55, 178),
                RGBColor(206, 85, 158),
                RGBColor(70, 140, 225),
                RGBColor(155, 146, 10),
                RGBColor(43, 100, 97),
            ],
        }
    }

    /// Chalk on slate.
    pub fn dark() -> Theme {
        Theme {
            paper: RGBColor(23, 24, 27),
            ink: RGBColor(232, 229, 222),
            muted: RGBColor(158, 154, 146),
            grid: RGBColor(58, 59, 63),
            accent: RGBColor(255, 132, 82),
            curve: RGBColor(138, 186, 230),
            gradient: RGBColor(232, 229, 222),
            contour: RGBColor(178, 204, 228),
            ramp: Ramp([
                RGBColor(62, 116, 170),
                RGBColor(48, 88, 130),
                RGBColor(39, 64, 92),
                RGBColor(32, 43, 57),
                RGBColor(28, 30, 34),
            ]),
            rising: Ramp([
                RGBColor(28, 30, 34),
                RGBColor(62, 53, 42),
                RGBColor(98, 78, 47),
                RGBColor(137, 103, 49),
                RGBColor(178, 130, 46),
            ]),
            verdicts: [
                RGBColor(222, 218, 210),
                RGBColor(49, 189, 137),
                RGBColor(224, 142, 196),
                RGBColor(125, 201, 245),
                RGBColor(226, 190, 70),
                RGBColor(240, 124, 40),
                RGBColor(54, 112, 192),
            ],
            solutions: [
                RGBColor(0, 117, 99),
                RGBColor(72, 117, 0),
                RGBColor(63, 144, 135),
            ],
            minima: [
                RGBColor(198, 72, 27),
                RGBColor(252, 144, 108),
                RGBColor(189, 117, 81),
            ],
            pins: [
                RGBColor(61, 203, 159),
                RGBColor(164, 135, 249),
                RGBColor(219, 100, 179),
                RGBColor(67, 109, 233),
                RGBColor(225, 207, 78),
                RGBColor(137, 124, 115),
            ],
        }
    }

    /// The theme for a page's setting.
    pub fn new(dark: bool) -> Theme {
        if dark { Theme::dark() } else { Theme::light() }
    }

    /// The colour of a tone of the ground, 0 (lowest) … 1.
    pub fn ground(&self, tone: f64) -> RGBColor {
        self.ramp.at(tone)
    }

    /// The colour of what has a part of `tone`, from 0 to 1: the ground's, which beside gaps ends before it
    /// is as pale as they are; or where tones go both ways from a middle, that one paper, below it the
    /// ground's blue, and above it brown.
    pub fn tint(&self, tone: &Tone, part: f64) -> RGBColor {
        match (tone.is_two_way(), 2.0 * part) {
            _ if tone.has_gaps() => self.ground(BESIDE_GAPS * part),
            (false, _) => self.ground(part),
            (true, twice) if twice <= 1.0 => self.ground(twice),
            (true, twice) => self.rising.at(twice - 1.0),
        }
    }

    /// The colour of a run beside the present one, in a slot from 0.
    pub fn pin(&self, slot: usize) -> RGBColor {
        self.pins[slot % self.pins.len()]
    }

    /// A verdict's colour and shape.
    pub fn verdict(&self, kind: Kind) -> Swatch {
        let (index, mark) = match kind {
            Kind::Diverged => (0, Mark::Peak),
            Kind::Converged => (1, Mark::Disc),
            Kind::Oscillating => (2, Mark::Diamond),
            Kind::StillDescending => (3, Mark::Wedge),
            Kind::Saddle => (4, Mark::Cross),
            Kind::LocalMinimum => (5, Mark::Dip),
            Kind::VanishingGradient => (6, Mark::Bar),
        };
        Swatch {
            color: self.verdicts[index],
            mark,
            times: 1,
        }
    }

    /// The same of one of a verdict's basins: a neighbour of the verdict's colour, its shape several
    /// times.
    pub fn fate(&self, look: Look) -> Swatch {
        let verdict = self.verdict(look.kind);
        let further = match look.kind {
            Kind::Converged => &self.solutions[..],
            Kind::LocalMinimum => &self.minima,
            _ => &[],
        };
        let other = look.variant.checked_sub(1);
        match other.and_then(|other| further.get(other)) {
            Some(&color) => Swatch {
                color,
                times: look.variant + 1,
                ..verdict
            },
            None => verdict,
        }
    }
}

/// A colour as CSS and SVG write it: `#1e4c7a`.
pub fn hex(RGBColor(r, g, b): RGBColor) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[cfg(test)]
#[path = "theme_tests.rs"]
mod tests;

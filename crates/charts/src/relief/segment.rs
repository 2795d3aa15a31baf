//! What is drawn in space apart from the ground.

use plotters::style::RGBColor;

use super::space::Place;

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where it begins and ends.
    pub ends: [Place; 2],
    /// Its colour.
    pub color: RGBColor,
    /// How much of it covers what lies behind, 0 to 1.
    pub alpha: f64,
    /// Its width, in pixels of the page.
    pub width: f64,
}

/// A disc, a ring or a ball, as large wherever it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoundMark {
    /// Its middle.
    pub at: Place,
    /// Its radius, in pixels of the page.
    pub radius: f64,
    /// That of the hole in it; 0 where there is none.
    pub hole: f64,
    /// Its colour.
    pub color: RGBColor,
    /// Whether it is round to all sides, and lit.
    pub is_ball: bool,
}

//! How light falls on the ground.

use plotters::style::RGBColor;

use super::space::Place;
use super::view::View;

/// Where it comes from: from the left, from the front, from above. Its length is 1.
const FROM: [f64; 3] = [-0.58, -0.32, 0.749];
/// A lamp that stands beside whoever looks, so that slopes can be told however the box is turned.
///
/// Level ground has the colour of its tint to the last bit, so that a legend holds; slopes that turn to
/// the lamp are lighter, others darker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Light {
    /// The way to the lamp, of length 1.
    pub toward: Place,
    /// What colours turn to where no light falls,
    pub shade: RGBColor,
    /// and how far they do.
    pub shadow: f64,
    /// How much of white it gains where light falls straight on it.
    pub shine: f64,
}

impl Light {
    /// How bright the ground is from below.
    pub const UNDER: f64 = -0.45;

    /// That of a view, on paper or on slate.
    pub fn of(view: &View, dark: bool) -> Light {
        let (shade, shadow, shine) = if dark {
            (RGBColor(6, 8, 12), 0.66, 0.5)
        } else {
            (RGBColor(34, 48, 68), 0.44, 0.6)
        };
        Light {
            toward: view.level_way(FROM),
            shade,
            shadow,
            shine,
        }
    }

    /// How bright ground with a normal of length 1 is: 0 where it is level, from −1 to 1.
    pub(crate) fn on(&self, normal: Place) -> f64 {
        let level = self.toward[2];
        let falls: f64 = normal.iter().zip(self.toward).map(|(n, l)| n * l).sum();
        ((falls - level) / level).clamp(-1.0, 1.0)
    }

    /// A tint in that brightness.
    pub(crate) fn shaded(&self, tint: RGBColor, bright: f64) -> RGBColor {
        let (other, part) = if bright < 0.0 {
            (self.shade, -self.shadow * bright)
        } else {
            (RGBColor(255, 255, 255), self.shine * bright)
        };
        let mix =
            |a: u8, b: u8| (f64::from(a) + part * (f64::from(b) - f64::from(a))).round() as u8;
        RGBColor(
            mix(tint.0, other.0),
            mix(tint.1, other.1),
            mix(tint.2, other.2),
        )
    }
}

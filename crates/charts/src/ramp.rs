//! Colours between colours.

use plotters::style::RGBColor;

/// Steps of a ramp: more than an 8-bit channel can tell apart.
const STEPS: usize = 256;

/// Colours from the first to the last stop, even to the eye: interpolated in Oklab.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ramp(Vec<RGBColor>);

impl Ramp {
    /// A ramp through evenly spaced stops.
    pub(crate) fn through(stops: &[RGBColor]) -> Ramp {
        let stops: Vec<[f64; 3]> = stops.iter().map(|&color| oklab(color)).collect();
        let spans = stops.len().saturating_sub(1);
        let color = |step: usize| {
            let place = (step * spans) as f64 / (STEPS - 1) as f64;
            let from = (place as usize).min(spans.saturating_sub(1));
            let part = place - from as f64;
            let (a, b) = (stops[from], stops[from + 1]);
            rgb([0, 1, 2].map(|i| a[i] + part * (b[i] - a[i])))
        };
        if spans == 0 {
            return Ramp(Vec::new());
        }
        Ramp((0..STEPS).map(color).collect())
    }

    /// The colour at a part of the ramp, 0 … 1; the ends beyond it.
    pub(crate) fn at(&self, part: f64) -> RGBColor {
        let step = (part.clamp(0.0, 1.0) * (STEPS - 1) as f64).round() as usize;
        self.0.get(step).copied().unwrap_or(RGBColor(0, 0, 0))
    }
}

fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

fn channel(linear: f64) -> u8 {
    let value = if linear <= 0.0031308 {
        12.92 * linear
    } else {
        1.055 * linear.powf(1.0 / 2.4) - 0.055
    };
    (value * 255.0).round().clamp(0.0, 255.0) as u8
}

/// Relative luminance, as the Web Content Accessibility Guidelines define it.
#[cfg(test)]
pub(crate) fn luminance(RGBColor(r, g, b): RGBColor) -> f64 {
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// Contrast of two colours by the same guidelines: 1 for equal ones, 21 for black on white.
#[cfg(test)]
pub(crate) fn contrast(one: RGBColor, other: RGBColor) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// To Oklab (Björn Ottosson, 2020).
pub(crate) fn oklab(RGBColor(r, g, b): RGBColor) -> [f64; 3] {
    let [r, g, b] = [linear(r), linear(g), linear(b)];
    let l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b).cbrt();
    let m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b).cbrt();
    let s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b).cbrt();
    [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
}

/// From Oklab.
fn rgb([lightness, a, b]: [f64; 3]) -> RGBColor {
    let l = (lightness + 0.3963377774 * a + 0.2158037573 * b).powi(3);
    let m = (lightness - 0.1055613458 * a - 0.0638541728 * b).powi(3);
    let s = (lightness - 0.0894841775 * a - 1.2914855480 * b).powi(3);
    RGBColor(
        channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_survive_oklab() {
        for color in [
            (0, 0, 0),
            (255, 255, 255),
            (12, 200, 99),
            (255, 0, 0),
            (1, 2, 3),
        ] {
            let color = RGBColor(color.0, color.1, color.2);
            assert_eq!(rgb(oklab(color)), color);
        }
    }

    #[test]
    fn a_ramp_goes_through_its_stops() {
        let stops = [
            RGBColor(10, 20, 90),
            RGBColor(120, 150, 200),
            RGBColor(250, 250, 245),
        ];
        let ramp = Ramp::through(&stops);
        assert_eq!(ramp.at(0.0), stops[0]);
        assert_eq!(ramp.at(1.0), stops[2]);
        assert_eq!(ramp.at(-3.0), stops[0]);
        assert_eq!(ramp.at(9.0), stops[2]);
        let lightness = |part| oklab(ramp.at(part))[0];
        assert!((lightness(0.5) - oklab(stops[1])[0]).abs() < 0.01);
    }

    #[test]
    fn contrast_of_black_on_white_is_21() {
        let (black, white) = (RGBColor(0, 0, 0), RGBColor(255, 255, 255));
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    }
}

//! How colours look, for tests.

use plotters::style::RGBColor;

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
pub(crate) fn luminance(RGBColor(r, g, b): RGBColor) -> f64 {
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// Contrast of two colours by the same guidelines: 1 for equal ones, 21 for black on white.
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
pub(crate) fn from_oklab([lightness, a, b]: [f64; 3]) -> RGBColor {
    let l = (lightness + 0.3963377774 * a + 0.2158037573 * b).powi(3);
    let m = (lightness - 0.1055613458 * a - 0.0638541728 * b).powi(3);
    let s = (lightness - 0.0894841775 * a - 1.2914855480 * b).powi(3);
    RGBColor(
        channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
    )
}

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
        assert_eq!(from_oklab(oklab(color)), color);
    }
}

#[test]
fn contrast_of_black_on_white_is_21() {
    let (black, white) = (RGBColor(0, 0, 0), RGBColor(255, 255, 255));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
}

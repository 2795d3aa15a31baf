//! Words, numbers and symbols.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::DrawingBackend;

use crate::pen::{Drawn, Pen, place};
use crate::rect::Point;

/// The family of words and numbers, as CSS writes it (without quotation marks, so that it may
/// stand in an attribute).
pub const TEXT_FAMILY: &str =
    "Helvetica Neue, Arial, Noto Sans, Hiragino Sans, Noto Sans CJK JP, Yu Gothic, sans-serif";

/// The family of the symbols of the lecture, set in italics.
pub const SYMBOL_FAMILY: &str = "STIX Two Text, Cambria, Times New Roman, Noto Serif, Hiragino Mincho ProN, Noto Serif CJK JP, serif";

/// Size of exponents and indices beside the size of what they stand at.
const SMALL: f64 = 0.72;
/// Space between an italic letter and its index, in ems.
const INDENT: f64 = 0.06;

/// Where a piece of type stands beside its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// It begins there.
    Left,
    /// Its middle is there.
    Center,
    /// It ends there.
    Right,
}

/// How a piece of type looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type {
    /// Height of the letters' em in pixels.
    pub(crate) size: f64,
    /// Colour.
    pub(crate) color: RGBColor,
    /// Which side of it is at its place.
    pub(crate) align: Align,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    /// Words or a number; `at` is half-way up.
    pub(crate) fn words(&mut self, text: &str, at: Point, style: Type) -> Drawn<DB> {
        self.set(text, at, style, TEXT_FAMILY, FontStyle::Normal)
    }

    /// `base` to the power of `exponent`.
    pub(crate) fn power(&mut self, base: &str, exponent: i32, at: Point, style: Type) -> Drawn<DB> {
        let raised = integer(exponent);
        let left = begin(at.0, power_width(base, exponent, style.size), style.align);
        self.words(base, (left, at.1), left_aligned(style))?;
        let base = width(base, style.size);
        let place = (left + base, at.1 - 0.36 * style.size);
        self.words(&raised, place, small(style))
    }

    /// The name of a weight or another symbol: letters in italics, digits after them as an index,
    /// the number of a layer after a ^ raised in parentheses, signs upright.
    pub(crate) fn symbol(&mut self, name: &str, at: Point, style: Type) -> Drawn<DB> {
        let (name, layer) = split_layer(name);
        let (letters, index) = split_symbol(name);
        let wide = width_of_parts(letters, index, layer, style.size);
        let mut left = begin(at.0, wide, style.align);
        for run in runs(letters) {
            let font = if run.starts_with(is_letter) {
                FontStyle::Italic
            } else {
                FontStyle::Normal
            };
            let place = (left, at.1);
            self.set(run, place, left_aligned(style), SYMBOL_FAMILY, font)?;
            left += width(run, style.size);
        }
        for (index, way) in [(index, 0.26), (&*in_parentheses(layer), -0.36)] {
            if index.is_empty() {
                continue;
            }
            let place = (left + INDENT * style.size, at.1 + way * style.size);
            self.set(index, place, small(style), SYMBOL_FAMILY, FontStyle::Normal)?;
        }
        Ok(())
    }

    fn set(
        &mut self,
        text: &str,
        at: Point,
        style: Type,
        family: &str,
        font: FontStyle,
    ) -> Drawn<DB> {
        let h_pos = match style.align {
            Align::Left => HPos::Left,
            Align::Center => HPos::Center,
            Align::Right => HPos::Right,
        };
        // Half-way up is the one height at which canvas and SVG put the same line of type.
        let pos = Pos::new(h_pos, VPos::Center);
        let family = FontFamily::Name(family);
        let font = FontDesc::new(family, self.type_size(style.size), font);
        let style = TextStyle::from(font).color(&style.color).pos(pos);
        self.backend().draw_text(text, &style, place(at))
    }
}

fn left_aligned(style: Type) -> Type {
    Type {
        align: Align::Left,
        ..style
    }
}

fn small(style: Type) -> Type {
    Type {
        size: SMALL * style.size,
        ..left_aligned(style)
    }
}

fn begin(at: f64, width: f64, align: Align) -> f64 {
    match align {
        Align::Left => at,
        Align::Center => at - 0.5 * width,
        Align::Right => at - width,
    }
}

/// A symbol and the number of its layer: `w12^3` is w12 in layer 3.
fn split_layer(name: &str) -> (&str, &str) {
    name.split_once('^').unwrap_or((name, ""))
}

/// How far a symbol reaches above its letter, in ems.
pub(crate) fn rise(name: &str) -> f64 {
    if split_layer(name).1.is_empty() {
        0.0
    } else {
        0.3
    }
}

fn in_parentheses(layer: &str) -> String {
    if layer.is_empty() {
        String::new()
    } else {
        format!("({layer})")
    }
}

/// A symbol's letters and its index: `w12` is w with the index 12, `w1,12` with two.
fn split_symbol(name: &str) -> (&str, &str) {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    if letters.is_empty() {
        (name, "")
    } else {
        name.split_at_checked(letters.len()).unwrap_or((name, ""))
    }
}

/// The pieces of a symbol that are set alike.
fn runs(letters: &str) -> impl Iterator<Item = &str> {
    let mut rest = letters;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_letter(c) != is_letter(first));
        let (run, after) = end
            .and_then(|end| rest.split_at_checked(end))
            .unwrap_or((rest, ""));
        rest = after;
        Some(run)
    })
}

/// Whether a character of a symbol is a letter. Unicode has its signs in ASCII and from U+2000 to
/// U+2BFF.
fn is_letter(c: char) -> bool {
    match c {
        '\u{2000}'..'\u{2c00}' => false,
        _ => c.is_ascii_alphabetic() || !c.is_ascii(),
    }
}

/// About how wide a symbol is.
pub(crate) fn symbol_width(name: &str, size: f64) -> f64 {
    let (name, layer) = split_layer(name);
    let (letters, index) = split_symbol(name);
    width_of_parts(letters, index, layer, size)
}

fn width_of_parts(letters: &str, index: &str, layer: &str, size: f64) -> f64 {
    let indices = [index, &in_parentheses(layer)].map(|index| width(index, SMALL * size));
    let widest = indices[0].max(indices[1]);
    let indent = if widest == 0.0 { 0.0 } else { INDENT };
    width(letters, size) + indent * size + widest
}

/// About how wide a power is.
pub(crate) fn power_width(base: &str, exponent: i32, size: f64) -> f64 {
    width(base, size) + width(&integer(exponent), SMALL * size)
}

/// About how wide a line of type is, from the usual widths of letters. Asking the backend would
/// ask the page's layout, and a picture has to have its measures before there is a page.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    let em = |c: char| match c {
        '.' | ',' | '·' | ' ' | 'i' | 'l' | '|' => 0.30,
        'g' => 0.46,
        '‖' => 0.60,
        '≤' | 'w' | 'm' | 'W' | 'M' => 0.72,
        '−' | '×' | 'A'..='Z' => 0.64,
        '\u{2e80}'.. => 1.0,
        _ => 0.58,
    };
    text.chars().map(em).sum::<f64>() * size
}

/// A whole number with a real minus.
fn integer(number: i32) -> String {
    if number < 0 {
        format!("−{}", number.unsigned_abs())
    } else {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_at_the_end_are_an_index() {
        assert_eq!(split_symbol("w12"), ("w", "12"));
        assert_eq!(split_symbol("b"), ("b", ""));
        assert_eq!(split_symbol("w₁"), ("w₁", ""));
        assert_eq!(split_symbol("7"), ("7", ""));
        assert_eq!(split_symbol("重み3"), ("重み", "3"));
        assert_eq!(split_symbol("w1,12"), ("w", "1,12"));
    }

    #[test]
    fn a_layer_stands_above_the_index() {
        assert_eq!(split_layer("w12^3"), ("w12", "3"));
        assert_eq!(split_layer("w"), ("w", ""));
        assert_eq!(in_parentheses("10"), "(10)");
        // The wider of the two counts, and their letter.
        let (bare, both) = (symbol_width("w", 10.0), symbol_width("w1^10", 10.0));
        assert_eq!(both, bare + 0.6 + width("(10)", 7.2));
        assert_eq!(symbol_width("w11^2", 10.0), symbol_width("w111^2", 10.0));
    }

    #[test]
    fn signs_stand_upright_beside_letters() {
        let found: Vec<&str> = runs("‖∇E‖").collect();
        assert_eq!(found, ["‖∇", "E", "‖"]);
        assert_eq!(runs("ε=重み").collect::<Vec<_>>(), ["ε", "=", "重み"]);
        assert_eq!(runs("").count(), 0);
    }

    #[test]
    fn kanji_are_as_wide_as_high() {
        assert_eq!(width("目標", 10.0), 20.0);
    }
}

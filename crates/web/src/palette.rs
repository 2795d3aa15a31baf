//! The pictures' colours, for the page around them.

use backprop::Kind;
use charts::{Look, MOST_PINS, SYMBOL_FAMILY, TEXT_FAMILY, Theme, hex, pin_dashes};
use wasm_bindgen::prelude::*;

use crate::object::{list, object, object_of};

/// The colours of a theme as CSS colours, with the seven verdicts' marks.
#[wasm_bindgen(unchecked_return_type = "Palette")]
pub fn palette(dark: bool) -> JsValue {
    let theme = Theme::new(dark);
    let verdicts = Kind::ALL.map(|kind| {
        let swatch = theme.verdict(kind);
        let entry = object! {
            "color": hex(swatch.color),
            "mark": swatch.mark.name(),
            "path": swatch.svg_path(),
            "basins": list((0..Look::variants(kind)).map(|number| {
                let swatch = theme.fate(Look::of_basin(kind, number));
                object! {"color": hex(swatch.color), "path": swatch.svg_path()}
            })),
        };
        (kind.name(), entry)
    });
    object! {
        "paper": hex(theme.paper),
        "ink": hex(theme.ink),
        "muted": hex(theme.muted),
        "grid": hex(theme.grid),
        "accent": hex(theme.accent),
        "curve": hex(theme.curve),
        "gradient": hex(theme.gradient),
        "contour": hex(theme.contour),
        "text_family": TEXT_FAMILY,
        "symbol_family": SYMBOL_FAMILY,
        "verdicts": object_of(&verdicts),
        "pins": list((0..MOST_PINS).map(|slot| {
            object! {"color": hex(theme.pin(slot)), "dashes": pin_dashes(slot).to_vec()}
        })),
    }
}

//! Links: those of a terminal, to the letter.

use downhill_web::{Lab, linked_document, read_link, write_link};
use lessons::Fact;
use links::{Link, Native};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{self, open, parsed, text, written};

/// Numbers of a link have the same letters from a browser as from Rust, and come back to the last bit.
#[wasm_bindgen_test]
fn links_are_those_of_a_terminal() {
    let mut bits = 1_u64;
    for _ in 0..20_000 {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        let tens = 10_f64.powi((bits % 60) as i32 - 30);
        for number in [f64::from_bits(bits), (bits >> 40) as f64 * tens, -0.0] {
            if !number.is_finite() {
                continue;
            }
            let mut link = Link::to("xor", Some(1)).unwrap();
            link.set("rate", number.into()).unwrap();
            let text = link.write(&Native);
            let parts = read_link(&text).unwrap();
            assert_eq!(page::number(&parts, "rate").to_bits(), number.to_bits());
            assert_eq!(write_link(&parts).unwrap(), text);
            assert_eq!(Link::read(&text, &Native).unwrap().write(&Native), text);
        }
    }
    for text in [
        "?rate=0x10",
        "?rate=Infinity",
        "?rate=1_0",
        "?rate=",
        "?v=2",
        "?speed=1",
    ] {
        let refused = read_link(text).unwrap_err();
        let native = Link::read(text, &Native).unwrap_err();
        assert_eq!(self::text(&refused, "message"), native.to_string());
    }
}

#[wasm_bindgen_test]
fn a_link_changes_a_document() {
    let base = parsed(Fact::TwoMinima.document());
    let mut lab = Lab::new(&base).unwrap();
    lab.set_start(5.0, None).unwrap();
    lab.set_rate(0.2).unwrap();
    let changes = lab.changes_of(&base);
    assert_eq!(write_link(&changes).unwrap(), "?start=5&rate=0.2");
    let again = linked_document(&changes, &base).unwrap();
    assert_eq!(
        Lab::new(&again).unwrap().document_text(),
        lab.document_text()
    );
    // As the page stringifies it, but for zeros below 0.
    assert_eq!(written(&lab), lab.document_text());
    let below = Fact::TwoMinima.document().replace("[-1]", "[-0]");
    let below = Lab::new(&parsed(&below)).unwrap().document_text();
    assert!(below.contains("\"weights\":[-0]"), "{below}");
    assert!(open(Fact::Xor).changes_of(&base).is_undefined());
    let refused = linked_document(&read_link("?start=1,2").unwrap(), &base).unwrap_err();
    assert_eq!(text(&refused, "place"), "start");
}

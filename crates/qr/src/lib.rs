//! A link as a QR code. The page fetches this module when someone wants to see one.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use wasm_bindgen::prelude::*;

/// The largest code that a telephone still reads off a screen: 117 modules, 1273 bytes.
const LARGEST: u8 = 25;

/// A QR code, black on white.
#[wasm_bindgen]
pub struct Code {
    code: QrCode,
}

#[wasm_bindgen]
impl Code {
    /// The smallest code that says `text`, corrected as far as its size allows; undefined where no
    /// code that can be read says as much.
    pub fn of(text: &str) -> Option<Code> {
        let segments = QrSegment::make_segments(text);
        let (from, to) = (Version::MIN, Version::new(LARGEST));
        let code =
            QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, from, to, None, true);
        let code = code.ok()?;
        Some(Code { code })
    }

    /// Its modules along each side, without the quiet zone, which is four more on every side.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> i32 {
        self.code.size()
    }

    /// The outline of its dark modules as an SVG path: each is a square of side 1, the first at 0, 0.
    pub fn path(&self) -> String {
        let size = self.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let from = x;
                while x < size && self.code.get_module(x, y) {
                    x += 1;
                }
                let run = x - from;
                if run > 0 {
                    // Writing to a String does not fail.
                    let _ = write!(path, "M{from} {y}h{run}v1h-{run}z");
                }
                x += 1;
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_size_and_its_corners() {
        let code = Code::of("https://example.org/#initial-values/3?start=5").expect("a short text");
        // Version 3, corrected to the second degree.
        assert_eq!(code.size(), 29);
        let path = code.path();
        // Two corners' upper edges, each seven modules long.
        assert!(path.starts_with("M0 0h7v1h-7z"), "{path}");
        assert!(path.contains("M22 0h7v1h-7z"), "{path}");
    }

    #[test]
    fn what_a_camera_cannot_read_has_no_code() {
        assert!(Code::of(&"a".repeat(1273)).is_some());
        assert!(Code::of(&"a".repeat(1274)).is_none());
    }
}

//! Pictures of pixels.

use charts::{Fates, Look, Theme, fates_raster};
use png::{BitDepth, ColorType, Encoder, EncodingError, SrgbRenderingIntent};

/// Red, green, blue and opacity, the upper left pixel first.
pub(crate) struct Picture {
    bytes: Vec<u8>,
    width: usize,
    height: usize,
}

impl Picture {
    /// The tints and hatchings of a map of `columns`, as large as `size`.
    pub(crate) fn of_looks(
        looks: &[Look],
        columns: usize,
        [width, height]: [usize; 2],
        theme: &Theme,
        scale: f64,
    ) -> Picture {
        let looks: Vec<Option<Look>> = looks.iter().copied().map(Some).collect();
        let fates = Fates {
            looks: &looks,
            columns,
        };
        Picture {
            bytes: fates_raster(fates, theme, [width, height], scale),
            width,
            height,
        }
    }

    /// One whose pixels there are.
    pub(crate) fn of_bytes(bytes: Vec<u8>, [width, height]: [usize; 2]) -> Picture {
        Picture {
            bytes,
            width,
            height,
        }
    }

    /// As a PNG file.
    pub(crate) fn png(&self) -> Result<Vec<u8>, EncodingError> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width as u32, self.height as u32);
        encoder.set_color(ColorType::Rgba);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.bytes)?;
        writer.finish()?;
        Ok(file)
    }

    /// As an address that contains the PNG file, for pictures inside documents.
    pub(crate) fn data_url(&self) -> Result<String, EncodingError> {
        Ok(format!("data:image/png;base64,{}", base64(&self.png()?)))
    }
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let number = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let value = (number >> (18 - 6 * digit)) & 63;
            let is_padding = digit > group.len();
            text.push(if is_padding {
                '='
            } else {
                char::from(DIGITS[value as usize])
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_the_standard() {
        let table = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (bytes, text) in table {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}

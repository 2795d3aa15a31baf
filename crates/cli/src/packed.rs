//! A document in the letters of a link: deflated, and in base64 for addresses.

use std::io::{self, Read as _, Write as _};

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use links::MOST_BYTES;

/// Bits of the last letter that say nothing are as the page's reader takes them: whatever they are.
const LETTERS: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// The letters that say `text`.
pub(crate) fn packed(text: &str) -> io::Result<String> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes())?;
    Ok(LETTERS.encode(encoder.finish()?))
}

/// The text that letters say.
///
/// # Errors
/// In a sentence, where they say none, or more than any experiment has.
pub(crate) fn unpacked(letters: &str) -> Result<String, String> {
    let bytes = LETTERS.decode(letters).map_err(|_| DAMAGED)?;
    let mut text = Vec::new();
    let most = MOST_BYTES as u64;
    let mut inflated = DeflateDecoder::new(&bytes[..]).take(most + 1);
    inflated.read_to_end(&mut text).map_err(|_| DAMAGED)?;
    if text.len() > MOST_BYTES {
        return Err("larger than any experiment, 4 MB".to_owned());
    }
    // What stands behind the end was cut off from something else.
    let inflated = inflated.into_inner();
    if inflated.total_in() != bytes.len() as u64 {
        return Err(DAMAGED.to_owned());
    }
    String::from_utf8(text).map_err(|_| DAMAGED.to_owned())
}

const DAMAGED: &str = "cannot be unpacked; perhaps a part of the link is missing";

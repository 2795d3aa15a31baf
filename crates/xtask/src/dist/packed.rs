//! What is gzipped in the site itself, and how long it is.

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;
use zopfli::{Format, Options};

/// Twice as many parts as a module of this size comes to, each with a code of its own. More rounds
/// than the usual 15 would take longer and gain a few bytes.
const MOST_BLOCKS: u16 = 100;

/// Some bytes gzipped as small as it can be done within seconds.
pub(crate) fn packed(contents: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = Options {
        maximum_block_splits: MOST_BLOCKS,
        ..Options::default()
    };
    zopfli::compress(options, Format::Gzip, contents, &mut packed)?;
    Ok(packed)
}

/// The length of some bytes as a host would send them.
pub(crate) fn gzipped(contents: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(contents)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    #[test]
    fn what_is_packed_can_be_unpacked() {
        let contents: Vec<u8> = (0..20_000_u32)
            .flat_map(|number| (number * number % 251).to_le_bytes())
            .collect();
        let packed = packed(&contents).unwrap();
        assert!(packed.len() <= gzipped(&contents).unwrap());
        let mut unpacked = Vec::new();
        GzDecoder::new(&packed[..])
            .read_to_end(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, contents);
    }
}

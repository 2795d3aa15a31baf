//! Pictures as PNG files, and those in the repository that they are held against.
#![allow(dead_code, reason = "each test file uses some of these")]

use std::path::Path;

/// What a channel may differ by. Runs have the same bits on every machine, but the logarithms that
/// tones are found with are the system's: a last bit may be rounded to the next step of a channel,
/// and there is one step to spare.
const TOLERANCE: u8 = 2;

/// Red, green and blue of each pixel, the upper left first.
#[derive(PartialEq)]
pub(crate) struct Picture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// Reads a PNG file as this project writes them.
    pub(crate) fn read(file: &[u8]) -> Picture {
        let mut reader = png::Decoder::new(std::io::Cursor::new(file))
            .read_info()
            .unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        assert_eq!(info.color_type, png::ColorType::Rgba);
        Picture::of(&bytes, info.width as usize)
    }

    /// From red, green, blue and opacity.
    pub(crate) fn of(bytes: &[u8], width: usize) -> Picture {
        let pixels: Vec<_> = bytes.chunks_exact(4).map(|p| [p[0], p[1], p[2]]).collect();
        Picture {
            width,
            height: pixels.len() / width,
            pixels,
        }
    }

    fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_compression(png::Compression::High);
        let opaque = |&[r, g, b]: &[u8; 3]| [r, g, b, 255];
        let bytes: Vec<u8> = self.pixels.iter().flat_map(opaque).collect();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&bytes).unwrap();
        writer.finish().unwrap();
        file
    }

    /// How many pixels have a channel that differs by more than is tolerated.
    pub(crate) fn differing(&self, other: &Picture) -> usize {
        assert_eq!([self.width, self.height], [other.width, other.height]);
        let pairs = self.pixels.iter().zip(&other.pixels);
        let differ = |(a, b): &(&[u8; 3], &[u8; 3])| {
            a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > TOLERANCE)
        };
        pairs.filter(differ).count()
    }

    /// Fails where the picture is not the one in the repository. With INSTA_UPDATE=always, which
    /// renews all goldens, it is put there: look at it.
    #[track_caller]
    pub(crate) fn assert_golden(&self, name: &str) {
        let file = format!("{}/tests/pictures/{name}.png", env!("CARGO_MANIFEST_DIR"));
        let png = self.png();
        assert!(png.len() < 30_000, "{name}: {} bytes", png.len());
        if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
            std::fs::write(&file, &png).unwrap();
        }
        let golden = std::fs::read(&file).map(|file| Picture::read(&file));
        let differing = golden.map_or(self.pixels.len(), |golden| self.differing(&golden));
        if differing > 0 {
            let found = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            std::fs::write(&found, &png).unwrap();
            panic!(
                "{differing} pixels are not as in {file}, but as in {}",
                found.display()
            );
        }
    }
}

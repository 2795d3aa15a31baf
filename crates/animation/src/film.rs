//! Pictures one after the other as a GIF, each by what it changes.

use std::io;

use gif::{DisposalMethod, Encoder, EncodingError, Frame, Repeat};

use crate::palette::{Palette, SAME};

/// A GIF in the making.
pub(crate) struct Film {
    size: [u16; 2],
    palette: Palette,
    /// The picture that was added last; nothing before the first.
    last: Vec<[u8; 4]>,
    encoder: Encoder<Vec<u8>>,
}

impl Film {
    /// One of this many pixels across and down, whose pictures look like `samples`.
    pub(crate) fn new(size: [u16; 2], samples: &[u8]) -> Result<Film, EncodingError> {
        let palette = Palette::of(samples);
        let [width, height] = size;
        let mut encoder = Encoder::new(Vec::new(), width, height, &palette.bytes())?;
        encoder.set_repeat(Repeat::Infinite)?;
        Ok(Film {
            size,
            palette,
            last: Vec::new(),
            encoder,
        })
    }

    /// Adds a picture that is shown for `delay` hundredths of a second; refuses pixels of another size.
    pub(crate) fn add(&mut self, pixels: &[u8], delay: u16) -> Result<(), EncodingError> {
        let pixels = pixels.as_chunks::<4>().0;
        let [width, height] = self.size.map(usize::from);
        if pixels.len() != width * height {
            let error = "pixels of a picture of another size";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, error).into());
        }
        let area = changed(&self.last, pixels, width).unwrap_or_default();
        let mut buffer = Vec::with_capacity(area.width * area.height);
        for line in (area.top..area.top + area.height).map(|y| y * width + area.left) {
            let line = line..line + area.width;
            let before = self.last.get(line.clone());
            for (x, new @ &[red, green, blue, _]) in pixels[line].iter().enumerate() {
                let stays = before.is_some_and(|before| before[x] == *new);
                let palette = &mut self.palette;
                buffer.push(if stays {
                    SAME
                } else {
                    palette.index([red, green, blue])
                });
            }
        }
        self.encoder.write_frame(&Frame {
            delay,
            dispose: DisposalMethod::Keep,
            transparent: (!self.last.is_empty()).then_some(SAME),
            // It lies in a picture of a size that fits.
            left: area.left as u16,
            top: area.top as u16,
            width: area.width as u16,
            height: area.height as u16,
            buffer: buffer.into(),
            ..Frame::default()
        })?;
        self.last.clear();
        self.last.extend_from_slice(pixels);
        Ok(())
    }

    /// The whole file.
    pub(crate) fn finish(self) -> Result<Vec<u8>, EncodingError> {
        self.encoder.into_inner()
    }
}

/// A part of a picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
}

impl Default for Area {
    /// The least that a GIF can change.
    fn default() -> Self {
        Area {
            left: 0,
            top: 0,
            width: 1,
            height: 1,
        }
    }
}

/// Where `new` differs from `old`, in a picture so wide; nowhere, if it does not.
fn changed(old: &[[u8; 4]], new: &[[u8; 4]], width: usize) -> Option<Area> {
    let (mut left, mut right) = (usize::MAX, 0);
    let (mut top, mut bottom) = (usize::MAX, 0);
    for (y, line) in new.chunks(width).enumerate() {
        let before = old.get(y * width..y * width + line.len());
        let differs = |x: &usize| before.is_none_or(|before| before[*x] != line[*x]);
        let Some(first) = (0..line.len()).find(differs) else {
            continue;
        };
        let last = (first..line.len()).rev().find(differs).unwrap_or(first);
        left = left.min(first);
        right = right.max(last);
        top = top.min(y);
        bottom = y;
    }
    (top != usize::MAX).then(|| Area {
        left,
        top,
        width: right + 1 - left,
        height: bottom + 1 - top,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: [u16; 2] = [6, 4];
    const WHITE: [u8; 4] = [255, 255, 255, 255];
    const RED: [u8; 4] = [200, 0, 0, 255];

    fn picture(red: &[usize]) -> Vec<u8> {
        let mut pixels = vec![WHITE; 24];
        for &at in red {
            pixels[at] = RED;
        }
        pixels.into_flattened()
    }

    #[test]
    fn a_picture_is_written_where_it_changes() {
        let [first, second] = [picture(&[7]), picture(&[14, 15])];
        let mut film = Film::new(SIZE, &first).expect("memory");
        for picture in [&first, &second, &second] {
            film.add(picture, 4).expect("a picture of this size");
        }
        let file = film.finish().expect("memory");
        let mut decoder = gif::DecodeOptions::new();
        decoder.set_color_output(gif::ColorOutput::RGBA);
        let mut decoder = decoder.read_info(file.as_slice()).expect("a GIF");
        assert_eq!((decoder.width(), decoder.height()), (6, 4));
        assert_eq!(decoder.repeat(), gif::Repeat::Infinite);
        let mut seen = Vec::new();
        while let Some(frame) = decoder.read_next_frame().expect("a frame") {
            assert_eq!(frame.delay, 4);
            let place = [frame.left, frame.top, frame.width, frame.height];
            seen.push((place, frame.buffer.to_vec()));
        }
        let same = [0; 4];
        assert_eq!(seen[0], ([0, 0, 6, 4], first));
        // The pixels that are red no more, or now: what lies between them stays.
        assert_eq!(seen[1].0, [1, 1, 3, 2]);
        let shown: Vec<_> = seen[1].1.as_chunks::<4>().0.iter().map(opaque).collect();
        assert_eq!(shown, [WHITE, same, same, same, RED, RED]);
        assert_eq!(seen[2].0, [0, 0, 1, 1], "nothing");
        assert_eq!(seen[2].1[3], 0, "through which the picture is seen");
        assert_eq!(seen.len(), 3);
    }

    /// What is seen of a pixel; a clear one has no colour.
    fn opaque(pixel: &[u8; 4]) -> [u8; 4] {
        if pixel[3] == 0 { [0; 4] } else { *pixel }
    }

    #[test]
    fn pixels_of_another_size_are_refused() {
        let mut film = Film::new(SIZE, &picture(&[])).expect("memory");
        for pixels in [&picture(&[])[..92], &[]] {
            assert!(film.add(pixels, 4).is_err());
        }
    }
}

//! What the page's worker makes an animation by.

use gif::EncodingError;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::*;

use crate::film::Film;

/// A GIF in the making. Pixels are as a canvas has them: four bytes each, line by line from above.
#[wasm_bindgen]
pub struct Animation {
    film: Film,
}

#[wasm_bindgen]
impl Animation {
    /// Begins one of this size with the colours of some of its pictures, one after the other.
    ///
    /// # Errors
    /// Throws where there is no memory for it.
    #[wasm_bindgen(constructor)]
    pub fn new(width: u16, height: u16, samples: &[u8]) -> Result<Animation, JsError> {
        let film = Film::new([width, height], samples).map_err(thrown)?;
        Ok(Animation { film })
    }

    /// Adds a picture, which is shown for so many hundredths of a second.
    ///
    /// # Errors
    /// Throws where the pixels are not those of a picture of its size.
    pub fn add(&mut self, pixels: &[u8], delay: u16) -> Result<(), JsError> {
        self.film.add(pixels, delay).map_err(thrown)
    }

    /// The whole file. It is shown again and again.
    ///
    /// # Errors
    /// Throws where there is no memory for it.
    pub fn finish(self) -> Result<Vec<u8>, JsError> {
        self.film.finish().map_err(thrown)
    }
}

fn thrown(error: EncodingError) -> JsError {
    JsError::new(&error.to_string())
}

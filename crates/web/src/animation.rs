//! Pictures for an animation: of the same run, in a size of their own. The page's stay what they are.

use wasm_bindgen::prelude::*;

use crate::lab::Lab;
use crate::pictures::Pictures;

#[wasm_bindgen]
impl Lab {
    /// Makes a second set of pictures, which show what the page's do, but nothing of the path ahead of the
    /// shown step.
    pub fn begin_animation(&mut self) {
        self.animated = Some(Pictures::animated(&self.pictures));
    }

    /// The second set takes the place of the page's, or gives it back: whoever draws one between two calls
    /// lets nobody else draw meanwhile.
    pub fn swap_pictures(&mut self) {
        if let Some(animated) = &mut self.animated {
            std::mem::swap(animated, &mut self.pictures);
        }
    }

    /// Forgets the second set.
    pub fn end_animation(&mut self) {
        self.animated = None;
    }
}

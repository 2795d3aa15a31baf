//! A run as a moving picture. The page fetches this module when someone saves one, and hands it to a worker,
//! which is told the pixels of one picture after the other.

mod animation;
mod film;
mod palette;

pub use animation::Animation;

//! The error surface in three dimensions: a ground in a box, seen by a camera.
//!
//! All of it is plain data, of which two pictures are made: [`ReliefScene`] draws on any backend of
//! plotters, the farthest first, and the page's graphics card draws the same triangles, segments and
//! marks by the same [`View`].

mod cage;
mod camera;
mod course;
mod draped;
mod ground;
mod labels;
mod light;
mod pick;
mod scene;
mod segment;
mod space;
mod view;

pub use cage::Cage;
pub use camera::Camera;
pub use course::{Course, Stretch};
pub use draped::Draped;
pub use ground::Ground;
pub use labels::draw_labels;
pub use light::Light;
pub use scene::{BEHIND_GROUND, ReliefScene};
pub use segment::{RoundMark, Segment};
pub use space::{Place, Space};
pub use view::View;

#[cfg(test)]
mod tests;

//! The error surface in three dimensions, on a graphics card where there is one.
//!
//! The page fetches and compiles this module when someone first wants to see it. All that it shows comes
//! as plain numbers from the façade; places, lines and light are those of `charts`.

mod fallback;
mod graphics;
mod ground_mesh;
mod program;
mod relief;
mod run;
mod target;

pub use relief::Relief;

//! From where the box is seen.

use std::f64::consts::{FRAC_PI_2, TAU};

/// Radians that a drag over one pixel of the page turns by.
const TURN: f64 = 0.008;
/// Not from below: there is nothing to be seen.
const LOWEST: f64 = 0.06;
/// Nearest and farthest.
const ZOOMS: [f64; 2] = [0.5, 8.0];

/// A place around the box, from which its middle is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// How far the box is turned, seen from above, in radians: at 0 the first axis runs to the right and
    /// the second one away.
    pub azimuth: f64,
    /// How far the camera is above the floor, in radians: π/2 looks straight down.
    pub elevation: f64,
    /// How large the box is: at 1 all of it is in the picture.
    pub zoom: f64,
}

impl Camera {
    /// The view that a picture begins with.
    pub const FIRST: Camera = Camera {
        azimuth: 0.55,
        elevation: 0.52,
        zoom: 1.0,
    };

    /// Turned by a hand that has gone so far, in pixels of the page: what is in front goes with it.
    pub fn turned(self, right: f64, down: f64) -> Camera {
        Camera {
            azimuth: (self.azimuth - TURN * right).rem_euclid(TAU),
            elevation: (self.elevation + TURN * down).clamp(LOWEST, FRAC_PI_2),
            ..self
        }
    }

    /// Nearer, by a factor above 1, or farther.
    pub fn zoomed(self, factor: f64) -> Camera {
        let zoom = self.zoom * factor;
        Camera {
            zoom: if zoom.is_finite() {
                zoom.clamp(ZOOMS[0], ZOOMS[1])
            } else {
                self.zoom
            },
            ..self
        }
    }
}

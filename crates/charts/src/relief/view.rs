//! Where places of the box are in a picture.

use crate::frame::measure;
use crate::rect::Point;

use super::camera::Camera;
use super::space::{Place, Space};

/// How far away the camera is: half the longer side of the box is 1.
const DISTANCE: f64 = 6.5;
/// How far before and behind the middle of the box things are drawn.
const DEEP: f64 = 2.4;
/// Space for numbers and names, in sizes of type: to the left and right, above, below.
const ASIDE: f64 = 4.2;
const ABOVE: f64 = 1.2;
const BELOW: f64 = 2.6;

/// A box seen by a camera in a picture of some size: the mathematics of the projection, in which each
/// place has a pixel, and each pixel a line of sight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Width and height in pixels of the picture.
    size: [f64; 2],
    /// Pixels of the picture to a pixel of the page, times the factor of its type.
    scale: f64,
    /// Sine and cosine of the azimuth, and of the elevation.
    azimuth: [f64; 2],
    elevation: [f64; 2],
    /// What is looked at is here in the picture.
    middle: Point,
    /// Pixels to half the longer side of the box, at the middle.
    unit: f64,
}

/// A line of sight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Ray {
    /// The camera.
    pub(crate) from: Place,
    /// What is added to it for each unit of depth.
    pub(crate) along: Place,
}

/// The height that is looked at.
const AIM: f64 = 0.5 * (1.0 + Space::FLOOR);

impl View {
    /// `size` in pixels of the picture; `scale` as in [`crate::SurfaceScene::frame`].
    pub fn new(space: &Space, camera: Camera, size: (u32, u32), scale: f64) -> View {
        let (width, height) = (f64::from(size.0), f64::from(size.1));
        let type_size = scale * measure::TEXT;
        let [across, away] = space.half();
        // As far as a corner reaches, whichever way the box is turned: it does not breathe.
        let reach = across.hypot(away);
        let (sin, cos) = camera.elevation.sin_cos();
        let half = 0.5 * (1.0 - Space::FLOOR);
        // The corners behind and in front, of which the nearer ones are larger.
        let up = |rises: f64, back: f64| {
            let away = DISTANCE + back * reach * cos - rises * half * sin;
            (rises * half * cos + back * reach * sin) * DISTANCE / away
        };
        let above = up(1.0, 1.0).max(up(1.0, -1.0));
        let below = -up(-1.0, -1.0).min(up(1.0, -1.0));
        let wide = reach * DISTANCE / (DISTANCE - (half * sin).max(0.5));
        let room = [
            0.5 * width - type_size * ASIDE,
            height - type_size * (ABOVE + BELOW),
        ];
        let fitting = (room[0] / wide).min(room[1] / (above + below)).max(1.0);
        let unit = fitting * camera.zoom;
        // What is left over goes to above and below alike.
        let spare = 0.5 * (room[1] - fitting * (above + below)).max(0.0);
        let down = type_size * ABOVE + spare + fitting * above;
        let (sin_azimuth, cos_azimuth) = camera.azimuth.sin_cos();
        View {
            size: [width, height],
            scale,
            azimuth: [sin_azimuth, cos_azimuth],
            elevation: [sin, cos],
            middle: (0.5 * width, down),
            unit,
        }
    }

    /// Width and height of the picture.
    pub fn size(&self) -> [f64; 2] {
        self.size
    }

    /// A length of the page in pixels of the picture.
    pub fn px(&self, length: f64) -> f64 {
        self.scale * length
    }

    /// Where a place is in the picture.
    pub fn pixel(&self, place: Place) -> Point {
        let [right, up, away] = self.seen(place);
        let unit = self.unit * DISTANCE / (DISTANCE + away);
        (self.middle.0 + unit * right, self.middle.1 - unit * up)
    }

    /// How far a place is from the camera's own plane: the smaller, the nearer.
    pub(crate) fn depth(&self, place: Place) -> f64 {
        DISTANCE + self.seen(place)[2]
    }

    /// A place from the middle of what is looked at: to the right, upwards, away.
    fn seen(&self, [x, y, z]: Place) -> [f64; 3] {
        let ([sin, cos], [rise, level]) = (self.azimuth, self.elevation);
        let (right, back, up) = (cos * x + sin * y, cos * y - sin * x, z - AIM);
        [right, up * level + back * rise, back * level - up * rise]
    }

    /// The way in the box of one that is seen to the right, upwards, away.
    fn way(&self, [right, up, away]: [f64; 3]) -> Place {
        let ([sin, cos], [rise, level]) = (self.azimuth, self.elevation);
        let (back, z) = (up * rise + away * level, up * level - away * rise);
        [cos * right - sin * back, sin * right + cos * back, z]
    }

    /// The camera.
    pub(crate) fn eye(&self) -> Place {
        let [x, y, z] = self.way([0.0, 0.0, -DISTANCE]);
        [x, y, z + AIM]
    }

    /// The way to the right, to the back and upwards of a box that is not tilted, as a way in the box:
    /// light comes from there, however the box is turned.
    pub(crate) fn level_way(&self, [right, back, up]: [f64; 3]) -> Place {
        let [sin, cos] = self.azimuth;
        [cos * right - sin * back, sin * right + cos * back, up]
    }

    /// What is seen at a point of the picture.
    pub(crate) fn ray(&self, (x, y): Point) -> Ray {
        let unit = self.unit * DISTANCE;
        let along = [(x - self.middle.0) / unit, (self.middle.1 - y) / unit, 1.0];
        Ray {
            from: self.eye(),
            along: self.way(along),
        }
    }

    /// The projection as a graphics card wants it: column by column, places to its clip space.
    pub fn matrix(&self) -> [f32; 16] {
        let columns = [0, 1, 2, 3].map(|axis| {
            let mut place = [0.0; 3];
            if axis < 3 {
                place[axis] = 1.0;
            }
            // Seen is linear but for what is looked at.
            let seen = self.seen(place);
            if axis < 3 {
                let origin = self.seen([0.0; 3]);
                [
                    seen[0] - origin[0],
                    seen[1] - origin[1],
                    seen[2] - origin[2],
                    0.0,
                ]
            } else {
                [seen[0], seen[1], seen[2] + DISTANCE, 1.0]
            }
        });
        let [width, height] = self.size;
        let [near, far] = [DISTANCE - DEEP, DISTANCE + DEEP];
        let off = [
            2.0 * self.middle.0 / width - 1.0,
            1.0 - 2.0 * self.middle.1 / height,
        ];
        let unit = self.unit * DISTANCE;
        let rows = columns.map(|[right, up, depth, one]| {
            [
                2.0 * unit / width * right + off[0] * depth,
                2.0 * unit / height * up + off[1] * depth,
                ((far + near) * depth - 2.0 * far * near * one) / (far - near),
                depth,
            ]
        });
        let mut matrix = [0.0; 16];
        for (into, number) in matrix.iter_mut().zip(rows.as_flattened()) {
            *into = *number as f32;
        }
        matrix
    }
}
